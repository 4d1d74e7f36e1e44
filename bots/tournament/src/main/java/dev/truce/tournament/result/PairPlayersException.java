package dev.truce.tournament.result;

/** Pairs cannot be played where they should be. The message says in one sentence what happened; the files stand as they were. */
public final class PairPlayersException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String why;
    private final String file;

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
        /** What the model of a bot, whose name is the message, answers cannot be kept. */
        CASSETTE_UNUSABLE,
        /** The budget of a bot, whose name is the message, has no room for another call of its model. */
        BUDGET_SPENT
    }

    public PairPlayersException(Reason reason, String message) {
        this(reason, message, "", "");
    }

    private PairPlayersException(Reason reason, String message, String why, String file) {
        super(message);
        this.reason = reason;
        this.why = why;
        this.file = file;
    }

    /**
     * Says why a model is not asked any more.
     *
     * @param bot its name
     * @param why what happened last
     * @param file the file of the folder that says more
     */
    static PairPlayersException silent(Reason reason, String bot, String why, String file) {
        return new PairPlayersException(reason, bot, why, file);
    }

    public PairPlayersException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.why = "";
        this.file = "";
    }

    public Reason reason() {
        return reason;
    }

    /** What happened last to a model; empty for other reasons. */
    public String why() {
        return why;
    }

    /** The file of the folder that says more of a model; empty for other reasons. */
    public String file() {
        return file;
    }
}
