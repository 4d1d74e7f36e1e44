package dev.truce.story.debrief;

import dev.truce.engine.explain.Cause;
import java.util.Locale;

/** What points are lost by or gained from, in a debrief: the causes of {@code why}, gathered. */
public enum CostKind {
    /** Public clauses that were broken. */
    BREACH,
    /** A covert clause on which somebody was caught short. */
    CATCH,
    /** Levels that fell to their fallback when an agreement ended. */
    SNAP_BACK,
    /** Levels that somebody ordered. */
    ORDERED,
    /** The agreement in force, its summits and notices to leave it. */
    AGREEMENT,
    /** Tension, pressure and lost reputation that earlier rounds left. */
    DISTRUST,
    /** Red lines that were crossed. */
    RED_LINE,
    /** The economy as earlier rounds left it. */
    ECONOMY,
    /** What chance, cards and the public did. */
    CHANCE,
    /** Reputation and substitutes at the end. */
    END;

    static CostKind of(Cause cause) {
        if (cause instanceof Cause.OfInstrument of) {
            return of.fellIn() > 0 ? SNAP_BACK : ORDERED;
        } else if (cause instanceof Cause.OfEvent) {
            return CHANCE;
        } else if (cause instanceof Cause.OfRedLine) {
            return RED_LINE;
        }
        return switch (((Cause.OfCircumstance) cause).circumstance()) {
            case BREACH -> BREACH;
            case CATCH, ACCUSATION -> CATCH;
            case AGREEMENT, SUMMIT, NOTICE, OWN_TEXT -> AGREEMENT;
            case TENSION, PRESSURE, REPUTATION -> DISTRUST;
            case ECONOMY -> ECONOMY;
            case LUCK, MOOD -> CHANCE;
        };
    }

    /** Returns the end of the keys of its texts. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
