package dev.truce.engine.payoff;

import dev.truce.engine.scenario.Knobs;

/** What breaking one's word costs beside points: severity and reputation (agreements A6, A7, A9). Immutable. */
public final class Charges {
    private final Knobs knobs;

    /** Creates the charges of a scenario. */
    public Charges(Knobs knobs) {
        this.knobs = knobs;
    }

    /** Returns the severity, above 0 and at most 1, of an unjustified public breach that lost so much depth. */
    public double severity(double lost) {
        return Math.min(1, Math.max(knobs.leastSeverity(), lost / knobs.fullSeverity()));
    }

    /** Returns whether an unjustified public breach that lost so much depth ends the treaty. */
    public boolean isMaterial(double lost) {
        return lost >= knobs.materialBreach();
    }

    /**
     * Returns the reputation, 0..1, after a round.
     *
     * @param before at the start of the round
     * @param severity severity of an unjustified public breach, 0 if there is none
     * @param notice whether the side gave notice to leave the treaty
     * @param caught whether a catch is charged
     * @param communique whether the treaty that binds is a communique
     */
    public double reputationAfter(double before, double severity, boolean notice, boolean caught, boolean communique) {
        double lost = knobs.breachReputation() * severity
                + (notice ? knobs.withdrawalReputation() : 0)
                + (caught ? knobs.caughtReputation() : 0);
        double charge = communique ? lost * knobs.communiqueCharge() : lost;
        double reputation = before - charge + knobs.reputationRecovery();
        return Math.min(1, Math.max(0, reputation));
    }
}
