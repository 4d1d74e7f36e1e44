package dev.truce.engine.orders;

import dev.truce.engine.board.Instrument;
import java.util.List;

/**
 * What a side may order for one instrument in the open round.
 *
 * @param instrument which one
 * @param legal ladder indices that may be ordered, ascending
 * @param withheld levels on the ladder that are not legal yet, with the reason
 */
public record LegalLevels(Instrument instrument, List<Integer> legal, List<Withheld> withheld) {

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

    public LegalLevels {
        legal = List.copyOf(legal);
        withheld = List.copyOf(withheld);
    }
}
