package dev.truce.protocol.slim;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DiscardUnknownFieldsParser;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import dev.truce.protocol.message.Wire;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.HexFormat;
import java.util.Optional;

/** What protobuf-java makes of bytes, and what the mapping makes of its messages: what the slim classes have to make of them too. */
final class SlimOracle {
    /** Where bytes are refused. */
    static final String REFUSED = "-";

    /** Before the reason why a message, whose bytes are fine, says nothing. */
    static final String NO_MEANING = "!";

    /** The one thing that protobuf-java takes and should not: a number that goes on after its tenth byte, if another byte follows. */
    static final String STRICTER = "NUMBER_TOO_LONG";

    private static final int LONGEST_NUMBER = 10;
    private static final long HASH_START = 0xcbf29ce484222325L;
    private static final long HASH_PRIME = 0x100000001b3L;

    private SlimOracle() {}

    /** Returns what protobuf-java makes of bytes with the limits of the server, written again; empty if it refuses them. */
    static Optional<byte[]> again(Descriptor type, byte[] bytes) {
        CodedInputStream in = CodedInputStream.newInstance(bytes);
        in.setRecursionLimit(Wire.NESTING);
        try {
            Message message = parser(type).parseFrom(in);
            in.checkLastTagWas(0);
            return Optional.of(message.toByteArray());
        } catch (InvalidProtocolBufferException refused) {
            return Optional.empty();
        }
    }

    /** Whether bytes are refused for the one thing, which has to stand in them: more than nine bytes in a row that say that another follows. */
    static boolean isStricter(SlimClasses slim, Descriptor type, byte[] bytes) {
        int row = 0;
        int longest = 0;
        for (byte each : bytes) {
            row = each < 0 ? row + 1 : 0;
            longest = Math.max(longest, row);
        }
        return longest >= LONGEST_NUMBER
                && slim.read(type.getName(), bytes).why().equals(STRICTER);
    }

    static Parser<? extends Message> parser(Descriptor type) {
        try {
            Class<?> generated = Class.forName("dev.truce.protocol.v2." + type.getName());
            Message message =
                    (Message) generated.getMethod("getDefaultInstance").invoke(null);
            return DiscardUnknownFieldsParser.wrap(message.getParserForType());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    /** Returns in one word what has to become of bytes: {@link #REFUSED}, or a hash of the same message written again. */
    static String expected(SlimClasses slim, Descriptor type, byte[] bytes) {
        if (isStricter(slim, type, bytes)) {
            return REFUSED;
        }
        return again(type, bytes).map(SlimOracle::hash).orElse(REFUSED);
    }

    /** Returns in one line what the mapping has to make of an envelope: a hash of what it says, written again, or why it says nothing. */
    static String meaning(SlimClasses slim, Descriptor type, byte[] bytes)
            throws ReflectiveOperationException, IOException {
        Optional<byte[]> again = again(type, bytes);
        if (again.isEmpty() || isStricter(slim, type, bytes)) {
            return REFUSED;
        }
        Verdict verdict =
                verdict(SlimOracle.class.getClassLoader(), parser(type).parseFrom(again.get()));
        return verdict.why().isEmpty()
                ? hash(HexFormat.of().parseHex(verdict.again()))
                : (NO_MEANING + verdict.why()).replaceAll("[^ -~]", "?");
    }

    /** The hash FNV-1a, which takes three lines in the page's program too. */
    static String hash(byte[] bytes) {
        long hash = HASH_START;
        for (byte each : bytes) {
            hash = (hash ^ (each & 0xFF)) * HASH_PRIME;
        }
        return Long.toHexString(hash);
    }

    /** What a mapping makes of a message: its bytes, written again, in hex digits, or why it says nothing. */
    record Verdict(String again, String why) {}

    /** Returns the verdict of the mapping among these classes. */
    static Verdict verdict(ClassLoader classes, Object message) throws ReflectiveOperationException {
        String type = message.getClass().getSimpleName();
        Class<?> codec = classes.loadClass(
                "dev.truce.protocol.codec." + (type.equals("ClientEnvelope") ? "ClientFrames" : "ServerFrames"));
        try {
            Object value = codec.getMethod("toGame", message.getClass()).invoke(null, message);
            Object again = codec.getMethod("toWire", value.getClass()).invoke(null, value);
            byte[] bytes = again instanceof Message written ? written.toByteArray() : SlimClasses.bytes(again);
            return new Verdict(HexFormat.of().formatHex(bytes), "");
        } catch (InvocationTargetException refused) {
            String name = refused.getCause().getClass().getSimpleName();
            if (!name.equals("UnreadableException")) {
                throw new IllegalStateException("the mapping cannot cope with a " + type, refused.getCause());
            }
            return new Verdict("", String.valueOf(refused.getCause().getMessage()));
        }
    }
}
