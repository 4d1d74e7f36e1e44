package dev.truce.engine.orders;

import dev.truce.engine.board.Instrument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a side may order for one instrument in the open round.
 *
 * @param instrument which one
 * @param legal ladder indices that may be ordered, ascending
 * @param withheld levels on the ladder that are not legal yet, with the reason
 * @param overruled legal levels that do not last, as the rules move the instrument on in the same round
 */
public record LegalLevels(
        Instrument instrument, List<Integer> legal, List<Withheld> withheld, List<Overruled> overruled) {

    /** Why a level is not legal yet. */
    public enum Reason {
        /** The 301 investigation is not concluded in this round. */
        INVESTIGATION_NOT_CONCLUDED,
        /** 'Concluded' comes by itself after two active rounds and cannot be ordered. */
        CONCLUDES_BY_ITSELF,
        /** Chip control 'open' needs an agreement with a technology chapter in force. */
        NO_TECHNOLOGY_CHAPTER
    }

    /** A level that is not legal yet. */
    public record Withheld(int level, Reason reason) {}

    /** What moves an instrument on after it was ordered. */
    public enum Overruler {
        /** A statute of the scenario sets a limit in this round. */
        LAW,
        /** The court that has ruled caps FENT and RECIP together in this round. */
        COURT,
        /** An active investigation concludes by itself in this round, or has concluded. */
        CONCLUSION,
        /** A clause pauses the investigation unless it is ordered active in the same orders. */
        CLAUSE
    }

    /**
     * A level that may be ordered and does not last.
     *
     * @param level ladder index that is ordered, and nothing else with it
     * @param to ladder index at which the instrument stands in this round then
     * @param by what moves it there
     */
    public record Overruled(int level, int to, Overruler by) {}

    public LegalLevels {
        legal = List.copyOf(legal);
        withheld = List.copyOf(withheld);
        overruled = List.copyOf(overruled);
    }

    /** Returns levels that all last. */
    public static LegalLevels lasting(Instrument instrument, List<Integer> legal, List<Withheld> withheld) {
        return new LegalLevels(instrument, legal, withheld, List.of());
    }

    /** Returns what becomes of a level that is ordered, or null if it lasts. */
    public @Nullable Overruled overruled(int level) {
        for (Overruled one : overruled) {
            if (one.level == level) {
                return one;
            }
        }
        return null;
    }
}
