package dev.truce.tournament.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.tournament.plan.Format;
import dev.truce.tournament.plan.TournamentPart;
import dev.truce.tournament.run.Contestant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A tournament that is played in parts has the files of one that is played whole. */
class PlayedPartsTest {
    private static final String[] BOTS = {"tft", "random", "negotiator", "cheat"};

    @TempDir
    private Path folder = Path.of("");

    private static TournamentSettings part(TournamentSettings whole, int number, int of) {
        return new TournamentSettings(
                whole.bots(),
                whole.format(),
                whole.pairs(),
                whole.self(),
                whole.seed(),
                whole.scenario(),
                whole.steps(),
                whole.records(),
                whole.tables(),
                whole.movetimeMillis(),
                whole.sprt(),
                whole.recover(),
                new TournamentPart(number, of));
    }

    private List<Path> parts(TournamentSettings whole, List<Contestant> bots, int of) throws Exception {
        List<Path> parts = new ArrayList<>();
        for (int number = 1; number <= of; number++) {
            Path out = folder.resolve("part-" + of + "-" + number);
            assertThat(Fairs.run(part(whole, number, of), bots, number).play(out, (pairs, board) -> {}))
                    .isTrue();
            assertThat(out.resolve("standings.csv")).doesNotExist();
            parts.add(out);
        }
        return parts;
    }

    private static TournamentRun merged(TournamentSettings whole, List<Contestant> bots, List<Path> parts) {
        List<String> names = bots.stream().map(Contestant::name).toList();
        return new TournamentRun(whole, names, new PlayedParts(whole, names, parts));
    }

    @ParameterizedTest
    @CsvSource({"RR, 2", "RR, 3", "GAUNTLET, 4", "MORAN, 7"})
    void partsThatAreMergedAreTheWhole(Format format, int of) throws Exception {
        List<Contestant> bots = Fairs.bots(BOTS);
        TournamentSettings whole = Fairs.settings(format, 3, bots);
        Path out = folder.resolve("whole");
        assertThat(Fairs.run(whole, bots, 2).play(out, (pairs, board) -> {})).isTrue();
        Path merged = folder.resolve("merged");
        assertThat(merged(whole, bots, parts(whole, bots, of)).play(merged, (pairs, board) -> {}))
                .isTrue();
        assertThat(Fairs.files(merged)).isEqualTo(Fairs.files(out));
    }

    @Test
    void aMergeThatWasStoppedGoesOn() throws Exception {
        List<Contestant> bots = Fairs.bots(BOTS);
        TournamentSettings whole = Fairs.settings(Format.RR, 3, bots);
        List<Path> parts = parts(whole, bots, 3);
        Path out = folder.resolve("merged");
        TournamentRun first = merged(whole, bots, parts);
        assertThat(first.play(out, (pairs, board) -> {
                    if (pairs == 8) {
                        first.stop();
                    }
                }))
                .isFalse();
        assertThat(merged(whole, bots, parts).play(out, (pairs, board) -> {})).isTrue();
        Path again = folder.resolve("again");
        merged(whole, bots, parts).play(again, (pairs, board) -> {});
        assertThat(Fairs.files(out)).isEqualTo(Fairs.files(again));
    }

    @Test
    void partsInAnotherOrderAreFound() throws Exception {
        List<Contestant> bots = Fairs.bots(BOTS);
        TournamentSettings whole = Fairs.settings(Format.RR, 3, bots);
        List<Path> parts = new ArrayList<>(parts(whole, bots, 3));
        Collections.swap(parts, 0, 1);
        assertThatThrownBy(() -> merged(whole, bots, parts).play(folder.resolve("merged"), (pairs, board) -> {}))
                .isInstanceOf(ResultException.class)
                .hasMessageContaining("part-3-2/matches.csv")
                .hasMessageContaining("pair-rows");
    }

    @Test
    void aPartWithTheSeedOfAnotherTournamentIsFound() throws Exception {
        List<Contestant> bots = Fairs.bots(BOTS);
        TournamentSettings whole = Fairs.settings(Format.RR, 3, bots);
        List<Path> parts = parts(whole.withSeed(99), bots, 2);
        assertThatThrownBy(() -> merged(whole, bots, parts).play(folder.resolve("merged"), (pairs, board) -> {}))
                .isInstanceOf(ResultException.class)
                .hasMessageContaining("part-2-1/matches.csv row 2")
                .hasMessageContaining("pair-other");
    }

    @Test
    void aPartIsVerifiedByItself() throws Exception {
        List<Contestant> bots = Fairs.bots(BOTS);
        TournamentSettings second = part(Fairs.settings(Format.RR, 3, bots), 2, 3);
        Path out = folder.resolve("second");
        Fairs.run(second, bots, 2).play(out, (pairs, board) -> {});
        Verifier.Verified verified = Verifier.verify(out, VerifierTest.card(second, bots, 6), Fairs.RULES);
        assertThat(verified.pairs()).isEqualTo(6);
        assertThat(Files.readAllLines(out.resolve("matches.csv")).get(1)).startsWith("6,1,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "0/3", "4/3", "1/0", "-1/3", "1/3/4", "a/b", "1/10000", "01/3", "1/ 3"})
    void whatIsNoPartIsRefused(String text) {
        assertThatThrownBy(() -> TournamentPart.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Parts leave no pair out and play none twice, however many there are. */
    @Test
    void partsCoverAllPairs() {
        for (int pairs : new int[] {7, 100, 100_000_000}) {
            for (int of : new int[] {1, 2, 3, 7}) {
                int end = 0;
                for (int number = 1; number <= of; number++) {
                    TournamentPart part = new TournamentPart(number, of);
                    assertThat(part.first(pairs)).isEqualTo(end);
                    end = part.end(pairs);
                    assertThat(end).isGreaterThan(part.first(pairs));
                }
                assertThat(end).isEqualTo(pairs);
            }
        }
    }
}
