package dev.truce.protocol.framing;

import dev.truce.protocol.codec.ServerFrames;
import dev.truce.protocol.message.ServerFrame;
import dev.truce.protocol.message.Wire;
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
        FrameWriter.write(ServerFrames.toWire(frame), Wire.SERVER_FRAME_BYTES, out);
    }
}
