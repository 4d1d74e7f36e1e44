package dev.truce.cli.economy;

/**
 * Why the command did nothing: a stable code, what happened, and what would be right.
 *
 * <p>Carries no stack trace, as the fault is in a file and not in the program.
 */
final class PolicyFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Longest text quoted from a file; a binary file must not flood the terminal. */
    private static final int MAX_QUOTE = 40;

    /** Kinds of refusal, in the order in which they are looked for. Names are stable; texts may change. */
    enum Code {
        /** The policy table cannot be opened or read, or is not UTF-8. */
        POLICY_UNREADABLE,
        /** The policy table is larger than any use of it. */
        TABLE_TOO_LARGE,
        /** Quotes do not match. */
        MALFORMED_CSV,
        /** There is no header, or no row below it. */
        EMPTY_TABLE,
        /** A column of the header is not in the dictionary. */
        UNKNOWN_COLUMN,
        /** A column of the header appears twice. */
        DUPLICATE_COLUMN,
        /** A row has another number of cells than the header. */
        RAGGED_ROW,
        /** A cell is no finite decimal number. */
        NOT_A_NUMBER,
        /** A number is outside the range of its column. */
        OUT_OF_RANGE,
        /** The output would replace the policy table. */
        OUTPUT_IS_INPUT,
        /** The output is not a file or cannot be written. */
        OUTPUT_FAILED
    }

    private final Code code;
    private final String next;

    PolicyFault(Code code, String happened, String next) {
        super(happened, null, false, false);
        this.code = code;
        this.next = next;
    }

    Code code() {
        return code;
    }

    String next() {
        return next;
    }

    /** Text from a file, shortened and without the control characters that could drive a terminal. */
    static String quote(String text) {
        StringBuilder shown = new StringBuilder("`");
        int end = text.offsetByCodePoints(0, Math.min(MAX_QUOTE, text.codePointCount(0, text.length())));
        text.substring(0, end)
                .codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
                .forEach(shown::appendCodePoint);
        return shown.append(end < text.length() ? "...`" : "`").toString();
    }
}
