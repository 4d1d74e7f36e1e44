package dev.truce.tournament.result;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.tournament.row.MatchRow;
import dev.truce.tournament.stats.ScoredPair;
import dev.truce.tournament.table.Decimals;
import dev.truce.tournament.table.ResultTable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

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
        try (TableLines lines = TableLines.open(folder, TABLE)) {
            MatchRow one = null;
            try {
                for (String line = lines.next(); line != null; line = lines.next()) {
                    MatchRow read = row(lines.cells(line));
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
            } catch (IllegalArgumentException wrong) {
                throw new ResultException(lines.file(), lines.row(), "no-row", String.valueOf(wrong.getMessage()));
            }
            if (one != null) {
                throw new ResultException(lines.file(), lines.row() - 1, "two-rows");
            }
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
        try (TableLines lines = TableLines.open(folder, TABLE)) {
            String line = lines.next();
            String seed = line == null ? "" : lines.cells(line).get(TABLE.index("seed"));
            return seed.matches("\\d{1,19}") ? OptionalLong.of(Long.parseLong(seed)) : OptionalLong.empty();
        } catch (NoSuchFileException | ResultException none) {
            return OptionalLong.empty();
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
