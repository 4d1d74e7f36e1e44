package dev.truce.protocol.client;

import dev.truce.protocol.message.ServerMessage;

/** Makes refusals, of the server and of the client itself. */
final class ClientRefusals {
    private ClientRefusals() {}

    static Refusal of(ServerMessage.Refused refused) {
        return new Refusal(
                refused.code().name(),
                refused.field(),
                refused.detail(),
                refused.legal(),
                Math.max(0, refused.retryAfterMillis()));
    }

    static Refusal local(String code, String detail) {
        return new Refusal(code, "", detail, "", 0);
    }
}
