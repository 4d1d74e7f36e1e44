package dev.truce.app.host;

import dev.truce.app.host.service.Mailbox;
import dev.truce.bot.BotFactory;
import dev.truce.bot.BotFault;
import dev.truce.bot.BotSeat;
import dev.truce.bot.BotTurn;
import dev.truce.bot.Mandate;
import dev.truce.bot.Wish;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.orders.Verdict;
import dev.truce.engine.view.Observation;
import dev.truce.match.Input;
import dev.truce.match.Notice;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.store.log.LogEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bot of the roster in its seat: {@link BotTurn} says what it wants, and each wish goes before the referee as what people do. Where
 * the bot itself is asked, it thinks on the workers; what it is told meanwhile waits. It sees every round from the first, also after
 * a restart, so that it goes on as it would have. Confined to the tasks of its match.
 */
final class HostedTurn {
    private static final Logger LOG = LoggerFactory.getLogger(HostedTurn.class);

    /** How soon something is tried again for which the journal had no place. */
    private static final long AGAIN_MILLIS = 50;

    /** What a match does for its bots. */
    interface Host {
        /** Runs a task of the match. */
        void post(Runnable task);

        /** Puts a wish before the referee. */
        void rule(Input.Does does, Consumer<Reply<SavedDeed>> reply);

        /** Runs a task, which must not block, after so many milliseconds. */
        void after(long millis, Runnable task);

        /** A bot decided, in so many nanoseconds, or crashed. May come from another thread. */
        void decided(long nanos, boolean crashed);

        /** A bot's orders were saved. */
        void sealed();
    }

    private final String name;
    private final Seat seat;
    private final Mandate mandate;
    private final Host host;
    private final BotTurn turn;
    private final Mailbox thinking;
    /** What the bot is told next, in order. */
    private final Deque<Event> events = new ArrayDeque<>();

    private boolean thinks;
    private int faults;
    private volatile boolean left;

    /** Something that the bot is told, and whether the bot itself is then asked. */
    private record Event(BooleanSupplier asksTheBot, Supplier<@Nullable Wish> telling) {}

    /**
     * Seats a bot.
     *
     * @param workers runs what bots think
     */
    HostedTurn(BotFactory factory, BotSeat place, Mandate mandate, Executor workers, Host host) {
        this.name = factory.name();
        this.seat = mandate.seat();
        this.mandate = mandate;
        this.host = host;
        this.turn = new BotTurn(factory, place, mandate, true);
        // One task in a row: the next of another match comes first.
        this.thinking = new Mailbox(workers, 1, 1);
    }

    Seat seat() {
        return seat;
    }

    Mandate mandate() {
        return mandate;
    }

    /** Lets the bot go: it is asked nothing more, and nothing that it wants counts any more. */
    void leave() {
        left = true;
        events.clear();
        thinking.close();
        turn.leave();
    }

    /** A round is open. */
    void opened(Observation observation) {
        tell(() -> true, () -> decide(observation));
    }

    /** A round was open before the match left memory, and is over. */
    void relived(Observation observation) {
        tell(() -> true, () -> {
            turn.relived(observation);
            return null;
        });
    }

    /** The round that was lived through again was resolved. */
    void resolvedAgain() {
        tell(() -> true, () -> {
            turn.judges();
            return null;
        });
    }

    /** The side was told something else. */
    void told(Notice notice) {
        boolean mayBeJudged = notice instanceof Notice.OfferChanged changed
                && changed.offer().maker() != seat.side()
                && changed.offer().isOpen();
        tell(() -> mayBeJudged || notice instanceof Notice.Drafted || turn.hasToJudge(), () -> turn.heard(notice));
    }

    private @Nullable Wish decide(Observation observation) {
        long begun = System.nanoTime();
        int crashes = crashes();
        Wish wish = turn.opened(observation);
        host.decided(System.nanoTime() - begun, crashes() > crashes);
        return wish;
    }

    private int crashes() {
        return turn.conduct().count(BotFault.Kind.CRASH);
    }

    private void tell(BooleanSupplier asksTheBot, Supplier<@Nullable Wish> telling) {
        if (!left) {
            events.add(new Event(asksTheBot, telling));
            next();
        }
    }

    private void next() {
        while (!thinks && !events.isEmpty()) {
            Event event = events.remove();
            if (!event.asksTheBot().getAsBoolean()) {
                ask(event.telling().get());
                continue;
            }
            thinks = true;
            thinking.post(() -> {
                Wish wish = event.telling().get();
                host.post(() -> {
                    thinks = false;
                    if (!left) {
                        warn();
                        ask(wish);
                        next();
                    }
                });
            });
        }
    }

    private void ask(@Nullable Wish wish) {
        if (wish != null && !left) {
            host.rule(wish.as(seat), reply -> host.post(() -> answered(wish, reply)));
        }
    }

    private void answered(Wish wish, Reply<SavedDeed> reply) {
        if (reply instanceof Reply.Refused<SavedDeed> denied) {
            Refusal refusal = denied.refusal();
            if (refusal.retryAfterMillis() > 0) {
                host.after(AGAIN_MILLIS, () -> host.post(() -> tell(turn::hasToJudge, () -> turn.again(wish))));
                return;
            }
            LOG.debug(LogEvent.BOT_REFUSED.marker(), "a wish of bot {} was refused: {}", name, refusal.code());
            tell(turn::hasToJudge, () -> turn.answered(wish, new Verdict.Rejected(refusal)));
        } else {
            if (wish.deed() instanceof Deed.Submit && !left) {
                host.sealed();
            }
            tell(turn::hasToJudge, () -> turn.answered(wish, new Verdict.Accepted(Orders.HOLD)));
        }
        if (!thinks) {
            warn();
        }
    }

    private void warn() {
        List<BotFault> all = turn.conduct().faults();
        for (; faults < all.size(); faults++) {
            BotFault fault = all.get(faults);
            LOG.warn(
                    LogEvent.BOT_FAULT.marker(),
                    "bot {} made an error in round {}: {}, {}",
                    name,
                    fault.round(),
                    fault.kind(),
                    fault.detail());
        }
    }
}
