package dev.truce.app.classroom;

import dev.truce.app.classroom.ClassListLines.Column;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.protocol.text.SafeText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a class list: CSV with a header line in English or Chinese, separated by comma, semicolon or tab. An exported gradebook of Canvas
 * is such a list. A file that is no list is refused whole; a line with a fault is left out and named.
 */
public final class ClassListReader {
    /** The largest file: the most students, with 400 bytes each. */
    public static final int MAX_BYTES = 128 * 1024;

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char[] SEPARATORS = {',', ';', '\t'};

    /** What Canvas writes below the header, and its student who is none. */
    private static final String POINTS_POSSIBLE = "points possible";

    private static final String TEST_STUDENT = "student, test";

    private final Map<Column, Integer> columns = new EnumMap<>(Column.class);
    private final ClassListLines lines = new ClassListLines(columns);

    private ClassListReader() {}

    /**
     * Reads a list.
     *
     * @param file UTF-8; a byte order mark, as spreadsheets write it, is skipped
     * @return the list, which has a student at least; refused with a {@link ClassFault} if the file is no list
     */
    public static Reply<ClassList> read(byte[] file) {
        if (file.length > MAX_BYTES) {
            return Reply.refused(Refusal.of(ClassFault.LIST_TOO_LARGE, "").naming(file.length, MAX_BYTES));
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            return Reply.refused(Refusal.of(ClassFault.NOT_UTF8, ""));
        }
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            text = text.substring(1);
        }
        try {
            return new ClassListReader().list(text);
        } catch (IOException | UncheckedIOException | IllegalStateException wrong) {
            return Reply.refused(Refusal.of(ClassFault.NOT_CSV, ""));
        }
    }

    private Reply<ClassList> list(String text) throws IOException {
        try (CSVParser parser = CSVParser.parse(text, format(separator(text)))) {
            boolean isHeader = true;
            for (CSVRecord record : parser) {
                // The number of the line in which the record ends: a name in quotes may have a line break.
                int line = Math.toIntExact(parser.getCurrentLineNumber());
                if (isHeader) {
                    Optional<Refusal> wrong = header(record);
                    if (wrong.isPresent()) {
                        return Reply.refused(wrong.get());
                    }
                    isHeader = false;
                } else if (!isOfCanvas(record)) {
                    lines.add(line, record);
                }
                if (lines.students().size() > ClassList.MAX_STUDENTS) {
                    return Reply.refused(
                            Refusal.of(ClassFault.TOO_MANY_STUDENTS, "").naming(ClassList.MAX_STUDENTS));
                }
            }
            if (isHeader) {
                return Reply.refused(noHeader(""));
            }
        }
        return lines.students().isEmpty()
                ? Reply.refused(Refusal.of(ClassFault.NO_STUDENTS, "")
                        .naming(lines.leftOut().size()))
                : Reply.done(new ClassList(lines.students(), lines.leftOut()));
    }

    private Optional<Refusal> header(CSVRecord record) {
        for (int i = 0; i < record.size(); i++) {
            Optional<Column> column = Column.find(record.get(i));
            // Other columns are those of a gradebook, and of no use here.
            if (column.isPresent() && columns.putIfAbsent(column.get(), i) != null) {
                return Optional.of(Refusal.of(ClassFault.COLUMN_TWICE, "")
                        .naming(SafeText.line(record.get(i), ClassListLines.MAX_CELL)));
            }
        }
        return columns.containsKey(Column.NAME)
                ? Optional.empty()
                : Optional.of(noHeader(SafeText.line(String.join(" | ", record), ClassListLines.MAX_CELL)));
    }

    private static Refusal noHeader(String found) {
        return Refusal.of(ClassFault.NO_HEADER, "").naming(found).legal(Column.usual());
    }

    private boolean isOfCanvas(CSVRecord record) {
        String name = lines.cell(record, Column.NAME);
        return name.equalsIgnoreCase(POINTS_POSSIBLE) || name.equalsIgnoreCase(TEST_STUDENT);
    }

    /** Returns the separator that makes the most known columns of the first line. */
    private static char separator(String text) {
        String first = text.lines().findFirst().orElse("");
        char best = SEPARATORS[0];
        for (char separator : SEPARATORS) {
            if (knownColumns(first, separator) > knownColumns(first, best)) {
                best = separator;
            }
        }
        return best;
    }

    private static long knownColumns(String first, char separator) {
        try (CSVParser parser = CSVParser.parse(first, format(separator))) {
            return parser.stream()
                    .flatMap(CSVRecord::stream)
                    .filter(cell -> Column.find(cell).isPresent())
                    .count();
        } catch (IOException | UncheckedIOException | IllegalStateException wrong) {
            // A quote that ends before another separator: it is not this one.
            return 0;
        }
    }

    private static CSVFormat format(char separator) {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(true)
                .get();
    }
}
