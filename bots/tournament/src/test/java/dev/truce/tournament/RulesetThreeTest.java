package dev.truce.tournament;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.truce.bot.BotFactory;
import dev.truce.bots.Roster;
import dev.truce.bots.bargain.StepTaste;
import dev.truce.bots.response.Cheat;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.Rules;
import dev.truce.engine.suspicion.Suspicion;
import dev.truce.scenario.Scenarios;
import dev.truce.tournament.attack.Attackers;
import dev.truce.tournament.attack.Attackers.Attacker;
import dev.truce.tournament.row.AttackRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Plays what ruleset 3 is asked for, its gates 1 to 10; its exact laws, gate 11, are ordinary tests. {@code .ci/ruleset3-holds} plays a sample
 * with bounds wider by two standard errors, {@code .ci/ruleset3-holds all} everything, and with {@code accept} it writes
 * docs/evidence/ruleset3.md.
 */
@Tag("campaign")
@Tag("ruleset3")
class RulesetThreeTest {
    private static final boolean ALL = Boolean.getBoolean("ruleset3.all");
    private static final boolean ACCEPTS = Boolean.getBoolean("ruleset3.accept");
    private static final int MATCHES = Integer.getInteger("ruleset3.matches", ALL ? 160 : 40);
    private static final int ATTACK_MATCHES = Integer.getInteger("ruleset3.attacks", ALL ? 24 : 40);
    private static final int POOL_MATCHES = Integer.getInteger("ruleset3.pool", 36);
    private static final int ODDS_MATCHES = Integer.getInteger("ruleset3.odds", 28);
    private static final double ORDER_SLACK = .03;
    private static final double MOST_APART = .08;
    private static final double WIDER = ALL ? 0 : 2;
    /** No number of the rules was chosen by these seeds, and one of the bots: what a signature leaves of a belief, by 6-yes. */
    private static final long FIRST = Long.getLong("ruleset3.first", 1_210_000);

    /** Seeds on which the guesses were fitted with which odds begin. */
    private static final long TRAINING = 500_000;

    private static final int TRAINING_MATCHES = 20;

    /**
     * What a lesson of eight rounds would change in the usual match. It is what class-8 changes in the second ruleset, but its line costs 12 and
     * 9.6 there: by the third ruleset the best round is then worth less than gate 4 asks for.
     */
    static final String LESSON_CHANGES = """
            horizon: {fixed: {rounds: 8}}
            calendar: {summits: [2, 4, 8]}
            red_lines: {per_side: 1, cost: {us: 11, cn: 8.8}, dates: [4]}
            """;

    /** Whether the lesson of eight rounds is judged in place of the usual match. */
    private static final boolean LESSON = Boolean.getBoolean("ruleset3.lesson");

    /**
     * What does not hold, with its reason in docs/evidence/ruleset3.md, and the most by which it may miss: what was measured there, plus two
     * standard errors. A sample has bounds wider by two standard errors of its own beside.
     */
    private static final Map<String, Double> MISSES = Map.of(
            "6-yes", 3.9,
            "7-share", .08,
            "8-seats", 1.5,
            "odds-tenths-us", .17,
            "odds-tenths-cn", .41);

    /** The same for the lesson. */
    private static final Map<String, Double> LESSON_MISSES =
            Map.of("7-always", 1.0, "7-always-long", 2.9, "7-share", .15);

    /** A file with parts of a scenario that lie over the usual match, to judge what is tried; or nothing. */
    private static final String CHANGES = System.getProperty("ruleset3.changes", "");

    private static Rules rules() throws IOException {
        return CHANGES.isEmpty() ? Rules.of(Scenarios.busan2025()) : Variant.of("busan-2025", changes());
    }

    private static String changes() throws IOException {
        return Files.readString(Path.of(CHANGES)) + "\n";
    }

    private static ThirdGates gates() throws IOException {
        String twelve = "horizon: {fixed: {rounds: 12}}";
        Rules knownEnd =
                CHANGES.isEmpty() ? Variant.with("busan-2025", twelve) : Variant.of("busan-2025", changes() + twelve);
        return new ThirdGates(rules(), knownEnd, FIRST, MATCHES, WIDER);
    }

