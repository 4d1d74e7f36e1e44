package dev.truce.tournament.report;

import dev.truce.engine.board.Side;
import dev.truce.tournament.result.ResultException;
import dev.truce.tournament.result.TableLines;
import dev.truce.tournament.row.MoveRow;
import dev.truce.tournament.table.CsvText;
import dev.truce.tournament.table.Decimals;
import dev.truce.tournament.table.ResultTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * How hard bots pressed in each round, from the file of moves. It has hundreds of thousands of rows, so its bytes are read as a
 * stream and three cells of each row are looked at; sums are whole numbers, and exact.
 */
public final class RoundMeans {
    private static final ResultTable<MoveRow> MOVES = MoveRow.TABLE;
    private static final String FILE = MOVES.file();
    private static final int ROUND = MOVES.index("round");
    private static final int SIDE = MOVES.index("side");
    private static final int BOT = MOVES.index("bot");
    private static final int ESCALATION = MOVES.index("escalation");
    private static final int DECIMALS = 6;
    private static final double UNITS = 1e6;
    /** No scenario is longer. */
    private static final int MAX_ROUNDS = 1000;

    /** Longer than any name of a bot. */
    private static final int MAX_CELL = 1 << 14;

    private static final int BUFFER = 1 << 18;

    private final int bots;
    private long[] sums = new long[0];
    private int[] counts = new int[0];
    private int rounds;

    private RoundMeans(int bots) {
        this.bots = bots;
    }

    /**
     * Reads the moves of a folder.
     *
     * @param folder of the tournament
     * @param names of its bots
     * @throws IOException if the file cannot be read
     * @throws ResultException if it is not what the program writes; names the row
     */
    public static RoundMeans read(Path folder, List<String> names) throws IOException, ResultException {
        RoundMeans means = new RoundMeans(names.size());
        if (!Files.exists(folder.resolve(FILE))) {
            means.readLines(folder, names);
            return means;
        }
        try (InputStream in = Files.newInputStream(folder.resolve(FILE))) {
            byte[] header = MOVES.header().getBytes(StandardCharsets.UTF_8);
            if (!Arrays.equals(in.readNBytes(header.length), header)) {
                throw new ResultException(FILE, 0, "columns");
            }
            new Rows(means, names).read(in);
        }
        return means;
    }

