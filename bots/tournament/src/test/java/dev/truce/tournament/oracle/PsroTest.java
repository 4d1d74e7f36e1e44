package dev.truce.tournament.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.truce.bot.BotFactory;
import dev.truce.bots.Roster;
import dev.truce.engine.round.Rules;
import dev.truce.scenario.Scenarios;
import dev.truce.tournament.row.CellRow;
import dev.truce.tournament.row.EquilibriumRow;
import dev.truce.tournament.row.PsroRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PsroTest {
    private static final Rules RULES = Rules.of(Scenarios.busan2025());
    private static final List<BotFactory> ROSTER = List.of(
            Roster.find("tft").orElseThrow(),
            Roster.find("match").orElseThrow(),
            Roster.find("step").orElseThrow());
    private static final List<String> ARGUMENTS = List.of("--roster", "tft,match,step");
    private static final OracleSettings.Counts FEW = new OracleSettings.Counts(3, 4, 8);
    private static final int CELLS = 6;

    @TempDir
    private static Path folder = Path.of("");

    private static Path whole = Path.of("");

    private static void run(PsroFolder folder, PsroSettings.Meta meta, int threads)
            throws InterruptedException, PsroFolder.BrokenException {
        try (LabTrials trials = new LabTrials(RULES, threads)) {
            new Psro(trials, new PsroSettings(2, meta, 60, 5, CELLS, FEW), ROSTER, folder).run(() -> {});
        }
    }

    @BeforeAll
    static void playOnce() throws IOException, InterruptedException, PsroFolder.BrokenException {
        whole = folder.resolve("whole");
        run(PsroFolder.begin(whole, ARGUMENTS), PsroSettings.Meta.NASH, 1);
    }

    private static String column(List<String> row, String name) {
        return row.get(PsroRow.TABLE.index(name));
    }

    @Test
    void eachIterationHasWeightsThatSumToOneAndARegretForEachRole() throws IOException, PsroFolder.BrokenException {
        List<List<String>> rows = PsroFolder.resume(whole).rows();
        for (String iteration : List.of("0", "1", "2")) {
            for (String role : List.of("US", "CN")) {
                List<List<String>> here = rows.stream()
                        .filter(row -> column(row, "iteration").equals(iteration)
                                && column(row, "role").equals(role))
                        .toList();
                List<String> meta = here.get(here.size() - 1);
                assertThat(column(meta, "policy")).isEqualTo(PsroRow.META);
                assertThat(column(meta, "regret_low")).isNotEmpty();
                assertThat(Long.parseLong(column(meta, "trials"))).isBetween(1L, 60L + 8 * 3 * 4);
                double sum = 0;
                for (List<String> row : here.subList(0, here.size() - 1)) {
                    sum += Double.parseDouble(column(row, "weight"));
                    assertThat(column(row, "regret")).isEmpty();
                }
                assertThat(Math.abs(sum - 1)).isLessThan(1e-5);
            }
        }
        assertThat(rows.stream().map(row -> column(row, "policy")).collect(Collectors.toSet()))
                .contains("tft", "match", "step", "us-1", "cn-1");
        assertThat(Files.readString(whole.resolve(EquilibriumRow.TABLE.file())))
                .contains(",1\n")
                .startsWith(EquilibriumRow.TABLE.header());
        assertThat(Files.readAllLines(whole.resolve(CellRow.TABLE.file())).size() - 1)
                .isGreaterThanOrEqualTo((ROSTER.size() + 1) * (ROSTER.size() + 1) * CELLS);
    }

    @Test
    void aRunThatWasInterruptedEndsAsAnotherOnAnyNumberOfThreads()
            throws IOException, InterruptedException, PsroFolder.BrokenException {
        Path cut = folder.resolve("cut");
        Files.createDirectories(cut);
        for (String name : List.of(PsroFolder.RUN, "us-1.policy", "cn-1.policy", "equilibria.csv", "cells.csv")) {
            Files.copy(whole.resolve(name), cut.resolve(name));
        }
        List<String> first = Files.readAllLines(whole.resolve("psro.csv")).stream()
                .filter(line -> line.startsWith("iteration") || line.startsWith("0,"))
                .toList();
        Files.writeString(cut.resolve("psro.csv"), String.join("\n", first) + "\n");
        PsroFolder resumed = PsroFolder.resume(cut);
        assertThat(resumed.finished()).isEqualTo(1);
        run(resumed, PsroSettings.Meta.NASH, 3);
        assertThat(PsroFolder.difference(whole, cut)).isEmpty();
    }

    @Test
    void aFileThatIsNotWhatTheRunWritesIsNamed() throws IOException, PsroFolder.BrokenException {
        Path broken = folder.resolve("broken");
        Files.createDirectories(broken);
        Files.copy(whole.resolve(PsroFolder.RUN), broken.resolve(PsroFolder.RUN));
        Files.writeString(broken.resolve("cells.csv"), CellRow.TABLE.header() + "tft,tft,1,many,2\n");
        assertThat(catchThrowableOfType(PsroFolder.BrokenException.class, () -> PsroFolder.resume(broken))
                        .file())
                .isEqualTo("cells.csv");
        Files.writeString(broken.resolve("cells.csv"), "nonsense\n");
        assertThat(catchThrowableOfType(PsroFolder.BrokenException.class, () -> PsroFolder.resume(broken))
                        .file())
                .isEqualTo("cells.csv");
        assertThat(PsroFolder.difference(whole, broken)).isPresent();
    }

    @Test
    void allPoliciesMayCountAlike() throws IOException, InterruptedException, PsroFolder.BrokenException {
        Path even = folder.resolve("even");
        PsroFolder files = PsroFolder.begin(even, ARGUMENTS);
        try (LabTrials trials = new LabTrials(RULES, 1)) {
            PsroSettings settings = new PsroSettings(0, PsroSettings.Meta.UNIFORM, 1, 5, CELLS, FEW);
            new Psro(trials, settings, ROSTER, files).run(() -> {});
        }
        assertThat(files.rows().stream()
                        .filter(row -> !column(row, "policy").equals(PsroRow.META))
                        .map(row -> column(row, "weight")))
                .containsOnly("0.333333");
    }
}
