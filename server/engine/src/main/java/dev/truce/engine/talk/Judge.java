package dev.truce.engine.talk;

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
}
