package dev.truce.cli.economy;

import dev.truce.cli.economy.PolicyFault.Code;
import dev.truce.cli.text.Texts;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a policy table from a CSV file and names the line, column and value of the first fault. */
final class PolicyTableReader {
    /** Largest file. A century of quarters with every column takes 100 kB. */
    static final long MAX_BYTES = 16L << 20;

    /** Largest number of quarters, 25,000 years; keeps a wrong file from filling the memory. */
    static final int MAX_QUARTERS = 100_000;

    /** Stricter than Double.parseDouble, which takes NaN, hexadecimal and a trailing d. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private PolicyTableReader() {}

    /**
     * Reads a file.
     *
     * @param file UTF-8, with a header line; a byte order mark, as spreadsheets write it, is skipped
     * @return the table, at least one row
     * @throws PolicyFault if it cannot be read or a cell is wrong
     */
    static PolicyTable read(Path file) {
        String text = text(file);
        try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
            return table(parser);
        } catch (UncheckedIOException | IOException e) {
            throw new PolicyFault(
                    Code.MALFORMED_CSV,
                    Texts.of("economy.quotes", file, PolicyFault.quote(String.valueOf(e.getMessage()))),
                    Texts.of("economy.next.plain"));
        }
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new PolicyFault(
                        Code.TABLE_TOO_LARGE,
                        Texts.of("economy.bytes", file, Files.size(file)),
                        Texts.of("economy.next.bytes", MAX_BYTES));
            }
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (NoSuchFileException e) {
            throw new PolicyFault(
                    Code.POLICY_UNREADABLE, Texts.of("economy.absent", file), Texts.of("economy.next.path"));
        } catch (CharacterCodingException e) {
            throw new PolicyFault(
                    Code.POLICY_UNREADABLE, Texts.of("economy.not-utf8", file), Texts.of("economy.next.utf8"));
        } catch (IOException e) {
            throw new PolicyFault(
                    Code.POLICY_UNREADABLE,
                    Texts.of("economy.cannot-read", file, String.valueOf(e.getMessage())),
                    Texts.of("economy.next.readable"));
        }
    }

    private static PolicyTable table(CSVParser parser) {
        List<Map<String, Double>> rows = new ArrayList<>();
        List<PolicyColumn> header = null;
        for (CSVRecord line : parser) {
            long number = parser.getCurrentLineNumber();
            if (header == null) {
                header = header(line);
            } else if (rows.size() == MAX_QUARTERS) {
                throw new PolicyFault(
                        Code.TABLE_TOO_LARGE,
                        Texts.of("economy.quarters", number, MAX_QUARTERS),
                        Texts.of("economy.next.quarters", MAX_QUARTERS));
            } else {
                rows.add(row(header, line, number));
            }
        }
        if (rows.isEmpty()) {
            String happened = Texts.of(header == null ? "economy.empty" : "economy.no-row");
            throw new PolicyFault(Code.EMPTY_TABLE, happened, Texts.of("economy.next.header"));
        }
        return new PolicyTable(rows);
    }

    private static List<PolicyColumn> header(CSVRecord line) {
        List<PolicyColumn> header = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String cell : line) {
            PolicyColumn column = PolicyColumn.named(cell.strip());
            if (!seen.add(column.name())) {
                throw new PolicyFault(
                        Code.DUPLICATE_COLUMN,
                        Texts.of("economy.twice", column.name()),
                        Texts.of("economy.next.twice"));
            }
            header.add(column);
        }
        return header;
    }

    private static Map<String, Double> row(List<PolicyColumn> header, CSVRecord line, long number) {
        if (line.size() != header.size()) {
            throw new PolicyFault(
                    Code.RAGGED_ROW,
                    Texts.of("economy.cells", number, line.size(), header.size()),
                    Texts.of("economy.next.cells"));
        }
        Map<String, Double> row = new HashMap<>();
        for (int c = 0; c < line.size(); c++) {
            PolicyColumn column = header.get(c);
            row.put(column.name(), number(column, line.get(c).strip(), number));
        }
        return row;
    }

    private static double number(PolicyColumn column, String cell, long line) {
        String right = Texts.of(
                column.max() > 1 ? "economy.next.number" : "economy.next.share",
                ShortestDecimal.of(column.min()),
                ShortestDecimal.of(column.max()));
        if (cell.isEmpty()) {
            throw new PolicyFault(
                    Code.NOT_A_NUMBER,
                    Texts.of("economy.cell-empty", line, column.name()),
                    Texts.of("economy.next.or-remove", right));
        }
        if (!NUMBER.matcher(cell).matches()) {
            throw new PolicyFault(
                    Code.NOT_A_NUMBER,
                    Texts.of("economy.no-number", line, column.name(), PolicyFault.quote(cell)),
                    right);
        }
        double value = Double.parseDouble(cell);
        if (!(value >= column.min() && value <= column.max())) {
            throw new PolicyFault(
                    Code.OUT_OF_RANGE, Texts.of("economy.range", line, column.name(), PolicyFault.quote(cell)), right);
        }
        return value;
    }
}
