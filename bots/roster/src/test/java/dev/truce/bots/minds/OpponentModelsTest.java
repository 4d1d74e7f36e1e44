package dev.truce.bots.minds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.StepBudget;
import dev.truce.bots.Roster;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom the other side's deeds give away. */
class OpponentModelsTest {
    private static final int SEEDS = 4;

    private double strange;
    private double suspected;

    @ParameterizedTest(name = "{0} after {1} rounds")
    @CsvSource({"hawk, 2", "dove, 3", "brink, 2", "bully, 2", "salami, 6", "truce, 3"})
    void aStrategyIsRecognisedByWhatItDoes(String name, int rounds) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            watch(name, rounds, seed);
            assertThat(suspected).as("seed " + seed).isGreaterThan(.8);
            assertThat(strange).isLessThan(.05);
        }
    }

    @Test
    void whoPlaysByDiceIsNoStranger() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            watch("random", 6, seed);
            assertThat(suspected).as("seed " + seed).isGreaterThan(.6);
            assertThat(strange).isLessThan(.4);
        }
    }

    @Test
    void thoseThatHaveDoneTheSameAreEquallyLikely() {
        watch("tft", 3, 1);
        double tft = suspected;
        watch("grim", 3, 1);
        assertThat(suspected).isBetween(.05, .3);
        assertThat(tft).isBetween(.05, .3);
    }

    @Test
    void somebodyElseIsRecognisedAsUnknown() {
        watch("hold", 2, 1);
        assertThat(strange).isGreaterThan(.9);
    }

    /** China plays; the US watches it, and plays as if it wanted a deep agreement. */
    private void watch(String name, int rounds, long seed) {
        Memory memory = new Memory(Thought.RULES, Side.US);
        OpponentModels opponentModels =
                new OpponentModels(Thought.RULES, Side.CN, Roster.reference(), new SplitMix64(seed));
        StepBudget budget = new StepBudget(100_000);
        int place = Roster.reference().indexOf(Thought.bot(name));
        Thought.play(
                Thought.RULES.setup(seed), Thought.bot("match"), Thought.bot(name), 0, rounds + 1, (seen, talks) -> {
                    assertThat(memory.takeIn(seen, talks)).isTrue();
                    opponentModels.follow(memory.moments(), budget);
                    // What MATCH offers in peace; that it says so is part of what the other side hears.
                    memory.say(Thought.bot("match")
                            .create(Thought.seat(Side.US, seed, 0))
                            .decide(seen, talks)
                            .offer());
                });
        strange = opponentModels.unknown();
        suspected = place < 0 ? 0 : opponentModels.likelihood(place);
    }

    @Test
    void theDensityOfNoiseIsOne() {
        double sum = 0;
        for (int i = -400; i <= 400; i++) {
            sum += OpponentModel.density(i / 100.0) / 100;
        }
        // The density is that of the sum of four uniforms, which is wider by the factor 1.732.
        assertThat(sum / 1.7320508).isBetween(.999, 1.001);
    }
}
