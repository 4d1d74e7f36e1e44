package dev.truce.bot;

import dev.truce.engine.orders.RefusalCode;
import org.jspecify.annotations.Nullable;

/**
 * What a bot got wrong in a round; it held in that round instead.
 *
 * @param kind what kind of fault
 * @param round the round, from 1
 * @param detail one sentence that names the wrong thing
 * @param cause what the bot threw, or null if it threw nothing
 */
public record Fault(
        Kind kind, int round, String detail, @Nullable Throwable cause) {

    /** Kinds of faults; each is a column of its own in results, since they ask for different repairs. */
    public enum Kind {
        /** It threw, or returned nothing. */
        CRASH,
        /** Its orders were refused. */
        ILLEGAL,
        /** Its orders came after the round had closed; over the wire only. */
        LATE
    }

    static Fault crash(int round, Throwable cause) {
        return new Fault(Kind.CRASH, round, "threw " + cause, cause);
    }

    /** Returns the fault of orders that were refused, or of an offer that no rule knows. */
    public static Fault illegal(int round, String code, String detail) {
        return new Fault(Kind.ILLEGAL, round, code + ": " + detail, null);
    }

    static Fault late(int round, String code, String detail) {
        return new Fault(Kind.LATE, round, code + ": " + detail, null);
    }

    /** Returns whether a refused offer is its maker's fault. */
    static boolean isIllegalOffer(RefusalCode code) {
        return code == RefusalCode.BAD_TERMS || code == RefusalCode.NO_TREATY;
    }
}
