package dev.truce.app.host.matches;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Matches that are over and that nobody is in any more leave nothing in memory. */
class FinishedMatchesTest {
    String run() throws Exception {
        return IdleMatchTest.run(FinishedMatches.class, "600");
    }

    @Test
    void nothingIsLeftOfThem() throws Exception {
        String said = run();
        assertThat(said.lines().filter(line -> line.startsWith("more "))).isEmpty();
        assertThat(said).contains("in memory 0 alarms 0");
    }
}
