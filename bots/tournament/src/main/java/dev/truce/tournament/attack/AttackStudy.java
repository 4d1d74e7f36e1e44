package dev.truce.tournament.attack;

import dev.truce.bot.BotFactory;
import dev.truce.bots.Roster;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.tournament.TrainingMatches;
import dev.truce.tournament.attack.Attackers.Attacker;
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
    /** Rounds of a match whose end everybody knows. */
    private static final int KNOWN_ROUNDS = 12;

    private final TrainingMatches usual;
    private final TrainingMatches knownEnd;
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
        usual = new TrainingMatches(rules);
        knownEnd = new TrainingMatches(rules, new Horizon.Fixed(KNOWN_ROUNDS));
        this.pool = List.copyOf(pool);
        this.first = first;
        this.seeds = seeds;
    }

    /**
     * Returns a row for each seat and family against one bot. The best of each are chosen on other seeds than those that are shown. A family
     * that needs a known end is compared with the best of the pool where the end is known.
     */
    public List<AttackRow> against(String victim, List<Attacker> attackers) {
        BotFactory attacked = Roster.find(victim).orElseThrow();
        List<AttackRow> rows = new ArrayList<>();
        for (Side seat : Side.values()) {
            for (boolean known : new boolean[] {false, true}) {
                List<Attacker> some = attackers.stream()
                        .filter(attacker -> attacker.needsKnownEnd() == known)
                        .toList();
                if (!some.isEmpty()) {
                    rows.addAll(against(seat, attacked, some, known ? knownEnd : usual));
                }
            }
        }
        return rows;
    }

    private List<AttackRow> against(Side seat, BotFactory attacked, List<Attacker> attackers, TrainingMatches matches) {
        BotFactory best = best(seat, pool, attacked, matches);
        double[] bestScores = scores(seat, best, attacked, first + seeds, matches);
        Map<String, List<BotFactory>> families = new LinkedHashMap<>();
        for (Attacker attacker : attackers) {
            families.computeIfAbsent(attacker.family(), family -> new ArrayList<>())
                    .add(attacker.bot());
        }
        List<AttackRow> rows = new ArrayList<>();
        families.forEach((family, bots) -> {
            BotFactory attacker = best(seat, bots, attacked, matches);
            double[] scores = scores(seat, attacker, attacked, first + seeds, matches);
            double[] gain = IntStream.range(0, seeds)
                    .mapToDouble(i -> scores[i] - bestScores[i])
                    .toArray();
            rows.add(new AttackRow(
                    attacked.name(),
                    seat,
                    family,
                    attacker.name(),
                    bots.size(),
                    Sample.mean(scores),
                    best.name(),
                    Sample.mean(bestScores),
                    Estimate.of(gain)));
        });
        return rows;
    }

    private BotFactory best(Side seat, List<BotFactory> bots, BotFactory attacked, TrainingMatches matches) {
        BotFactory best = bots.get(0);
        double most = Double.NEGATIVE_INFINITY;
        for (BotFactory bot : bots) {
            double mean = bots.size() == 1 ? 0 : Sample.mean(scores(seat, bot, attacked, first, matches));
            if (mean > most) {
                most = mean;
                best = bot;
            }
        }
        return best;
    }

    private double[] scores(Side seat, BotFactory bot, BotFactory attacked, long from, TrainingMatches matches) {
        double[] scores = new double[seeds];
        for (int i = 0; i < seeds; i++) {
            scores[i] = matches.score(seat, bot, attacked, from + i);
        }
        return scores;
    }
}
