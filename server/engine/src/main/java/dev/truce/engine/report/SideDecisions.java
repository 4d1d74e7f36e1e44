package dev.truce.engine.report;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.orders.AccusationChoice;
import org.jspecify.annotations.Nullable;

/**
 * What everybody learns in a round about accusations of a side and by it, and about its own text. A shortfall that was found is the
 * clause on which the side was caught.
 *
 * @param accusedOn the covert clause on which it is accused from this round on, or null
 * @param clearedOn the clause on which an inspection of this round found nothing, or null
 * @param choice what it did about its accusation of the other side; {@link AccusationChoice#REST} if there was none
 * @param ownText whether it tabled a serious text of its own
 */
public record SideDecisions(
        @Nullable Instrument accusedOn, @Nullable Instrument clearedOn, AccusationChoice choice, boolean ownText) {
    /** Nothing of all that. */
    public static final SideDecisions NONE = new SideDecisions(null, null, AccusationChoice.REST, false);
}
