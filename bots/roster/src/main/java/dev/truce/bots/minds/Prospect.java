package dev.truce.bots.minds;

import dev.truce.bot.StepBudget;
import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.RoundInputs;
import dev.truce.engine.round.Resolver;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchSetup.Conditions;
import dev.truce.engine.state.MatchState;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What signing something would bring both sides, if from now on both do exactly what they have signed, and in everything else
 * stay where the truce left them. Played out without chance. Not thread-safe.
 */
final class Prospect {
    /** Rounds that it looks ahead, the open one included. */
    static final int ROUNDS = 6;

    private final Rules rules;
    private final Resolver resolver;
    private final MatchSetup setup;

    /** Points a round that a side gains or loses. */
    record Gain(double us, double cn) {
        static final Gain NONE = new Gain(0, 0);

        double of(Side side) {
            return BySide.pick(side, us, cn);
        }

        Gain over(Gain other) {
            return new Gain(us - other.us, cn - other.cn);
        }
    }

    Prospect(Rules rules) {
        this.rules = rules;
        this.resolver = new Resolver(rules);
        // Nobody knows the horizon, so this ends nowhere; and without chance no seed is ever used.
        this.setup = new MatchSetup(
                0,
                new Horizon.Fixed(rules.trucePath().rounds()),
                rules.scenario().calendar(),
                Conditions.NOISE_FREE);
    }

    /**
     * Returns the mean points of the rounds to come if something is signed in the open round.
     *
     * @param state the state as the open round finds it
     * @param signed what both sign, or null
     * @param budget a step is taken for each round
     * @return points a round, or null if the budget is spent
     */
    @Nullable
    Gain of(MatchState state, @Nullable Terms signed, StepBudget budget) {
        if (budget.left() < ROUNDS) {
            return null;
        }
        MatchState now = state;
        int played = 0;
        while (played < ROUNDS && !now.isOver()) {
            budget.take();
            JointOrders orders = new JointOrders(keeping(now, Side.US), keeping(now, Side.CN));
            RoundInputs inputs = RoundInputs.signing(orders, played == 0 ? signed : null);
            now = resolver.resolve(setup, now, inputs).next();
            played++;
        }
        return new Gain(
                (now.us().pointsTotal() - state.us().pointsTotal()) / played,
                (now.cn().pointsTotal() - state.cn().pointsTotal()) / played);
    }

    /** Returns the orders by which a side does exactly what it has signed, and holds the truce in everything else. */
    Orders keeping(MatchState state, Side side) {
        return keeping(state, side, rules.legal(setup, state, side));
    }

    /** The same with a list of what is legal. */
    Orders keeping(MatchState state, Side side, List<LegalLevels> legal) {
        int[] levels = new int[Instrument.COUNT];
        Arrays.fill(levels, Orders.NONE);
        for (LegalLevels may : legal) {
            Instrument instrument = may.instrument();
            Clause clause = state.treaty().binding(instrument, state.openRound());
            int level = clause != null
                    ? clause.bound()
                    : rules.scenario().spec(instrument).start();
            // The first legal level of a public ladder is the mildest; on a covert one all are legal.
            levels[instrument.ordinal()] =
                    may.legal().contains(level) ? level : may.legal().get(0);
        }
        return Orders.ofLevels(levels);
    }
}
