package dev.truce.tournament.result;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.tournament.row.ArenaRow;
import dev.truce.tournament.row.ArenaRow.CallTotals;
import dev.truce.tournament.row.CallRow;
import dev.truce.tournament.row.StandingRow;
import dev.truce.tournament.stats.Comparison;
import dev.truce.tournament.table.Decimals;
import dev.truce.tournament.table.ResultTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts the bots of a tournament with models into tiers: what the comparisons cannot tell apart has no order. */
final class Arena {
    private static final int NANO_A_MICRO = 1_000;

    private Arena() {}

    /**
     * Returns a row for each bot.
     *
     * @param standings by place, those without one last
     * @param comparisons of every two bots, by their indices
     * @param calls by name of the bot
     */
    static List<ArenaRow> rows(
            TournamentSettings settings,
            List<String> names,
            List<StandingRow> standings,
            List<Comparison> comparisons,
            Map<String, CallTotals> calls) {
        Map<String, Integer> tiers = tiers(names, standings, comparisons);
        List<ArenaRow> rows = new ArrayList<>();
        for (StandingRow standing : standings) {
            rows.add(new ArenaRow(
                    tiers.getOrDefault(standing.bot(), 0),
                    settings.bots().get(names.indexOf(standing.bot())),
                    standing,
                    calls.getOrDefault(standing.bot(), CallTotals.NONE)));
        }
        rows.sort(Comparator.comparingInt((ArenaRow row) -> row.tier() == 0 ? Integer.MAX_VALUE : row.tier())
                .thenComparing(row -> row.standing().bot()));
        return rows;
    }

    /** A bot is one tier below the lowest of those that are known to be better. Those who score more come first, so that this ends. */
    private static Map<String, Integer> tiers(
            List<String> names, List<StandingRow> standings, List<Comparison> comparisons) {
        List<StandingRow> placed = standings.stream()
                .filter(row -> row.place() > 0)
                .sorted(Comparator.comparingDouble(
                                (StandingRow row) -> -row.score().mean())
                        .thenComparing(StandingRow::bot))
                .toList();
        Map<String, Integer> tiers = new HashMap<>();
        for (StandingRow row : placed) {
            int bot = names.indexOf(row.bot());
            int tier = 1;
            for (Comparison comparison : comparisons) {
                boolean isFirst = comparison.first() == bot && comparison.verdict() == Comparison.Verdict.SECOND;
                boolean isSecond = comparison.second() == bot && comparison.verdict() == Comparison.Verdict.FIRST;
                if (isFirst || isSecond) {
                    String better = names.get(isFirst ? comparison.second() : comparison.first());
                    tier = Math.max(tier, tiers.getOrDefault(better, 0) + 1);
                }
            }
            tiers.put(row.bot(), tier);
        }
        return tiers;
    }

    /**
     * Adds up the calls of each bot.
     *
     * @throws ResultException if the file of calls is not what the program writes
     */
    static Map<String, CallTotals> calls(Path folder, List<String> names) throws IOException, ResultException {
        Map<Integer, BySide<String>> bots = new HashMap<>();
        MatchReader.read(folder, names, (one, two, scored) -> bots.put(one.pair(), one.bots()));
        Map<String, CallTotals> totals = new HashMap<>();
        ResultTable<CallRow> table = CallRow.TABLE;
        try (TableLines lines = TableLines.open(folder, table)) {
            try {
                for (String line = lines.next(); line != null; line = lines.next()) {
                    List<String> cells = lines.cells(line);
                    Side side = Side.valueOf(cells.get(table.index("side")));
                    BySide<String> pair = bots.get(Integer.valueOf(cells.get(table.index("pair"))));
                    if (pair == null) {
                        throw new IllegalArgumentException("no such pair");
                    }
                    boolean isFirst = cells.get(table.index("match")).equals("1");
                    totals.merge(pair.of(isFirst ? side : side.other()), total(table, cells), CallTotals::plus);
                }
            } catch (IllegalArgumentException wrong) {
                throw new ResultException(lines.file(), lines.row(), "no-row", String.valueOf(wrong.getMessage()));
            }
        }
        return totals;
    }

    private static CallTotals total(ResultTable<CallRow> table, List<String> cells) {
        String parse = cells.get(table.index("parse"));
        boolean isReply = !List.of("http", "timeout").contains(parse)
                && !cells.get(table.index("phase")).equals("rethink");
        return new CallTotals(
                1,
                isReply ? 1 : 0,
                parse.equals("ok") ? 1 : 0,
                Long.parseLong(cells.get(table.index("tokens_in"))),
                Long.parseLong(cells.get(table.index("tokens_out"))),
                NANO_A_MICRO * Decimals.units(Double.parseDouble(cells.get(table.index("usd"))), 6));
    }
}
