package dev.truce.tournament;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.BotFactory;
import dev.truce.bots.Roster;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.Rules;
import dev.truce.scenario.Scenarios;
import dev.truce.tournament.stats.Estimate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How much a bot gains that does nothing but learn to beat one opponent: for each strategy of the pool, in each seat, the best table
 * policy that was found, which chooses its opening, its postures and the packages that it writes, compared with the best strategy of the
 * pool there and with what the opponent leaves to itself. All were chosen on other seeds than those on which they are compared. Against
 * the five strongest the same is done with a last round that both sides know. It has a tag of its own: {@code ./truce test attack};
 * {@code -Dattack.matches=N} searches longer or shorter than the page.
 */
@Tag("attack")
class AttackBalanceTest {
    private static final Rules RULES = Rules.of(Scenarios.busan2025R2());
    private static final Rules KNOWN_END = Variant.of("horizon: {fixed: {rounds: 12}}");
    private static final long FIRST = 120_000;
    private static final int CHOICE_SEEDS = 40;
    private static final int SEEDS = 100;
    private static final long FRESH = FIRST + 1000;
    private static final long TRAINING = FRESH + 1_000_000;
    /** So many matches each search may play, which bounds the time of the whole. */
    private static final int MATCHES = Integer.getInteger("attack.matches", 4000);

    private static final double MAX_GAIN = 8;
    private static final double MAX_GAIN_TOP = 3;
    private static final List<String> TOP = BargainGates.FIVE;

    /** What does not hold, with its reason in docs/evidence/pool.md. */
    private static final List<String> FAIL = List.of("attack-all");

    private static List<Attack> attacks;

    /** A target: who is attacked from which seat, and the strategy that does best there. */
    private record Target(Rules rules, Side seat, String name, String best) {
        boolean isKnownEnd() {
            return rules == KNOWN_END;
        }
    }

    /** What attackers reached on the fresh seeds, by seed, and the best of them as the training seeds tell. */
    private record Attack(
            Target target, int matches, Scores table, Scores best, Scores learner, Scores itself, Scores response) {
        Estimate overBest(Scores attacker) {
            return Estimate.of(PoolMatches.difference(attacker.own, best.own));
        }

        /** What the best response gains over the best of the pool. */
        Estimate gain() {
            return overBest(response);
        }

        double[] overItself() {
            return PoolMatches.difference(response.own, itself.own);
        }
    }

    /** What one bot scores against the target, and what it leaves to it. */
    private record Scores(String name, double training, double[] own, double left) {
        double mean() {
            return PoolMatches.mean(own);
        }
    }

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
        return PoolMatches.atOnce(targets.size(), i -> {
            Target target = targets.get(i);
            HillClimb.Found found = new HillClimb(
                            new TrainingMatches(target.rules()),
                            target.seat(),
                            bot(target.best()),
                            bot(target.name()),
                            TRAINING)
                    .within(MATCHES);
            return against(target, found);
        });
    }

    private static Attack against(Target target, HillClimb.Found found) {
        Scores table = scores(target, "table", found.policy().factory(bot(target.best())));
        Scores best = scores(target, target.best(), bot(target.best()));
        Scores learner = scores(target, "learner", bot("learner"));
        Scores itself = scores(target, target.name(), bot(target.name()));
        Scores response = Stream.of(table, best, learner)
                .max(Comparator.comparingDouble(Scores::training))
                .orElseThrow();
        return new Attack(target, found.matches(), table, best, learner, itself, response);
    }

    private static Scores scores(Target target, String name, BotFactory attacker) {
        TrainingMatches matches = new TrainingMatches(target.rules());
        BotFactory opponent = bot(target.name());
        double training = 0;
        for (int k = 0; k < HillClimb.GAMES; k++) {
            training += matches.score(target.seat(), attacker, opponent, TRAINING + k) / HillClimb.GAMES;
        }
        double[] own = new double[SEEDS];
        double left = 0;
        for (int k = 0; k < SEEDS; k++) {
            PoolMatch match = PoolMatch.of(matches.play(
                    FRESH + k,
                    BySide.pick(target.seat(), attacker, opponent),
                    BySide.pick(target.seat(), opponent, attacker)));
            own[k] = match.score(target.seat());
            left += match.score(target.seat().other()) / SEEDS;
        }
        return new Scores(name, training, own, left);
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
                        "most: %s in seat %s against %s, %s",
                        largest.response().name(),
                        largest.target().seat(),
                        largest.target().name(),
                        Gate.text(largest.gain())),
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
    void noSearchPlaysMoreThanItMay() {
        assertThat(attacks).allMatch(attack -> attack.matches() <= MATCHES + HillClimb.GAMES);
    }

    @Test
    void thePageHoldsWhatWasMeasured() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(Gate.text(
                "%d searches of at most %d matches each, on seeds %d to %d; compared on seeds %d to %d, 95 %% intervals over them.",
                attacks.size(),
                MATCHES + HillClimb.GAMES,
                TRAINING,
                TRAINING + HillClimb.GAMES - 1,
                FRESH,
                FRESH + SEEDS - 1));
        lines.add("");
        lines.add("| line | what is asked | measured | holds |");
        lines.add("|---|---|---|---|");
        gates().forEach(gate -> lines.add("| " + gate.id() + " | " + gate.asked() + " | " + gate.measured() + " | "
                + (gate.holds() ? "yes" : "**no**") + " |"));
        lines.add("");
        lines.add("| strategy | exploitability | attacked from the US | by | attacked from China | by |");
        lines.add("|---|---|---|---|---|---|");
        for (Attack us : attacks) {
            if (us.target().seat() == Side.US && !us.target().isKnownEnd()) {
                lines.add(exploitability(us, fromChina(us.target().name())));
            }
        }
        lines.add("");
        lines.add("| seat | attacked | end | table | leaves | best of the pool | gets | table over it | learner |");
        lines.add("|---|---|---|---|---|---|---|---|---|");
        attacks.forEach(one -> lines.add(row(one)));
        MeasuredBlock.check("attackers", lines);
    }

    private static Attack fromChina(String name) {
        return attacks.stream()
                .filter(attack -> attack.target().seat() == Side.CN
                        && !attack.target().isKnownEnd()
                        && attack.target().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String exploitability(Attack us, Attack cn) {
        double[] fromUs = us.overItself();
        double[] fromCn = cn.overItself();
        double[] both = new double[SEEDS];
        for (int k = 0; k < SEEDS; k++) {
            both[k] = (fromUs[k] + fromCn[k]) / 2;
        }
        return Gate.text(
                "| %s | %s | %s | %s | %s | %s |",
                us.target().name(),
                Gate.text(Estimate.of(both)),
                Gate.text(Estimate.of(fromUs)),
                us.response().name(),
                Gate.text(Estimate.of(fromCn)),
                cn.response().name());
    }

    private static String row(Attack one) {
        return Gate.text(
                "| %s | %s | %s | %.1f | %.1f | %s | %.1f | %s | %.1f |",
                one.target().seat(),
                one.target().name(),
                one.target().isKnownEnd() ? "known" : "hidden",
                one.table().mean(),
                one.table().left(),
                one.best().name(),
                one.best().mean(),
                Gate.text(one.overBest(one.table())),
                one.learner().mean());
    }
}
