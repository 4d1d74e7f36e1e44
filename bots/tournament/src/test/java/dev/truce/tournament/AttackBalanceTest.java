package dev.truce.tournament;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.BotFactory;
import dev.truce.bots.Roster;
import dev.truce.bots.policy.TablePolicy;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.Rules;
import dev.truce.scenario.Scenarios;
import dev.truce.tournament.stats.Estimate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How much a bot gains that does nothing but learn to beat one opponent (agreements G9): against each of eight strategies and a mixture
 * of ten, in each seat, the best table policy that was found, compared with the best hand-written strategy. Both were chosen on other
 * seeds than those on which they are compared. The bot {@code learner} attacks them too. It plays 1.3 million matches, so it has a tag
 * of its own: {@code ./truce test attack}.
 */
@Tag("attack")
class AttackBalanceTest {
    private static final Rules RULES = Rules.of(Scenarios.busan2025R1());
    private static final long FIRST = 5000;
    private static final int SEEDS = 200;
    private static final long FRESH = FIRST + 15_000;
    private static final long TRAINING = FRESH + 1_000_000;
    private static final int STEPS = 3000;
    private static final double MAX_GAIN = 8;
    private static final double MAX_GAIN_TOP = 3;
    private static final int TOP = 5;
    private static final List<String> ATTACKED =
            List.of("match", "gtft", "tft", "audit", "choker", "grim", "dove", "truce");
    private static final String MIXTURE = "mixture";
    private static final List<String> MIXED =
            TableGates.TABLE.stream().map(TableGates.Row::bot).limit(10).toList();

    private static List<Attack> attacks;

    /** A target: who is attacked from which seat, and the strategy that does best there. */
    private record Target(Side seat, String name, List<String> opponents, String best) {}

    /** What an attacker reached on the fresh seeds. */
    private record Attack(Target target, String attacker, double bestScore, double score, double left, Estimate gain) {}

    @BeforeAll
    static void attack() {
        PoolMatches trained = PoolMatches.play(RULES, Roster.simple(), FIRST, SEEDS);
        List<Target> targets = new ArrayList<>();
        for (Side seat : Side.values()) {
            for (String name : ATTACKED) {
                targets.add(new Target(seat, name, List.of(name), best(trained, seat, List.of(name))));
            }
            targets.add(new Target(seat, MIXTURE, MIXED, best(trained, seat, MIXED)));
        }
        List<HillClimb.Found> found = PoolMatches.atOnce(
                targets.size() * HillClimb.STARTS,
                i -> climb(targets.get(i / HillClimb.STARTS)).from(i % HillClimb.STARTS));
        attacks = PoolMatches.atOnce(2 * targets.size(), i -> {
            Target target = targets.get(i / 2);
            int start = i / 2 * HillClimb.STARTS;
            return against(
                    target,
                    i % 2 == 0
                            ? best(found.subList(start, start + HillClimb.STARTS))
                                    .factory()
                            : bot("learner"));
        });
    }

    private static HillClimb climb(Target target) {
        List<BotFactory> opponents =
                target.opponents().stream().map(AttackBalanceTest::bot).toList();
        return new HillClimb(new TrainingMatches(RULES), target.seat(), opponents, TRAINING, STEPS);
    }

    private static TablePolicy best(List<HillClimb.Found> found) {
        HillClimb.Found best = found.get(0);
        for (HillClimb.Found one : found) {
            best = one.score() > best.score() ? one : best;
        }
        return best.policy();
    }

    private static String best(PoolMatches trained, Side seat, List<String> opponents) {
        double[][] payoffs = trained.payoffs(seat);
        String best = "";
        double most = Double.NEGATIVE_INFINITY;
        for (int bot = 0; bot < trained.bots(); bot++) {
            double sum = 0;
            for (String name : opponents) {
                sum += payoffs[bot][trained.index(name)];
            }
            if (sum > most) {
                most = sum;
                best = trained.names().get(bot);
            }
        }
        return best;
    }

    private static Attack against(Target target, BotFactory attacker) {
        TrainingMatches matches = new TrainingMatches(RULES);
        int opponents = target.opponents().size();
        double[] own = new double[SEEDS];
        double[] others = new double[SEEDS];
        double left = 0;
        for (int k = 0; k < SEEDS; k++) {
            for (String name : target.opponents()) {
                BotFactory opponent = bot(name);
                boolean us = target.seat() == Side.US;
                PoolMatch match =
                        PoolMatch.of(matches.play(FRESH + k, us ? attacker : opponent, us ? opponent : attacker));
                own[k] += match.score(target.seat()) / opponents;
                left += match.score(target.seat().other()) / (opponents * SEEDS);
                others[k] += matches.score(target.seat(), bot(target.best()), opponent, FRESH + k) / opponents;
            }
        }
        return new Attack(
                target,
                attacker.name(),
                PoolMatches.mean(others),
                PoolMatches.mean(own),
                left,
                Estimate.of(PoolMatches.difference(own, others)));
    }

    private static BotFactory bot(String name) {
        return Roster.find(name).orElseThrow();
    }

    private static Attack largest(List<String> opponents) {
        return attacks.stream()
                .filter(attack -> opponents.contains(attack.target().name()))
                .max(Comparator.comparingDouble(attack -> attack.gain().mean()))
                .orElseThrow();
    }

    @Test
    void noAttackerGainsMuch() {
        List<String> all = new ArrayList<>(ATTACKED);
        all.add(MIXTURE);
        assertThat(attacks).hasSize(2 * 2 * all.size());
        assertThat(largest(all).gain().mean()).isLessThanOrEqualTo(MAX_GAIN);
        assertThat(largest(ATTACKED.subList(0, TOP)).gain().mean()).isLessThanOrEqualTo(MAX_GAIN_TOP);
    }

    @Test
    void thePageHoldsWhatWasMeasured() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("A learner gains at most " + (int) MAX_GAIN + " over the best strategy of its seat, and at most "
                + (int) MAX_GAIN_TOP + " against the top " + TOP + "; compared on seeds " + FRESH + " to "
                + (FRESH + SEEDS - 1) + ".");
        lines.add("");
        lines.add("| seat | attacked | attacker | best of the 16 | it gets | attacker gets | leaves | gain | 95 % |");
        lines.add("|---|---|---|---|---|---|---|---|---|");
        for (Attack one : attacks) {
            lines.add(Gate.text(
                    "| %s | %s | %s | %s | %.1f | %.1f | %.1f | %+.2f | %.2f to %.2f |",
                    one.target().seat(),
                    one.target().name(),
                    one.attacker(),
                    one.target().best(),
                    one.bestScore(),
                    one.score(),
                    one.left(),
                    one.gain().mean(),
                    one.gain().low(),
                    one.gain().high()));
        }
        MeasuredBlock.check("attackers", lines);
    }
}
