package dev.truce.protocol.slim;

/**
 * A message of the schema. Classes with the same names, accessors and builders as those of protobuf-java are generated from the schema, so that
 * the codec works with either; what they write is the same to the byte.
 */
public abstract class SlimMessage {
    /** Writes the fields that are set, in the order of their numbers. */
    protected abstract void writeTo(SlimWriter out);

    /**
     * Reads the value of a field into this message.
     *
     * @param tag number and wire type of the field
     * @return whether the message has such a field; if not, nothing is read
     */
    protected abstract boolean read(int tag, SlimReader in) throws UnreadableBytesException;

    /** Returns the bytes of the message. */
    public final byte[] toByteArray() {
        SlimWriter out = new SlimWriter();
        writeTo(out);
        return out.toByteArray();
    }
}
