package dev.truce.tournament.result;

/** Pairs cannot be played where they should be. The message says in one sentence what happened; the files stand as they were. */
public final class PairPlayersException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why. */
    public enum Reason {
        /** There is no cluster of that name, or it does not answer. */
        CLUSTER_UNREACHABLE,
        /** The cluster gave up while pairs were played. */
        CLUSTER_FAILED,
        /** A machine of the cluster lacks a bot, or has another than the one that was named. */
        BOT_ELSEWHERE,
        /** The model of a bot, whose name is the message, has given no usable answer for ten rounds in a row. */
        ENDPOINT_DEAD,
        /** The budget of a bot, whose name is the message, has no room for another call of its model. */
        BUDGET_SPENT
    }

    public PairPlayersException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public PairPlayersException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
