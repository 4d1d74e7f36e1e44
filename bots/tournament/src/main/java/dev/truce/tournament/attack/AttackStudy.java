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
     * @param first first seed
     * @param seeds matches of each attacker and bot against each victim in each seat
     */
    public AttackStudy(Rules rules, List<BotFactory> pool, long first, int seeds) {
        matches = new TrainingMatches(rules);
        this.pool = List.copyOf(pool);
        this.first = first;
        this.seeds = seeds;
    }

    /** What one bot scores on each seed. */
    private record Scored(String name, double[] scores) {
        double mean() {
            return Sample.mean(scores);
        }
    }

    /** Returns a row for each seat and family against one bot. */
    public List<AttackRow> against(String victim, List<Attacker> attackers) {
        BotFactory attacked = Roster.find(victim).orElseThrow();
        List<AttackRow> rows = new ArrayList<>();
        for (Side seat : Side.values()) {
            Scored best = best(seat, pool, attacked);
            Map<String, List<BotFactory>> families = new LinkedHashMap<>();
            for (Attacker attacker : attackers) {
                families.computeIfAbsent(attacker.family(), family -> new ArrayList<>())
                        .add(attacker.bot());
            }
            families.forEach((family, bots) -> {
                Scored attacker = best(seat, bots, attacked);
                double[] gain = IntStream.range(0, seeds)
                        .mapToDouble(i -> attacker.scores[i] - best.scores[i])
                        .toArray();
                rows.add(new AttackRow(
                        victim,
                        seat,
                        family,
                        attacker.name,
                        bots.size(),
                        attacker.mean(),
                        best.name,
                        best.mean(),
                        Estimate.of(gain)));
            });
        }
        return rows;
    }

    private Scored best(Side seat, List<BotFactory> bots, BotFactory attacked) {
        Scored best = null;
        for (BotFactory bot : bots) {
            Scored scored = new Scored(bot.name(), new double[seeds]);
            for (int i = 0; i < seeds; i++) {
                scored.scores[i] = matches.score(seat, bot, attacked, first + i);
            }
            best = best == null || scored.mean() > best.mean() ? scored : best;
        }
        if (best == null) {
            throw new IllegalArgumentException("no bot to compare with");
        }
        return best;
    }
}
