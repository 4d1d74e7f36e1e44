package dev.truce.protocol.message;

import dev.truce.engine.orders.Refusal;

/**
 * A message that follows the schema and still says nothing: a required field is missing, or a value means nothing.
 *
 * @param requestId request that it was, or that it answers; 0 if it does not say
 * @param refusal what was wrong: {@link ConnectionCode#MALFORMED}
 */
public record Unreadable(long requestId, Refusal refusal) {}
