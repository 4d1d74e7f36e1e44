package dev.truce.protocol.framing;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.Type;
import com.google.protobuf.WireFormat;
import dev.truce.protocol.message.Wire;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Walks over the tags of a message before anything is parsed and counts what would become objects: a parsed message can take 37
 * times the memory of its bytes, so a bomb has to be found first. Each repeated element counts.
 *
 * <p>It also finds what the parser would refuse, so that hostile bytes cost no stack trace.
 */
final class FieldScan {
    private final Shape root;
    private final int mostFields;

    FieldScan(Descriptor root, int mostFields) {
        this.root = Shape.of(root, new HashMap<>());
        this.mostFields = mostFields;
    }

    /**
     * Checks a message and leaves the reader where it was.
     *
     * @throws BadFrame if it is malformed, too deep, has too many fields or too much that the schema does not know
     */
    void check(ByteBuf message) {
        new Walk(message, mostFields).message(root, message.readerIndex(), message.writerIndex(), 0);
    }

    /** The fields of a message type. */
    private static final class Shape {
        private final Map<Integer, FieldShape> fields = new HashMap<>();

        static Shape of(Descriptor descriptor, Map<String, Shape> made) {
            Shape known = made.get(descriptor.getFullName());
            if (known != null) {
                return known;
            }
            Shape shape = new Shape();
            made.put(descriptor.getFullName(), shape);
            for (FieldDescriptor field : descriptor.getFields()) {
                boolean message = field.getType() == Type.MESSAGE;
                shape.fields.put(
                        field.getNumber(),
                        new FieldShape(
                                field.getLiteType().getWireType(),
                                field.isPackable(),
                                field.getType() == Type.STRING,
                                message ? of(field.getMessageType(), made) : null));
            }
            return shape;
        }
    }

    /**
     * What may follow a tag.
     *
     * @param wireType of a single element
     * @param packable whether elements may stand together in one length-delimited field
     * @param text whether it has to be UTF-8
     * @param message its fields if it is a message, or null
     */
    private record FieldShape(
            int wireType,
            boolean packable,
            boolean text,
            @Nullable Shape message) {}

    /** One pass over one frame. */
    private static final class Walk {
        private final ByteBuf in;
        private final int mostFields;
        private int fields;
        private int unknownFields;
        private int unknownBytes;
        private int at;

        Walk(ByteBuf in, int mostFields) {
            this.in = in;
            this.mostFields = mostFields;
        }

        void message(Shape shape, int from, int to, int depth) {
            if (depth > Wire.NESTING) {
                throw new BadFrame(BadFrame.Cause.TOO_DEEP);
            }
            at = from;
            while (at < to) {
                int start = at;
                int tag = tag(to);
                int wireType = WireFormat.getTagWireType(tag);
                FieldShape field = shape.fields.get(WireFormat.getTagFieldNumber(tag));
                if (field == null || !fits(field, wireType)) {
                    skip(tag, to, depth);
                    unknown(at - start);
                } else if (wireType == WireFormat.WIRETYPE_LENGTH_DELIMITED) {
                    known(field, to, depth);
                } else {
                    count(1);
                    skip(tag, to, depth);
                }
            }
        }

        private static boolean fits(FieldShape field, int wireType) {
            return wireType == field.wireType || (field.packable && wireType == WireFormat.WIRETYPE_LENGTH_DELIMITED);
        }

        private void known(FieldShape field, int to, int depth) {
            int length = length(to);
            int end = at + length;
            if (field.message != null) {
                count(1);
                message(field.message, at, end, depth + 1);
            } else if (field.packable) {
                count(packed(field.wireType, end));
            } else {
                count(1);
                if (field.text && !ByteBufUtil.isText(in, at, length, StandardCharsets.UTF_8)) {
                    throw noMessage();
                }
            }
            at = end;
        }

        private int packed(int wireType, int end) {
            int elements = 0;
            while (at < end) {
                value(wireType, end);
                elements++;
            }
            return Math.max(1, elements);
        }

        private void skip(int tag, int to, int depth) {
            int wireType = WireFormat.getTagWireType(tag);
            if (wireType == WireFormat.WIRETYPE_LENGTH_DELIMITED) {
                int length = length(to);
                at += length;
            } else if (wireType == WireFormat.WIRETYPE_START_GROUP) {
                group(WireFormat.getTagFieldNumber(tag), to, depth + 1);
            } else {
                value(wireType, to);
            }
        }

        private void group(int number, int to, int depth) {
            if (depth > Wire.NESTING) {
                throw new BadFrame(BadFrame.Cause.TOO_DEEP);
            }
            while (true) {
                int tag = tag(to);
                if (WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_END_GROUP) {
                    if (WireFormat.getTagFieldNumber(tag) != number) {
                        throw noMessage();
                    }
                    return;
                }
                skip(tag, to, depth);
                unknown(0);
            }
        }

        private void value(int wireType, int to) {
            switch (wireType) {
                case WireFormat.WIRETYPE_VARINT -> varint(to);
                case WireFormat.WIRETYPE_FIXED32 -> at += 4;
                case WireFormat.WIRETYPE_FIXED64 -> at += 8;
                default -> throw noMessage();
            }
            if (at > to) {
                throw noMessage();
            }
        }

        private int tag(int to) {
            long tag = varint(to);
            if (tag < 0 || tag > 0xFFFF_FFFFL || WireFormat.getTagFieldNumber((int) tag) == 0) {
                throw noMessage();
            }
            return (int) tag;
        }

        private int length(int to) {
            long length = varint(to);
            if (length < 0 || length > to - at) {
                throw noMessage();
            }
            return (int) length;
        }

        private long varint(int to) {
            long value = 0;
            for (int shift = 0; shift < 64; shift += 7) {
                if (at >= to) {
                    throw noMessage();
                }
                byte next = in.getByte(at++);
                value |= (long) (next & 0x7F) << shift;
                if (next >= 0) {
                    return value;
                }
            }
            throw noMessage();
        }

        private void count(int elements) {
            fields += elements;
            if (fields > mostFields) {
                throw new BadFrame(BadFrame.Cause.TOO_MANY_FIELDS);
            }
        }

        private void unknown(int bytes) {
            unknownFields++;
            unknownBytes += bytes;
            if (unknownFields > Wire.UNKNOWN_FIELDS || unknownBytes > Wire.UNKNOWN_BYTES) {
                throw new BadFrame(BadFrame.Cause.TOO_MUCH_UNKNOWN);
            }
        }

        private static BadFrame noMessage() {
            return new BadFrame(BadFrame.Cause.NO_MESSAGE);
        }
    }
}
