package dev.truce.engine.redaction;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.SideState;
import org.jspecify.annotations.Nullable;

/**
 * What is believed about a side.
 *
 * @param reputation as the viewer knows it: own false alarms are known to be such
 * @param ledger as everybody is shown it: every catch is real
 * @param accusedReally whether an accusation is known to be true; false where the viewer does not see the side
 */
record BelievedSide(
        double type,
        double reputation,
        double ledger,
        double escalation,
        double publicEscalation,
        boolean caught,
        boolean unjustifiedBreach,
        int streak,
        int breaches,
        int catches,
        @Nullable Instrument accusedOn,
        boolean accusedReally,
        boolean ownText) {

    static BelievedSide start(Rules rules) {
        double reputation = rules.scenario().knobs().reputationStart();
        return new BelievedSide(1, reputation, reputation, 0, 0, false, false, 0, 0, 0, null, false, false);
    }

    SideState state(BelievedEconomy.Tally points) {
        return new SideState(
                type,
                reputation,
                escalation,
                publicEscalation,
                caught,
                unjustifiedBreach,
                streak,
                points.totalMicro() / 1e6,
                points.lastMicro() / 1e6,
                breaches,
                catches,
                accusedOn,
                accusedReally,
                ownText);
    }
}
