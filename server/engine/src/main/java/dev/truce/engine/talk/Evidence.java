package dev.truce.engine.talk;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import org.jspecify.annotations.Nullable;

/**
 * What a verdict was given for; all of it is public.
 *
 * @param kind what happened
 * @param side who did it, or null if nobody or both did
 * @param instrument on what, or null
 */
public record Evidence(
        Kind kind, @Nullable Side side, @Nullable Instrument instrument) {

    /** What can happen to a word. */
    public enum Kind {
        /** The instrument was ordered to the level, or beyond. */
        ORDERED,
        /** The instrument got there without an order. */
        BY_ITSELF,
        /** It was done although the condition was kept. */
        THOUGH_KEPT,
        /** The condition was kept, so it was not called for. */
        CONDITION_KEPT,
        /** A public instrument was made harder. */
        HARDENED,
        /** The other side made a public instrument softer. */
        SOFTENED,
        /** An agreement entered into force. */
        AGREED,
        /** Every clause was kept, or suspended by right after it was kept so far. */
        KEPT,
        /** A clause was broken without a right to. */
        BROKE,
        /** A clause was suspended by right; without an instrument, the whole agreement on an accusation. */
        SUSPENDED,
        /** Notice was given to leave. */
        NOTICE,
        /** What was signed lapsed by this side's deeds. */
        SANK,
        /** What was signed lapsed for another reason than public deeds. */
        LAPSED,
        /** The agreement ended in another way. */
        ENDED,
        /** Later agreements replaced all of it. */
        REPLACED,
        /** There was no agreement that could be kept. */
        NOTHING_TO_KEEP,
        /** The time ran out and nothing was done. */
        NOTHING_DONE,
        /** The side made the instrument softer, or signed a better bound on it. */
        GAVE_WAY,
        /** It did neither until the time ran out. */
        HELD_OUT,
        /** What it is about is covert. */
        COVERT,
        /** The match ended before. */
        MATCH_OVER
    }
}
