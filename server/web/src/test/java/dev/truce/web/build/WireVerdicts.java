package dev.truce.web.build;

import dev.truce.protocol.codec.ClientFrames;
import dev.truce.protocol.codec.ServerFrames;
import dev.truce.protocol.codec.table.UnreadableException;
import dev.truce.protocol.slim.SlimMessage;
import dev.truce.protocol.slim.UnreadableBytesException;
import dev.truce.protocol.v2.ClientEnvelope;
import dev.truce.protocol.v2.ServerEnvelope;
import org.teavm.interop.Export;
import org.teavm.interop.Import;

/**
 * What a program of the tests says of bytes in a browser. It is compiled as the page's programs are, from the same classes, and is no part of
 * them. The words are those of {@code SlimOracle} in the tests of the protocol.
 */
public final class WireVerdicts {
    private static final String REFUSED = "-";
    private static final String NO_MEANING = "!";
    /** Before the name of an envelope that is to be read to what it means. */
    private static final String MEANT = "Meant";

    private static final long HASH_START = 0xcbf29ce484222325L;
    private static final long HASH_PRIME = 0x100000001b3L;

    private static final StringBuilder NAME = new StringBuilder();
    private static Reading reading = (name, bytes) -> {
        throw new IllegalStateException("the program has not begun");
    };
    private static byte[] given = new byte[0];
    private static int length;

    private WireVerdicts() {}

    /** Reads a message of a name. */
    interface Reading {
        SlimMessage read(String name, byte[] bytes) throws UnreadableBytesException;
    }

    /** Reads with this from now on. */
    static void begin(Reading begun) {
        reading = begun;
    }

    /** Forgets which message is read. */
    @Export(name = "another")
    public static void another() {
        NAME.setLength(0);
    }

    /** Hears one more character of the name of the message that is read from now on. */
    @Export(name = "hear")
    public static void hear(int unit) {
        NAME.append((char) unit);
    }

    /** Says that so many bytes follow. */
    @Export(name = "message")
    public static void message(int bytes) {
        given = new byte[bytes];
        length = 0;
    }

    /** Takes one more byte. */
    @Export(name = "take")
    public static void take(int value) {
        given[length++] = (byte) value;
    }

    /** Says what it makes of the bytes that were taken. */
    @Export(name = "judge")
    public static void judge() {
        String verdict = verdict(NAME.toString(), given);
        for (int i = 0; i < verdict.length(); i++) {
            say(verdict.charAt(i));
        }
    }

    private static String verdict(String name, byte[] bytes) {
        try {
            return name.startsWith(MEANT)
                    ? meaning(name.substring(MEANT.length()), bytes)
                    : hash(reading.read(name, bytes).toByteArray());
        } catch (UnreadableBytesException refused) {
            return REFUSED;
        } catch (UnreadableException says) {
            return (NO_MEANING + says.getMessage()).replaceAll("[^ -~]", "?");
        }
    }

    private static String meaning(String name, byte[] bytes) throws UnreadableBytesException, UnreadableException {
        return hash(
                name.equals("ClientEnvelope")
                        ? ClientFrames.toWire(ClientFrames.toGame(ClientEnvelope.parseFrom(bytes)))
                                .toByteArray()
                        : ServerFrames.toWire(ServerFrames.toGame(ServerEnvelope.parseFrom(bytes)))
                                .toByteArray());
    }

    private static String hash(byte[] bytes) {
        long hash = HASH_START;
        for (byte each : bytes) {
            hash = (hash ^ (each & 0xFF)) * HASH_PRIME;
        }
        return Long.toHexString(hash);
    }

    @Import(module = "truce", name = "say")
    private static native void say(int unit);
}
