package dev.truce.cli.tournament;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.cli.text.Texts;
import dev.truce.tournament.plan.Scoreboard;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TournamentProgressTest {
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final Scoreboard board = new Scoreboard(2);
    private long nanos;

    @Test
    void plainLinesComeEveryTenSecondsAndAtTheEnd() {
        TournamentProgress progress = progress(false);
        progress.played(0, board);
        seconds(4);
        progress.played(100, board);
        seconds(6);
        progress.played(250, board);
        seconds(2);
        progress.played(300, board);
        progress.end();
        assertThat(lines())
                .containsExactly(
                        Texts.of("tournament.progress", 500, 600, "50", 0, 2),
                        Texts.of("tournament.progress", 600, 600, "50", 0, 0),
                        Texts.of("tournament.rate", 600, "12.0", "50"));
    }

    @Test
    void theEndIsToldBehindTheTableOfATerminal() {
        TournamentProgress progress = progress(true);
        progress.played(0, board);
        seconds(1);
        progress.played(300, board);
        progress.end();
        assertThat(lines())
                .containsExactly(
                        Texts.of("tournament.progress", 600, 600, "600", 0, 0),
                        "  dove                       0.00",
                        "  hawk                       0.00",
                        Texts.of("tournament.rate", 600, "1.0", "600"));
    }

    @Test
    void matchesOfAnEarlierRunDoNotCountForTheRate() {
        TournamentProgress progress = progress(false);
        progress.played(200, board);
        seconds(2);
        progress.played(300, board);
        progress.end();
        assertThat(lines())
                .containsExactly(
                        Texts.of("tournament.progress", 600, 600, "100", 0, 0),
                        Texts.of("tournament.rate", 200, "2.0", "100"));
    }

    /** The table that is drawn while it goes on is no result; where a sequential test decides one may look at any time. */
    @Test
    void whoLooksEarlyIsWarnedUnlessASequentialTestAllowsIt() {
        TournamentProgress progress = progress(true);
        progress.played(0, board);
        seconds(1);
        progress.played(100, board);
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("  hawk ", "No result yet", "fixed", "--sprt");
        told.reset();
        seconds(2);
        progress.played(300, board);
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("  hawk ").doesNotContain("No result yet");

        told.reset();
        TournamentProgress sequential = progress(true, true);
        sequential.played(0, board);
        seconds(1);
        sequential.played(100, board);
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("  hawk ").doesNotContain("No result yet");
    }

    private TournamentProgress progress(boolean redraws) {
        return progress(redraws, false);
    }

    private TournamentProgress progress(boolean redraws, boolean isSequential) {
        return new TournamentProgress(
                new PrintStream(told, true, StandardCharsets.UTF_8),
                List.of("dove", "hawk"),
                300,
                redraws,
                isSequential,
                () -> nanos);
    }

    private void seconds(long more) {
        nanos += more * 1_000_000_000;
    }

    private List<String> lines() {
        return told.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
