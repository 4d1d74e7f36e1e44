package dev.truce.protocol.framing;

import dev.truce.protocol.codec.ServerFrames;
import dev.truce.protocol.codec.table.UnreadableException;
import dev.truce.protocol.message.Unreadable;
import dev.truce.protocol.message.Wire;
import dev.truce.protocol.v2.ServerEnvelope;

/**
 * A client's stage that turns frames into {@link dev.truce.protocol.message.ServerFrame} or {@link Unreadable}; throws
 * {@link BadFrame}.
 */
public final class ServerFrameDecoder extends MessageDecoder<ServerEnvelope> {
    private static final FieldScan SCAN = new FieldScan(ServerEnvelope.getDescriptor(), Wire.SERVER_FIELDS);

    /** Makes a stage for one channel. */
    public ServerFrameDecoder() {
        super(ServerEnvelope.parser(), SCAN);
    }

    @Override
    Object read(ServerEnvelope message) {
        try {
            return ServerFrames.toGame(message);
        } catch (UnreadableException e) {
            return new Unreadable(message.getReplyTo(), e.refusal());
        }
    }
}
