package dev.truce.match.record.text;

import dev.truce.engine.scenario.Scenario;
import dev.truce.match.record.MatchRecord.RulesStamp;
import dev.truce.match.record.OneLine;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads a record in its text form. Files may come from anybody: every fault is a value. */
public final class RecordReader {
    /**
     * Largest file that is looked at, in bytes. The longest match there can be has 188,000, and people may add comments and
     * variations.
     */
    public static final int MAX_BYTES = 1024 * 1024;

    /** Longest line, in characters: several times the longest that is written, an offer of all clauses. */
    public static final int MAX_LINE_CHARACTERS = 8 * 1024;

    private RecordReader() {}

    /**
     * Reads a record.
     *
     * @param file the bytes of the whole file, UTF-8
     * @param shelf finds the scenario that a record names, or the one of today of that id, so that the difference can be told
     */
    public static RecordReading read(byte[] file, Function<RulesStamp, Optional<Scenario>> shelf) {
        try {
            requireSize(file.length);
            return lines(decode(file), shelf);
        } catch (RecordSyntax wrong) {
            return new RecordReading.Unreadable(wrong.fault());
        }
    }

    /** Reads a record from a text. */
    public static RecordReading read(String text, Function<RulesStamp, Optional<Scenario>> shelf) {
        try {
            requireSize(text.length());
            return lines(text, shelf);
        } catch (RecordSyntax wrong) {
            return new RecordReading.Unreadable(wrong.fault());
        }
    }

    private static RecordReading lines(String text, Function<RulesStamp, Optional<Scenario>> shelf) {
        if (text.startsWith("{")) {
            throw new RecordSyntax(RecordFault.Code.RECORD_MACHINE_FORM, 1, 1, "machine-form");
        }
        List<String> lines = List.of(text.split("\n", -1));
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.length() > MAX_LINE_CHARACTERS) {
                throw new RecordSyntax(
                        RecordFault.Code.RECORD_TOO_LARGE,
                        i + 1,
                        MAX_LINE_CHARACTERS + 1,
                        "line-length",
                        MAX_LINE_CHARACTERS);
            }
            if (!OneLine.is(line)) {
                throw new RecordSyntax(
                        RecordFault.Code.RECORD_SYNTAX,
                        i + 1,
                        1,
                        line.endsWith("\r") ? "carriage-return" : "control-character");
            }
        }
        if (!lines.get(lines.size() - 1).isEmpty() || lines.size() == 1) {
            throw RecordSyntax.truncated(lines.size());
        }
        List<String> whole = lines.subList(0, lines.size() - 1);
        return new RecordTextReader(shelf, whole).read();
    }

    private static void requireSize(int size) {
        if (size > MAX_BYTES) {
            throw new RecordSyntax(RecordFault.Code.RECORD_TOO_LARGE, 1, 1, "too-large", size, MAX_BYTES);
        }
    }

    private static String decode(byte[] file) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(file);
        CharBuffer out = CharBuffer.allocate(file.length);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            int line = 1;
            int column = 1;
            for (int i = 0; i < in.position(); i++) {
                column = file[i] == '\n' ? 1 : column + 1;
                line += file[i] == '\n' ? 1 : 0;
            }
            throw new RecordSyntax(RecordFault.Code.RECORD_SYNTAX, line, column, "no-utf8");
        }
        return out.flip().toString();
    }
}
