package dev.truce.bots.reference;

import dev.truce.bots.posture.StrategyTables;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.Brief;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.RoundInputs;
import dev.truce.engine.payoff.AccusationPoints;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.payoff.Points;
import dev.truce.engine.redaction.Belief;
import dev.truce.engine.report.Resolution;
import dev.truce.engine.round.Resolver;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.AccusationRules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchSetup.Conditions;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.Viewer;
import dev.truce.match.deed.Advice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a minister votes: is a draft, by what he is out for, at least as good as what he would order? Both are played a few rounds on
 * without chance from the state that his seat supposes, while the other side stays where it is. His side's red lines count by the weight
 * that his brief gives to agreements, so one whose brief guards them votes against a draft that gives them away.
 *
 * <p>On an accusation of the other side he advises what is worth most by his brief: what a choice costs and brings, and, weighed likewise, the
 * agreement that a finding or a suspension ends, so one whose brief lives by it lets rest what others would inspect. Not thread-safe.
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
        if (!knowsTheMatch()) {
            return false;
        }
        MatchState supposed = supposed();
        return sum(worth(supposed, draft, brief)) >= sum(worth(supposed, own, brief));
    }

    /**
     * Returns what the minister advises on the open accusation of the other side, with the component that speaks most for it; null if there
     * is none, or he took his seat in mid-match.
     *
     * @param guilt how likely it is to be true, 0..1
     */
    @Nullable
    Advice advice(Observation seen, double guilt, Brief brief) {
        Instrument accused = seen.accusedOn(side.other());
        if (accused == null || !knowsTheMatch()) {
            return null;
        }
        double[] agreement = agreement(seen, brief);
        double[][] worth = new double[AccusationChoice.values().length][];
        AccusationChoice best = AccusationChoice.REST;
        AccusationChoice next = null;
        for (AccusationChoice choice : AccusationChoice.values()) {
            double[] now = worth(choice, guilt, agreement, brief);
            worth[choice.ordinal()] = now;
            if (choice == best) {
                continue;
            }
            if (sum(now) > sum(worth[best.ordinal()])) {
                next = best;
                best = choice;
            } else if (next == null || sum(now) > sum(worth[next.ordinal()])) {
                next = choice;
            }
        }
        return new Advice(accused, best, next == null ? null : reason(worth[best.ordinal()], worth[next.ordinal()]));
    }

    /** Returns the component by which the one is most ahead of the other. */
    private static @Nullable Component reason(double[] best, double[] next) {
        Component reason = null;
        double most = 0;
        for (Component component : Component.values()) {
            double ahead = best[component.ordinal()] - next[component.ordinal()];
            if (ahead > most) {
                most = ahead;
                reason = component;
            }
        }
        return reason;
    }

    private double[] worth(AccusationChoice choice, double guilt, double[] agreement, Brief brief) {
        AccusationRules prices = scenario.accusations();
        double ends = switch (choice) {
            case REST -> 0;
            case INSPECT -> guilt * prices.found();
            case SUSPEND -> 1;
        };
        double[] worth = new double[Component.COUNT];
        for (int i = 0; i < worth.length; i++) {
            worth[i] = -ends * agreement[i];
        }
        worth[Component.CAUGHT.ordinal()] +=
                brief.percent(Component.CAUGHT) / WHOLE_PERCENT * AccusationPoints.expected(prices, choice, guilt);
        return worth;
    }

    /** Returns what the agreement on top of the truce is worth by component, as long as it binds, if nothing new is signed. */
    private double[] agreement(Observation seen, Brief brief) {
        double[] worth = new double[Component.COUNT];
        if (seen.treaty().agreementUntil() <= seen.openRound()) {
            return worth;
        }
        MatchState kept = supposed();
        MatchState fallen = kept.withTreaty(kept.treaty().fallenToTruce(seen.openRound()));
        double[] with = worth(kept, Orders.HOLD, brief);
        double[] without = worth(fallen, Orders.HOLD, brief);
        for (int i = 0; i < worth.length; i++) {
            worth[i] = with[i] - without[i];
        }
        return worth;
    }

    private boolean knowsTheMatch() {
        return !rounds.isEmpty() && rounds.get(rounds.size() - 1).openRound() == rounds.size();
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

    /** Returns what orders bring by component, weighed by a brief. */
    private double[] worth(MatchState from, Orders orders, Brief brief) {
        Rules rules = rules();
        Resolver resolver = new Resolver(rules);
        Horizon endless = new Horizon.Fixed(rules.trucePath().rounds());
        MatchSetup setup = new MatchSetup(0, endless, scenario.calendar(), Conditions.NOISE_FREE);
        MatchState state = from;
        double[] worth = new double[Component.COUNT];
        for (int i = 0; i < ROUNDS && !(i > 0 && scenario.redLines().isDate(state.openRound())); i++) {
            Orders given = i == 0 ? orders : Orders.HOLD;
            JointOrders both =
                    BySide.pick(side, new JointOrders(given, Orders.HOLD), new JointOrders(Orders.HOLD, given));
            Resolution resolution = resolver.resolve(setup, state, RoundInputs.of(both));
            Points points = resolution.report().side(side).points();
            for (Component component : Component.values()) {
                worth[component.ordinal()] += brief.percent(component) / WHOLE_PERCENT * points.of(component);
            }
            state = resolution.next();
        }
        return worth;
    }

    private static double sum(double[] worth) {
        double sum = 0;
        for (double each : worth) {
            sum += each;
        }
        return sum;
    }

    private Rules rules() {
        return StrategyTables.of(scenario).rules();
    }
}
