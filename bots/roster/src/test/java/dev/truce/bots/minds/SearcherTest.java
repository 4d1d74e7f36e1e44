package dev.truce.bots.minds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.Bot;
import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bot.Decision;
import dev.truce.bot.Negotiator;
import dev.truce.bot.Talks;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.view.Observation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the searcher owes its runner; how well it plays is tested by the tournament. */
class SearcherTest {
    private static final long STEPS = 10_000;
    private static final int ALL = 64;

    private final List<Decision> decisions = new ArrayList<>();
    private final List<Long> left = new ArrayList<>();

    @Test
    void theSameSeedsGiveTheSameMatch() {
        MatchSetup setup = Thought.RULES.setup(11);
        MatchState once = play(setup, "brink", STEPS, 5);
        List<Decision> first = List.copyOf(decisions);
        decisions.clear();
        MatchState again = play(setup, "brink", STEPS, 5);
        assertThat(again).isEqualTo(once);
        assertThat(decisions)
                .extracting(Decision::orders)
                .isEqualTo(first.stream().map(Decision::orders).toList());
    }

    @Test
    void itLeavesStepsOfItsBudget() {
        play(Thought.RULES.setup(12), "dove", STEPS, 6);
        assertThat(left).allSatisfy(steps -> assertThat(steps).isGreaterThan(STEPS / 4));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 95})
    void withoutStepsItPlaysItsBaseStrategy(long steps) {
        MatchSetup setup = Thought.RULES.setup(13);
        play(setup, "gtft", steps, ALL);
        List<Decision> own = List.copyOf(decisions);
        decisions.clear();
        Thought.play(setup, spy(Thought.bot("match")), Thought.bot("gtft"), steps, ALL, (seen, talks) -> {});
        // Against a partner at peace its base strategy throws no dice.
        assertThat(own)
                .extracting(Decision::orders)
                .isEqualTo(decisions.stream().map(Decision::orders).toList());
    }

    @Test
    void againstSomebodyUnknownItPlaysItsBaseStrategy() {
        MatchSetup setup = Thought.RULES.setup(14);
        BotSeat seat = Thought.seat(Side.US, setup.seed(), STEPS);
        // The searcher throws its own dice first.
        seat.random().nextLong();
        Bot base = Thought.bot("match").create(seat);
        List<Orders> ordered = new ArrayList<>();
        Thought.play(
                setup,
                spy(Thought.bot("search")),
                Thought.bot("hold"),
                STEPS,
                8,
                (seen, talks) -> ordered.add(base.decide(seen, talks).orders()));
        // After two rounds without an order it is clear that no strategy of the pool plays here.
        for (int round = 3; round <= 8; round++) {
            assertThat(decisions.get(round - 1).orders()).as("round " + round).isEqualTo(ordered.get(round - 1));
        }
    }

    @Test
    void inMidMatchItTakesItsSeatWithoutAWord() {
        List<Observation> seen = new ArrayList<>();
        Thought.play(
                Thought.RULES.setup(15),
                Thought.bot("tft"),
                Thought.bot("tft"),
                0,
                4,
                (observation, talks) -> seen.add(observation));
        Bot late = Thought.bot("search").create(Thought.seat(Side.US, 1, STEPS));
        Bot base = Thought.bot("match").create(Thought.seat(Side.US, 1, STEPS));
        assertThat(late.decide(seen.get(3), Talks.NONE).orders())
                .isEqualTo(base.decide(seen.get(3), Talks.NONE).orders());
    }

    private MatchState play(MatchSetup setup, String other, long steps, int rounds) {
        return Thought.play(setup, spy(Thought.bot("search")), Thought.bot(other), steps, rounds, (seen, talks) -> {});
    }

    private BotFactory spy(BotFactory watched) {
        return BotFactory.of("spy", seat -> spy(watched, seat));
    }

    private Negotiator spy(BotFactory watched, BotSeat seat) {
        Bot bot = watched.create(seat);
        return (seen, talks) -> {
            Decision decision = bot.decide(seen, talks);
            decisions.add(decision);
            left.add(seat.budget().left());
            return decision;
        };
    }
}
