package dev.truce.bots;

/**
 * What a reference strategy chooses for a round: a posture, and how much it offers. Written as in economy 8.1: (tariff,
 * choke, compliance, port, offer).
 *
 * @param posture sets all instruments
 * @param offer 0 nothing, 1 the truce, 2 the deep set (see {@link OfferPolicy})
 */
record Stance(Posture posture, int offer) {
    static final int NOTHING = 0;
    static final int THE_TRUCE = 1;
    static final int THE_DEEP_SET = 2;

    static final Stance DEEP = new Stance(Posture.DEEP, THE_DEEP_SET);
    static final Stance TRUCE = new Stance(Posture.TRUCE, THE_TRUCE);
    static final Stance PRESS = new Stance(Posture.PRESS, THE_TRUCE);
    static final Stance WAR = new Stance(Posture.WAR, NOTHING);

    Stance {
        if (offer < NOTHING || offer > THE_DEEP_SET) {
            throw new IllegalArgumentException("offer " + offer + ", expected 0..2");
        }
    }

    static Stance of(int tariff, int choke, int compliance, int port, int offer) {
        return new Stance(new Posture(tariff, choke, compliance, port), offer);
    }

    /** Returns the stance of most strategies towards a partner at peace: answers the deep offer, else holds the truce. */
    static Stance nice(Reading seen) {
        return new Stance(
                seen.deal() == 2 || seen.offered() == THE_DEEP_SET ? Posture.DEEP : Posture.TRUCE, THE_DEEP_SET);
    }
}
