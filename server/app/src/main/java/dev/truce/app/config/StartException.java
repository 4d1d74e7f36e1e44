package dev.truce.app.config;

import dev.truce.engine.orders.Refusal;

/** The server does not start; says why, and what would be right. */
public final class StartException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why a server does not start. The names are shown to people and never change. */
    public enum Code implements Refusal.Code {
        /** It would be reachable from the network and nobody has said that it shall. */
        EXPOSED_WITHOUT_CONSENT,
        /** The host is no address of this machine, or no address at all. */
        BAD_HOST,
        /** Another program listens on the port. */
        PORT_IN_USE,
        /** The certificate or its key cannot be used. */
        BAD_TLS,
        /** The data directory cannot be used. */
        BAD_DATA_DIRECTORY,
        /** There is no room for the journal. */
        DISK_FULL,
        /** Nothing may be written into the data directory. */
        READ_ONLY,
        /** The journal was written by another version of the program. */
        JOURNAL_VERSION,
        /** Entries that were acknowledged are missing at the end of the journal. */
        JOURNAL_TRUNCATED,
        /** The witness beside the journal cannot be read. */
        WITNESS_UNREADABLE,
        /** Another server uses the data directory. */
        DATA_DIRECTORY_IN_USE,
        /** The jar with the driver of the database is not there. */
        CLUSTER_ABSENT,
        /** A password stands in the address of the database, where everybody on the machine can read it. */
        PASSWORD_IN_ADDRESS,
        /** The file with the password of the database cannot be read, or is empty. */
        BAD_PASSWORD_FILE,
        /** The database calls durable what a cut of the power takes away. */
        STORE_NOT_DURABLE,
        /** No database answers, or it cannot be used now. */
        STORE_UNREACHABLE,
        /** The database does not let the server in. */
        STORE_REFUSED,
        /** The database is of a version that is too old. */
        STORE_TOO_OLD,
        /** A pooler stands before the database. */
        STORE_POOLED,
        /** Another server keeps its journal in the database. */
        STORE_IN_USE,
        /** A journal is to be copied into a database that has one. */
        STORE_NOT_EMPTY,
        /** The journal holds a match that this version cannot continue. */
        UNKNOWN_RULESET,
        /** The value of a setting is none of those that it may have. */
        BAD_OPTION,
        /** A file or the environment names an unknown setting. */
        UNKNOWN_SETTING,
        /** The file of settings cannot be read. */
        BAD_CONFIG
    }

    private final transient Refusal refusal;

    /**
     * Says why the server does not start.
     *
     * @param sentence end of the key of the sentence on what is wrong; with {@code .next} after it, that of what would be right
     * @param named what both sentences name
     */
    public StartException(Code code, String sentence, Object... named) {
        this(Refusal.of(code, "").because("refused.start." + sentence, named));
    }

    private StartException(Refusal refusal) {
        super(refusal.facts());
        this.refusal = refusal;
    }

    public Code code() {
        return (Code) refusal.code();
    }

    /** What is wrong, with what its sentence names. */
    public Refusal refusal() {
        return refusal;
    }

    /** What would be right, with the same names. */
    public Refusal next() {
        return refusal.because(refusal.key() + ".next", refusal.arguments().toArray());
    }
}
