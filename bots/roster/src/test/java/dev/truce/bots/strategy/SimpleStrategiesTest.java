package dev.truce.bots.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.Bot;
import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bots.Roster;
import dev.truce.bots.Situation;
import dev.truce.bots.posture.Posture;
import dev.truce.bots.posture.Postures;
import dev.truce.engine.board.Side;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** HOLD of rules 13; DOVE, HAWK and RANDOM of economy 10, which agreements E leaves unchanged. */
class SimpleStrategiesTest {
    private static final List<String> PROVOCATIONS =
            List.of("", "CN.RECIP=0 US.FENT=0", "CN.RECIP=125 CN.REE7=banned US.RECIP=125 US.CHIP=embargo");

    @ParameterizedTest
    @EnumSource(Side.class)
    void holdOrdersNothing(Side side) {
        for (String seen : PROVOCATIONS) {
            assertThat(play(
                            Roster.find("hold").orElseThrow(),
                            Situation.seenBy(side).at(seen)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void doveIsAlwaysDeep(Side side) {
        for (String seen : PROVOCATIONS) {
            assertThat(play(Dove.FACTORY, Situation.seenBy(side).at(seen).inRound(7)))
                    .isEqualTo(posture(side, Posture.DEEP));
        }
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void hawkIsAlwaysAtWar(Side side) {
        for (String seen : PROVOCATIONS) {
            assertThat(play(Hawk.FACTORY, Situation.seenBy(side).at(seen).inRound(7)))
                    .isEqualTo(posture(side, Posture.WAR));
        }
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void randomTakesEachOfTheSixPosturesAboutAsOften(Side side) {
        List<String> six =
                Posture.NAMED.stream().map(posture -> posture(side, posture)).toList();
        int[] taken = new int[six.size()];
        int rounds = 6000;
        Bot bot = RandomPosture.FACTORY.create(BotSeat.seeded(side, Situation.BUSAN, 42, 0));
        var observation = Situation.seenBy(side).inRound(7).observation();
        for (int i = 0; i < rounds; i++) {
            String words = Situation.words(bot.decide(observation).orders());
            assertThat(six).contains(words);
            taken[six.indexOf(words)]++;
        }
        // Binomial with n 6000, p 1/6: standard deviation 29, so 150 is more than five of them.
        for (int count : taken) {
            assertThat(count).isBetween(850, 1150);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.truce.bots.Roster#names")
    void theSameSeedPlaysAlike(String name) {
        BotFactory kind = Roster.find(name).orElseThrow();
        for (Side side : Side.values()) {
            assertThat(twenty(kind, side, 7)).isEqualTo(twenty(kind, side, 7));
        }
    }

    @Test
    void seedsAndSidesHaveStreamsOfTheirOwn() {
        assertThat(draws(Side.US, 7)).isNotEqualTo(draws(Side.US, 8));
        assertThat(draws(Side.US, 7)).isNotEqualTo(draws(Side.CN, 7));
    }

    private static List<Long> draws(Side side, long seed) {
        var random = BotSeat.seeded(side, Situation.BUSAN, seed, 0).random();
        return List.of(random.nextLong(), random.nextLong(), random.nextLong());
    }

    private static List<String> twenty(BotFactory kind, Side side, long seed) {
        Bot bot = kind.create(BotSeat.seeded(side, Situation.BUSAN, seed, 0));
        List<String> orders = new ArrayList<>();
        for (int round = 1; round <= 20; round++) {
            orders.add(Situation.words(
                    bot.decide(Situation.seenBy(side).inRound(round).observation())
                            .orders()));
        }
        return orders;
    }

    private static String play(BotFactory kind, Situation situation) {
        var observation = situation.observation();
        Side side = observation.viewer().sees(Side.US) ? Side.US : Side.CN;
        return Situation.words(kind.create(BotSeat.seeded(side, Situation.BUSAN, 1, 0))
                .decide(observation)
                .orders());
    }

    private static String posture(Side side, Posture posture) {
        return Situation.words(new Postures(Situation.BUSAN, side)
                .draft(posture)
                .orders(Situation.seenBy(side).inRound(7).observation()));
    }
}
