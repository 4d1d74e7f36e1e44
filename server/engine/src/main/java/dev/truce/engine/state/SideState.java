package dev.truce.engine.state;

import dev.truce.engine.board.Instrument;
import org.jspecify.annotations.Nullable;

/**
 * What one side carries from round to round.
 *
 * @param type private type, 1 on average
 * @param reputation 0..1
 * @param escalation A of the last round
 * @param publicEscalation Ap of the last round
 * @param caught whether it was caught in the last round, false alarms included
 * @param unjustifiedBreach whether it broke a public clause without a right to in the last round
 * @param humiliationStreak consecutive rounds of humiliation, 0..4
 * @param pointsTotal points of all rounds, added in order
 * @param pointsLast points of the last round
 * @param breaches rounds with an unjustified public breach so far
 * @param catches rounds in which it was really caught short so far
 * @param accusedOn the covert clause on which it is accused in the open round, or null
 * @param accusedReally whether it was really short there; a secret of the side
 * @param ownText whether it has tabled a serious text of its own in this period
 */
public record SideState(
        double type,
        double reputation,
        double escalation,
        double publicEscalation,
        boolean caught,
        boolean unjustifiedBreach,
        int humiliationStreak,
        double pointsTotal,
        double pointsLast,
        int breaches,
        int catches,
        @Nullable Instrument accusedOn,
        boolean accusedReally,
        boolean ownText) {

    /** The state of a side that is not accused of anything and has tabled no text. */
    public SideState(
            double type,
            double reputation,
            double escalation,
            double publicEscalation,
            boolean caught,
            boolean unjustifiedBreach,
            int humiliationStreak,
            double pointsTotal,
            double pointsLast,
            int breaches,
            int catches) {
        this(
                type,
                reputation,
                escalation,
                publicEscalation,
                caught,
                unjustifiedBreach,
                humiliationStreak,
                pointsTotal,
                pointsLast,
                breaches,
                catches,
                null,
                false,
                false);
    }

    /** Returns the same state in which it was really short there, or was not. */
    public SideState withAccusedReally(boolean really) {
        return new SideState(
                type,
                reputation,
                escalation,
                publicEscalation,
                caught,
                unjustifiedBreach,
                humiliationStreak,
                pointsTotal,
                pointsLast,
                breaches,
                catches,
                accusedOn,
                really,
                ownText);
    }
}
