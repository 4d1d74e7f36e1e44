package dev.truce.engine.round;

import dev.truce.engine.conduct.Tension;

/** The tension of the relation follows from what both sides did and from the agreement that will bind next (A9). */
final class TensionPhase implements Phase {
    @Override
    public String name() {
        return "tension";
    }

    @Override
    public void apply(RoundDraft draft) {
        int next = draft.round + 1;
        draft.tension = Tension.after(
                draft.state.tension(),
                draft.us.escalation + draft.cn.escalation,
                draft.tables.depth.agreed(draft.treatyAfter, next),
                draft.summit && draft.treatyAfter.bindsAny(next));
    }
}
