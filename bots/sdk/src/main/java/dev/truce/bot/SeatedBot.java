package dev.truce.bot;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.delegation.Brief;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.view.Observation;
import dev.truce.match.deed.Advice;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A bot in its seat, as every runner asks it: nothing that it throws comes out, and its faults are kept. Confined to one
 * thread at a time.
 */
public final class SeatedBot {
    private final BotFactory factory;
    private final BotSeat seat;
    private final List<BotFault> faults = new ArrayList<>();
    private final List<BotFault> refused = new ArrayList<>();
    private volatile @Nullable Bot bot;
    private volatile boolean left;
    private int decisions;

    /** Seats a bot, which is made when it is first asked. */
    public SeatedBot(BotFactory factory, BotSeat seat) {
        this.factory = factory;
        this.seat = seat;
    }

    /** Asks for the open round's orders; {@link Orders#HOLD} if the bot crashes. */
    Orders decide(Observation observation) {
        return decide(observation, Talks.NONE).orders();
    }

    /** Asks for the open round's decision; {@link Decision#HOLD} if the bot crashes. */
    public Decision decide(Observation observation, Talks talks) {
        decisions++;
        seat.budget().refill();
        try {
            Bot asked = bot;
            if (asked == null && left) {
                return Decision.HOLD;
            }
            if (asked == null) {
                asked = Objects.requireNonNull(factory.create(seat), "a bot");
                bot = asked;
                if (left) {
                    leave();
                }
            }
            Decision decision = Objects.requireNonNull(asked.decide(observation, talks), "a decision");
            Objects.requireNonNull(decision.orders(), "orders");
            Objects.requireNonNull(decision.acceptance(), "an acceptance rule");
            return decision;
        } catch (Throwable thrown) {
            report(BotFault.crash(observation.openRound(), blamed(thrown)));
            return Decision.HOLD;
        } finally {
            takeFaults(observation.openRound());
        }
    }

    /**
     * Asks whether the bot accepts an offer; false if it crashes.
     *
     * @param round the open round
     * @param decided what it decided for that round
     * @param offered the other side's offer
     */
    public boolean accepts(int round, Decision decided, Terms offered) {
        return accepts(round, () -> decided.accepts(offered));
    }

    /** The same for an offer that has a name. */
    public boolean accepts(int round, Decision decided, Offer offered) {
        return accepts(round, () -> decided.acceptance().accepts(offered));
    }

    private boolean accepts(int round, BooleanSupplier rule) {
        try {
            return rule.getAsBoolean();
        } catch (Throwable thrown) {
            report(BotFault.crash(round, blamed(thrown)));
            return false;
        } finally {
            takeFaults(round);
        }
    }

    /**
     * Asks what the bot orders now that it has heard an offer; null if what it decided stands, or if it crashes.
     *
     * @param round the open round
     * @param decided what it decided for that round
     * @param offered the other side's offer
     */
    public @Nullable Orders ordersAfter(int round, Decision decided, Offer offered) {
        try {
            Orders orders = decided.acceptance().ordersAfter(offered);
            return orders == null || orders.equals(decided.orders()) ? null : orders;
        } catch (Throwable thrown) {
            report(BotFault.crash(round, blamed(thrown)));
            return null;
        } finally {
            takeFaults(round);
        }
    }

    /**
     * Asks whether the bot is for a draft of its delegation; false if it crashes.
     *
     * @param round the open round
     * @param own what it would order
     */
    boolean isFor(int round, Orders draft, Orders own, Brief brief) {
        Bot asked = bot;
        return asked != null && accepts(round, () -> asked.isFor(draft, own, brief));
    }

    /**
     * Asks what the bot advises on the open accusation of the other side; null if it advises nothing, or crashes.
     *
     * @param own what it decided for its side
     */
    @Nullable
    Advice advise(Observation observation, Decision own, Brief brief) {
        Bot asked = bot;
        try {
            return asked == null ? null : asked.advise(observation, own, brief);
        } catch (Throwable thrown) {
            report(BotFault.crash(observation.openRound(), blamed(thrown)));
            return null;
        } finally {
            takeFaults(observation.openRound());
        }
    }

    /** Lets the bot go: the match is over for it. May come from another thread; a second call does nothing. */
    public void leave() {
        Bot leaving = bot;
        bot = null;
        left = true;
        if (leaving != null) {
            try {
                leaving.leave();
            } catch (Throwable thrown) {
                // The match is over: there is no round left in which to count it, and nobody who would repair it.
            }
        }
    }

    private void takeFaults(int round) {
        Bot asked = bot;
        if (asked == null) {
            return;
        }
        try {
            for (BotFault fault : asked.takeFaults()) {
                report(fault);
            }
        } catch (Throwable thrown) {
            report(BotFault.crash(round, blamed(thrown)));
        }
    }

    /** Returns what a bot threw, unless the machine itself has failed, as when memory is out: that is thrown on. */
    private static Throwable blamed(Throwable thrown) {
        if (thrown instanceof VirtualMachineError failed && !(thrown instanceof StackOverflowError)) {
            throw failed;
        }
        return thrown;
    }

    /** A bot that is asked again in a round says the same wrong thing again. */
    private boolean isNew(BotFault fault) {
        return refused.stream()
                .noneMatch(known ->
                        known.round() == fault.round() && known.detail().equals(fault.detail()));
    }

    /** Keeps a fault, unless one of its kind is known of the same round. */
    public void report(BotFault fault) {
        if (fault.kind() == BotFault.Kind.ILLEGAL && refused.size() < Conduct.MAX_REFUSED && isNew(fault)) {
            refused.add(fault);
        }
        for (BotFault known : faults) {
            if (known.kind() == fault.kind() && known.round() == fault.round()) {
                return;
            }
        }
        faults.add(fault);
    }

    /** Returns how the bot has behaved so far. */
    public Conduct conduct() {
        return new Conduct(decisions, faults, refused);
    }
}
