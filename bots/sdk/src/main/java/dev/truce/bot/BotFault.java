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
public record BotFault(
        Kind kind, int round, String detail, @Nullable Throwable cause) {

    /** Kinds of faults; each is a column of its own in results, since they ask for different repairs. */
    public enum Kind {
        /** It threw, or returned nothing. */
        CRASH,
        /** Its orders were refused. */
        ILLEGAL,
        /** Its orders came after the round had closed; over the wire only. */
        LATE,
        /** It did not answer in the time that it had; only what runs beside the match can be timed. */
        TIMEOUT,
        /** It has stopped answering altogether and was ended; it holds from then on. */
        STALL
    }

    static BotFault crash(int round, Throwable cause) {
        return new BotFault(Kind.CRASH, round, "threw " + cause, cause);
    }

    /** Returns the fault of orders that were refused, or of an offer that no rule knows. */
    public static BotFault illegal(int round, String code, String detail) {
        return new BotFault(Kind.ILLEGAL, round, code + ": " + detail, null);
    }

    /** Returns the fault of a bot whose process has ended before the match. */
    public static BotFault gone(int round, String detail) {
        return new BotFault(Kind.CRASH, round, detail, null);
    }

    /** Returns the fault of an answer that did not come in time. */
    public static BotFault timeout(int round, String detail) {
        return new BotFault(Kind.TIMEOUT, round, detail, null);
    }

    /** Returns the fault of a bot that had to be ended because it no longer answers. */
    public static BotFault stall(int round, String detail) {
        return new BotFault(Kind.STALL, round, detail, null);
    }

    static BotFault late(int round, String code, String detail) {
        return new BotFault(Kind.LATE, round, code + ": " + detail, null);
    }

    /** Returns whether a refusal says that the orders themselves break the rules. */
    static boolean isAboutOrders(RefusalCode code) {
        return switch (code) {
            case TOO_MANY_ORDERS,
                    UNKNOWN_INSTRUMENT,
                    NOT_YOUR_INSTRUMENT,
                    LEVEL_NOT_ON_LADDER,
                    NOT_YET_LEGAL,
                    CONFLICTING_ORDERS -> true;
            default -> false;
        };
    }

    /** Returns whether a refused offer or other dealing is the fault of who tried it, rather than of what came in between. */
    static boolean isIllegalDealing(RefusalCode code) {
        return switch (code) {
            case BAD_TERMS, NO_TREATY, UNKNOWN_OFFER, NOT_YOUR_OFFER, BAD_TEXT, TOO_MUCH_TALK -> true;
            default -> false;
        };
    }
}
