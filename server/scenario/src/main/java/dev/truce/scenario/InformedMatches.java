package dev.truce.scenario;

import dev.truce.engine.agreement.Terms;
import dev.truce.engine.bargain.Bounds;
import dev.truce.engine.bargain.DealValues;
import dev.truce.engine.bargain.InformedDeal;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.RoundInputs;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchSetup.Conditions;
import dev.truce.engine.state.MatchState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Matches between two sides that know each other's red lines and bargain honestly, without noise: the upper end of the score scale of
 * a scenario with red lines. In every round they sign the package with the largest product of gains, if both gain.
 */
final class InformedMatches {
    /** Matches over whose lines the mean is taken. */
    private static final int MATCHES = 100;

    private static final int ROUNDS = 12;
    private static final int RENEWED = 4;
    /** A renewal is due when at most so many rounds are left after the open one. */
    private static final int DUE = 1;
    /** An agreement this shallow is replaced by the truce, even if a side does not gain by it. */
    private static final double SHALLOW = .6;

    private final Rules rules;
    private final DealValues values;
    private final InformedDeal deal;

    private InformedMatches(Rules rules) {
        this.rules = rules;
        values = DealValues.of(rules);
        deal = new InformedDeal(rules.scenario(), values);
    }

    /** Returns the mean points a round of each side. */
    static BySide<Double> means(Rules rules) {
        InformedMatches matches = new InformedMatches(rules);
        double us = 0;
        double cn = 0;
        for (long seed = 1; seed <= MATCHES; seed++) {
            BySide<Double> mean = matches.play(seed);
            us += mean.us();
            cn += mean.cn();
        }
        return new BySide<>(us / MATCHES, cn / MATCHES);
    }

    private BySide<Double> play(long seed) {
        MatchSetup setup =
                new MatchSetup(seed, new Horizon.Fixed(ROUNDS), rules.scenario().calendar(), Conditions.NOISE_FREE);
        return rules.means(setup, state -> {
            JointOrders orders = new JointOrders(orders(state, Side.US), orders(state, Side.CN));
            Terms terms = terms(state, setup.calendar().isSummit(state.openRound()));
            // Who bargains honestly has a text on the table whenever the capital expects one.
            return RoundInputs.signing(orders, terms).tabling(new BySide<>(true, true));
        });
    }

    private Orders orders(MatchState state, Side side) {
        List<Order> orders = new ArrayList<>();
        for (Instrument instrument : rules.scenario().instruments().of(side)) {
            int level = rules.scenario().keptLevel(instrument, state.treaty(), state.openRound());
            orders.add(new Order(instrument, level));
        }
        return Orders.of(orders);
    }

    private @Nullable Terms terms(MatchState state, boolean summit) {
        int round = state.openRound();
        boolean chapter = state.treaty().admitsChapter(round, summit);
        BySide<double[]> guarded =
                BySide.each(side -> DealValues.known(state.redLines().of(side)));
        Terms best = deal.best(state.treaty(), round, chapter, guarded);
        return best != null ? best : prolonged(state, values.depth(Bounds.inForce(state.treaty(), round)));
    }

    /** Without a package that both want, what runs out is prolonged, and the truce is made again where hardly anything is left. */
    private @Nullable Terms prolonged(MatchState state, double depth) {
        if (depth < SHALLOW) {
            return values.truce(RENEWED);
        }
        int round = state.openRound();
        boolean isDue = state.treaty().isLayered()
                ? state.treaty().truceUntil() - round <= DUE
                : state.treaty().roundsLeft(round) <= DUE;
        return isDue ? new Terms.Renewal(RENEWED, false) : null;
    }
}
