package dev.truce.protocol.client;

/**
 * What opens a place again, also in another process.
 *
 * @param token secret of the place
 * @param lastSeq number of the last event that was heard, 0 to hear all events again
 */
public record ResumeTicket(String token, long lastSeq) {
    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "ResumeTicket[token=..., lastSeq=" + lastSeq + "]";
    }
}
