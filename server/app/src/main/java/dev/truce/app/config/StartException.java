package dev.truce.app.config;

/** The server does not start; says why, and what would be right. */
public final class StartException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why a server does not start. The names are shown to people and never change. */
    public enum Code {
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
        /** The journal was written by another version of the program. */
        JOURNAL_VERSION,
        /** Entries that were acknowledged are missing at the end of the journal. */
        JOURNAL_TRUNCATED,
        /** Another server uses the data directory. */
        DATA_DIRECTORY_IN_USE,
        /** The journal holds a match that this version cannot continue. */
        UNKNOWN_RULESET,
        /** An option is out of its range. */
        BAD_OPTION
    }

    private final Code code;
    private final String next;

    /**
     * Says why the server does not start.
     *
     * @param what one sentence on what is wrong
     * @param next what would be right
     */
    public StartException(Code code, String what, String next) {
        super(what);
        this.code = code;
        this.next = next;
    }

    public Code code() {
        return code;
    }

    /** What would be right. */
    public String next() {
        return next;
    }
}
