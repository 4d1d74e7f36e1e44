package dev.truce.app.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.Bot;
import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bot.Decision;
import dev.truce.bot.StepBudget;
import dev.truce.bot.Talks;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.Redaction;
import dev.truce.engine.view.Viewer;
import dev.truce.scenario.Scenarios;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class HostedBotTest {
    private static final Rules RULES = Rules.of(Scenarios.busan2025());

    private final Deque<Runnable> pool = new ArrayDeque<>();
    private final List<Decision> decisions = new ArrayList<>();
    private final List<Boolean> crashes = new ArrayList<>();

    private HostedBot hosted(Function<BotSeat, Bot> maker) {
        return new HostedBot(
                BotFactory.of("test", "A bot of a test.", maker),
                BotSeat.seeded(Side.US, RULES.scenario(), 1, 100),
                pool::add,
                new HostedBot.Thoughts() {
                    @Override
                    public void decided(int round, Decision decision, long nanos, boolean crashed) {
                        decisions.add(decision);
                        crashes.add(crashed);
                    }

                    @Override
                    public void judged(int round, Offer offer, boolean accepts) {}
                });
    }

    private static Observation opening() {
        MatchSetup setup = RULES.setup(1);
        return new Redaction(RULES, setup, Viewer.US).observe(RULES.start(setup));
    }

    private void runAll() {
        while (!pool.isEmpty()) {
            pool.removeFirst().run();
        }
    }

    @Test
    @Timeout(60)
    void aBotThatGoesOnAfterItsStepsAreSpentHolds() {
        HostedBot bot = hosted(seat -> observation -> {
            StepBudget budget = seat.budget();
            while (true) {
                budget.take();
            }
        });
        bot.opened(opening(), Talks.NONE, true);
        runAll();
        assertThat(decisions).containsExactly(Decision.HOLD);
        assertThat(crashes).containsExactly(true);
    }

    @Test
    void aBotThatHasLeftIsAskedNothingMore() {
        List<Integer> asked = new ArrayList<>();
        HostedBot bot = hosted(seat -> observation -> {
            asked.add(observation.openRound());
            return Decision.HOLD;
        });
        bot.opened(opening(), Talks.NONE, true);
        bot.leave();
        bot.opened(opening(), Talks.NONE, true);
        runAll();
        assertThat(asked).isEmpty();
        assertThat(decisions).isEmpty();
    }
}
