package dev.truce.app.classroom.sheet;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the bytes of a text stand for characters. A mark at the beginning says so, or the bytes do: only text in UTF-16 has zero bytes, hardly any text is
 * UTF-8 by accident, and names of Western Europe in Windows-1252, read as GBK, have Chinese signs in the middle of words.
 */
enum SheetEncoding {
    UTF_8("UTF-8", StandardCharsets.UTF_8),
    UTF_16_LITTLE("UTF-16", StandardCharsets.UTF_16LE),
    UTF_16_BIG("UTF-16", StandardCharsets.UTF_16BE),
    GBK("GBK", charset("GB18030")),
    WINDOWS_1252("Windows-1252", charset("windows-1252"));

    /** In UTF-16 at least one of so many bytes is a zero. */
    private static final int FEW = 8;

    private static final char MARK = '\uFEFF';

    /** A sign of Chinese, or one that GBK leaves to its users, beside a letter. */
    private static final Pattern MIXED =
            Pattern.compile("[\\p{IsHan}\\p{Co}]\\p{IsLatin}|\\p{IsLatin}[\\p{IsHan}\\p{Co}]");

    /** What names and what is around them are written with. */
    private static final Pattern WESTERN =
            Pattern.compile("[\\x00-\\x7f\\p{IsLatin}\u2018\u2019\u201c\u201d\u2013\u2014\u00a0\u00b4]*");

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
        for (int i = 0; i < text.length; i++) {
            zeros[i % 2] += text[i] == 0 ? 1 : 0;
        }
        int all = zeros[0] + zeros[1];
        boolean isUtf8 = UTF_8.reads(text);
        if (all > 0 && (!isUtf8 || all > text.length / FEW)) {
            return zeros[1] > zeros[0] ? UTF_16_LITTLE : UTF_16_BIG;
        } else if (isUtf8) {
            return UTF_8;
        }
        return isChinese(text) ? GBK : WINDOWS_1252;
    }

    /**
     * Without a Chinese sign beside a letter it is Chinese. With some, such as in the name of a section, it is if its bytes are not all Western letters, or,
     * where Windows-1252 lacks some of them, if most signs stand alone.
     */
    private static boolean isChinese(byte[] text) {
        String chinese;
        try {
            chinese = GBK.text(text);
        } catch (CharacterCodingException other) {
            return false;
        }
        long mixed = MIXED.matcher(chinese).results().count();
        try {
            return mixed == 0 || !WESTERN.matcher(WINDOWS_1252.text(text)).matches();
        } catch (CharacterCodingException other) {
            return 2 * mixed
                    < chinese.codePoints().filter(Character::isIdeographic).count();
        }
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
