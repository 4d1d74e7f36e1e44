package dev.truce.bots;

/**
 * What a reference strategy reads off an observation (agreements E). Before the first round: no escalation, compliance
 * as agreed, nobody caught.
 *
 * @param deal 2 if the treaty in force is at least 1.6 deep, 1 from .6, else 0
 * @param pub public escalation Ap of the other side in the last round
 * @param ch compliance of the other side in the last round, estimated from the signals; 2 is as agreed
 * @param tariffClass tariff gear, 0..5, that the other side's tariffs amount to
 * @param caught whether the news says that the other side was caught in the last round, false alarms included
 */
record Reading(int deal, double pub, double ch, int tariffClass, boolean caught) {
    /** Returns escalation of the other side as far as it can be read: public, and the estimated shortfall. */
    double gOp() {
        return pub + .5 * Math.max(0, 2 - ch);
    }
}
