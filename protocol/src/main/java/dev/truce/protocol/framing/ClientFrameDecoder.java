package dev.truce.protocol.framing;

import dev.truce.protocol.codec.ClientFrames;
import dev.truce.protocol.codec.table.UnreadableException;
import dev.truce.protocol.message.Unreadable;
import dev.truce.protocol.message.Wire;
import dev.truce.protocol.v2.ClientEnvelope;

/**
 * A server's stage that turns frames into {@link dev.truce.protocol.message.ClientFrame} or {@link Unreadable}; throws
 * {@link BadFrame}.
 */
public final class ClientFrameDecoder extends MessageDecoder<ClientEnvelope> {
    private static final FieldScan SCAN = new FieldScan(ClientEnvelope.getDescriptor(), Wire.CLIENT_FIELDS);

    /** Makes a stage for one channel. */
    public ClientFrameDecoder() {
        super(ClientEnvelope.parser(), SCAN);
    }

    @Override
    Object read(ClientEnvelope message) {
        try {
            return ClientFrames.toGame(message);
        } catch (UnreadableException e) {
            return new Unreadable(message.getRequestId(), e.refusal());
        }
    }
}
