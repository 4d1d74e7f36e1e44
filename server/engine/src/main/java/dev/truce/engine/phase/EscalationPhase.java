package dev.truce.engine.phase;

import dev.truce.engine.conduct.Covert;

/** Compliance, A and Ap of both sides; what fell back by itself in this round counts with its earlier level (A3). */
final class EscalationPhase implements Phase {
    @Override
    public String name() {
        return "escalation";
    }

    @Override
    public void apply(RoundDraft draft) {
        draft.covert = draft.tables.mapping.covert(draft.levels);
        Covert graced = draft.graced.equals(draft.levels) ? draft.covert : draft.tables.mapping.covert(draft.graced);
        escalate(draft, draft.first(), graced);
        escalate(draft, draft.second(), graced);
    }

    private static void escalate(RoundDraft draft, SideDraft side, Covert graced) {
        side.compliance = draft.covert.compliance(side.side);
        side.publicEscalation = draft.tables.escalation.ofPublic(side.side, draft.graced);
        side.escalation = draft.tables.escalation.total(side.publicEscalation, graced.compliance(side.side));
    }
}
