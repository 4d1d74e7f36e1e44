package dev.truce.protocol.framing;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.MessageLite;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.EncoderException;
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
}
