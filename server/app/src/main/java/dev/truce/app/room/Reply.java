package dev.truce.app.room;

import dev.truce.engine.orders.Refusal;
import dev.truce.protocol.message.ReasonCode;
import dev.truce.store.BrokenStream;
import dev.truce.story.bundles.Bundles;

/**
 * What becomes of a request: done, or refused with a code. Expected refusals are values.
 *
 * @param <T> what a request that was done gives
 */
public sealed interface Reply<T> {
    /** It was done and is on disk. */
    record Done<T>(T value) implements Reply<T> {}

    /**
     * It was refused and nothing has changed.
     *
     * @param code the first reason that applies
     * @param field what was wrong, for example {@code orders[1].level_index}
     * @param detail one sentence that names the wrong thing
     * @param legal what would be right, or empty
     * @param retryAfterMillis when to try again, 0 if trying again is no use
     */
    record Denied<T>(ReasonCode code, String field, String detail, String legal, long retryAfterMillis)
            implements Reply<T> {
        /** Returns the same refusal as an answer to another kind of request. */
        public <U> Denied<U> as() {
            return new Denied<>(code, field, detail, legal, retryAfterMillis);
        }
    }

    /** Refuses for good. */
    static <T> Denied<T> denied(ReasonCode code, String field, String detail, String legal) {
        return new Denied<>(code, field, detail, legal, 0);
    }

    /** Refuses as the referee does. */
    static <T> Denied<T> denied(Refusal refusal) {
        return denied(
                ReasonCode.valueOf(refusal.code().name()),
                refusal.field(),
                Bundles.inEnglish(refusal),
                refusal.legal());
    }

    /** Asks to try again: the server is too busy, and nothing was done. */
    static <T> Denied<T> retry() {
        return new Denied<>(ReasonCode.RETRY, "", "the server is too busy now; nothing was done", "", 250);
    }

    /** Asks to try again once the journal is open: whether the request was saved is not known before. */
    static <T> Denied<T> later() {
        return new Denied<>(ReasonCode.RETRY, "", "journal suspended", "same key", 1_000);
    }

    /** Says that this match takes nothing until the server is repaired. */
    static <T> Denied<T> unavailable() {
        return denied(
                ReasonCode.STORE_UNAVAILABLE,
                "",
                "a fault of the server stopped this match, so it accepts nothing; what was saved is safe",
                "");
    }

    /** Says that what was saved of a match is not as it was written, and that nobody goes on from it. */
    static <T> Denied<T> broken(BrokenStream broken) {
        return denied(
                ReasonCode.JOURNAL_BROKEN,
                "",
                "match " + broken.stream() + ", entry " + broken.seq() + ": " + broken.damage(),
                "");
    }
}
