package dev.truce.protocol.codec.table;

import dev.truce.engine.orders.Refusal;
import dev.truce.protocol.message.ConnectionCode;

/**
 * A message follows the schema but says something that no value of the game is. Has no stack trace: peers cause it at will, and
 * traces for hostile input cost more than the attack.
 */
public final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    private UnreadableException(Refusal refusal) {
        super(refusal.facts(), null, false, false);
        this.refusal = refusal;
    }

    /**
     * @param field what was wrong, for example {@code submit_orders.orders[1].level_index}
     * @param sentence key of the sentence that names the wrong thing
     * @param legal what would be right, or an empty string
     * @param named what the sentence names
     */
    public UnreadableException(String field, String sentence, String legal, Object... named) {
        this(Refusal.of(ConnectionCode.MALFORMED, field)
                .because(sentence, named)
                .legal(legal));
    }

    /** What was wrong. */
    public Refusal refusal() {
        return refusal;
    }

    public static UnreadableException missing(String field) {
        return new UnreadableException(field, "refused.malformed.missing", "", field);
    }
}
