package dev.truce.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.truce.engine.board.Side;
import dev.truce.engine.conduct.Covert;
import dev.truce.engine.economy.Economy;
import dev.truce.engine.economy.QuarterPolicy;
import dev.truce.engine.economy.Region;
import dev.truce.engine.economy.Sector;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.Verdict;
import dev.truce.engine.report.Resolution;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.round.Resolver;
import dev.truce.engine.state.Canonical;
import dev.truce.engine.state.ChainHash;
import dev.truce.engine.state.Ending;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchSetup.Conditions;
import dev.truce.engine.state.MatchState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds in every match, shown on random legal play; the name of a failing test is its seed. */
class LawsTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1, 120);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aLegalOrderIsNeverRejectedAndEveryRoundKeepsTheInvariants(long seed) {
        Play play = new Play(Play.RULES.setup(seed));
        RandomOrders random = new RandomOrders(seed, seed % 3 == 0 ? .9 : .25);
        while (!play.state().isOver()) {
            JointOrders orders = random.next(play.setup(), play.state());
            for (Side side : Side.values()) {
                assertThat(Play.RULES.check(play.setup(), play.state(), side, RefusalTest.requests(orders.of(side))))
                        .isEqualTo(new Verdict.Accepted(orders.of(side)));
            }
            play.round(orders);
        }
        assertThat(play.state().ending()).isEqualTo(Ending.HORIZON);
        assertThat(play.state().round())
                .isEqualTo(Play.RULES.lastRound(play.setup()))
                .isBetween(10, 16);
        for (Side side : Side.values()) {
            assertThat(play.score(side).points().total())
                    .isCloseTo(play.state().side(side).pointsTotal(), within(1e-9));
            assertThat(play.score(side).score()).isFinite();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aRoundChangesNoneOfItsInputsAndARepeatHasTheSameBytes(long seed) {
        MatchSetup setup = Play.RULES.setup(seed);
        RandomOrders random = new RandomOrders(seed, .3);
        Resolver resolver = new Resolver(Play.RULES);
        MatchState state = Play.RULES.start(setup);
        while (!state.isOver()) {
            JointOrders orders = random.next(setup, state);
            byte[] stateBefore = Canonical.state(state, 0, Play.RULES.scenario().instruments());
            byte[] ordersBefore = Canonical.orders(
                    state.openRound(), orders, Play.RULES.scenario().instruments());
            Resolution first = resolver.resolve(setup, state, orders);
            Resolution again = resolver.resolve(setup, state, orders);
            assertThat(Canonical.state(state, 0, Play.RULES.scenario().instruments()))
                    .isEqualTo(stateBefore);
            assertThat(Canonical.orders(
                            state.openRound(), orders, Play.RULES.scenario().instruments()))
                    .isEqualTo(ordersBefore);
            assertThat(again).isEqualTo(first);
            assertThat(Canonical.state(
                            again.next(),
                            again.report().draws(),
                            Play.RULES.scenario().instruments()))
                    .isEqualTo(Canonical.state(
                            first.next(),
                            first.report().draws(),
                            Play.RULES.scenario().instruments()));
            state = first.next();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void swappingTheOrderInWhichTheSidesAreSettledChangesNoBit(long seed) {
        MatchSetup setup = Play.RULES.setup(seed);
        RandomOrders random = new RandomOrders(seed, .3);
        Resolver usFirst = new Resolver(Play.RULES, Side.US);
        Resolver cnFirst = new Resolver(Play.RULES, Side.CN);
        MatchState state = Play.RULES.start(setup);
        while (!state.isOver()) {
            JointOrders orders = random.next(setup, state);
            Resolution one = usFirst.resolve(setup, state, orders);
            Resolution two = cnFirst.resolve(setup, state, orders);
            assertThat(two).isEqualTo(one);
            assertThat(Canonical.state(
                            two.next(),
                            two.report().draws(),
                            Play.RULES.scenario().instruments()))
                    .isEqualTo(Canonical.state(
                            one.next(),
                            one.report().draws(),
                            Play.RULES.scenario().instruments()));
            state = one.next();
        }
    }

    @Test
    void aReplayInterleavedWithOtherMatchesHasTheSameChain() {
        List<List<JointOrders>> played = new ArrayList<>();
        List<byte[]> chains = new ArrayList<>();
        for (long seed = 1; seed <= 20; seed++) {
            MatchSetup setup = Play.RULES.setup(seed);
            RandomOrders random = new RandomOrders(seed, .3);
            Resolver resolver = new Resolver(Play.RULES);
            List<JointOrders> orders = new ArrayList<>();
            MatchState state = Play.RULES.start(setup);
            byte[] chain = ChainHash.first(
                    Canonical.setup(setup),
                    Canonical.state(state, 0, Play.RULES.scenario().instruments()));
            while (!state.isOver()) {
                orders.add(random.next(setup, state));
                Resolution resolution = resolver.resolve(setup, state, orders.get(state.round()));
                chain = link(chain, orders.get(state.round()), resolution);
                state = resolution.next();
            }
            played.add(orders);
            chains.add(chain);
        }
        // All twenty again, round by round in turn on one resolver: it must not remember anything.
        Resolver shared = new Resolver(Play.RULES);
        List<MatchState> states = new ArrayList<>();
        List<byte[]> again = new ArrayList<>();
        for (long seed = 1; seed <= 20; seed++) {
            MatchSetup setup = Play.RULES.setup(seed);
            states.add(Play.RULES.start(setup));
            again.add(ChainHash.first(
                    Canonical.setup(setup),
                    Canonical.state(
                            states.get((int) seed - 1), 0, Play.RULES.scenario().instruments())));
        }
        for (int round = 0; round < 16; round++) {
            for (int match = 0; match < 20; match++) {
                if (round < played.get(match).size()) {
                    JointOrders orders = played.get(match).get(round);
                    Resolution resolution = shared.resolve(Play.RULES.setup(match + 1), states.get(match), orders);
                    again.set(match, link(again.get(match), orders, resolution));
                    states.set(match, resolution.next());
                }
            }
        }
        assertThat(again).usingElementComparator(Arrays::compare).isEqualTo(chains);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void tariffsPaidAreTariffsReceived(long seed) {
        MatchSetup setup = Play.RULES.setup(seed);
        RandomOrders random = new RandomOrders(seed, .3);
        Resolver resolver = new Resolver(Play.RULES);
        Economy economy = new Economy(Play.RULES.scenario().economy());
        QuarterPolicy policy = new QuarterPolicy();
        MatchState state = Play.RULES.start(setup);
        while (!state.isOver()) {
            Resolution resolution = resolver.resolve(setup, state, random.next(setup, state));
            RoundReport report = resolution.report();
            boolean eventful = report.events().stream().anyMatch(ChanceTest.SUBSTITUTES::contains);
            if (!eventful) {
                Covert covert = Play.RULES.mapping().covert(report.after());
                Play.RULES.mapping().apply(report.after(), covert, policy);
                economy.load(state.economy());
                economy.step(policy);
                double paid = 0;
                for (Sector sector : Sector.values()) {
                    paid += economy.flow(Region.US, Region.CN, sector) * policy.usDuty(sector);
                }
                assertThat(report.economy().usRevenue()).isCloseTo(paid, within(1e-9 * paid));
                assertThat(economy.save()).isEqualTo(resolution.next().economy());
            }
            state = resolution.next();
        }
    }

    @Test
    void theHiddenHorizonHasTheMeanOfItsLaw() {
        double sum = 0;
        int n = 20_000;
        int[] counts = new int[17];
        for (int seed = 1; seed <= n; seed++) {
            int last = Play.RULES.lastRound(Play.RULES.setup(seed));
            sum += last;
            counts[last]++;
        }
        // 10 + .8 + .8^2 + ... + .8^6
        assertThat(sum / n).isCloseTo(12.951424, within(4.5 * 2.3 / Math.sqrt(n)));
        assertThat(counts[10] / (double) n).isCloseTo(.2, within(.013));
        assertThat(counts[16] / (double) n).isCloseTo(.262144, within(.014));
    }

    @Test
    void aFixedHorizonEndsTheMatchOnTime() {
        Play play = new Play(Play.setup(3, 7, Conditions.PLAY, 2, 4, 8, 12)).holding(7);
        assertThat(play.state().ending()).isEqualTo(Ending.HORIZON);
        assertThat(Play.RULES.lastRound(play.setup())).isEqualTo(7);
    }

    private static byte[] link(byte[] chain, JointOrders orders, Resolution resolution) {
        return ChainHash.next(
                chain,
                Canonical.orders(
                        resolution.report().round(),
                        orders,
                        Play.RULES.scenario().instruments()),
                Canonical.state(
                        resolution.next(),
                        resolution.report().draws(),
                        Play.RULES.scenario().instruments()));
    }
}
