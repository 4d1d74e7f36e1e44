package dev.truce.protocol.slim;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Writes fields as protobuf's wire format has them. Each method writes the tag too. */
public final class SlimWriter {
    private static final int FIRST_BYTES = 256;
    private static final int MAX_VARINT_BYTES = 10;
    private static final int MORE = 0x80;

    private byte[] bytes = new byte[FIRST_BYTES];
    private int end;

    /** Writes the elements of a packed field. */
    private interface Packed<T> {
        void element(T element);
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, end);
    }

    private void reserve(int more) {
        if (bytes.length - end < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, end + more));
        }
    }

    private void varint(long value) {
        reserve(MAX_VARINT_BYTES);
        long rest = value;
        while ((rest & -MORE) != 0) {
            bytes[end++] = (byte) (rest | MORE);
            rest >>>= 7;
        }
        bytes[end++] = (byte) rest;
    }

    private void eight(long value) {
        reserve(8);
        for (int i = 0; i < 8; i++) {
            bytes[end++] = (byte) (value >>> 8 * i);
        }
    }

    /** A negative one has ten bytes, as if it were long. */
    public void int32(int tag, int value) {
        varint(tag);
        varint(value);
    }

    public void uint32(int tag, int value) {
        varint(tag);
        varint(Integer.toUnsignedLong(value));
    }

    public void sint32(int tag, int value) {
        varint(tag);
        varint(Integer.toUnsignedLong(value << 1 ^ value >> 31));
    }

    public void int64(int tag, long value) {
        varint(tag);
        varint(value);
    }

    public void uint64(int tag, long value) {
        int64(tag, value);
    }

    public void sint64(int tag, long value) {
        varint(tag);
        varint(value << 1 ^ value >> 63);
    }

    public void fixed64(int tag, long value) {
        varint(tag);
        eight(value);
    }

    public void real(int tag, double value) {
        fixed64(tag, Double.doubleToRawLongBits(value));
    }

    public void bool(int tag, boolean value) {
        int64(tag, value ? 1 : 0);
    }

    public void text(int tag, String value) {
        byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
        int64(tag, encoded.length);
        reserve(encoded.length);
        System.arraycopy(encoded, 0, bytes, end, encoded.length);
        end += encoded.length;
    }

    public void message(int tag, SlimMessage value) {
        varint(tag);
        int start = end;
        value.writeTo(this);
        lengthAt(start);
    }

    /** Puts in front of what was written since how long it is. */
    private void lengthAt(int start) {
        int length = end - start;
        varint(length);
        int digits = end - start - length;
        byte[] moved = Arrays.copyOfRange(bytes, start + length, end);
        System.arraycopy(bytes, start, bytes, start + digits, length);
        System.arraycopy(moved, 0, bytes, start, digits);
    }

    public void int32s(int tag, List<Integer> values) {
        packed(tag, values, element -> varint(element));
    }

    public void uint32s(int tag, List<Integer> values) {
        packed(tag, values, element -> varint(Integer.toUnsignedLong(element)));
    }

    public void sint32s(int tag, List<Integer> values) {
        packed(tag, values, element -> varint(Integer.toUnsignedLong(element << 1 ^ element >> 31)));
    }

    public void int64s(int tag, List<Long> values) {
        packed(tag, values, element -> varint(element));
    }

    public void uint64s(int tag, List<Long> values) {
        int64s(tag, values);
    }

    public void sint64s(int tag, List<Long> values) {
        packed(tag, values, element -> varint(element << 1 ^ element >> 63));
    }

    public void fixed64s(int tag, List<Long> values) {
        packed(tag, values, this::eight);
    }

    public void reals(int tag, List<Double> values) {
        packed(tag, values, element -> eight(Double.doubleToRawLongBits(element)));
    }

    public void bools(int tag, List<Boolean> values) {
        packed(tag, values, element -> varint(element ? 1 : 0));
    }

    private <T> void packed(int tag, List<T> values, Packed<T> writer) {
        if (!values.isEmpty()) {
            varint(tag);
            int start = end;
            values.forEach(writer::element);
            lengthAt(start);
        }
    }
}
