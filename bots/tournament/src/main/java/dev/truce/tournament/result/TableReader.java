package dev.truce.tournament.result;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a small result file as a whole. */
public final class TableReader {
    /** Larger ones are no tables of bots. */
    private static final long MAX_BYTES = 64L << 20;

    private TableReader() {}

    /**
     * Returns the cells of one line of CSV.
     *
     * @throws IllegalArgumentException if it is no row of the table
     */
    static List<String> row(ResultTable table, String line) {
        try (CSVParser parser = CSVParser.parse(line, ResultTable.CSV)) {
            List<CSVRecord> records = parser.getRecords();
            if (records.size() != 1 || records.get(0).size() != table.columns().size()) {
                throw new IllegalArgumentException("expected " + table.columns().size() + " cells");
            }
            List<String> row = new ArrayList<>();
            for (int i = 0; i < table.columns().size(); i++) {
                String cell = records.get(0).get(i);
                row.add(table.columns().get(i).type().isNumber() ? cell : ResultTable.unguarded(cell));
            }
            return row;
        } catch (IOException | UncheckedIOException | IllegalStateException wrong) {
            throw new IllegalArgumentException("no row of CSV", wrong);
        }
    }

    /**
     * Returns the rows of a table, each by column.
     *
     * @param folder of the tournament
     * @throws IOException if the file cannot be read
     * @throws ResultException if it is not what the program writes; names the row
     */
    public static List<Map<String, String>> read(Path folder, ResultTable table) throws IOException, ResultException {
        String name = table.name() + ".csv";
        Path file = folder.resolve(name);
        if (Files.size(file) > MAX_BYTES) {
            throw new ResultException(name, 0, "is larger than any table of bots");
        }
        List<Map<String, String>> rows = new ArrayList<>();
        try (CSVParser parser =
                CSVParser.parse(Files.newBufferedReader(file, StandardCharsets.UTF_8), ResultTable.CSV)) {
            for (CSVRecord record : parser) {
                if (record.size() != table.columns().size()) {
                    throw new ResultException(
                            name,
                            record.getRecordNumber() - 1,
                            record.size() + " cells, expected "
                                    + table.columns().size());
                }
                if (record.getRecordNumber() == 1) {
                    continue;
                }
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < record.size(); i++) {
                    Column column = table.columns().get(i);
                    row.put(
                            column.name(),
                            column.type().isNumber() ? record.get(i) : ResultTable.unguarded(record.get(i)));
                }
                rows.add(row);
            }
        } catch (UncheckedIOException | IllegalStateException wrong) {
            throw new ResultException(name, 0, String.valueOf(wrong.getMessage()));
        }
        return rows;
    }
}
