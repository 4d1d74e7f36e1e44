package dev.truce.engine.phase;

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
        side.reputation = draft.tables.charges.reputationAfter(
                side.before.reputation(),
                side.severity,
                draft.inputs.notice(side.side),
                side.reallyCaught,
                draft.treaty.isCommunique());
    }
}
