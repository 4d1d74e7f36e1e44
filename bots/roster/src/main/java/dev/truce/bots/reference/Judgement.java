package dev.truce.bots.reference;

import dev.truce.engine.orders.AccusationChoice;
import java.util.Locale;

/** How a strategy decides about an accusation of the other side (ruleset 3, B). */
public enum Judgement {
    /** Lets it rest. */
    REST,
    /** By how likely it is to be true. */
    BY_ODDS,
    /** Always inspects. */
    INSPECT,
    /** Always suspends. */
    SUSPEND;

    private static final double INSPECTS_FROM = .3;
    private static final double SUSPENDS_FROM = .9;

    /** Returns the word for it in a file. */
    public String word() {
        return this == BY_ODDS ? "odds" : name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns what it does about an accusation.
     *
     * @param odds how likely it is to be true, 0..1
     */
    public AccusationChoice of(double odds) {
        return switch (this) {
            case REST -> AccusationChoice.REST;
            case INSPECT -> AccusationChoice.INSPECT;
            case SUSPEND -> AccusationChoice.SUSPEND;
            case BY_ODDS ->
                odds >= SUSPENDS_FROM
                        ? AccusationChoice.SUSPEND
                        : odds >= INSPECTS_FROM ? AccusationChoice.INSPECT : AccusationChoice.REST;
        };
    }
}
