package dev.truce.protocol.framing;

import dev.truce.protocol.codec.ServerFrames;
import dev.truce.protocol.message.ServerFrame;
import dev.truce.protocol.message.Wire;
import dev.truce.protocol.v2.ServerEnvelope;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.MessageToByteEncoder;
import java.io.IOException;

/** A server's stage that turns {@link ServerFrame} into bytes. */
public final class ServerFrameEncoder extends MessageToByteEncoder<ServerFrame> {
    /** Makes a stage for one channel. */
    public ServerFrameEncoder() {
        super(ServerFrame.class);
    }

    @Override
    protected void encode(ChannelHandlerContext ctx, ServerFrame frame, ByteBuf out) throws IOException {
        ServerEnvelope message = ServerFrames.toWire(frame);
        out.ensureWritable(FrameWriter.size(message));
        FrameWriter.write(message, Wire.SERVER_FRAME_BYTES, out);
    }
}
