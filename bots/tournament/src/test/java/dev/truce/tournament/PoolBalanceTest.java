package dev.truce.tournament;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bots.Roster;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.Rules;
import dev.truce.scenario.Scenarios;
import dev.truce.tournament.stats.Estimate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Plays the reference pool and checks what the rules ask of a good game; docs/evidence/pool.md holds what was measured. Runs when it is asked for,
 * with {@code ./truce test balance}.
 */
@Tag("balance")
class PoolBalanceTest {
    private static final Rules RULES = Rules.of(Scenarios.busan2025R2());
    /** No number of the rules or of a bot was chosen by the results of these seeds. */
    private static final long FIRST = 120_000;

    private static final int SEEDS = 200;
    /** Retaliation by small instruments makes so little difference that fewer would not show it. */
    private static final int STUDY_SEEDS = 120;

    private static final int FIRST_STUDY_SEEDS = 60;

    /** What does not hold, with its reason in docs/evidence/pool.md. */
    private static final List<String> FAIL = List.of("self-play", "aim-lead", "aim-hold", "aim-dealing");

    private static PoolMatches pool;
    private static List<StudyGates.Unchallenged> unchallenged;
    private static List<Gate> gates;

    @BeforeAll
    static void play() {
        pool = PoolMatches.play(RULES, Roster.reference(), FIRST, SEEDS);
        StudyGates studies = new StudyGates(RULES, FIRST, STUDY_SEEDS);
        unchallenged = studies.unchallenged();
        gates = new ArrayList<>(new PoolGates(pool).all());
        gates.addAll(new TableGates(pool).all());
        gates.addAll(new BargainGates(RULES, Variant.of(Variant.quiet("")), pool, FIRST).all());
        gates.add(studies.search(pool));
        gates.add(studies.snapBack());
        gates.add(studies.retaliation(unchallenged));
    }

    /** A line that fails is told in docs/evidence/pool.md; if it ever holds, this fails too, so that the page stays true. */
    @Test
    void exactlyTheLinesThatThePageTellsOfFail() {
        assertThat(gates.stream().filter(gate -> !gate.holds()).map(Gate::id).toList())
                .as(gates.toString())
                .containsExactlyInAnyOrderElementsOf(FAIL);
    }

    @Test
    void asRetaliationNoHarsherLevelIsBestAgainstAll() {
        assertThat(unchallenged).noneMatch(StudyGates.Unchallenged::isHarsher);
    }

    @Test
    void thePoolNeverDoesAnythingIllegal() {
        assertThat(pool.matches()).allMatch(match -> match.faults() == 0);
    }

    /** Names in the opposite order are another pool, in which hardly anything holds. */
    @Test
    void aPoolOfMirroredNamesFailsItsGates() {
        List<String> names = new ArrayList<>(pool.names());
        Collections.reverse(names);
        PoolMatches mirrored = new PoolMatches(pool.rules(), names, pool.matches());
        List<Gate> judged = new ArrayList<>(new PoolGates(mirrored).all());
        judged.addAll(new TableGates(mirrored).all());
        assertThat(judged.stream().filter(gate -> !gate.holds()).map(Gate::id))
                .contains("hostility", "table-means", "J4-order");
    }

    @Test
    void thePageHoldsWhatWasMeasured() throws IOException {
        String scenario = "Scenario `" + RULES.scenario().id() + "`, hash `"
                + RULES.scenario().hash().substring(0, 12) + "...`, ruleset `"
                + RULES.scenario().ruleset() + "`";
        Map<String, String> before = before();
        List<String> lines = new ArrayList<>();
        lines.add(scenario + ", seeds " + FIRST + " to " + (FIRST + SEEDS - 1)
                + "; ruleset 1 is `busan-2025-r1` on the same seeds. Retaliation and snap-back: the first "
                + STUDY_SEEDS
                + " of them, under ruleset 1 the first " + FIRST_STUDY_SEEDS + ".");
        lines.add("");
        lines.add("| line | what is asked | ruleset 1 | measured | holds |");
        lines.add("|---|---|---|---|---|");
        gates.forEach(gate -> lines.add(gate.row(before.getOrDefault(gate.id(), "-"))));
        lines.add("");
        lines.add("| bot | mean | 95 % | US | CN | joint | depth | self US | self CN | band |");
        lines.add("|---|---|---|---|---|---|---|---|---|---|");
        pool.table().forEach(bot -> lines.add(row(bot)));
        MeasuredBlock.check("pool", lines);
    }

    /**
     * Returns what the same lines measure under the first ruleset, where nobody bargains about red lines. Its numbers never change, and
     * golden records hold them; so the page is believed, unless it is to be written.
     */
    private static Map<String, String> before() throws IOException {
        if (!MeasuredBlock.accepts()) {
            return MeasuredBlock.column("pool", 2);
        }
        Rules rules = Rules.of(Scenarios.busan2025R1());
        PoolMatches first = PoolMatches.play(rules, Roster.simple(), FIRST, SEEDS);
        StudyGates studies = new StudyGates(rules, FIRST, FIRST_STUDY_SEEDS);
        List<Gate> gates = new ArrayList<>(new PoolGates(first).all());
        gates.addAll(new BargainGates(rules, rules, first, FIRST).withoutBargainers());
        gates.add(studies.search(first));
        gates.add(studies.snapBack());
        gates.add(studies.retaliation(studies.unchallenged()));
        return gates.stream().collect(Collectors.toMap(Gate::id, Gate::measured));
    }

    private static String row(int bot) {
        Estimate score = Estimate.of(pool.bySeed(bot));
        double joint = 0;
        double depth = 0;
        for (int against = 0; against < pool.bots(); against++) {
            for (int seed = 0; seed < pool.seeds(); seed++) {
                for (PoolMatch match : List.of(pool.match(bot, against, seed), pool.match(against, bot, seed))) {
                    joint += (match.us() + match.cn()) / 2;
                    depth += match.depth();
                }
            }
        }
        int matches = 2 * pool.bots() * pool.seeds();
        return Gate.text(
                "| %s | %.1f | %.2f to %.2f | %.1f | %.1f | %.1f | %.2f | %.1f | %.1f | %.2f |",
                pool.names().get(bot),
                score.mean(),
                score.low(),
                score.high(),
                PoolMatches.mean(pool.bySeed(Side.US, bot)),
                PoolMatches.mean(pool.bySeed(Side.CN, bot)),
                joint / matches,
                depth / matches,
                PoolMatches.mean(pool.bySeed(Side.US, bot, bot)),
                PoolMatches.mean(pool.bySeed(Side.CN, bot, bot)),
                new PoolGates(pool).band(bot));
    }
}
