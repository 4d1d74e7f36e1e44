package dev.truce.protocol.framing;

import dev.truce.protocol.codec.ServerFrames;
import dev.truce.protocol.message.ServerFrame;
import dev.truce.protocol.message.ServerMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;

/**
 * A long body that many are told: its bytes are made once and are never copied, however many connections wait to send them. They are
 * freed with this object.
 */
public final class SharedBody {
    private final ServerMessage body;
    private final ByteBuf bytes;

    /** Makes the bytes of a body. */
    public SharedBody(ServerMessage body) {
        this.body = body;
        byte[] alone = ServerFrames.body(body).toByteArray();
        ByteBuffer outside = ByteBuffer.allocateDirect(alone.length).put(alone).flip();
        this.bytes = Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(outside).asReadOnly());
    }

    /** What it says. */
    public ServerMessage body() {
        return body;
    }

    /** Returns how many bytes it has. */
    public int length() {
        return bytes.readableBytes();
    }

    /** Returns the frame that says it on one connection; the frame's own body is left out. */
    public SharedFrame in(ServerFrame frame) {
        return new SharedFrame(frame, this);
    }

    /** Returns a view of the bytes, to be released as if it had been copied. */
    ByteBuf bytes() {
        return bytes.retainedDuplicate();
    }
}
