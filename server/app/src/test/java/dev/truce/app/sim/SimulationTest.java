package dev.truce.app.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.host.Catalogue;
import dev.truce.engine.round.Rules;
import dev.truce.scenario.Scenarios;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Runs seeds: {@code -Dsim.seeds=N -Dsim.from=S} says which, {@code -Dsim.print=true} prints what has happened how often, and with
 * {@code -Dsim.say=true} one seed tells all that it does.
 */
class SimulationTest {
    static final Catalogue CATALOGUE = new Catalogue(List.of(Rules.of(Scenarios.busan2025())));

    /** Seeds in which the server or a client was wrong once. */
    static final List<Long> REGRESSIONS = List.of(
            11L, 23L, 5198L, 11_937L, 20_009L, 30_030L, 35_327L, 100_164L, 102_794L, 102_993L, 340_372L, 366_000L,
            521_002L);

    /** What a number of runs of this size has to have reached; a simulation in which it does not happen shows nothing. */
    private static final List<String> PATHS = List.of(
            "match over",
            "match again in memory",
            "hosted bot decided",
            "deeds sent again by another process",
            "refused STALE_ROUND",
            "refused OFFER_NOT_OPEN",
            "refused UNHEARD_OFFER",
            "refused MOVE_ID_REUSED",
            "refused RETRY",
            "round closed early",
            "end TAKEN_OVER",
            "end IDLE",
            "negotiated Voted",
            "negotiated SeatChanged",
            "negotiated RoundShut",
            "negotiated CardPlayed");

    /** How many failing seeds a run names at most; a campaign goes on after the first. */
    private static final int MOST_FAILED = 20;

    /** Acknowledged deeds that a run has at least, on the average. */
    private static final long LEAST_SAVED = 5;

    /** How many seeds are run when nobody says anything else. */
    int seeds() {
        return 500;
    }

    @Test
    void everyPromiseIsKeptInEachRun() {
        long from = Long.getLong("sim.from", 1);
        int seeds = Integer.getInteger("sim.seeds", seeds());
        Marks marks = new Marks();
        long events = 0;
        List<String> failed = new ArrayList<>();
        for (long seed = from; seed < from + seeds && failed.size() < MOST_FAILED; seed++) {
            try {
                SimWorld world = run(seed);
                marks.add(world.marks());
                events += world.agenda().done();
            } catch (AssertionError e) {
                failed.add("seed " + seed + ": " + e.getCause() + "\n" + e.getMessage());
            }
        }
        if (Boolean.getBoolean("sim.print")) {
            marks.all().forEach((mark, count) -> System.out.println(count + " " + mark));
            System.out.println(seeds + " seeds, " + events + " events");
        }
        assertThat(failed).isEmpty();
        if (seeds >= seeds()) {
            for (String path : PATHS) {
                assertThat(marks.of(path)).as(path).isPositive();
            }
            for (Faults.Kind kind : Faults.Kind.values()) {
                assertThat(marks.of("fault " + kind)).as("fault " + kind).isPositive();
            }
            assertThat(marks.of("saved")).isGreaterThan(LEAST_SAVED * seeds);
        }
    }

    @Test
    void whatWasWrongOnceIsRight() {
        REGRESSIONS.forEach(SimulationTest::run);
    }

    static SimWorld run(long seed) {
        SimWorld world = new SimWorld(seed, CATALOGUE);
        try {
            world.run();
        } catch (Breach | RuntimeException e) {
            throw new AssertionError(
                    "run again with: ./truce test -Dtest=SimulationTest -Dtest.jvm=\"-Dsim.seeds=1 -Dsim.from=" + seed
                            + " -Dsim.say=true\"",
                    e);
        }
        return world;
    }
}
