package dev.truce.protocol.framing;

import dev.truce.protocol.codec.ServerFrames;
import dev.truce.protocol.message.ServerFrame;
import dev.truce.protocol.message.Wire;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.MessageToByteEncoder;
import java.io.IOException;

/** A server's stage that turns {@link ServerFrame} and {@link SharedFrame} into bytes. */
public final class ServerFrameEncoder extends MessageToByteEncoder<ServerFrame> {
    /** Makes a stage for one channel. */
    public ServerFrameEncoder() {
        super(ServerFrame.class);
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) throws Exception {
        if (message instanceof SharedFrame shared) {
            ctx.write(shared.toBytes(ctx.alloc()), promise);
        } else {
            super.write(ctx, message, promise);
        }
    }

    @Override
    protected void encode(ChannelHandlerContext ctx, ServerFrame frame, ByteBuf out) throws IOException {
        FrameWriter.write(ServerFrames.toWire(frame), Wire.SERVER_FRAME_BYTES, out);
    }
}