    /** Five of the grid, among them the best against NEGOTIATOR and against the others, and two cheats. */
    private static List<Attacker> few() {
        return List.of(
                Attackers.taste(new StepTaste(1.1, 0, .7, 1)),
                Attackers.taste(new StepTaste(1.1, 0, .8, 1)),
                Attackers.taste(new StepTaste(.9, 0, .8, 1)),
                new Attacker(Cheat.SECRET_LINES.word(), Attackers.cheating("step", Cheat.SECRET_LINES)),
                new Attacker(Cheat.PRETEXT.word(), Attackers.cheating("step", Cheat.PRETEXT)));
    }

    /** Which guess fits the odds best on the seeds of training. */
    @Test
    void theGuessesWithWhichOddsBeginAreThoseThatFitTheSeedsOfTraining() throws IOException {
        assumeTrue(ALL, "plays all seeds of training");
        OddsStudy study = new OddsStudy(rules(), Roster.pool(), TRAINING, TRAINING_MATCHES);
        for (Side side : Side.values()) {
            System.out.printf("guess about %s: %.2f%n", side, study.fitted(side));
            assertThat(study.fitted(side)).isEqualTo(Suspicion.guess(side));
        }
    }

    /** A class plays eight rounds of which everybody knows the last: cheats, rounds and announcements are judged there, too. */
    @Test
    void aLessonHoldsWhatAClassMeets() throws IOException {
        assumeTrue(LESSON, "plays the lesson alone");
        Rules lesson = Variant.of("busan-2025", LESSON_CHANGES);
        ThirdGates gates = new ThirdGates(lesson, lesson, FIRST, MATCHES, WIDER);
        List<Gate> judged = new ArrayList<>();
        tell(judged, gates.cheats());
        tell(judged, gates.rounds());
        tell(judged, gates.publicity());
        assertThat(gates.isFaultless()).isTrue();
        List<String> lines = lines(heading(lesson, MATCHES + " matches of each pair and seat"), judged, List.of());
        if (ACCEPTS) {
            MeasuredPage.write("lesson", lines);
        }
        assertThat(judged)
                .as("a gate misses by more than is known")
                .allMatch(gate -> gate.miss() <= LESSON_MISSES.getOrDefault(gate.id(), 0.0));
        onThePage("lesson", lines);
    }

    @Test
    void onlyTheGatesThatThePageTellsOfFail() throws IOException {
        assumeTrue(!LESSON, "plays the lesson alone");
        ThirdGates gates = gates();
        List<Gate> judged = new ArrayList<>();
        tell(judged, gates.alarms());
        tell(judged, gates.cheats());
        tell(judged, gates.holding());
        if (ALL) {
            tell(judged, gates.judging());
            tell(judged, gates.rounds());
            tell(judged, gates.laziness());
            tell(judged, gates.publicity());
            tell(judged, gates.order());
            tell(judged, gates.pool(POOL_MATCHES));
            tell(judged, gates.late());
            tell(judged, gates.scores());
            tell(judged, odds());
        }
        List<BotFactory> compared = ALL
                ? Roster.pool()
                : List.of("negotiator", "step", "liar").stream()
                        .map(name -> Roster.find(name).orElseThrow())
                        .toList();
        List<AttackRow> attacks = gates.attacks(compared, ALL ? Attackers.all() : few(), ATTACK_MATCHES);
        tell(judged, gates.judged(attacks));
        assertThat(gates.isFaultless()).isTrue();
        String counts = MATCHES + " matches of each pair and seat, " + POOL_MATCHES + " of each pair of the pool, "
                + ATTACK_MATCHES + " of each attacker, " + ODDS_MATCHES + " of each pair for the odds";
        List<String> lines = lines(heading(rules(), counts), judged, attacks);
        if (ACCEPTS) {
            MeasuredPage.write("ruleset3", lines);
        }
        assertThat(judged)
                .as("a gate misses by more than is known")
                .allMatch(gate -> gate.miss() <= MISSES.getOrDefault(gate.id(), 0.0));
        if (ALL) {
            assertThat(judged.stream().filter(gate -> !gate.holds()).map(Gate::id))
                    .as("a gate holds that is known to miss")
                    .containsExactlyInAnyOrderElementsOf(MISSES.keySet());
        }
        onThePage("ruleset3", lines);
    }

