package dev.truce.match.record.verify;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.report.Resolution;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.round.Resolver;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.Ending;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchState;
import dev.truce.match.deed.AskedOrders;
import dev.truce.match.deed.Done;
import dev.truce.match.negotiation.Negotiation;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.RecordedRound;
import java.util.ArrayList;
import java.util.List;

/**
 * Plays the deeds of a record again with the same hands and the same world, while the dice of its table fall otherwise: the noise of signals,
 * catches, luck. What the rules refuse after other dice, such as a decision on an accusation that nobody made, is left out. So it says how much of
 * a score these dice decide, not what the same people would have done.
 */
public final class OtherDice {
    private final Rules rules;
    private final Resolver resolver;

    /** Plays by rules that do not change; not thread-safe, as a resolver is not. */
    public OtherDice(Rules rules) {
        this.rules = rules;
        this.resolver = new Resolver(rules);
    }

    /**
     * Returns the score of each side, points.
     *
     * @param match a record that the rules make nothing else of
     * @param seed of the dice of the table
     */
    public BySide<Double> scores(MatchRecord match, long seed) {
        MatchSetup setup = match.setup();
        MatchState state = rules.start(setup);
        Negotiation negotiation = new Negotiation(rules, setup, state);
        List<RoundReport> reports = new ArrayList<>();
        for (RecordedRound round : match.rounds()) {
            if (state.isOver()) {
                break;
            }
            int end = round.closed().hosting().end();
            if (end != 0) {
                setup = setup.endingWith(end);
                negotiation.endWith(setup, state);
            }
            for (Done done : round.closed().deeds()) {
                if (negotiation.refusal(done) == null) {
                    negotiation.take(done);
                }
            }
            JointOrders orders = legal(setup, state, round.closed().orders());
            MatchSetup chance =
                    new MatchSetup(setup.seed(), seed, setup.horizon(), setup.calendar(), setup.conditions());
            Resolution resolution = resolver.resolve(
                    chance,
                    state,
                    negotiation.inputs(orders).with(round.closed().cards()));
            negotiation.close(resolution);
            state = resolution.next();
            reports.add(resolution.report());
        }
        MatchState last = state.isOver() ? state : state.endedBy(Ending.ABANDONED);
        MatchSetup played = setup;
        return BySide.each(side -> rules.finalScore(played, last, reports, side).score());
    }

    /** Returns the orders that both sides may give now: a side whose orders are not legal holds. */
    private JointOrders legal(MatchSetup setup, MatchState state, JointOrders orders) {
        return new JointOrders(legal(setup, state, orders, Side.US), legal(setup, state, orders, Side.CN));
    }

    private Orders legal(MatchSetup setup, MatchState state, JointOrders orders, Side side) {
        Orders wanted = orders.of(side);
        return rules.check(setup, state, side, AskedOrders.requested(wanted)).isAccepted() ? wanted : Orders.HOLD;
    }
}
