package dev.truce.tournament;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.BotFactory;
import dev.truce.bot.local.Played;
import dev.truce.bots.Roster;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.Rules;
import dev.truce.scenario.Scenarios;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The bots that think or have learnt, against some of the pool; docs/look-up/bots.md has the figures against all of it. How strong the searcher and
 * the learner are takes them long to show, and gates the balance of the pool rather than what is right: {@code ./truce test balance}.
 */
@Execution(ExecutionMode.CONCURRENT)
class MindsTest {
    private static final Rules RULES = Rules.of(Scenarios.busan2025R1());
    private static final long FIRST = 9000;
    private static final int SEEDS = 2;

    private final TrainingMatches matches = new TrainingMatches(RULES);

    /** Four that can be exploited: over 60 seeds the searcher led by 17 points there, the learner by 14. */
    @Tag("balance")
    @ParameterizedTest
    @CsvSource({"search, US", "search, CN", "learner, US", "learner, CN"})
    void bothAreFarAheadOfTheBestOfThePoolWhereItCanBe(String mind, Side side) {
        assertThat(lead(mind, side, "dove", "brink", "salami", "hawk")).isGreaterThan(6);
    }

    /** Those who answer in kind leave half a point to a point to gain, and punish who misjudges them; two seeds see no more. */
    @Tag("balance")
    @ParameterizedTest
    @CsvSource({"search, US", "search, CN", "learner, US", "learner, CN"})
    void neitherLosesWhatThereIsToGainFromThoseWhoAnswerInKind(String mind, Side side) {
        assertThat(lead(mind, side, "tft", "gtft", "grim", "match")).isGreaterThan(-1);
    }

    /** Returns by how much a bot leads MATCH, the best strategy of the pool, against some of it on the same seeds. */
    private double lead(String mind, Side side, String... others) {
        double lead = 0;
        for (String other : others) {
            for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
                lead += score(mind, other, side, seed) - score("match", other, side, seed);
            }
        }
        return lead / (others.length * SEEDS);
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void theNegotiatorDoesAboutAsWellAsItsGuard(Side side) {
        double lead = 0;
        for (BotFactory other : Roster.reference()) {
            for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
                lead += score("negotiator", other.name(), side, seed) - score("match", other.name(), side, seed);
            }
        }
        assertThat(lead / (Roster.reference().size() * SEEDS)).isBetween(-2.5, 2.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"negotiator", "learner"})
    void theyDoNothingIllegalAgainstAnybody(String mind) {
        for (BotFactory other : Roster.all()) {
            Played played = matches.play(FIRST, bot(mind), other);
            assertThat(played.us().isClean() && played.cn().isClean())
                    .as(mind + " v " + other.name())
                    .isTrue();
        }
    }

    /** It thinks for a second a match. */
    @Tag("balance")
    @Test
    void theSearcherDoesNothingIllegalAgainstAnybody() {
        theyDoNothingIllegalAgainstAnybody("search");
    }

    private double score(String bot, String other, Side side, long seed) {
        return matches.score(side, bot(bot), bot(other), seed);
    }

    private static BotFactory bot(String name) {
        return Roster.find(name).orElseThrow();
    }
}
