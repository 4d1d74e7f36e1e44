package dev.truce.tournament.attack;

import dev.truce.bot.BotFactory;
import dev.truce.bots.Roster;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.Rules;
import dev.truce.tournament.TrainingMatches;
import dev.truce.tournament.row.AttackRow;
import dev.truce.tournament.stats.Estimate;
import dev.truce.tournament.stats.Sample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How much attackers gain over the best bot of the pool against some bots, on equal seeds. Not thread-safe. */
public final class AttackStudy {
    private final TrainingMatches matches;
    private final List<BotFactory> pool;
    private final long first;
    private final int seeds;

    /**
     * Prepares a study.
     *
     * @param pool bots with which attackers are compared
     * @param first first seed; twice as many are played as there are matches
     * @param seeds matches of each attacker and bot against each victim in each seat by which the best are chosen, and of the best
     *     by which they are measured
     */
    public AttackStudy(Rules rules, List<BotFactory> pool, long first, int seeds) {
        matches = new TrainingMatches(rules);
        this.pool = List.copyOf(pool);
        this.first = first;
        this.seeds = seeds;
    }

    /** Returns a row for each seat and family against one bot. The best of each are chosen on other seeds than those that are shown. */
    public List<AttackRow> against(String victim, List<Attacker> attackers) {
        BotFactory attacked = Roster.find(victim).orElseThrow();
        List<AttackRow> rows = new ArrayList<>();
        for (Side seat : Side.values()) {
            BotFactory best = best(seat, pool, attacked);
            double[] bestScores = scores(seat, best, attacked, first + seeds);
            Map<String, List<BotFactory>> families = new LinkedHashMap<>();
            for (Attacker attacker : attackers) {
                families.computeIfAbsent(attacker.family(), family -> new ArrayList<>())
                        .add(attacker.bot());
            }
            families.forEach((family, bots) -> {
                BotFactory attacker = best(seat, bots, attacked);
                double[] scores = scores(seat, attacker, attacked, first + seeds);
                double[] gain = IntStream.range(0, seeds)
                        .mapToDouble(i -> scores[i] - bestScores[i])
                        .toArray();
                rows.add(new AttackRow(
                        victim,
                        seat,
                        family,
                        attacker.name(),
                        bots.size(),
                        Sample.mean(scores),
                        best.name(),
                        Sample.mean(bestScores),
                        Estimate.of(gain)));
            });
        }
        return rows;
    }

    private BotFactory best(Side seat, List<BotFactory> bots, BotFactory attacked) {
        BotFactory best = bots.get(0);
        double most = Double.NEGATIVE_INFINITY;
        for (BotFactory bot : bots) {
            double mean = bots.size() == 1 ? 0 : Sample.mean(scores(seat, bot, attacked, first));
            if (mean > most) {
                most = mean;
                best = bot;
            }
        }
        return best;
    }

    private double[] scores(Side seat, BotFactory bot, BotFactory attacked, long from) {
        double[] scores = new double[seeds];
        for (int i = 0; i < seeds; i++) {
            scores[i] = matches.score(seat, bot, attacked, from + i);
        }
        return scores;
    }
}
