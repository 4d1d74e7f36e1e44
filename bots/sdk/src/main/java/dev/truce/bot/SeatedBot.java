package dev.truce.bot;

import dev.truce.engine.orders.Orders;
import dev.truce.engine.view.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A bot in its seat, as both runners ask it: nothing that it throws comes out, and its faults are kept. Confined to one
 * thread at a time.
 */
final class SeatedBot {
    private final BotFactory factory;
    private final BotSeat seat;
    private final List<Fault> faults = new ArrayList<>();
    private @Nullable Bot bot;
    private int decisions;

    SeatedBot(BotFactory factory, BotSeat seat) {
        this.factory = factory;
        this.seat = seat;
    }

    /** Asks for the open round's orders; {@link Orders#HOLD} if the bot crashes. */
    // A bot may throw anything; only errors of the machine itself (out of memory) must not be taken for its fault.
    Orders decide(Observation observation) {
        decisions++;
        seat.budget().refill();
        try {
            Bot asked = bot;
            if (asked == null) {
                asked = Objects.requireNonNull(factory.create(seat), "a bot");
                bot = asked;
            }
            Decision decision = Objects.requireNonNull(asked.decide(observation), "a decision");
            return Objects.requireNonNull(decision.orders(), "orders");
        } catch (Exception | StackOverflowError | AssertionError | LinkageError thrown) {
            report(Fault.crash(observation.openRound(), thrown));
            return Orders.HOLD;
        }
    }

    /** Keeps a fault, unless one of its kind is known of the same round. */
    void report(Fault fault) {
        for (Fault known : faults) {
            if (known.kind() == fault.kind() && known.round() == fault.round()) {
                return;
            }
        }
        faults.add(fault);
    }

    Conduct conduct() {
        return new Conduct(decisions, faults);
    }
}
