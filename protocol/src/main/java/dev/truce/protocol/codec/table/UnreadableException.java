package dev.truce.protocol.codec.table;

/**
 * A message follows the schema but says something that no value of the game is. Has no stack trace: peers cause it at will, and
 * traces for hostile input cost more than the attack.
 */
public final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String detail;
    private final String legal;

    public UnreadableException(String field, String detail, String legal) {
        super(field + ": " + detail, null, false, false);
        this.field = field;
        this.detail = detail;
        this.legal = legal;
    }

    /** Returns what was wrong, for example {@code submit_orders.orders[1].level_index}. */
    public String field() {
        return field;
    }

    /** One sentence that names the wrong thing. */
    public String detail() {
        return detail;
    }

    /** What would be right, or an empty string. */
    public String legal() {
        return legal;
    }

    public static UnreadableException missing(String field) {
        return new UnreadableException(field, "The field " + field + " is missing.", "");
    }
}
