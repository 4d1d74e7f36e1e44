package dev.truce.protocol.client;

/**
 * A coded refusal.
 *
 * @param code name of the wire's refusal code, for example {@code STALE_ROUND}
 * @param field what was wrong
 * @param detail one sentence that names the wrong thing
 * @param legal what would be right, or empty
 * @param retryAfterMillis when to try again, 0 if trying again is no use
 */
public record Refusal(String code, String field, String detail, String legal, long retryAfterMillis) {}
