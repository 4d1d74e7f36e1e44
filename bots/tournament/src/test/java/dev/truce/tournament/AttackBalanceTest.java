package dev.truce.tournament;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.BotFactory;
import dev.truce.bots.Roster;
import dev.truce.bots.policy.TablePolicy;
import dev.truce.engine.board.BySide;
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
 * How much a bot gains that does nothing but learn to beat one opponent: for each strategy of the pool, in each seat, the best table
 * policy that was found, which chooses its opening, its postures and the packages that it writes, compared with the best strategy of the
 * pool there and with what the opponent leaves to itself. All were chosen on other seeds than those on which they are compared. Against
 * the five strongest the same is done with a last round that both sides know. It has a tag of its own: {@code ./truce test attack};
 * {@code -Dattack.steps=N} tries more or less than the page.
 */
@Tag("attack")
class AttackBalanceTest {
    private static final Rules RULES = Rules.of(Scenarios.busan2025());
    private static final Rules KNOWN_END = Variant.of("horizon: {fixed: {rounds: 12}}");
    private static final long FIRST = 120_000;
    private static final int CHOICE_SEEDS = 40;
    private static final int SEEDS = 100;
    private static final long FRESH = FIRST + 1000;
    private static final long TRAINING = FRESH + 1_000_000;
    private static final int STEPS = Integer.getInteger("attack.steps", 300);
    private static final double MAX_GAIN = 8;
    private static final double MAX_GAIN_TOP = 3;
    private static final List<String> TOP = BargainGates.FIVE;

    /** What does not hold, with its reason in docs/pool.md. */
    private static final List<String> FAIL = List.of();

    private static List<Attack> attacks;

    /** A target: who is attacked from which seat, and the strategy that does best there. */
    private record Target(Rules rules, Side seat, String name, String best) {
        boolean isKnownEnd() {
            return rules == KNOWN_END;
        }
    }

    /** What an attacker reached on the fresh seeds, over the best of the pool and over the opponent against itself. */
    private record Attack(Target target, double attacker, double left, double learner, Estimate gain, Estimate over) {}

    @BeforeAll
    static void attack() {
        PoolMatches chosen = PoolMatches.play(RULES, Roster.reference(), FIRST, CHOICE_SEEDS);
        List<Target> targets = new ArrayList<>();
        for (Side seat : Side.values()) {
            for (String name : chosen.names()) {
                String best = chosen.names().get(chosen.bestReply(seat, chosen.index(name)));
                targets.add(new Target(RULES, seat, name, best));
            }
        }
        attacks = new ArrayList<>(attacked(targets));
        PoolMatches ended = PoolMatches.play(KNOWN_END, Roster.reference(), FIRST, CHOICE_SEEDS / 2);
        List<Target> last = new ArrayList<>();
        for (Side seat : Side.values()) {
            for (String name : TOP) {
                String best = ended.names().get(ended.bestReply(seat, ended.index(name)));
                last.add(new Target(KNOWN_END, seat, name, best));
            }
        }
        attacks.addAll(attacked(last));
    }

    /** All targets are of one scenario: what bots know of a scenario is kept for one at a time. */
    private static List<Attack> attacked(List<Target> targets) {
        List<HillClimb.Found> found = PoolMatches.atOnce(
                targets.size() * HillClimb.STARTS,
                i -> climb(targets.get(i / HillClimb.STARTS)).from(i % HillClimb.STARTS));
        return PoolMatches.atOnce(targets.size(), i -> {
            int start = i * HillClimb.STARTS;
            return against(
                    targets.get(i),
                    best(found.subList(start, start + HillClimb.STARTS))
                            .factory(bot(targets.get(i).best())));
        });
    }

    private static HillClimb climb(Target target) {
        return new HillClimb(
                new TrainingMatches(target.rules()),
                target.seat(),
                bot(target.best()),
                bot(target.name()),
                TRAINING,
                STEPS);
    }

    private static TablePolicy best(List<HillClimb.Found> found) {
        HillClimb.Found best = found.get(0);
        for (HillClimb.Found one : found) {
            best = one.score() > best.score() ? one : best;
        }
        return best.policy();
    }

