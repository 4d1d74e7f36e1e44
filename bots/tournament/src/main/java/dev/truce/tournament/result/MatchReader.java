package dev.truce.tournament.result;

import dev.truce.tournament.run.SeatEnding;
import dev.truce.tournament.stats.ScoredPair;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the file of matches pair by pair, however long it is. */
public final class MatchReader {
    private static final ResultTable TABLE = MatchTables.MATCHES;

    private MatchReader() {}

    /** Takes a pair: both rows of the file and what comparisons need of them. */
    public interface Taker {
        /** Takes the next pair. */
        void take(List<String> one, List<String> two, ScoredPair scored) throws IOException;
    }

    /**
     * Reads the matches of a folder.
     *
     * @param folder of the tournament
     * @param names of its bots, by the indices of the plan
     * @throws IOException if the file cannot be read
     * @throws ResultException if it is not what the program writes; names the row
     */
    public static void read(Path folder, List<String> names, Taker taker) throws IOException, ResultException {
        Path file = folder.resolve(TABLE.name() + ".csv");
        try (CSVParser parser =
                CSVParser.parse(Files.newBufferedReader(file, StandardCharsets.UTF_8), ResultTable.CSV)) {
            List<String> one = null;
            boolean isHeader = true;
            for (CSVRecord record : parser) {
                if (isHeader) {
                    isHeader = false;
                    continue;
                }
                List<String> row = row(record);
                if (one == null) {
                    one = row;
                } else {
                    taker.take(one, row, scored(one, row, names));
                    one = null;
                }
            }
            if (one != null) {
                throw new ResultException(TABLE.name() + ".csv", parser.getCurrentLineNumber(), "a pair has two rows");
            }
        } catch (UncheckedIOException | IllegalArgumentException wrong) {
            throw new ResultException(TABLE.name() + ".csv", 0, String.valueOf(wrong.getMessage()));
        }
    }

    /** Returns the seed of the first pair of a folder, if a match of it is there; the rest of the file may be torn. */
    public static OptionalLong firstSeed(Path folder) throws IOException {
        Path file = folder.resolve(TABLE.name() + ".csv");
        if (!Files.exists(file)) {
            return OptionalLong.empty();
        }
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            String header = lines.readLine();
            String row = lines.readLine();
            if (header == null || row == null) {
                return OptionalLong.empty();
            }
            // No text stands before the seed, so that no cell is quoted.
            int seed = List.of(header.split(",", -1)).indexOf("seed");
            String[] cells = row.split(",", -1);
            return seed < 0 || cells.length < seed + 2 || !cells[seed].matches("\\d{1,19}")
                    ? OptionalLong.empty()
                    : OptionalLong.of(Long.parseLong(cells[seed]));
        }
    }

    private static List<String> row(CSVRecord record) throws ResultException {
        if (record.size() != TABLE.columns().size()) {
            throw new ResultException(
                    TABLE.name() + ".csv",
                    record.getRecordNumber(),
                    record.size() + " cells, expected " + TABLE.columns().size());
        }
        List<String> row = new ArrayList<>(record.size());
        for (int i = 0; i < record.size(); i++) {
            String cell = record.get(i);
            row.add(TABLE.columns().get(i).type().isNumber() ? cell : ResultTable.unguarded(cell));
        }
        return row;
    }

    /** Returns what comparisons need of a pair. */
    static ScoredPair scored(List<String> one, List<String> two, List<String> names) {
        int first = index(one, "us_bot", names);
        int second = index(one, "cn_bot", names);
        int stage = Integer.parseInt(cell(one, "stage"));
        SeatEnding ending = SeatEnding.ofWord(cell(one, "us_ending"));
        if (ending == SeatEnding.SERVER_FAULT) {
            return new ScoredPair(stage, first, second, 0, 0, 0, 0, false, true);
        }
        return new ScoredPair(
                stage,
                first,
                second,
                score(one, "us_score"),
                score(one, "cn_score"),
                score(two, "us_score"),
                score(two, "cn_score"),
                isClean(one) && isClean(two),
                false);
    }

    static String cell(List<String> row, String column) {
        return row.get(TABLE.index(column));
    }

    private static boolean isClean(List<String> row) {
        String normal = SeatEnding.NORMAL.word();
        return cell(row, "us_ending").equals(normal) && cell(row, "cn_ending").equals(normal);
    }

    private static int score(List<String> row, String column) {
        return Math.toIntExact(Decimals.units(cell(row, column), PairText.SCORE));
    }

    private static int index(List<String> row, String column, List<String> names) {
        int index = names.indexOf(cell(row, column));
        if (index < 0) {
            throw new IllegalArgumentException("bot '" + cell(row, column) + "' takes no part");
        }
        return index;
    }
}
