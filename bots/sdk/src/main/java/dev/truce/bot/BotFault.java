package dev.truce.bot;

import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import org.jspecify.annotations.Nullable;

/**
 * What a bot got wrong in a round; it held in that round instead.
 *
 * @param kind what kind of fault
 * @param round the round, from 1
 * @param detail one line that names the wrong thing
 * @param cause what the bot threw, or null if it threw nothing
 * @param refusal why its orders or its offer were refused, or why it did not answer; null if it is something else
 */
public record BotFault(
        Kind kind,
        int round,
        String detail,
        @Nullable Throwable cause,
        @Nullable Refusal refusal) {

    /** Kinds of faults; each is a column of its own in results, since they ask for different repairs. */
    public enum Kind {
        /** It threw, or returned nothing. */
        CRASH,
        /** Its orders were refused. */
        ILLEGAL,
        /** The model that it asks gave no usable answer, as it said itself; it decided without one. */
        NO_ANSWER,
        /** Its orders came after the round had closed; over the wire only. */
        LATE,
        /** It did not answer in the time that it had; only what runs beside the match can be timed. */
        TIMEOUT,
        /** It has stopped answering altogether and was ended; it holds from then on. */
        STALL
    }

    private BotFault(Kind kind, int round, String detail) {
        this(kind, round, detail, null, null);
    }

    private BotFault(Kind kind, int round, Refusal refusal) {
        this(kind, round, refusal.facts(), null, refusal);
    }

    static BotFault crash(int round, Throwable cause) {
        return new BotFault(Kind.CRASH, round, "threw " + cause, cause, null);
    }

    /** Returns the fault of orders or of an offer that were refused. */
    public static BotFault illegal(int round, Refusal refusal) {
        return new BotFault(Kind.ILLEGAL, round, refusal);
    }

    /** Returns the fault of orders that cannot be read or played, or of an offer that no rule knows. */
    public static BotFault illegal(int round, String code, String detail) {
        return new BotFault(Kind.ILLEGAL, round, code + ": " + detail);
    }

    /** The code of what was refused, or empty. */
    public String code() {
        int end = detail.indexOf(':');
        return refusal != null ? refusal.code().name() : end < 0 ? "" : detail.substring(0, end);
    }

    /** The item that was refused, as a program wrote it between quotes, or the field that a refusal names; empty if none is known. */
    public String item() {
        if (refusal != null) {
            return refusal.field();
        }
        int from = detail.indexOf("'");
        int to = detail.indexOf("':", from + 1);
        return from < 0 ? "" : detail.substring(from + 1, to < 0 ? detail.length() : to);
    }

    /** Returns the fault of a bot whose process has ended before the match. */
    public static BotFault gone(int round, Refusal why) {
        return new BotFault(Kind.CRASH, round, why);
    }

    /** Returns the fault of a bot whose model gave no usable answer. */
    public static BotFault noAnswer(int round, Refusal why) {
        return new BotFault(Kind.NO_ANSWER, round, why);
    }

    /** Returns the fault of an answer that did not come in time. */
    public static BotFault timeout(int round, Refusal why) {
        return new BotFault(Kind.TIMEOUT, round, why);
    }

    /** Returns the fault of a bot that had to be ended because it no longer answers. */
    public static BotFault stall(int round, Refusal why) {
        return new BotFault(Kind.STALL, round, why);
    }

    static BotFault late(int round, Refusal refusal) {
        return new BotFault(Kind.LATE, round, refusal);
    }

    /** Returns whether a refusal says that the orders themselves break the rules. */
    static boolean isAboutOrders(Refusal.Code code) {
        return code instanceof RefusalCode rules && isAboutOrders(rules);
    }

    private static boolean isAboutOrders(RefusalCode code) {
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
    static boolean isIllegalDealing(Refusal.Code code) {
        return code instanceof RefusalCode rules && isIllegalDealing(rules);
    }

    private static boolean isIllegalDealing(RefusalCode code) {
        return switch (code) {
            case BAD_TERMS, NO_TREATY, NO_ACCUSATION, UNKNOWN_OFFER, NOT_YOUR_OFFER, BAD_TEXT, TOO_MUCH_TALK -> true;
            default -> false;
        };
    }
}
