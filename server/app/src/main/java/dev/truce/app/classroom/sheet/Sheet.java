package dev.truce.app.classroom.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table of cells: CSV in any usual encoding, with comma, semicolon or tab, or the first sheet of a workbook of Excel.
 *
 * @param rows those that are not blank, in their order
 * @param encoding for people: how the characters were written, or {@code xlsx}
 */
public record Sheet(List<SheetRow> rows, String encoding) {
    /** Rows that a list may have, of which most name nobody. A workbook is read so far; blank rows may follow. */
    public static final int MAX_ROWS = 2_000;

    private static final String WORKBOOK = "xlsx";
    /** What a known column counts for, against one that is not known. */
    private static final long KNOWN = 1_000_000;

    private static final char[] SEPARATORS = {',', ';', '\t'};

    /** What Excel is told in a first line, and writes there itself in some countries. */
    private static final Pattern TOLD = Pattern.compile("\"?sep=([,;|\t])\"?\\s*", Pattern.CASE_INSENSITIVE);

    /** How a spreadsheet is kept from making a number of a text. */
    private static final Pattern QUOTED = Pattern.compile("=\"(.*)\"");

    /** Blanks that do not break, or have another width; signs that have none. */
    private static final Pattern BLANKS = Pattern.compile("[\\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+");

    private static final Pattern UNSEEN = Pattern.compile("[\u200b\u2060\ufeff]");

    public Sheet {
        rows = List.copyOf(rows);
    }

    /**
     * A row.
     *
     * @param line where it ends in the file, from 1
     * @param cells without blanks around, in one spelling of each letter
     */
    public record SheetRow(int line, List<String> cells) {
        public SheetRow {
            cells = cells.stream().map(Sheet::clean).toList();
        }

        boolean isBlank() {
            return cells.stream().allMatch(String::isEmpty);
        }
    }

    /**
     * Reads a file.
     *
     * @param isColumn whether a cell of the first row names a column that the reader knows; the separator that makes most of them is taken
     * @throws java.nio.charset.CharacterCodingException if the encoding is not one of the usual ones
     * @throws BrokenWorkbookException if it is a workbook that cannot be read
     * @throws IOException if it is not CSV: a quotation mark is not closed
     */
    public static Sheet read(byte[] file, Predicate<String> isColumn) throws IOException {
        if (WorkbookRows.isOne(file)) {
            return new Sheet(filled(WorkbookRows.of(file)), WORKBOOK);
        }
        SheetEncoding encoding = SheetEncoding.of(file);
        return of(encoding.text(file), encoding.shown(), isColumn);
    }

    /**
     * Reads a text that needs no guess.
     *
     * @throws IOException as {@link #read}
     */
    public static Sheet of(String csv, Predicate<String> isColumn) throws IOException {
        return of(csv, SheetEncoding.UTF_8.shown(), isColumn);
    }

    private static Sheet of(String csv, String encoding, Predicate<String> isColumn) throws IOException {
        try {
            return new Sheet(filled(rows(csv, isColumn)), encoding);
        } catch (UncheckedIOException | IllegalStateException wrong) {
            throw new IOException(wrong);
        }
    }

    private static List<SheetRow> filled(List<SheetRow> rows) {
        return rows.stream().filter(row -> !row.isBlank()).toList();
    }

    private static List<SheetRow> rows(String text, Predicate<String> isColumn) throws IOException {
        List<String> lines = text.lines().toList();
        int before = 0;
        while (before < lines.size() && lines.get(before).isBlank()) {
            before++;
        }
        Matcher told = TOLD.matcher(before < lines.size() ? lines.get(before) : "");
        char separator;
        String rest = text;
        if (told.matches()) {
            separator = told.group(1).charAt(0);
            before++;
            rest = String.join("\n", lines.subList(before, lines.size()));
        } else {
            separator = separator(text, isColumn);
            before = 0;
        }
        List<SheetRow> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(rest, format(separator))) {
            for (CSVRecord record : parser) {
                // The number of the line in which the record ends: a name in quotes may have a line break.
                rows.add(new SheetRow(before + Math.toIntExact(parser.getCurrentLineNumber()), record.toList()));
            }
        }
        return rows;
    }

    /** Returns the separator that makes the most known columns of the first row, and where that is the same, the most columns. */
    private static char separator(String text, Predicate<String> isColumn) {
        char best = SEPARATORS[0];
        for (char separator : SEPARATORS) {
            if (known(text, separator, isColumn) > known(text, best, isColumn)) {
                best = separator;
            }
        }
        return best;
    }

    private static long known(String text, char separator, Predicate<String> isColumn) {
        try (CSVParser parser = CSVParser.parse(text, format(separator))) {
            return parser.stream()
                    .map(record -> new SheetRow(0, record.toList()))
                    .filter(row -> !row.isBlank())
                    .findFirst()
                    .map(row -> KNOWN * row.cells().stream().filter(isColumn).count()
                            + row.cells().size())
                    .orElse(0L);
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

    private static String clean(String cell) {
        Matcher quoted = QUOTED.matcher(cell.strip());
        String text = quoted.matches() ? quoted.group(1) : cell;
        String seen = UNSEEN.matcher(text).replaceAll("");
        return Normalizer.normalize(BLANKS.matcher(seen).replaceAll(" ").strip(), Normalizer.Form.NFC);
    }

    /** Returns whether an encoding was found by a guess, which can be wrong. */
    public static boolean isGuess(String encoding) {
        return !encoding.equals(WORKBOOK) && !encoding.equals(SheetEncoding.UTF_8.shown());
    }

    /** Hides the cells: names do not belong in a log. */
    @Override
    public String toString() {
        return "Sheet[" + rows.size() + " rows, " + encoding + "]";
    }
}
