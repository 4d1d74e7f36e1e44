package dev.truce.protocol.message;

import java.util.function.UnaryOperator;

/**
 * One request of a client.
 *
 * @param protoVersion version of the protocol that the client speaks
 * @param ruleset ruleset that the client was made for, or empty for any
 * @param requestId number of the request, not 0; the answer repeats it
 * @param ack seq up to which the client has heard every event, 0 for none
 * @param body what it wants
 */
public record ClientFrame(int protoVersion, String ruleset, long requestId, long ack, ClientMessage body) {
    /** Returns the same with other words, wherever a person wrote words. */
    public ClientFrame reworded(UnaryOperator<String> words) {
        return new ClientFrame(protoVersion, ruleset, requestId, ack, body.reworded(words));
    }
}
