package dev.truce.protocol.framing;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.MessageLite;
import dev.truce.protocol.codec.ClientFrames;
import dev.truce.protocol.codec.ServerFrames;
import dev.truce.protocol.message.ClientFrame;
import dev.truce.protocol.message.ServerFrame;
import dev.truce.protocol.message.Wire;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.EncoderException;
import io.netty.handler.codec.MessageToByteEncoder;
import java.io.IOException;

/** Writes a message as a frame. */
final class FrameWriter {
    private FrameWriter() {}

    /**
     * Writes a message with its length before it.
     *
     * @throws EncoderException if it is longer than the other end reads
     */
    static void write(MessageLite message, int mostBytes, ByteBuf out) throws IOException {
        int length = message.getSerializedSize();
        if (length > mostBytes) {
            throw new EncoderException("a frame of " + length + " bytes is longer than " + mostBytes);
        }
        int size = CodedOutputStream.computeUInt32SizeNoTag(length) + length;
        out.ensureWritable(size);
        // Straight into the frame: a stream would gather all of it in a buffer of its own first.
        CodedOutputStream bytes = CodedOutputStream.newInstance(out.nioBuffer(out.writerIndex(), size));
        bytes.writeUInt32NoTag(length);
        message.writeTo(bytes);
        bytes.flush();
        out.writerIndex(out.writerIndex() + size);
    }

    /** A client's stage that turns {@link ClientFrame} into bytes. */
    static final class ClientFrameEncoder extends MessageToByteEncoder<ClientFrame> {
        ClientFrameEncoder() {
            super(ClientFrame.class);
        }

        @Override
        protected void encode(ChannelHandlerContext ctx, ClientFrame frame, ByteBuf out) throws IOException {
            FrameWriter.write(ClientFrames.toWire(frame), Wire.FRAME_BYTES, out);
        }
    }

    /** A server's stage that turns {@link ServerFrame} and {@link SharedFrame} into bytes. */
    static final class ServerFrameEncoder extends MessageToByteEncoder<ServerFrame> {
        ServerFrameEncoder() {
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
}
