package dev.truce.bots.minds;

import dev.truce.bot.AcceptanceRule;
import dev.truce.bot.Bot;
import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bot.Decision;
import dev.truce.bot.Negotiator;
import dev.truce.bot.Talks;
import dev.truce.bots.minds.Prospect.Gain;
import dev.truce.bots.posture.Compiled;
import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.DepthValues;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.view.Observation;
import org.jspecify.annotations.Nullable;

/**
 * Offers packages by which, as its model says, both sides are better off, accepts what leaves it a fair share, and does exactly
 * what it has signed. A guard, another strategy, watches for pressure and for covert shortfalls; when the guard would not keep
 * the peace, it acts in its place.
 */
public final class Bargainer implements Negotiator {
    /** Share of the other side's gain below which it refuses its own. */
    private static final double FAIR_SHARE = .5;
    /** Least that a package must bring it, points a round. */
    private static final double LEAST_GAIN = .05;
    /** Public escalation of the guard's orders up to which they count as peace. */
    private static final double AT_PEACE = .2;

    /** Packages that were not signed after which it asks for less. */
    private static final int PATIENCE = 2;

    private final BotSeat seat;
    private final Rules rules;
    private final Bot guard;
    private final Memory memory;
    private final Prospect prospect;
    private final DepthValues depth;
    private int refusals;
    private int agreements;
    private boolean blind;

    private Bargainer(BotSeat seat, BotFactory guard) {
        this.seat = seat;
        this.rules = Compiled.of(seat.scenario());
        this.guard = guard.create(seat);
        this.memory = new Memory(rules, seat.side());
        this.prospect = new Prospect(rules);
        this.depth = rules.depthValues();
    }

    /**
     * Returns the factory of a negotiator.
     *
     * @param guard how it plays while the other side presses or cheats
     */
    public static BotFactory factory(BotFactory guard) {
        return BotFactory.of("negotiator", seat -> new Bargainer(seat, guard));
    }

    @Override
    public Decision decide(Observation seen, Talks heard) {
        Decision guarded = guard.decide(seen, heard);
        blind |= !memory.takeIn(seen, heard);
        if (blind) {
            return guarded;
        }
        countRefusals(seen);
        Decision decision = isPeace(seen, guarded.orders()) ? bargain(seen, guarded) : guarded;
        memory.say(decision.offer());
        return decision;
    }

    private Decision bargain(Observation seen, Decision guarded) {
        MatchState supposed = memory.supposed();
        Orders orders = prospect.keeping(supposed, seat.side(), seen.legal());
        ConcessionPlan plan = ConcessionPlan.of(rules, prospect, supposed, seat.budget());
        if (plan == null) {
            return new Decision(orders, guarded.offer(), guarded.acceptance());
        }
        return new Decision(orders, offer(seen, plan), acceptance(plan));
    }

    /** A partner that has refused packages may like a smaller one better, and the present treaty better than none. */
    private @Nullable Terms offer(Observation seen, ConcessionPlan plan) {
        int next = seen.openRound() + 1;
        boolean ends = depth.agreed(seen.treaty(), next) < depth.agreed(seen.treaty(), seen.openRound())
                || !seen.treaty().bindsAny(next);
        if (refusals >= PATIENCE && ends) {
            return plan.unchanged();
        }
        return plan.isWorthIt() ? plan.terms(refusals / PATIENCE) : null;
    }

    private void countRefusals(Observation seen) {
        boolean signed = seen.treaty().agreements() > agreements;
        agreements = seen.treaty().agreements();
        refusals = signed ? 0 : memory.now().said() == null ? refusals : refusals + 1;
    }

    private AcceptanceRule acceptance(ConcessionPlan plan) {
        Side side = seat.side();
        return offered -> {
            Gain gain = plan.gain(offered);
            return gain != null && gain.of(side) >= Math.max(LEAST_GAIN, FAIR_SHARE * gain.of(side.other()));
        };
    }

    /** Returns whether orders keep the treaty and threaten nobody, openly or not. */
    private boolean isPeace(Observation seen, Orders orders) {
        Levels levels = seen.levels();
        for (Order order : orders.list()) {
            Instrument instrument = order.instrument();
            levels = levels.with(instrument, order.level());
            @Nullable Clause clause = seen.treaty().binding(instrument, seen.openRound());
            int least = clause != null
                    ? clause.bound()
                    : rules.scenario().spec(instrument).start();
            if (instrument.isCovert() ? order.level() < least : clause != null && clause.isBrokenBy(order.level())) {
                return false;
            }
        }
        return rules.escalation().ofPublic(seat.side(), levels) <= AT_PEACE;
    }
}
