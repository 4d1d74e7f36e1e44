package dev.truce.tournament;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.truce.bot.BotFactory;
import dev.truce.bots.Roster;
import dev.truce.bots.policy.TablePolicy;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.round.Rules;
import dev.truce.scenario.Scenarios;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HillClimbTest {
    private static final Rules RULES = Rules.of(Scenarios.busan2025());
    private static final long FIRST = 11_000;
    private static final int MATCHES = 800;

    private final TrainingMatches matches = new TrainingMatches(RULES);

    private static BotFactory bot(String name) {
        return Roster.find(name).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void aTableThatFollowsABotPlaysAsThatBot(Side seat) {
        BotFactory table = TablePolicy.following(seat).factory(bot("negotiator"));
        for (long seed = FIRST; seed < FIRST + 4; seed++) {
            assertThat(matches.score(seat, table, bot("match"), seed))
                    .isEqualTo(matches.score(seat, bot("negotiator"), bot("match"), seed));
        }
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void tablesMadeByChancePlayDifferentlyAndByTheRules(Side seat) {
        SplitMix64 random = new SplitMix64(7);
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < 12; i++) {
            BotFactory table = TablePolicy.random(seat, random).factory(bot("negotiator"));
            PoolMatch match = PoolMatch.of(
                    matches.play(FIRST, BySide.pick(seat, table, bot("dove")), BySide.pick(seat, bot("dove"), table)));
            assertThat(match.faults()).isZero();
            least = Math.min(least, match.score(seat));
            most = Math.max(most, match.score(seat));
        }
        assertThat(most - least).isGreaterThan(5);
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void aSearchFindsNothingWorseAndKeepsToItsMatches(Side seat) {
        double before = 0;
        for (long seed = FIRST; seed < FIRST + HillClimb.GAMES; seed++) {
            before += matches.score(seat, bot("truce"), bot("dove"), seed) / HillClimb.GAMES;
        }
        HillClimb.Found found = new HillClimb(matches, seat, bot("truce"), bot("dove"), FIRST).within(MATCHES);
        assertThat(found.score()).isGreaterThanOrEqualTo(before - 1e-9);
        assertThat(found.matches()).isBetween(MATCHES, MATCHES + HillClimb.GAMES);
        double again = 0;
        for (long seed = FIRST; seed < FIRST + HillClimb.GAMES; seed++) {
            again += matches.score(seat, found.policy().factory(bot("truce")), bot("dove"), seed) / HillClimb.GAMES;
        }
        assertThat(found.score()).isCloseTo(again, within(1e-9));
    }
}
