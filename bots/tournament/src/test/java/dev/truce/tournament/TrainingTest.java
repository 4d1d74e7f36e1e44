package dev.truce.tournament;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.bot.BotFactory;
import dev.truce.bot.local.Played;
import dev.truce.bots.Roster;
import dev.truce.bots.policy.Policy;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.round.Rules;
import dev.truce.scenario.Scenarios;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainingTest {
    private static final Rules RULES = Rules.of(Scenarios.busan2025());
    /** Few, as each trial meets all of them. */
    private static final List<BotFactory> OPPONENTS = Roster.simple().subList(0, 5);

    private static final Training.Course SHORT = new Training.Course(3, 10, 2, 1);

    @Test
    void theSameCourseGivesTheSameFileOnAnyNumberOfThreads() throws InterruptedException {
        AtomicInteger trials = new AtomicInteger();
        String one = Training.run(RULES, SHORT, "truce train", 1, trials::incrementAndGet)
                .policy()
                .text();
        String two =
                Training.run(RULES, SHORT, "truce train", 2, () -> {}).policy().text();
        assertThat(two).isEqualTo(one);
        assertThat(trials).hasValue((int) SHORT.trials());
        assertThat(one)
                .contains(
                        "trained-by: truce train\n",
                        "scenario-hash: " + RULES.scenario().hash() + "\n")
                .contains(
                        "training-seeds: 1100000..1100000\n",
                        "choice-seeds: 1200000..1200001\n",
                        "opponents: dove truce hawk ");
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void aClimbLosesNothingOnItsTrainingSeedsAndFindsSomething(Side seat) {
        PolicyClimb climb = new PolicyClimb(new TrainingMatches(RULES), seat, OPPONENTS, Training.LEARNT_ON, 2);
        Policy start = Policy.ofMatch();
        Policy found = climb.from(start, 100, new SplitMix64(1), () -> {});
        assertThat(climb.score(found)).isGreaterThan(climb.score(start) + .5);
        assertThat(found.size(seat)).isPositive();
        assertThat(found.size(seat.other())).isZero();
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void aPolicyWithoutRulesPlaysAsTheBotFromWhichLearningStarts(Side seat) {
        TrainingMatches matches = new TrainingMatches(RULES);
        BotFactory silent = Policy.ofMatch().factory("silent");
        BotFactory match = Roster.find(Training.start(RULES.scenario())).orElseThrow();
        for (BotFactory other : Roster.reference()) {
            for (long seed = 1; seed <= 2; seed++) {
                boolean us = seat == Side.US;
                Played played = us ? matches.play(seed, silent, other) : matches.play(seed, other, silent);
                Played expected = us ? matches.play(seed, match, other) : matches.play(seed, other, match);
                assertThat(played.reports()).isEqualTo(expected.reports());
            }
        }
    }

    @Test
    void theUsualCourseChoosesOnTheSeedsThatTheShippedPoliciesName() {
        assertThat(new Training.Course(1, 8_000, 2, 32).choiceSeeds()).isEqualTo(48);
        assertThat(SHORT.choiceSeeds()).isEqualTo(2);
    }

    @Test
    void aCourseNeedsSomethingOfEverything() {
        assertThatThrownBy(() -> new Training.Course(1, 0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Training.Course(1, 1, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Training.Course(1, 1, 1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
