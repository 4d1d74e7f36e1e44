package dev.truce.engine.card;

import java.util.Locale;

/** The seven shock cards. What each changes is in the rulebook; how much is in the scenario. */
public enum CardKind {
    /** A bad harvest in the US: of the soya that China buys in the round, a part cannot be delivered. */
    HARVEST_FAILURE(Target.NOTHING),
    /** A mine for rare earths opens outside China: the US finds substitutes, for good. */
    MINE_OPENING(Target.NOTHING),
    /** A US court caps the tariff add-on, as the seeded event does, and also if it has ruled before. */
    COURT_RULING(Target.NOTHING),
    /** Dockers strike: goods between the two countries cost more in the round, whichever way they go. */
    PORT_STRIKE(Target.NOTHING),
    /** The public of a side turns to a harder line: firmness and humiliation count for more, and wear off. */
    ELECTION_SWING(Target.SIDE),
    /** One covert level becomes public in the round. */
    LEAK(Target.COVERT_INSTRUMENT),
    /** Markets panic: the public of both sides counts less income in the round. */
    MARKET_PANIC(Target.NOTHING);

    /** What a card names beside its kind. */
    public enum Target {
        /** Nothing. */
        NOTHING,
        /** A side. */
        SIDE,
        /** A covert instrument. */
        COVERT_INSTRUMENT
    }

    private final Target target;

    CardKind(Target target) {
        this.target = target;
    }

    /** What a card of this kind names. */
    public Target target() {
        return target;
    }

    /** Returns how people write the kind, for example {@code harvest-failure}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
