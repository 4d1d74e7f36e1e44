package dev.truce.bots.reference;

import dev.truce.bots.posture.Posture;

/**
 * What a reference strategy chooses for a round: a posture, and how much it offers. Written as in economy 8.1: (tariff,
 * choke, compliance, port, offer).
 *
 * @param posture sets all instruments
 * @param offer 0 nothing, 1 the truce, 2 the deep set (see {@link OfferPolicy})
 */
public record Stance(Posture posture, int offer) {
    public static final int NOTHING = 0;
    public static final int THE_TRUCE = 1;
    public static final int THE_DEEP_SET = 2;

    public static final Stance DEEP = new Stance(Posture.DEEP, THE_DEEP_SET);
    public static final Stance TRUCE = new Stance(Posture.TRUCE, THE_TRUCE);
    public static final Stance PRESS = new Stance(Posture.PRESS, THE_TRUCE);
    public static final Stance WAR = new Stance(Posture.WAR, NOTHING);

    public Stance {
        if (offer < NOTHING || offer > THE_DEEP_SET) {
            throw new IllegalArgumentException("offer " + offer + ", expected 0..2");
        }
    }

    public static Stance of(int tariff, int choke, int compliance, int port, int offer) {
        return new Stance(new Posture(tariff, choke, compliance, port), offer);
    }

    /** Returns the stance of most strategies towards a partner at peace: answers the deep offer, else holds the truce. */
    public static Stance nice(Reading seen) {
        return new Stance(
                seen.deal() == 2 || seen.offered() == THE_DEEP_SET ? Posture.DEEP : Posture.TRUCE, THE_DEEP_SET);
    }
}
