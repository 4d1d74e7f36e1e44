package dev.truce.bots.reference;

import dev.truce.bots.posture.Posture;
import dev.truce.engine.view.Observation;

/**
 * What a reference strategy reads off an observation and the last offer (agreements E). Before the first round: the other
 * side offered the truce, no escalation, compliance as agreed, nobody caught.
 *
 * @param round the open round, from 1
 * @param deal 2 if the treaty in force is at least 1.6 deep, 1 from .6, else 0
 * @param dealThen the same of the last round, to which the signals belong
 * @param offered the other side's last offer: 2 if it is at least 1.6 deep, 1 from .6 or if it is a renewal, else 0
 * @param needed compliance that the treaty in force asks of the other side; 2 is as agreed at Busan
 * @param neededThen the same of the last round
 * @param pub public escalation Ap of the other side in the last round
 * @param ch compliance of the other side in the last round, estimated from the signals; 2 is as agreed
 * @param tariffClass tariff gear, 0..5, that the other side's tariffs amount to
 * @param caught whether the news says that the other side was caught in the last round, false alarms included; where catches are
 *     accusations, whether it was accused
 * @param selfCaught whether the news says so of one's own side
 * @param seen the observation itself
 */
public record Reading(
        int round,
        int deal,
        int dealThen,
        int offered,
        double needed,
        double neededThen,
        double pub,
        double ch,
        int tariffClass,
        boolean caught,
        boolean selfCaught,
        Observation seen) {
    /** Least depth of deal 1 and 2. */
    static final double TRUCE_DEPTH = .6;

    /** Least depth of deal 2, where sides have no red lines and where they have. */
    static final double DEEP_DEPTH = 1.6;

    static final double DEEP_DEPTH_WITH_LINES = 1.2;

    /** Escalation from which the posture is cheat, press, hard and war (economy 10). */
    private static final double[] LEVELS = {.3, .9, 2.8, 4.5};

    /** Returns escalation of the other side as far as it can be read: public, and the estimated shortfall. */
    public double gOp() {
        return pub + .5 * Math.max(0, 2 - ch);
    }

    /** Returns the index among the named postures, 1 truce to 5 war, that escalation amounts to. */
    public static int level(double escalation) {
        int level = Posture.NAMED.indexOf(Posture.TRUCE);
        for (double from : LEVELS) {
            if (escalation >= from) {
                level++;
            }
        }
        return level;
    }

    /** Returns what a depth counts as: 2 deep, 1 a truce, 0 nothing. */
    static int deal(double depth, double deep) {
        if (depth >= deep) {
            return 2;
        }
        return depth >= TRUCE_DEPTH ? 1 : 0;
    }
}
