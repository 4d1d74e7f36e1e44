package dev.truce.bots.strategy;

import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bot.Decision;
import dev.truce.bot.Negotiator;
import dev.truce.bot.Talks;
import dev.truce.bots.posture.OrderPlan;
import dev.truce.bots.posture.Posture;
import dev.truce.bots.posture.Postures;
import dev.truce.bots.posture.StrategyTables;
import dev.truce.bots.reference.DepthOffers;
import dev.truce.bots.reference.Reader;
import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.DepthValues;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.view.Observation;
import java.util.List;

/**
 * Deepens the treaty in steps, and orders exactly what it has signed (agreements E, STEPPER). The steps are cumulative: the
 * truce set; lower tariffs against lower tariffs and more soya; no fentanyl tariff, eased 232 duties and fast licences against
 * no tariff and general licences; the deep set.
 */
final class Stepper implements Negotiator {
    static final BotFactory FACTORY = BotFactory.of("stepper", Stepper::new);

    /** Depth in force below which each step but the last is offered. */
    private static final double[] OFFERED_BELOW = {.9, 1.2, 1.6};

    private static final double MAX_GAIN = .75;
    private static final double MAX_LEAD = .15;
    private static final double PROVOKED_ABOVE = .9;
    private static final double HARD_FROM = 2.2;

    private final Side side;
    private final Reader reader;
    private final Postures postures;
    private final DepthOffers bargain;
    private final DepthValues depth;
    private final List<Terms> steps;
    private final List<Instrument> instruments;

    private Stepper(BotSeat seat) {
        side = seat.side();
        instruments = seat.scenario().instruments().of(side);
        reader = new Reader(seat.scenario(), side);
        postures = new Postures(seat.scenario(), side);
        bargain = new DepthOffers(seat.scenario(), side);
        depth = StrategyTables.of(seat.scenario()).depth();
        steps = StrategyTables.of(seat.scenario()).packets().steps();
    }

    @Override
    public Decision decide(Observation observation, Talks talks) {
        double pub = reader.read(observation, talks).pub();
        Posture posture = pub <= PROVOKED_ABOVE ? Posture.TRUCE : pub < HARD_FROM ? Posture.PRESS : Posture.HARD;
        OrderPlan draft = postures.draft(posture);
        if (posture.isCalm()) {
            for (Instrument instrument : instruments) {
                Clause clause = observation.treaty().binding(instrument, observation.openRound());
                if (clause != null) {
                    draft.set(instrument, clause.bound());
                }
            }
        }
        return new Decision(
                draft.orders(observation), steps.get(next(observation)), offered -> accepts(observation, offered));
    }

    private int next(Observation seen) {
        double present = depth.agreed(seen.treaty(), seen.openRound());
        int step = 0;
        while (step < OFFERED_BELOW.length && present >= OFFERED_BELOW[step]) {
            step++;
        }
        return step;
    }

    private boolean accepts(Observation seen, Terms offered) {
        if (!(offered instanceof Terms.Package clauses)) {
            return bargain.isRenewalDue(seen);
        }
        double own = depth.depth(clauses, side);
        double others = depth.depth(clauses, side.other());
        double agreed = Math.min(own, others);
        double gain = agreed - depth.agreed(seen.treaty(), seen.openRound());
        return gain <= MAX_GAIN && own <= others + MAX_LEAD && bargain.isWorthwhile(seen, agreed);
    }
}
