package dev.truce.tournament.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FormatTest {
    private static final long MASTER = 7;

    @ParameterizedTest
    @CsvSource({
        "RR, 2, 3, false, 3", "RR, 16, 85, false, 10200", "RR, 5, 2, true, 30", "GAUNTLET, 5, 3, false, 12",
        "SWISS, 8, 2, false, 24", "SWISS, 5, 2, false, 12", "KNOCKOUT, 8, 3, false, 21", "KNOCKOUT, 5, 3, false, 12",
        "REPLICATOR, 4, 2, false, 20", "MORAN, 4, 2, false, 20", "SWISS, 2, 4, false, 4", "KNOCKOUT, 2, 4, false, 4"
    })
    void theNumberOfPairsIsThatOfTheFormula(Format format, int bots, int pairs, boolean self, int all) {
        assertThat(format.plan(bots, pairs, self).pairsInAll()).isEqualTo(all);
        assertThat(played(format.plan(bots, pairs, self), bots, (a, b) -> 50 + b - a))
                .hasSize(all);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void pairsAreNumberedWithoutAGapAndEachHasASeedOfItsOwn(Format format) {
        List<PairSpec> pairs = played(format.plan(7, 3, false), 7, (a, b) -> a * 3 % 7 + b);
        Set<Long> seeds = new HashSet<>();
        for (int i = 0; i < pairs.size(); i++) {
            assertThat(pairs.get(i).index()).isEqualTo(i);
            assertThat(pairs.get(i).seed()).isEqualTo(Seeds.ofPair(MASTER, i));
            seeds.add(pairs.get(i).seed());
        }
        assertThat(seeds).hasSize(pairs.size());
    }

    @Test
    void seedsFollowFromMasterSeedAndIndexAlone() {
        assertThat(Seeds.ofPair(1, 0)).isNotEqualTo(Seeds.ofPair(1, 1)).isNotEqualTo(Seeds.ofPair(2, 0));
        // SHA-256 over "truce pair", eight bytes of 1 and four of 0, worked out with another program; the top bit is
        // cleared.
        assertThat(Seeds.ofPair(1, 0)).isEqualTo(8816192901323498368L);
    }

    @Test
    void everybodyMeetsEverybodyBeforeAnybodyMeetsTwice() {
        List<PairSpec> pairs = played(Format.RR.plan(4, 2, false), 4, (a, b) -> 0);
        Set<String> first = new HashSet<>();
        for (PairSpec pairSpec : pairs.subList(0, 6)) {
            first.add(pairSpec.first() + "-" + pairSpec.second());
        }
        assertThat(first).containsExactlyInAnyOrder("0-1", "0-2", "0-3", "1-2", "1-3", "2-3");
    }

    @Test
    void inASwissTournamentNobodyMeetsTwiceAndWinnersMeetWinners() {
        List<PairSpec> pairs = played(Format.SWISS.plan(8, 1, false), 8, (a, b) -> 10 * (8 - a));
        Set<Set<Integer>> met = new HashSet<>();
        for (PairSpec pairSpec : pairs) {
            assertThat(met.add(Set.of(pairSpec.first(), pairSpec.second()))).isTrue();
        }
        assertThat(pairs).hasSize(12);
        // Winners of 0-1, 2-3, 4-5, 6-7 are 0, 2, 4, 6.
        assertThat(pairs.subList(4, 6)).allMatch(m -> m.first() % 2 == 0 && m.second() % 2 == 0);
        TournamentPlan plan = Format.SWISS.plan(8, 1, false);
        assertThat(plan.ranking(board(plan, 8, (a, b) -> 10 * (8 - a))).get(0)).isZero();
    }

    @Test
    void inASwissTournamentOfAnOddNumberNobodySitsOutTwice() {
        List<PairSpec> pairs = played(Format.SWISS.plan(5, 1, false), 5, (a, b) -> 10 * (8 - a));
        int[] played = new int[5];
        for (PairSpec pairSpec : pairs) {
            played[pairSpec.first()]++;
            played[pairSpec.second()]++;
        }
        for (int count : played) {
            assertThat(count).isBetween(2, 3);
        }
    }

    @Test
    void aKnockoutLetsTheBetterOneThroughAndTheFirstTwoMeetInTheFinalOnly() {
        TournamentPlan plan = Format.KNOCKOUT.plan(6, 2, false);
        List<PairSpec> pairs = played(plan, 6, (a, b) -> 10 * (6 - a));
        PairSpec last = pairs.get(pairs.size() - 1);
        assertThat(Set.of(last.first(), last.second())).isEqualTo(Set.of(0, 1));
        assertThat(plan.ranking(board(plan, 6, (a, b) -> 10 * (6 - a))).subList(0, 2))
                .containsExactly(0, 1);
        // The last named wins all: it is placed first.
        assertThat(plan.ranking(board(plan, 6, (a, b) -> 10 * a)).get(0)).isEqualTo(5);
    }

    @Test
    void tooFewOrTooManyBotsOrPairsAreRefused() {
        assertThatThrownBy(() -> Format.RR.plan(1, 1, false)).hasMessageContaining("1 bots, expected 2..200");
        assertThatThrownBy(() -> Format.RR.plan(201, 1, false)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Format.RR.plan(2, 0, false)).hasMessageContaining("0 pairs, expected 1..");
        assertThatThrownBy(() -> Format.RR.plan(200, 1_000_000, false)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<PairSpec> played(TournamentPlan plan, int bots, BiFunction<Integer, Integer, Integer> scores) {
        List<PairSpec> pairs = new ArrayList<>();
        play(plan, bots, scores, pairs);
        return pairs;
    }

    private static Scoreboard board(TournamentPlan plan, int bots, BiFunction<Integer, Integer, Integer> scores) {
        return play(plan, bots, scores, new ArrayList<>());
    }

    /** Plays with given scores of a bot against another. */
    private static Scoreboard play(
            TournamentPlan plan, int bots, BiFunction<Integer, Integer, Integer> scores, List<PairSpec> pairs) {
        Scoreboard board = new Scoreboard(bots);
        int number = 0;
        for (Optional<Stage> stage = plan.stage(0, 0, board);
                stage.isPresent();
                stage = plan.stage(++number, pairs.size(), board)) {
            for (int i = stage.get().firstPair(); i < stage.get().end(); i++) {
                PairSpec pairSpec = stage.get().pairSpec(i, MASTER);
                pairs.add(pairSpec);
                board.add(
                        number,
                        pairSpec.first(),
                        pairSpec.second(),
                        2L * Scoreboard.UNITS * scores.apply(pairSpec.first(), pairSpec.second()),
                        2L * Scoreboard.UNITS * scores.apply(pairSpec.second(), pairSpec.first()));
            }
        }
        return board;
    }
}
