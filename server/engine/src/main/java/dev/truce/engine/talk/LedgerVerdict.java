package dev.truce.engine.talk;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import org.jspecify.annotations.Nullable;

/** A verdict with what it was given for. */
record LedgerVerdict(WordVerdict verdict, Evidence deed) {
    static LedgerVerdict of(
            WordVerdict verdict, Evidence.Kind kind, @Nullable Side side, @Nullable Instrument instrument) {
        return new LedgerVerdict(verdict, new Evidence(kind, side, instrument));
    }
}
