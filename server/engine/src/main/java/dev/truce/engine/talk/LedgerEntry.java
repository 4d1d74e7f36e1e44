package dev.truce.engine.talk;

import dev.truce.engine.board.Side;
import dev.truce.engine.talk.Judge.LedgerVerdict;
import org.jspecify.annotations.Nullable;

/**
 * One word of a side, with its result.
 *
 * @param side whose word
 * @param round round in which it was given, from 1
 * @param promise what was said or signed
 * @param due last round in which it can be decided
 * @param verdict how it compares with the deeds
 * @param decided round of the verdict, 0 while it is pending
 * @param deed what the verdict was given for, or null while it is pending
 */
public record LedgerEntry(
        Side side,
        int round,
        Promise promise,
        int due,
        WordVerdict verdict,
        int decided,
        @Nullable Evidence deed) {

    /** Returns whether nothing has been decided yet. */
    public boolean isPending() {
        return verdict == WordVerdict.PENDING;
    }

    LedgerEntry decide(LedgerVerdict ruling, int round) {
        return new LedgerEntry(side, this.round, promise, due, ruling.verdict(), round, ruling.deed());
    }
}
