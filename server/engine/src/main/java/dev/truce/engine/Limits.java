package dev.truce.engine;

/** Bounds that all hosts of a match share: the rules, the wire, records, bots and screens. */
public final class Limits {
    /** Rounds of a match. The tables of the economy are made for as many, and sixteen years are more than the model can bear. */
    public static final int MAX_ROUNDS = 64;

    /** Steps that a bot may take in a round: enough for a search of some thousand playouts, little enough for a class of such bots. */
    public static final long STEPS_A_ROUND = 10_000;

    /** Characters (code points) of a text that a seat says: what fits into three lines of a terminal. */
    public static final int MAX_TEXT_CHARACTERS = 280;

    /**
     * Changes that a seat may make in a round, which bounds the journal and the kept keys. A person makes a handful, a bot one. Readiness
     * is not among them, so that the round can close; but no seat takes it back more often than this.
     */
    public static final int MAX_CHANGES = 64;

    /** Characters of a key, a token, the id of a match, the code of a room or another identifier: a hash in hex digits fits. */
    public static final int MAX_ID_CHARACTERS = 64;

    private Limits() {}
}
