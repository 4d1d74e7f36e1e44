package dev.truce.app.host;

import dev.truce.bot.Bot;
import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.view.Observation;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bot of the roster in a seat. It thinks on a pool of its own, one round after the other, and sees every round from the
 * first, also after a restart, so that it goes on as it would have. A bot that throws holds.
 */
final class HostedBot {
    private static final Logger LOG = LoggerFactory.getLogger(HostedBot.class);

    /** Hears what a bot decided; called from the pool. */
    interface Decided {
        void decided(int round, Orders orders, long nanos, boolean crashed);
    }

    private final BotFactory factory;
    private final BotSeat seat;
    private final Mailbox thinking;
    private final Decided decided;
    private @Nullable Bot bot;

    HostedBot(BotFactory factory, BotSeat seat, Executor pool, Decided decided) {
        this.factory = factory;
        this.seat = seat;
        this.thinking = new Mailbox(pool, 1);
        this.decided = decided;
    }

    /**
     * Lets the bot decide for a round.
     *
     * @param live whether the round still waits for its orders; if not, the bot only lives through it again
     */
    void opened(Observation observation, boolean live) {
        thinking.post(() -> {
            long begun = System.nanoTime();
            boolean crashed = false;
            Orders orders = Orders.HOLD;
            try {
                seat.budget().refill();
                orders = bot().decide(observation).orders();
            } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
                crashed = true;
                LOG.warn("bot {} crashed in round {} and holds", factory.name(), observation.openRound(), e);
            }
            if (live) {
                decided.decided(observation.openRound(), orders, System.nanoTime() - begun, crashed);
            }
        });
    }

    private Bot bot() {
        Bot known = bot;
        if (known == null) {
            known = Objects.requireNonNull(factory.create(seat), "a bot");
            bot = known;
        }
        return known;
    }
}