    private static Attack against(Target target, BotFactory attacker) {
        TrainingMatches matches = new TrainingMatches(target.rules());
        BotFactory opponent = bot(target.name());
        double[] attacking = new double[SEEDS];
        double[] hand = new double[SEEDS];
        double[] itself = new double[SEEDS];
        double left = 0;
        double learner = 0;
        for (int k = 0; k < SEEDS; k++) {
            PoolMatch match = PoolMatch.of(matches.play(
                    FRESH + k,
                    BySide.pick(target.seat(), attacker, opponent),
                    BySide.pick(target.seat(), opponent, attacker)));
            attacking[k] = match.score(target.seat());
            left += match.score(target.seat().other()) / SEEDS;
            hand[k] = matches.score(target.seat(), bot(target.best()), opponent, FRESH + k);
            itself[k] = matches.score(target.seat(), opponent, opponent, FRESH + k);
            learner += matches.score(target.seat(), bot("learner"), opponent, FRESH + k) / SEEDS;
        }
        return new Attack(
                target,
                PoolMatches.mean(attacking),
                left,
                learner,
                Estimate.of(PoolMatches.difference(attacking, hand)),
                Estimate.of(PoolMatches.difference(attacking, itself)));
    }

    private static BotFactory bot(String name) {
        return Roster.find(name).orElseThrow();
    }

    private static Gate gate(String id, String asked, List<Attack> among, double most) {
        Attack largest = among.stream()
                .max(Comparator.comparingDouble(attack -> attack.gain().mean()))
                .orElseThrow();
        return new Gate(
                id,
                Gate.text(asked, most),
                Gate.text(
                        "most: %s against %s, %s",
                        largest.target().seat(), largest.target().name(), Gate.text(largest.gain())),
                largest.gain().mean() <= most);
    }

    private static List<Gate> gates() {
        List<Attack> open =
                attacks.stream().filter(attack -> !attack.target().isKnownEnd()).toList();
        List<Attack> top = open.stream()
                .filter(attack -> TOP.contains(attack.target().name()))
                .toList();
        List<Attack> known =
                attacks.stream().filter(attack -> attack.target().isKnownEnd()).toList();
        return List.of(
                gate("attack-all", "no attacker gains more than %.0f over the best of the pool", open, MAX_GAIN),
                gate("attack-top", "none gains more than %.0f against one of the five strongest", top, MAX_GAIN_TOP),
                gate("attack-end", "nor with a last round that both know", known, MAX_GAIN_TOP));
    }

    @Test
    void exactlyTheLinesThatThePageTellsOfFail() {
        assertThat(gates().stream().filter(gate -> !gate.holds()).map(Gate::id).toList())
                .as(gates().toString())
                .containsExactlyInAnyOrderElementsOf(FAIL);
    }

    @Test
    void thePageHoldsWhatWasMeasured() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("Climbs of " + STEPS + " trials; compared on seeds " + FRESH + " to " + (FRESH + SEEDS - 1) + ".");
        lines.add("");
        lines.add("| line | what is asked | measured | holds |");
        lines.add("|---|---|---|---|");
        gates().forEach(gate -> lines.add("| " + gate.id() + " | " + gate.asked() + " | " + gate.measured() + " | "
                + (gate.holds() ? "yes" : "**no**") + " |"));
        lines.add("");
        lines.add(
                "| seat | attacked | end | attacker gets | leaves | over the opponent itself | best of the pool | over it |"
                        + " 95 % | learner gets |");
        lines.add("|---|---|---|---|---|---|---|---|---|---|");
        for (Attack one : attacks) {
            lines.add(Gate.text(
                    "| %s | %s | %s | %.1f | %.1f | %+.1f | %s | %+.2f | %.2f to %.2f | %.1f |",
                    one.target().seat(),
                    one.target().name(),
                    one.target().isKnownEnd() ? "known" : "hidden",
                    one.attacker(),
                    one.left(),
                    one.over().mean(),
                    one.target().best(),
                    one.gain().mean(),
                    one.gain().low(),
                    one.gain().high(),
                    one.learner()));
        }
        MeasuredBlock.check("attackers", lines);
    }
}
