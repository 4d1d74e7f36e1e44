package dev.truce.engine.talk;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import org.jspecify.annotations.Nullable;

/** Follows one word until it can be decided. */
interface Judge {
    /** Looks at the next round; returns the verdict, or null if the word is pending still. */
    @Nullable
    LedgerVerdict judge(Facts facts);

    /** Decides what the end of the match left pending. */
    default LedgerVerdict atTheEnd() {
        return LedgerVerdict.of(WordVerdict.OVERTAKEN, Evidence.Kind.MATCH_OVER, null, null);
    }

    /** A verdict with what it was given for. */
    record LedgerVerdict(WordVerdict verdict, Evidence deed) {
        static LedgerVerdict of(
                WordVerdict verdict, Evidence.Kind kind, @Nullable Side side, @Nullable Instrument instrument) {
            return new LedgerVerdict(verdict, new Evidence(kind, side, instrument));
        }
    }
}
