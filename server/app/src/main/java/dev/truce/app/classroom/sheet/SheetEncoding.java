package dev.truce.app.classroom.sheet;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * How the bytes of a text stand for characters. A mark at the beginning says so, or the bytes do: no text has a zero byte but in UTF-16, hardly any text is
 * UTF-8 by accident, and Chinese in GBK has its high bytes in pairs, where names of Western Europe in Windows-1252 have them alone.
 */
enum SheetEncoding {
    UTF_8("UTF-8", StandardCharsets.UTF_8),
    UTF_16_LITTLE("UTF-16", StandardCharsets.UTF_16LE),
    UTF_16_BIG("UTF-16", StandardCharsets.UTF_16BE),
    GBK("GBK", charset("GB18030")),
    WINDOWS_1252("Windows-1252", charset("windows-1252"));

    /** Of so many bytes one is a zero in UTF-16, or far more are. */
    private static final int FEW = 8;

    private static final char MARK = '\uFEFF';

    private final String shown;
    private final Optional<Charset> charset;

    SheetEncoding(String shown, Charset charset) {
        this(shown, Optional.of(charset));
    }

    SheetEncoding(String shown, Optional<Charset> charset) {
        this.shown = shown;
        this.charset = charset;
    }

    /** Some runtimes leave out what is far away. */
    private static Optional<Charset> charset(String name) {
        return Charset.isSupported(name) ? Optional.of(Charset.forName(name)) : Optional.empty();
    }

    String shown() {
        return shown;
    }

    /** Returns the encoding of a text. */
    static SheetEncoding of(byte[] text) {
        if (begins(text, 0xFF, 0xFE)) {
            return UTF_16_LITTLE;
        } else if (begins(text, 0xFE, 0xFF)) {
            return UTF_16_BIG;
        }
        int[] zeros = new int[2];
        int pairs = 0;
        int alone = 0;
        for (int i = 0; i < text.length; i++) {
            zeros[i % 2] += text[i] == 0 ? 1 : 0;
            if (text[i] < 0 && i + 1 < text.length && text[i + 1] < 0) {
                pairs++;
                i++;
            } else if (text[i] < 0) {
                alone++;
            }
        }
        int all = zeros[0] + zeros[1];
        boolean isUtf8 = UTF_8.reads(text);
        if (all > 0 && (!isUtf8 || all > text.length / FEW)) {
            return zeros[1] > zeros[0] ? UTF_16_LITTLE : UTF_16_BIG;
        } else if (isUtf8) {
            return UTF_8;
        }
        return pairs > alone && GBK.reads(text) ? GBK : WINDOWS_1252;
    }

    private static boolean begins(byte[] text, int first, int second) {
        return text.length >= 2 && text[0] == (byte) first && text[1] == (byte) second;
    }

    private boolean reads(byte[] text) {
        try {
            text(text);
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    /** Returns the text without the mark at its beginning. */
    String text(byte[] bytes) throws CharacterCodingException {
        String text = charset.orElseThrow(CharacterCodingException::new)
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    }
}
