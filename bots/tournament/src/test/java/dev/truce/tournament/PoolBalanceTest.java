package dev.truce.tournament;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bots.Roster;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.Rules;
import dev.truce.scenario.Scenarios;
import dev.truce.tournament.stats.Estimate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Plays the reference pool and checks what the rules ask of a good game; docs/pool.md holds what was measured. Runs when it is asked for,
 * with {@code ./truce test balance}.
 */
@Tag("balance")
class PoolBalanceTest {
    private static final Rules RULES = Rules.of(Scenarios.busan2025R1());
    private static final long FIRST = 5000;
    private static final int SEEDS = 100;

    private static PoolMatches pool;
    private static List<StudyGates.Unchallenged> unchallenged;
    private static Gate retaliation;
    private static List<Gate> gates;

    @BeforeAll
    static void play() {
        pool = PoolMatches.play(RULES, Roster.simple(), FIRST, SEEDS);
        StudyGates studies = new StudyGates(RULES, FIRST, SEEDS);
        unchallenged = studies.unchallenged();
        retaliation = studies.retaliation(unchallenged);
        gates = new ArrayList<>(new PoolGates(pool).all());
        gates.add(studies.search(pool));
        gates.add(studies.snapBack());
        gates.addAll(new TableGates(pool).all());
    }

    @Test
    void whatIsAskedOfAGoodGameHolds() {
        assertThat(gates)
                .hasSize(16)
                .allSatisfy(gate -> assertThat(gate.holds()).as(gate.toString()).isTrue());
    }

    /** Two instruments have a level that nothing beats; docs/pool.md says why. If that ever ends, this fails, so that it stays true. */
    @Test
    void asRetaliationOnlyTwoInstrumentsAreBestLeftAlone() {
        assertThat(retaliation.holds()).isFalse();
        assertThat(unchallenged)
                .extracting(StudyGates.Unchallenged::instrument)
                .containsOnly(Instrument.US_SECTION301_TARIFF, Instrument.US_SECTION232_DUTIES);
        assertThat(unchallenged).noneMatch(StudyGates.Unchallenged::isHarsher);
    }

    @Test
    void theSixteenNeverDoAnythingIllegal() {
        assertThat(pool.matches()).allMatch(match -> match.faults() == 0);
    }

    /** Names in the opposite order are another pool, in which hardly anything holds. */
    @Test
    void aPoolOfMirroredNamesFailsItsGates() {
        List<String> names = new ArrayList<>(pool.names());
        Collections.reverse(names);
        PoolMatches mirrored = new PoolMatches(names, pool.matches());
        List<Gate> judged = new ArrayList<>(new PoolGates(mirrored).all());
        judged.addAll(new TableGates(mirrored).all());
        assertThat(judged.stream().filter(gate -> !gate.holds()).map(Gate::id))
                .contains("hostility", "table-means", "table-order", "table-lead");
    }

    @Test
    void thePageHoldsWhatWasMeasured() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("Scenario hash `" + RULES.scenario().hash().substring(0, 12) + "...`, ruleset `"
                + RULES.scenario().ruleset() + "`, seeds " + FIRST + " to " + (FIRST + SEEDS - 1) + ".");
        lines.add("");
        lines.add("| line | what is asked | measured | holds |");
        lines.add("|---|---|---|---|");
        gates.forEach(gate -> lines.add(gate.row()));
        lines.add(retaliation.row());
        lines.add("");
        lines.add("| bot | mean | 95 % | US | CN | joint | depth | self US | self CN | band |");
        lines.add("|---|---|---|---|---|---|---|---|---|---|");
        pool.table().forEach(bot -> lines.add(row(bot)));
        MeasuredBlock.check("pool", lines);
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
