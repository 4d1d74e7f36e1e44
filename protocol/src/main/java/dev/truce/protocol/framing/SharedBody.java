package dev.truce.protocol.framing;

import com.google.protobuf.CodedOutputStream;
import dev.truce.protocol.codec.ObservationHash;
import dev.truce.protocol.codec.ServerFrames;
import dev.truce.protocol.message.ServerFrame;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.protocol.v2.RoundOpened;
import dev.truce.protocol.v2.ServerEnvelope;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A body that many are told: its bytes are made once. Those of a long one are never copied, however many connections wait to send them. They
 * are freed with this object.
 */
public final class SharedBody {
    /** Up to here a copy costs less than a frame of two buffers. */
    private static final int SHORT_BYTES = 8_192;

    private final ServerMessage body;
    private final long observationHash;
    private final byte[] copied;
    private final @Nullable ByteBuf outside;

    /** Makes the bytes of a body. */
    public SharedBody(ServerMessage body) {
        this.body = body;
        ServerEnvelope wire = ServerFrames.body(body);
        byte[] alone = wire.toByteArray();
        this.observationHash = observationHash(wire, alone);
        boolean isLong = alone.length > SHORT_BYTES;
        this.copied = isLong ? new byte[0] : alone;
        this.outside = isLong ? outside(alone) : null;
    }

    /**
     * Returns the hash of the observation in a body, as {@link ObservationHash} has it; 0 if there is none.
     *
     * @param bytes of the body
     */
    private static long observationHash(ServerEnvelope body, byte[] bytes) {
        if (!body.hasRoundOpened()) {
            return 0;
        }
        // The observation is the first field of the only field: its bytes are there, and are not made once more.
        int observation = body.getRoundOpened().getObservation().getSerializedSize();
        int first = bytes.length
                - body.getRoundOpened().getSerializedSize()
                + CodedOutputStream.computeTagSize(RoundOpened.OBSERVATION_FIELD_NUMBER)
                + CodedOutputStream.computeUInt32SizeNoTag(observation);
        return ObservationHash.of(bytes, first, observation);
    }

    private static ByteBuf outside(byte[] alone) {
        ByteBuffer bytes = ByteBuffer.allocateDirect(alone.length).put(alone).flip();
        return Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(bytes).asReadOnly());
    }

    /** What it says. */
    public ServerMessage body() {
        return body;
    }

    /** The hash of the observation in it, 0 if it has none. */
    public long observationHash() {
        return observationHash;
    }

    /** Returns how many bytes it has. */
    public int length() {
        return outside == null ? copied.length : outside.readableBytes();
    }

    /** Returns the frame that says it on one connection; the frame's own body is left out. */
    public SharedFrame in(ServerFrame frame) {
        return new SharedFrame(frame, this);
    }

    /** Returns a buffer that begins with what was written into one and goes on with these bytes; it takes the place of that one. */
    ByteBuf after(ByteBuf begun) {
        return outside == null ? begun.writeBytes(copied) : Unpooled.wrappedBuffer(begun, outside.retainedDuplicate());
    }

    /** Returns how much room a buffer needs beside what it begins with. */
    int copiedBytes() {
        return copied.length;
    }
}
