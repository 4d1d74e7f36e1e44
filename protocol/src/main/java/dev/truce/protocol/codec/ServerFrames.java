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
        ServerEnvelope.Builder wire = ServerEnvelope.newBuilder()
                .setProtoVersion(Wire.PROTO_VERSION)
                .setRuleset(frame.ruleset())
                .setSeq(frame.seq())
                .setReplyTo(frame.replyTo())
                .setRoundId(frame.round())
                .setObservationHash(frame.observationHash());
        ServerBodies.put(wire, frame.body());
        return wire.build();
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
                ServerBodies.read(wire));
    }
}