    /** Shows gates as soon as they are judged, since all of them take long. */
    private static void tell(List<Gate> judged, List<Gate> gates) {
        gates.forEach(gate -> System.out.println((gate.holds() ? "yes " : "NO  ") + gate));
        judged.addAll(gates);
    }

    /** What accusers are told has to come true: by tenths of the accusations of each side, and better than the share of the true ones. */
    private static List<Gate> odds() throws IOException {
        OddsStudy study = new OddsStudy(rules(), Roster.pool(), FIRST, ODDS_MATCHES);
        List<Gate> gates = new ArrayList<>();
        for (Side side : Side.values()) {
            double guess = Suspicion.guess(side);
            List<double[]> deciles = study.deciles(side, guess);
            List<String> cells = new ArrayList<>();
            double farthest = 0;
            double disorder = 0;
            double before = 0;
            for (double[] tenth : deciles) {
                cells.add(Gate.text("%.0f: %.0f", 100 * tenth[0], 100 * tenth[1]));
                farthest = Math.max(farthest, Math.abs(tenth[0] - tenth[1]));
                disorder = Math.max(disorder, before - tenth[1]);
                before = tenth[1];
            }
            String word = side.name().toLowerCase(Locale.ROOT);
            gates.add(new Gate(
                    "odds-brier-" + word,
                    Gate.text(
                            "%d accusations of %s in %d matches: Brier score below the share's",
                            study.count(side), side, study.matches()),
                    Gate.text(
                            "%.4f with a guess of %.2f, %.4f for who always names the share, %.2f",
                            study.brier(side, guess), guess, study.baseBrier(side), study.share(side)),
                    study.brier(side, guess) < study.baseBrier(side)));
            gates.add(Gate.missing(
                    "odds-tenths-" + word,
                    "tenths by odds, odds: share in percent; ordered within 3, and at most 8 apart",
                    String.join(", ", cells) + Gate.text("; at most %.0f apart", 100 * farthest),
                    Math.max(disorder - ORDER_SLACK, farthest - MOST_APART)));
        }
        return gates;
    }

    private static String heading(Rules played, String counts) {
        return "Measured on " + System.getProperty("ruleset3.date", "an unknown day") + " at commit "
                + System.getProperty("ruleset3.commit", "unknown") + ": scenario `"
                + played.scenario().id() + "`, hash `"
                + played.scenario().hash().substring(0, 12) + "`, seeds from "
                + FIRST + ", " + counts + ". Intervals are 95 %.";
    }

    private static List<String> lines(String heading, List<Gate> judged, List<AttackRow> attacks) {
        List<String> lines = new ArrayList<>();
        lines.add(heading);
        lines.add("");
        lines.add("| gate | what is asked | measured | holds |");
        lines.add("|---|---|---|---|");
        judged.forEach(gate -> lines.add("| " + gate.id() + " | " + gate.asked() + " | " + gate.measured() + " | "
                + (gate.holds() ? "yes" : "**no**") + " |"));
        if (!attacks.isEmpty()) {
            lines.add("");
            lines.add("| attacked | seat | family | tried | best of them | score | best of the pool | gain |");
            lines.add("|---|---|---|---|---|---|---|---|");
            attacks.forEach(row -> lines.add(Gate.text(
                    "| %s | %s | %s | %d | %s | %.1f | %s %.1f | %s |",
                    row.victim(),
                    row.seat(),
                    row.family(),
                    row.tried(),
                    row.attacker(),
                    row.score(),
                    row.best(),
                    row.bestScore(),
                    Gate.text(row.gain()))));
        }
        return lines;
    }

    /** The page holds what all gates and attackers measured; a sample has wider bounds, and some of them alone. */
    private static void onThePage(String mark, List<String> lines) throws IOException {
        if (ALL && !MeasuredPage.holds(MeasuredPage.part(mark), lines)) {
            System.out.println("Not compared with docs/evidence/ruleset3.md, which has other matches: " + lines.get(0));
        }
    }
}
