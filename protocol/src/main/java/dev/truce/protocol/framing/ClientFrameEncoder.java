package dev.truce.protocol.framing;

import dev.truce.protocol.codec.ClientFrames;
import dev.truce.protocol.message.ClientFrame;
import dev.truce.protocol.message.Wire;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.MessageToByteEncoder;
import java.io.IOException;

/** A client's stage that turns {@link ClientFrame} into bytes. */
public final class ClientFrameEncoder extends MessageToByteEncoder<ClientFrame> {
    /** Makes a stage for one channel. */
    public ClientFrameEncoder() {
        super(ClientFrame.class);
    }

    @Override
    protected void encode(ChannelHandlerContext ctx, ClientFrame frame, ByteBuf out) throws IOException {
        FrameWriter.write(ClientFrames.toWire(frame), Wire.FRAME_BYTES, out);
    }
}
