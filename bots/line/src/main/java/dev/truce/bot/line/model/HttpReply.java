package dev.truce.bot.line.model;

import java.util.Locale;

/**
 * What came back of a request.
 *
 * @param arrival whether an answer came
 * @param status of HTTP; 0 unless it was answered
 * @param body the text, without the key wherever it stood; empty unless it was answered
 * @param retryAfter what the header of that name says, or empty
 */
public record HttpReply(Arrival arrival, int status, String body, String retryAfter) {
    private static final int OK = 200;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERRORS = 500;

    /** Whether an answer came. */
    public enum Arrival {
        ANSWERED,
        /** Not in the time that the file gives. */
        TIMEOUT,
        /** No connection: the request was not sent. */
        UNREACHABLE,
        /** The name of the host has no address: the request was not sent. */
        UNKNOWN_HOST,
        /** No secure connection: the request was not sent. */
        NO_TLS,
        /** The connection broke when the request was sent, or before the answer was whole. */
        BROKEN,
        /** It was longer than any answer is read. */
        TOO_LARGE;

        /** Whether the request was sent. */
        boolean isSent() {
            return this != UNREACHABLE && this != UNKNOWN_HOST && this != NO_TLS;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Arrival ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** An answer that did not come. */
    public static HttpReply missing(Arrival arrival) {
        return new HttpReply(arrival, 0, "", "");
    }

    /** Returns whether it carries a reply of the model, however bad. */
    boolean isReply() {
        return (arrival == Arrival.ANSWERED && status == OK) || arrival == Arrival.TOO_LARGE;
    }

    /** Returns whether the request may have been paid: not where it was not sent, nor where the endpoint says that it failed. */
    boolean mayBePaid() {
        return arrival == Arrival.ANSWERED ? status == OK : arrival.isSent();
    }

    /** Returns whether the same request may be answered later. A request that took too long may have been paid, so it is not made again. */
    boolean mayComeLater() {
        return !arrival.isSent()
                || arrival == Arrival.BROKEN
                || status == TOO_MANY_REQUESTS
                || status == REQUEST_TIMEOUT
                || status >= SERVER_ERRORS;
    }
}
