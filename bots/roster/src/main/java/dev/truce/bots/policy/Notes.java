package dev.truce.bots.policy;

import dev.truce.bots.posture.StrategyTables;
import dev.truce.bots.reference.Reading;
import dev.truce.bots.reference.Stance;
import dev.truce.engine.Limits;
import dev.truce.engine.agreement.DepthValues;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.redline.RedLineCosts;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;

/** What a learner keeps in mind of a match: the features of the open round, from public facts, signals and offers alone. */
final class Notes {
    private static final int MILLI = 1000;
    private static final int HOSTILE_FROM = 900;
    private static final int CALM_BELOW = 300;
    private static final int AS_AGREED = 2;

    private final Side side;
    private final Scenario scenario;
    private final DepthValues depth;
    private final RedLineCosts lines;
    private final int[] values = new int[Feature.values().length];

    Notes(Scenario scenario, Side side) {
        this.side = side;
        this.scenario = scenario;
        depth = StrategyTables.of(scenario).depth();
        lines = new RedLineCosts(scenario);
    }

    /**
     * Takes in the round that has opened; called once a round, in order.
     *
     * @param shortfall notches by which the other side is estimated to fall short
     * @param guilt how likely its open accusation is to be true, 0..1; 0 if there is none
     */
    void take(Reading seen, double shortfall, double guilt) {
        Observation observation = seen.seen();
        RoundView last = observation.last();
        int ownBefore = get(Feature.OWN);
        int before = get(Feature.PUBLIC);
        int open = last == null ? 0 : last.side(side.other()).publicEscalationMilli();
        set(Feature.ROUND, seen.round() * MILLI);
        set(Feature.SUMMIT, observation.summit() ? MILLI : 0);
        set(Feature.DEAL, seen.deal() * MILLI);
        set(Feature.LEFT, observation.treaty().roundsLeft(seen.round()) * MILLI);
        set(Feature.OFFERED, seen.offered() * MILLI);
        set(Feature.PUBLIC, open);
        set(Feature.BEFORE, before);
        set(Feature.PEAK, Math.max(get(Feature.PEAK), open));
        set(Feature.TARIFF, seen.tariffClass() * MILLI);
        set(Feature.SHORT, (int) (shortfall * MILLI));
        set(Feature.SIGNAL, (int) ((AS_AGREED - seen.ch()) * MILLI));
        set(Feature.CAUGHT, seen.caught() ? MILLI : 0);
        set(Feature.ACCUSED, seen.selfCaught() ? MILLI : 0);
        set(Feature.DEPTH, (int) (depth.agreed(observation.treaty(), seen.round()) * MILLI));
        set(Feature.CROSSED, crossed(observation));
        set(Feature.DATE, untilDate(seen.round()) * MILLI);
        set(Feature.ODDS, (int) (guilt * MILLI));
        set(Feature.TABLED, observation.climate().ownText().of(side) ? MILLI : 0);
        set(Feature.AGREED, after(observation.treaty().agreementUntil(), seen.round()));
        set(Feature.TRUCE, after(observation.treaty().truceUntil(), seen.round()));
        if (last == null) {
            return;
        }
        set(Feature.OWN, last.side(side).publicEscalationMilli());
        count(Feature.CATCHES, seen.caught());
        count(Feature.HOSTILE, open >= HOSTILE_FROM);
        count(Feature.UNPROVOKED, open >= HOSTILE_FROM && ownBefore < CALM_BELOW);
        count(Feature.FORGAVE, open < CALM_BELOW && ownBefore >= HOSTILE_FROM);
        count(Feature.SHY, seen.offered() != Stance.THE_DEEP_SET);
        set(Feature.CALM, open >= HOSTILE_FROM ? 0 : get(Feature.CALM) + MILLI);
    }

    private static int after(int until, int round) {
        return Math.max(0, until - round) * MILLI;
    }

    private int crossed(Observation observation) {
        double sum = 0;
        for (Instrument line : observation.redLines()) {
            sum += lines.given(line, observation.levels().get(line));
        }
        return (int) (sum * MILLI);
    }

    private int untilDate(int round) {
        if (scenario.redLines().isDate(round)) {
            return 0;
        }
        int next = scenario.redLines().nextDate(round);
        return next == 0 ? Limits.MAX_ROUNDS : next - round;
    }

    /** Returns a feature in thousandths. */
    int get(Feature feature) {
        return values[feature.ordinal()];
    }

    private void set(Feature feature, int milli) {
        values[feature.ordinal()] = milli;
    }

    private void count(Feature feature, boolean happened) {
        if (happened) {
            values[feature.ordinal()] += MILLI;
        }
    }
}
