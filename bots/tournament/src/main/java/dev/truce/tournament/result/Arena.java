package dev.truce.tournament.result;

import dev.truce.tournament.row.ArenaRow;
import dev.truce.tournament.row.StandingRow;
import dev.truce.tournament.stats.Comparison;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts the bots of a tournament with models into tiers: what the comparisons cannot tell apart has no order. */
final class Arena {
    private Arena() {}

    /**
     * Returns a row for each bot.
     *
     * @param standings by place, those without one last
     * @param comparisons of every two bots, by their indices
     * @param figures what the tables of models come to
     */
    static List<ArenaRow> rows(
            TournamentSettings settings,
            List<String> names,
            List<StandingRow> standings,
            List<Comparison> comparisons,
            ArenaFigures figures) {
        Map<String, Integer> tiers = tiers(names, standings, comparisons);
        List<ArenaRow> rows = new ArrayList<>();
        for (StandingRow standing : standings) {
            rows.add(new ArenaRow(
                    tiers.getOrDefault(standing.bot(), 0),
                    settings.bots().get(names.indexOf(standing.bot())),
                    standing,
                    figures.calls(standing.bot()),
                    figures.words(standing.bot())));
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
}
