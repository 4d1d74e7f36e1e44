package dev.truce.tournament.result;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.tournament.row.MatchRow;
import dev.truce.tournament.stats.ScoredPair;
import dev.truce.tournament.table.CsvText;
import dev.truce.tournament.table.Decimals;
import dev.truce.tournament.table.ResultTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the file of matches pair by pair, however long it is. */
public final class MatchReader {
    private static final ResultTable<MatchRow> TABLE = MatchRow.TABLE;
    private static final Map<String, Integer> PLACES = places();

    private MatchReader() {}

    /** Takes a pair: both rows of the file and what comparisons need of them. */
    public interface Taker {
        /** Takes the next pair. */
        void take(MatchRow one, MatchRow two, ScoredPair scored) throws IOException;
    }

    private static Map<String, Integer> places() {
        Map<String, Integer> places = new HashMap<>();
        TABLE.columns().forEach(column -> places.put(column.name(), places.size()));
        return places;
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
        Path file = folder.resolve(TABLE.file());
        long row = 0;
        try (CSVParser parser =
                CSVParser.parse(Files.newBufferedReader(file, StandardCharsets.UTF_8), ResultTable.CSV)) {
            MatchRow one = null;
            boolean isHeader = true;
            for (CSVRecord record : parser) {
                if (isHeader) {
                    isHeader = false;
                    continue;
                }
                row++;
                MatchRow read = row(CsvText.read(TABLE, record));
                if (one == null) {
                    one = read;
                } else if (!read.bots()
                        .equals(new BySide<>(one.bots().cn(), one.bots().us()))) {
                    throw new IllegalArgumentException("the bots of the pair have not swapped sides");
                } else {
                    taker.take(one, read, scored(one, read, names));
                    one = null;
                }
            }
            if (one != null) {
                throw new ResultException(TABLE.file(), row, "two-rows");
            }
        } catch (UncheckedIOException | IllegalArgumentException wrong) {
            throw new ResultException(TABLE.file(), row, "no-row", String.valueOf(wrong.getMessage()));
        }
    }

    /**
     * Returns the row that cells make up.
     *
     * @throws IllegalArgumentException if a cell is not what its column says
     */
    static MatchRow row(List<String> cells) {
        return MatchRow.read(column -> {
            Integer place = PLACES.get(column);
            if (place == null) {
                throw new IllegalArgumentException("no column " + column);
            }
            return cells.get(place);
        });
    }

    /** Returns the seed of the first pair of a folder, if a match of it is there; the rest of the file may be torn. */
    public static OptionalLong firstSeed(Path folder) throws IOException {
        Path file = folder.resolve(TABLE.file());
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

    /**
     * Returns what comparisons need of a pair.
     *
     * @throws IllegalArgumentException if its bots are others
     */
    static ScoredPair scored(MatchRow one, MatchRow two, List<String> names) {
        int first = index(one.bots().us(), names);
        int second = index(one.bots().cn(), names);
        if (one.isVoid() || two.isVoid()) {
            return new ScoredPair(one.stage(), first, second, 0, 0, 0, 0, false, true);
        }
        return new ScoredPair(
                one.stage(),
                first,
                second,
                units(one, Side.US),
                units(one, Side.CN),
                units(two, Side.US),
                units(two, Side.CN),
                one.isClean() && two.isClean(),
                false);
    }

    private static int units(MatchRow row, Side side) {
        return Math.toIntExact(Decimals.units(row.seat(side).score(), 4));
    }

    private static int index(String bot, List<String> names) {
        int index = names.indexOf(bot);
        if (index < 0) {
            throw new IllegalArgumentException("bot '" + bot + "' takes no part");
        }
        return index;
    }
}
