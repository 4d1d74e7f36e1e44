package dev.truce.protocol.slim;

import dev.truce.protocol.message.Wire;
import dev.truce.protocol.slim.UnreadableBytesException.Why;
import java.util.List;

/**
 * Reads fields as protobuf's wire format has them, from bytes that anybody may have written: nesting and size are bounded, nothing is allocated
 * before its length was found to be there, and texts are UTF-8 to the letter. What it takes and refuses is what protobuf-java takes and
 * refuses with the same limits, but for numbers that are too long.
 */
public final class SlimReader {
    private static final int WIRE_TYPE_BITS = 3;
    private static final int WIRE_TYPE = 7;
    private static final int VARINT = 0;
    private static final int EIGHT = 1;
    private static final int LENGTH = 2;
    private static final int GROUP = 3;
    private static final int GROUP_END = 4;
    private static final int FOUR = 5;
    private static final int MAX_VARINT_BYTES = 10;

    private final byte[] bytes;
    private int at;
    /** Where the message or the packed field that is being read ends. */
    private int limit;

    private int depth;

    private SlimReader(byte[] bytes) {
        this.bytes = bytes;
        this.limit = bytes.length;
    }

    /**
     * Reads a whole message.
     *
     * @throws UnreadableBytesException if the bytes are none, or more than a frame has
     */
    public static <M extends SlimMessage> M read(byte[] bytes, M into) throws UnreadableBytesException {
        if (bytes.length > Wire.SERVER_FRAME_BYTES) {
            throw new UnreadableBytesException(Why.TOO_LARGE);
        }
        new SlimReader(bytes).fields(into);
        return into;
    }

    private void fields(SlimMessage into) throws UnreadableBytesException {
        while (at < limit) {
            int tag = (int) varint();
            if (tag >>> WIRE_TYPE_BITS == 0) {
                throw new UnreadableBytesException(Why.BAD_TAG);
            }
            if (!into.read(tag, this)) {
                skip(tag);
            }
        }
    }

    /** Reads a message that is a field of another. */
    public void message(SlimMessage into) throws UnreadableBytesException {
        int end = length();
        deeper();
        int outer = limit;
        limit = end;
        fields(into);
        limit = outer;
        depth--;
    }

    private void deeper() throws UnreadableBytesException {
        if (++depth > Wire.NESTING) {
            throw new UnreadableBytesException(Why.TOO_DEEP);
        }
    }

    /** Returns where what follows ends. */
    private int length() throws UnreadableBytesException {
        int length = (int) varint();
        if (length < 0 || length > limit - at) {
            throw new UnreadableBytesException(Why.CUT_OFF);
        }
        return at + length;
    }

    private void skip(int tag) throws UnreadableBytesException {
        switch (tag & WIRE_TYPE) {
            case VARINT -> varint();
            case EIGHT -> skipBytes(8);
            case LENGTH -> at = length();
            case GROUP -> skipGroup(tag);
            case FOUR -> skipBytes(4);
            case GROUP_END -> throw new UnreadableBytesException(Why.BAD_GROUP);
            default -> throw new UnreadableBytesException(Why.BAD_TAG);
        }
    }

    private void skipBytes(int count) throws UnreadableBytesException {
        if (count > limit - at) {
            throw new UnreadableBytesException(Why.CUT_OFF);
        }
        at += count;
    }

    private void skipGroup(int start) throws UnreadableBytesException {
        deeper();
        int end = start - GROUP + GROUP_END;
        while (at < limit) {
            int tag = (int) varint();
            if (tag >>> WIRE_TYPE_BITS == 0) {
                throw new UnreadableBytesException(Why.BAD_TAG);
            }
            if (tag == end) {
                depth--;
                return;
            }
            skip(tag);
        }
        throw new UnreadableBytesException(Why.BAD_GROUP);
    }

    private long varint() throws UnreadableBytesException {
        long value = 0;
        for (int i = 0; i < MAX_VARINT_BYTES; i++) {
            if (at >= limit) {
                throw new UnreadableBytesException(Why.CUT_OFF);
            }
            byte next = bytes[at++];
            value |= (long) (next & 0x7F) << 7 * i;
            if (next >= 0) {
                return value;
            }
        }
        throw new UnreadableBytesException(Why.NUMBER_TOO_LONG);
    }

    /** Numbers that do not fit lose their upper bits. */
    public int int32() throws UnreadableBytesException {
        return (int) varint();
    }

    public int uint32() throws UnreadableBytesException {
        return (int) varint();
    }

    public int sint32() throws UnreadableBytesException {
        int folded = (int) varint();
        return folded >>> 1 ^ -(folded & 1);
    }

    public long int64() throws UnreadableBytesException {
        return varint();
    }

    public long uint64() throws UnreadableBytesException {
        return varint();
    }

    public long sint64() throws UnreadableBytesException {
        long folded = varint();
        return folded >>> 1 ^ -(folded & 1);
    }

    public boolean bool() throws UnreadableBytesException {
        return varint() != 0;
    }

    public long fixed64() throws UnreadableBytesException {
        int start = at;
        skipBytes(8);
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value |= (bytes[start + i] & 0xFFL) << 8 * i;
        }
        return value;
    }

    public double real() throws UnreadableBytesException {
        return Double.longBitsToDouble(fixed64());
    }

    public String text() throws UnreadableBytesException {
        int end = length();
        String text = Utf8.read(bytes, at, end);
        at = end;
        return text;
    }

    /** Reads elements until what holds them ends. */
    private interface Packed {
        void element() throws UnreadableBytesException;
    }

    public void int32s(List<Integer> into) throws UnreadableBytesException {
        packed(() -> into.add(int32()));
    }

    public void uint32s(List<Integer> into) throws UnreadableBytesException {
        packed(() -> into.add(uint32()));
    }

    public void sint32s(List<Integer> into) throws UnreadableBytesException {
        packed(() -> into.add(sint32()));
    }

    public void int64s(List<Long> into) throws UnreadableBytesException {
        packed(() -> into.add(int64()));
    }

    public void uint64s(List<Long> into) throws UnreadableBytesException {
        packed(() -> into.add(uint64()));
    }

    public void sint64s(List<Long> into) throws UnreadableBytesException {
        packed(() -> into.add(sint64()));
    }

    public void fixed64s(List<Long> into) throws UnreadableBytesException {
        packed(() -> into.add(fixed64()));
    }

    public void reals(List<Double> into) throws UnreadableBytesException {
        packed(() -> into.add(real()));
    }

    public void bools(List<Boolean> into) throws UnreadableBytesException {
        packed(() -> into.add(bool()));
    }

    private void packed(Packed each) throws UnreadableBytesException {
        int end = length();
        int outer = limit;
        limit = end;
        while (at < end) {
            each.element();
        }
        limit = outer;
    }
}
