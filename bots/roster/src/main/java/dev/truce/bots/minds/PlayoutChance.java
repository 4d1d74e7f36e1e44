package dev.truce.bots.minds;

import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.view.Observation;
import java.util.ArrayList;
import java.util.List;

/**
 * All that decides how a match goes on, apart from what one does oneself.
 *
 * @param opponentModel who plays the other side
 * @param seed of the draws to come
 * @param lastRound when the match ends
 */
record PlayoutChance(OpponentModel opponentModel, long seed, int lastRound) {
    /** Steps of two sequences that fill the unit square evenly, however many points are taken. */
    private static final double SUSPECT_STEP = .7548776662466927;

    private static final double HORIZON_STEP = .5698402909980532;

    /** Draws fates, suspects as often as they are likely, the first few as representative as all. */
    static List<PlayoutChance> draw(
            Rules rules, Observation seen, OpponentModels opponentModels, SplitMix64 random, int count) {
        List<PlayoutChance> fates = new ArrayList<>(count);
        double who = random.nextDouble();
        double when = random.nextDouble();
        for (int i = 0; i < count; i++) {
            who = forward(who, SUSPECT_STEP);
            when = forward(when, HORIZON_STEP);
            fates.add(new PlayoutChance(
                    opponentModels.at(who),
                    random.nextLong(),
                    lastRound(rules.scenario().horizon(), seen, when)));
        }
        return fates;
    }

    private static double forward(double place, double step) {
        double next = place + step;
        return next >= 1 ? next - 1 : next;
    }

    /** Returns the round with which the match ends if the given share of all horizons that are left is shorter. */
    private static int lastRound(Horizon horizon, Observation seen, double share) {
        if (!(horizon instanceof Horizon.Hidden hidden)) {
            return ((Horizon.Fixed) horizon).rounds();
        }
        int round = Math.max(hidden.atLeast(), seen.openRound());
        double longer = hidden.goOn();
        while (round < hidden.atMost() && 1 - share <= longer) {
            round++;
            longer *= hidden.goOn();
        }
        return round;
    }
}
