package dev.truce.protocol.codec;

import dev.truce.protocol.codec.table.UnreadableException;
import dev.truce.protocol.message.ServerFrame;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.protocol.message.Wire;
import dev.truce.protocol.v2.ServerEnvelope;

/** Maps what servers say. */
public final class ServerFrames {
    private ServerFrames() {}

    /** Returns a frame as the schema has it. */
    public static ServerEnvelope toWire(ServerFrame frame) {
        ServerEnvelope.Builder wire = start(frame);
        ServerMessageWire.write(frame.body(), wire);
        return wire.build();
    }

    /** Returns all of a frame but its body. */
    public static ServerEnvelope head(ServerFrame frame) {
        return start(frame).build();
    }

    /** Returns the body of a frame alone. */
    public static ServerEnvelope body(ServerMessage body) {
        ServerEnvelope.Builder wire = ServerEnvelope.newBuilder();
        ServerMessageWire.write(body, wire);
        return wire.build();
    }

    private static ServerEnvelope.Builder start(ServerFrame frame) {
        return ServerEnvelope.newBuilder()
                .setProtoVersion(Wire.PROTO_VERSION)
                .setRuleset(frame.ruleset())
                .setSeq(frame.seq())
                .setReplyTo(frame.replyTo())
                .setRoundId(frame.round())
                .setObservationHash(frame.observationHash());
    }

    /**
     * Returns what a server said; {@link ServerMessage.Unknown} for a body that this program does not know.
     *
     * @throws UnreadableException if a field has no meaning for this program
     */
    public static ServerFrame toGame(ServerEnvelope wire) throws UnreadableException {
        return new ServerFrame(
                wire.getRuleset(),
                wire.getSeq(),
                wire.getReplyTo(),
                wire.getRoundId(),
                wire.getObservationHash(),
                ServerMessageWire.read(wire, ""));
    }
}
