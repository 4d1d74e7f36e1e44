package dev.truce.protocol.message;

/**
 * A message that follows the schema and still says nothing: a required field is missing, or a value means nothing.
 *
 * @param requestId request that it was, or that it answers; 0 if it does not say
 * @param field what was wrong, for example {@code submit_orders.orders[1].level_index}
 * @param detail one sentence that names the wrong thing
 * @param legal what would be right, or empty
 */
public record Unreadable(long requestId, String field, String detail, String legal) {
    /** Returns the refusal that answers such a request. */
    public ServerMessage.Refused refused() {
        return new ServerMessage.Refused(ReasonCode.MALFORMED, "", field, detail, legal, 0);
    }
}
