package dev.truce.rulebook;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchState;
import java.util.ArrayList;
import java.util.List;

/** Legal orders at random: each instrument with a given frequency, to any of its legal levels. */
final class RandomOrders {
    private final Rules rules;
    private final SplitMix64 stream;
    private final double frequency;

    RandomOrders(long seed, double frequency) {
        this(Play.RULES, seed, frequency);
    }

    RandomOrders(Rules rules, long seed, double frequency) {
        this.rules = rules;
        this.stream = new SplitMix64(seed);
        this.frequency = frequency;
    }

    JointOrders next(MatchSetup setup, MatchState state) {
        return new JointOrders(next(setup, state, Side.US), next(setup, state, Side.CN));
    }

    private Orders next(MatchSetup setup, MatchState state, Side side) {
        List<Order> orders = new ArrayList<>();
        boolean pauses = false;
        for (LegalLevels levels : rules.legal(setup, state, side)) {
            if (stream.nextDouble() >= frequency) {
                continue;
            }
            int level = levels.legal().get(stream.nextInt(levels.legal().size()));
            pauses |= levels.instrument() == Instrument.US_SECTION301_INVESTIGATION && level == 0;
            // A 301 tariff is legal only if the same orders do not pause the investigation.
            if (levels.instrument() != Instrument.US_SECTION301_TARIFF || !pauses) {
                orders.add(new Order(levels.instrument(), level));
            }
        }
        return Orders.of(orders);
    }
}
