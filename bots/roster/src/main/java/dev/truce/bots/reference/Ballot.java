package dev.truce.bots.reference;

import dev.truce.bots.posture.StrategyTables;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.Brief;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.RoundInputs;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.payoff.Points;
import dev.truce.engine.redaction.Belief;
import dev.truce.engine.report.Resolution;
import dev.truce.engine.round.Resolver;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchSetup.Conditions;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.Viewer;
import java.util.ArrayList;
import java.util.List;

/**
 * How a minister votes: is a draft, by what he is out for, at least as good as what he would order? Both are played a few rounds on
 * without chance from the state that his seat supposes, while the other side stays where it is. His side's red lines count by the weight
 * that his brief gives to agreements, so one whose brief guards them votes against a draft that gives them away. Not thread-safe.
 */
final class Ballot {
    /** Rounds that are looked ahead, since the economy answers late; none beyond a political date, after which lines are others. */
    private static final int ROUNDS = 4;

    private static final double WHOLE_PERCENT = 100;

    private final Scenario scenario;
    private final Side side;
    private final List<Observation> rounds = new ArrayList<>();

    Ballot(Scenario scenario, Side side) {
        this.scenario = scenario;
        this.side = side;
    }

    /** Remembers the round that has opened. */
    void opened(Observation seen) {
        rounds.add(seen);
    }

    /** Returns whether the minister is for a draft; one who took his seat in mid-match knows too little, and is for his own only. */
    boolean isFor(Orders draft, Orders own, Brief brief) {
        if (draft.equals(own)) {
            return true;
        }
        if (rounds.isEmpty() || rounds.get(rounds.size() - 1).openRound() != rounds.size()) {
            return false;
        }
        MatchState supposed = supposed();
        return worth(supposed, draft, brief) >= worth(supposed, own, brief);
    }

    private MatchState supposed() {
        Rules rules = rules();
        Belief belief = Belief.start(rules, scenario.calendar(), Viewer.of(side));
        for (Observation seen : rounds) {
            RoundView last = seen.last();
            belief = last == null ? belief : belief.absorb(last);
        }
        return belief.supposedState(rounds.get(rounds.size() - 1));
    }

    private double worth(MatchState from, Orders orders, Brief brief) {
        Rules rules = rules();
        Resolver resolver = new Resolver(rules);
        Horizon endless = new Horizon.Fixed(rules.trucePath().rounds());
        MatchSetup setup = new MatchSetup(0, endless, scenario.calendar(), Conditions.NOISE_FREE);
        MatchState state = from;
        double sum = 0;
        for (int i = 0; i < ROUNDS && !(i > 0 && scenario.redLines().isDate(state.openRound())); i++) {
            Orders given = i == 0 ? orders : Orders.HOLD;
            JointOrders both =
                    BySide.pick(side, new JointOrders(given, Orders.HOLD), new JointOrders(Orders.HOLD, given));
            Resolution resolution = resolver.resolve(setup, state, RoundInputs.of(both));
            sum += weighed(resolution.report().side(side).points(), brief);
            state = resolution.next();
        }
        return sum;
    }

    private static double weighed(Points points, Brief brief) {
        double sum = 0;
        for (Component component : Component.values()) {
            sum += brief.percent(component) / WHOLE_PERCENT * points.of(component);
        }
        return sum;
    }

    private Rules rules() {
        return StrategyTables.of(scenario).rules();
    }
}
