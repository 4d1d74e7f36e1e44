package dev.truce.protocol.codec;

import dev.truce.protocol.codec.table.UnreadableException;
import dev.truce.protocol.message.Wire;
import java.nio.charset.StandardCharsets;

/** Bounds the texts that clients send, before anything looks at what they say. */
final class WireTexts {
    private WireTexts() {}

    /**
     * Returns an identifier: key, token, match id, room code, scenario or bot.
     *
     * @throws UnreadableException unless it has 1..64 printable ASCII characters without spaces
     */
    static String id(String text, String field) throws UnreadableException {
        if (text.isEmpty()) {
            throw UnreadableException.missing(field);
        }
        return ascii(text, field, Wire.ID_CHARACTERS);
    }

    /**
     * Returns a text that may be empty.
     *
     * @throws UnreadableException unless it has at most {@code most} printable ASCII characters without spaces
     */
    static String ascii(String text, String field, int most) throws UnreadableException {
        boolean printable = text.length() <= most;
        for (int i = 0; printable && i < text.length(); i++) {
            printable = text.charAt(i) > ' ' && text.charAt(i) < 0x7F;
        }
        if (!printable) {
            throw new UnreadableException(field, "refused.malformed.signs", "", field, most);
        }
        return text;
    }

    /**
     * Returns a name as it was sent; whether its characters are allowed is for the room to say.
     *
     * @throws UnreadableException if it has more than 96 bytes
     */
    static String name(String text, String field) throws UnreadableException {
        return bounded(text, field, Wire.NAME_BYTES);
    }

    /**
     * Returns words as they were sent; what of them is told is for the host to say.
     *
     * @throws UnreadableException if they have more than 2,240 bytes
     */
    static String words(String text, String field) throws UnreadableException {
        return bounded(text, field, Wire.TEXT_BYTES);
    }

    /**
     * Returns a scenario file as it was sent.
     *
     * @throws UnreadableException if it has more than 128 KiB
     */
    static String scenario(String text, String field) throws UnreadableException {
        return bounded(text, field, Wire.SCENARIO_BYTES);
    }

    /**
     * Returns the template of a class as it was sent.
     *
     * @throws UnreadableException if it has more than 16 KiB
     */
    static String template(String text, String field) throws UnreadableException {
        return bounded(text, field, Wire.TEMPLATE_BYTES);
    }

    /**
     * Returns a class list as it was sent.
     *
     * @throws UnreadableException if it has more than 40 KiB
     */
    static String list(String text, String field) throws UnreadableException {
        return bounded(text, field, Wire.LIST_BYTES);
    }

    private static String bounded(String text, String field, int most) throws UnreadableException {
        if (text.length() > most || text.getBytes(StandardCharsets.UTF_8).length > most) {
            throw new UnreadableException(field, "refused.malformed.long", "", field, most);
        }
        return text;
    }
}
