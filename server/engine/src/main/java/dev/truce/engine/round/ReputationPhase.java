package dev.truce.engine.round;

import dev.truce.engine.scenario.Knobs;

/** Breaches and catches cost reputation, then it recovers a little (agreements A6, A7, A9). */
final class ReputationPhase implements Phase {
    @Override
    public String name() {
        return "reputation";
    }

    @Override
    public void apply(RoundDraft draft) {
        judge(draft, draft.first());
        judge(draft, draft.second());
    }

    private static void judge(RoundDraft draft, SideDraft side) {
        Knobs knobs = draft.tables.knobs;
        double lost = knobs.breachReputation() * side.severity + (side.reallyCaught ? knobs.caughtReputation() : 0);
        double charge = draft.treaty.isCommunique() ? lost * knobs.communiqueCharge() : lost;
        double reputation = side.before.reputation() - charge + knobs.reputationRecovery();
        side.reputation = Math.min(1, Math.max(0, reputation));
    }
}
