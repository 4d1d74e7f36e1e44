package dev.truce.app.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.room.ServerRefusals;
import dev.truce.bot.Bot;
import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bot.Decision;
import dev.truce.bot.Mandate;
import dev.truce.bot.StepBudget;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.OfferStatus;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.redaction.Redaction;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Input;
import dev.truce.match.Notice;
import dev.truce.match.Seat;
import dev.truce.scenario.Scenarios;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class HostedTurnTest {
    private static final Rules RULES = Rules.of(Scenarios.busan2025());
    private static final Terms TERMS = new Terms.Renewal(4, false);

    private final Deque<Runnable> pool = new ArrayDeque<>();
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final Deque<Runnable> alarms = new ArrayDeque<>();
    private final Deque<Reply<SavedDeed>> replies = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private final List<Boolean> crashes = new ArrayList<>();

    private HostedTurn hosted(Function<BotSeat, Bot> maker) {
        return new HostedTurn(
                BotFactory.of("test", maker),
                BotSeat.seeded(Side.US, RULES.scenario(), 1, 100),
                Mandate.ofHead(Seat.US_HEAD),
                pool::add,
                new HostedTurn.Host() {
                    @Override
                    public void post(Runnable task) {
                        tasks.add(task);
                    }

                    @Override
                    public void rule(Input.Does does, Consumer<Reply<SavedDeed>> reply) {
                        asked.add(does.key());
                        reply.accept(
                                replies.isEmpty()
                                        ? new Reply.Done<>(new SavedDeed(does.round(), 0, 0))
                                        : replies.remove());
                    }

                    @Override
                    public void after(long millis, Runnable task) {
                        alarms.add(task);
                    }

                    @Override
                    public void decided(long nanos, boolean crashed) {
                        crashes.add(crashed);
                    }

                    @Override
                    public void sealed() {}
                });
    }

    private static Observation opening() {
        MatchSetup setup = RULES.setup(1);
        return new Redaction(RULES, setup, Viewer.US).observe(RULES.start(setup));
    }

    private static Notice offered() {
        return new Notice.OfferChanged(new Offer(new OfferId(Side.CN, 1), TERMS, 1, 2, null, OfferStatus.OPEN), 1);
    }

    private void runAll() {
        while (!pool.isEmpty() || !tasks.isEmpty()) {
            (tasks.isEmpty() ? pool : tasks).removeFirst().run();
        }
    }

    @Test
    @Timeout(60)
    void aBotThatGoesOnAfterItsStepsAreSpentHolds() {
        HostedTurn bot = hosted(seat -> observation -> {
            StepBudget budget = seat.budget();
            while (true) {
                budget.take();
            }
        });
        bot.opened(opening());
        runAll();
        assertThat(asked).containsExactly("r1-orders-0");
        assertThat(crashes).containsExactly(true);
    }

    @Test
    void aBotThatHasLeftIsAskedNothingMore() {
        HostedTurn bot = hosted(seat -> observation -> Decision.HOLD);
        bot.opened(opening());
        bot.leave();
        bot.opened(opening());
        runAll();
        assertThat(crashes).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void whatABotThoughtBeforeItLeftIsNotAsked() {
        HostedTurn bot = hosted(seat -> observation -> Decision.HOLD);
        bot.opened(opening());
        pool.removeFirst().run();
        bot.leave();
        runAll();
        assertThat(crashes).hasSize(1);
        assertThat(asked).isEmpty();
    }

    @Test
    void whatIsToldWhileABotThinksWaits() {
        HostedTurn bot = hosted(seat -> observation -> new Decision(Orders.HOLD, null, offer -> true));
        bot.opened(opening());
        bot.told(offered());
        assertThat(pool).hasSize(1);
        runAll();
        assertThat(asked).containsExactly("r1-orders-0", "r1-accept-CN-1", "r1-ready-1");
    }

    @Test
    void aBusyJournalIsAskedAgainAsOftenAsItTakes() {
        HostedTurn bot = hosted(seat -> observation -> Decision.HOLD);
        for (int i = 0; i < 20; i++) {
            replies.add(Reply.refused(ServerRefusals.retry()));
        }
        bot.opened(opening());
        runAll();
        while (!alarms.isEmpty()) {
            alarms.removeFirst().run();
            runAll();
        }
        assertThat(asked).hasSize(21).containsOnly("r1-orders-0");
    }

    @Test
    void onlyWhereTheBotItselfIsAskedAWorkerIsNeeded() {
        HostedTurn bot = hosted(seat -> observation -> Decision.HOLD);
        bot.opened(opening());
        pool.removeFirst().run();
        while (!tasks.isEmpty()) {
            tasks.removeFirst().run();
        }
        assertThat(asked).containsExactly("r1-orders-0");
        assertThat(pool).isEmpty();
    }

    @Test
    void aBotThatComesBackAsksForTheSameUnderTheSameKeys() {
        Function<BotSeat, Bot> maker = seat -> observation -> new Decision(Orders.HOLD, TERMS, offer -> true);
        HostedTurn before = hosted(maker);
        before.opened(opening());
        before.told(offered());
        runAll();
        List<String> first = List.copyOf(asked);
        asked.clear();
        HostedTurn after = hosted(maker);
        after.opened(opening());
        after.told(offered());
        runAll();
        assertThat(asked).isEqualTo(first).contains("r1-offer");
    }
}
