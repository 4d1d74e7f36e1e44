package dev.truce.protocol.codec;

import dev.truce.protocol.codec.table.UnreadableException;
import dev.truce.protocol.message.ClientFrame;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.Wire;
import dev.truce.protocol.v2.ClientEnvelope;

/** Maps what clients say. */
public final class ClientFrames {
    private ClientFrames() {}

    /** Returns a frame as the schema has it. */
    public static ClientEnvelope toWire(ClientFrame frame) {
        ClientEnvelope.Builder wire = ClientEnvelope.newBuilder()
                .setProtoVersion(frame.protoVersion())
                .setRuleset(frame.ruleset())
                .setRequestId(frame.requestId())
                .setAck(frame.ack());
        ClientMessageWire.write(frame.body(), wire);
        return wire.build();
    }

    /**
     * Returns what a client said.
     *
     * @throws UnreadableException if a required field is missing, an enum names nothing or a text is out of bounds
     */
    public static ClientFrame toGame(ClientEnvelope wire) throws UnreadableException {
        if (wire.getRequestId() == 0) {
            throw UnreadableException.missing("request_id");
        }
        String ruleset = WireTexts.ascii(wire.getRuleset(), "ruleset", Wire.ID_CHARACTERS);
        ClientMessage body = ClientMessageWire.read(wire, "");
        if (body instanceof ClientMessage.OfClass asked) {
            ClassFrames.namesNoTableTwice(asked.request(), wire);
        }
        return new ClientFrame(wire.getProtoVersion(), ruleset, wire.getRequestId(), wire.getAck(), body);
    }
}
