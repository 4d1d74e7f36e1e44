package dev.truce.protocol.framing;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.MessageLite;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufOutputStream;
import io.netty.handler.codec.EncoderException;
import java.io.IOException;

/** Writes a message as a frame. */
final class FrameWriter {
    private FrameWriter() {}

    /** Returns how many bytes the frame will have, its length included. */
    static int size(MessageLite message) {
        int length = message.getSerializedSize();
        return CodedOutputStream.computeUInt32SizeNoTag(length) + length;
    }

    /** @throws EncoderException if the message is longer than the other end reads */
    static void write(MessageLite message, int mostBytes, ByteBuf out) throws IOException {
        if (message.getSerializedSize() > mostBytes) {
            throw new EncoderException(
                    "a frame of " + message.getSerializedSize() + " bytes is longer than " + mostBytes);
        }
        try (ByteBufOutputStream bytes = new ByteBufOutputStream(out)) {
            message.writeDelimitedTo(bytes);
        }
    }
}
