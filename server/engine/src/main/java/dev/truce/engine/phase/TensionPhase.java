package dev.truce.engine.phase;

/** The tension of the relation follows from what both sides did and from the agreement that will bind next (A9). */
final class TensionPhase implements Phase {
    @Override
    public String name() {
        return "tension";
    }

    @Override
    public void apply(RoundDraft draft) {
        int next = draft.round + 1;
        draft.tension = draft.tables.tension.after(
                draft.state.tension(),
                felt(draft, draft.us) + felt(draft, draft.cn),
                draft.tables.depth.agreed(draft.treatyAfter, next),
                draft.summit && draft.treatyAfter.bindsAny(next));
    }

    private static double felt(RoundDraft draft, SideDraft side) {
        return draft.tables.escalation.felt(side.publicEscalation, side.escalation);
    }
}
