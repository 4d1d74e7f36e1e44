package dev.truce.tournament.result;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.conduct.Covert;
import dev.truce.tournament.row.ArenaRow.CallTotals;
import dev.truce.tournament.row.ArenaRow.Counted;
import dev.truce.tournament.row.ArenaRow.Foretold;
import dev.truce.tournament.row.ArenaRow.WordsKept;
import dev.truce.tournament.row.CallRow;
import dev.truce.tournament.row.ClauseRow;
import dev.truce.tournament.row.ForecastRow;
import dev.truce.tournament.row.StatementRow;
import dev.truce.tournament.table.Decimals;
import dev.truce.tournament.table.ResultTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What the tables of a tournament with models come to for each bot. */
final class ArenaFigures {
    private static final int NANO_A_MICRO = 1_000;
    private static final int PERCENT = 100;

    private final Map<Integer, Encounter> meetings = new HashMap<>();
    private final Map<String, CallTotals> calls = new HashMap<>();
    private final Map<String, Long> foretold = new HashMap<>();
    private final BotMeans brier = new BotMeans();
    private final BotMeans kept = new BotMeans();
    private final BotMeans shortBy = new BotMeans();
    private final BotMeans threats = new BotMeans();
    private final BotMeans assurances = new BotMeans();

    /** Who met in a pair. Pairs with one seed have the same shocks, so that they are a block. */
    private record Encounter(BySide<String> bots, long seed) {
        String bot(UnaryOperator<String> cells) {
            Side side = Side.valueOf(cells.apply("side"));
            return bots.of(cells.apply("match").equals("1") ? side : side.other());
        }
    }

    /** Takes a row of a table. */
    private interface RowTaker {
        void take(String bot, long seed, UnaryOperator<String> cells);
    }

    private ArenaFigures() {}

    /**
     * Reads the tables of a folder.
     *
     * @throws ResultException if a file is not what the program writes
     */
    static ArenaFigures read(Path folder, List<String> names) throws IOException, ResultException {
        ArenaFigures figures = new ArenaFigures();
        MatchReader.read(
                folder,
                names,
                (one, two, scored) -> figures.meetings.put(one.pair(), new Encounter(one.bots(), one.seed())));
        figures.rows(
                folder, CallRow.TABLE, (bot, seed, cells) -> figures.calls.merge(bot, call(cells), CallTotals::plus));
        figures.rows(folder, ForecastRow.TABLE, figures::forecast);
        figures.rows(
                folder,
                ClauseRow.TABLE,
                (bot, seed, cells) -> figures.shortBy.add(bot, seed, Double.parseDouble(cells.apply("short"))));
        figures.rows(folder, StatementRow.TABLE, figures::statement);
        return figures;
    }

    private void rows(Path folder, ResultTable<?> table, RowTaker taker) throws IOException, ResultException {
        try (TableLines lines = TableLines.open(folder, table)) {
            try {
                for (String line = lines.next(); line != null; line = lines.next()) {
                    List<String> row = lines.cells(line);
                    UnaryOperator<String> cells = column -> row.get(table.index(column));
                    Encounter meeting = meetings.get(Integer.valueOf(cells.apply("pair")));
                    if (meeting == null) {
                        throw new IllegalArgumentException("no such pair");
                    }
                    taker.take(meeting.bot(cells), meeting.seed, cells);
                }
            } catch (IllegalArgumentException wrong) {
                throw new ResultException(lines.file(), lines.row(), "no-row", String.valueOf(wrong.getMessage()));
            }
        }
    }

    private static CallTotals call(UnaryOperator<String> cells) {
        String parse = cells.apply("parse");
        boolean isReply = !List.of("http", "timeout").contains(parse)
                && !cells.apply("phase").equals("rethink");
        return new CallTotals(
                1,
                isReply ? 1 : 0,
                parse.equals("ok") ? 1 : 0,
                Long.parseLong(cells.apply("tokens_in")),
                Long.parseLong(cells.apply("tokens_out")),
                NANO_A_MICRO * Decimals.units(Double.parseDouble(cells.apply("usd")), 6));
    }

    private void forecast(String bot, long seed, UnaryOperator<String> cells) {
        foretold.merge(bot, 1L, Long::sum);
        if (!cells.apply("chance").isEmpty() && !cells.apply("kept").isEmpty()) {
            double was = Double.parseDouble(cells.apply("kept"));
            double off = Double.parseDouble(cells.apply("chance")) - was;
            brier.add(bot, seed, off * off);
            kept.add(bot, seed, was);
        }
    }

    private void statement(String bot, long seed, UnaryOperator<String> cells) {
        String cameTrue = cells.apply("came_true");
        if (cameTrue.isEmpty()) {
            return;
        }
        switch (cells.apply("kind")) {
            case "threaten" -> threats.add(bot, seed, PERCENT * Double.parseDouble(cameTrue));
            case "reassure" -> assurances.add(bot, seed, PERCENT * Double.parseDouble(cameTrue));
            default -> {
                // A warning and a red line are neither.
            }
        }
    }

    CallTotals calls(String bot) {
        return calls.getOrDefault(bot, CallTotals.NONE);
    }

    WordsKept words(String bot) {
        double share = kept.estimate(bot, 1).mean();
        return new WordsKept(
                new Foretold(
                        foretold.getOrDefault(bot, 0L),
                        brier.count(bot),
                        brier.estimate(bot, 1).within(0, 1),
                        share * (1 - share)),
                new Counted(
                        shortBy.count(bot),
                        shortBy.estimate(bot, Covert.MAX_NOTCHES).within(0, Covert.MAX_NOTCHES)),
                new Counted(threats.count(bot), threats.estimate(bot, PERCENT).within(0, PERCENT)),
                new Counted(
                        assurances.count(bot), assurances.estimate(bot, PERCENT).within(0, PERCENT)));
    }
}