    /** Reads moves that are not there as CSV. */
    private void readLines(Path folder, List<String> names) throws IOException, ResultException {
        try (TableLines lines = TableLines.open(folder, MOVES)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                List<String> cells = lines.cells(line);
                int bot = names.indexOf(cells.get(BOT));
                long round = number(lines, cells.get(ROUND), 0);
                if (bot < 0) {
                    throw new ResultException(lines.file(), lines.row(), "bot", cells.get(BOT));
                } else if (round < 1 || round > MAX_ROUNDS) {
                    throw new ResultException(lines.file(), lines.row(), "round", round);
                }
                Side seat = cells.get(SIDE).equals(Side.US.name()) ? Side.US : Side.CN;
                add(bot, seat, (int) round, number(lines, cells.get(ESCALATION), DECIMALS));
            }
        }
    }

    private static long number(TableLines lines, String cell, int decimals) throws ResultException {
        try {
            return decimals == 0 ? Long.parseLong(cell) : Decimals.units(cell, decimals);
        } catch (NumberFormatException none) {
            throw new ResultException(lines.file(), lines.row(), "number", cell);
        }
    }

    /** Rounds of the longest match, 0 without a match. */
    public int rounds() {
        return rounds;
    }

    /**
     * Returns how many matches of a bot in a seat reached a round.
     *
     * @param round from 1 to {@link #rounds()}
     */
    public int count(int bot, Side seat, int round) {
        return counts[index(bot, seat, round)];
    }

    /** Returns how many seats reached a round, of all bots. */
    public int count(Side seat, int round) {
        int count = 0;
        for (int bot = 0; bot < bots; bot++) {
            count += count(bot, seat, round);
        }
        return count;
    }

    /** Returns how hard a bot pressed in a round, mean over both seats, points of escalation; 0 if it never reached it. */
    public double escalation(int bot, int round) {
        long sum = 0;
        int count = 0;
        for (Side seat : Side.values()) {
            sum += sums[index(bot, seat, round)];
            count += count(bot, seat, round);
        }
        return mean(sum, count);
    }

    /** Returns how hard a seat pressed in a round, mean over all bots and matches. */
    public double escalation(Side seat, int round) {
        long sum = 0;
        for (int bot = 0; bot < bots; bot++) {
            sum += sums[index(bot, seat, round)];
        }
        return mean(sum, count(seat, round));
    }

    private static double mean(long sum, int count) {
        return count == 0 ? 0 : sum / UNITS / count;
    }

    private int index(int bot, Side seat, int round) {
        return ((round - 1) * bots + bot) * 2 + seat.ordinal();
    }

    private void add(int bot, Side seat, int round, long escalation) {
        if (round > rounds) {
            rounds = round;
            sums = Arrays.copyOf(sums, 2 * bots * rounds);
            counts = Arrays.copyOf(counts, 2 * bots * rounds);
        }
        sums[index(bot, seat, round)] += escalation;
        counts[index(bot, seat, round)]++;
    }

    /** Takes the file apart. */
    private static final class Rows {
        private final RoundMeans means;
        private final byte[][] names;
        private final byte[] cell = new byte[MAX_CELL];
        private int length;
        private int column;
        private boolean isQuoted;
        private long row = 1;
        private int round;
        private Side seat = Side.US;
        private int bot;
        private long escalation;

        Rows(RoundMeans means, List<String> names) {
            this.means = means;
            this.names = new byte[names.size()][];
            for (int i = 0; i < this.names.length; i++) {
                this.names[i] = CsvText.of(names.get(i)).getBytes(StandardCharsets.UTF_8);
            }
        }

        void read(InputStream in) throws IOException, ResultException {
            byte[] bytes = new byte[BUFFER];
            for (int size = in.read(bytes); size >= 0; size = in.read(bytes)) {
                for (int i = 0; i < size; i++) {
                    take(bytes[i]);
                }
            }
            if (column > 0 || length > 0) {
                throw new ResultException(FILE, row, "torn");
            }
        }

        private void take(byte next) throws ResultException {
            if (next == '"') {
                isQuoted = !isQuoted;
            }
            boolean isEnd = next == '\n' && !isQuoted;
            if (isEnd || (next == ',' && !isQuoted)) {
                end();
                column++;
                if (isEnd) {
                    endRow();
                }
            } else if (column == ROUND || column == SIDE || column == BOT || column == ESCALATION) {
                if (length == cell.length) {
                    throw wrong("cell-long", MOVES.columns().get(column).name());
                }
                cell[length++] = next;
            }
        }

        private void end() throws ResultException {
            if (column == ROUND) {
                long number = number(0);
                if (number < 1 || number > MAX_ROUNDS) {
                    throw wrong("round", number);
                }
                round = (int) number;
            } else if (column == SIDE) {
                seat = length > 0 && cell[0] == 'U' ? Side.US : Side.CN;
            } else if (column == BOT) {
                bot = bot();
            } else if (column == ESCALATION) {
                escalation = number(DECIMALS);
            }
            length = 0;
        }

        private void endRow() throws ResultException {
            if (column != MOVES.columns().size()) {
                throw wrong("cells", column, MOVES.columns().size());
            }
            means.add(bot, seat, round, escalation);
            column = 0;
            row++;
        }

        private int bot() throws ResultException {
            for (int i = 0; i < names.length; i++) {
                if (Arrays.equals(names[i], 0, names[i].length, cell, 0, length)) {
                    return i;
                }
            }
            throw wrong("bot", new String(cell, 0, length, StandardCharsets.UTF_8));
        }

        /** Returns a number in units of its last decimal. */
        private long number(int decimals) throws ResultException {
            long number = 0;
            int digits = 0;
            boolean isNegative = length > 0 && cell[0] == '-';
            for (int i = isNegative ? 1 : 0; i < length; i++) {
                if (cell[i] == '.' && i == length - decimals - 1) {
                    continue;
                }
                if (cell[i] < '0' || cell[i] > '9' || ++digits > 17) {
                    digits = 0;
                    break;
                }
                number = 10 * number + cell[i] - '0';
            }
            if (digits <= decimals) {
                throw wrong("number", new String(cell, 0, length, StandardCharsets.UTF_8));
            }
            return isNegative ? -number : number;
        }

        private ResultException wrong(String sentence, Object... named) {
            return new ResultException(FILE, row, sentence, named);
        }
    }
}
