package dev.truce.protocol.wire;

import com.google.protobuf.MessageLite;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Frames as bytes. */
public final class Frames {
    private Frames() {}

    /** Returns messages as they travel: each behind its length. */
    public static byte[] bytes(List<? extends MessageLite> messages) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            for (MessageLite message : messages) {
                message.writeDelimitedTo(out);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** Returns bytes behind their length. */
    public static byte[] framed(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int length = content.length;
        while (length > 0x7F) {
            out.write(length & 0x7F | 0x80);
            length >>>= 7;
        }
        out.write(length);
        out.writeBytes(content);
        return out.toByteArray();
    }
}
