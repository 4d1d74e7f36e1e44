package dev.truce.protocol.framing;

import com.google.protobuf.CodedOutputStream;
import dev.truce.protocol.codec.ServerFrames;
import dev.truce.protocol.message.ServerFrame;
import dev.truce.protocol.message.Wire;
import dev.truce.protocol.v2.ServerEnvelope;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.EncoderException;
import java.io.IOException;

/**
 * A frame whose body has its bytes already. The fields of a message may come in pieces, so the head's bytes and the body's are
 * those of the whole.
 *
 * @param head the frame
 * @param shared its body
 */
public record SharedFrame(ServerFrame head, SharedBody shared) {
    ByteBuf toBytes(ByteBufAllocator allocator) throws IOException {
        ServerEnvelope wire = ServerFrames.head(head);
        int length = wire.getSerializedSize() + shared.length();
        if (length > Wire.SERVER_FRAME_BYTES) {
            throw new EncoderException("a frame of " + length + " bytes is longer than " + Wire.SERVER_FRAME_BYTES);
        }
        int size = CodedOutputStream.computeUInt32SizeNoTag(length) + wire.getSerializedSize();
        ByteBuf before = allocator.directBuffer(size + shared.copiedBytes());
        CodedOutputStream bytes = CodedOutputStream.newInstance(before.nioBuffer(0, size));
        bytes.writeUInt32NoTag(length);
        wire.writeTo(bytes);
        bytes.flush();
        return shared.after(before.writerIndex(size));
    }
}
