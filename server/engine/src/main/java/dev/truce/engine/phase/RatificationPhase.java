package dev.truce.engine.phase;

import dev.truce.engine.agreement.DepthValues;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.report.Ratification;
import dev.truce.engine.report.Ratification.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Signed terms are ratified by deeds (agreements A5): both sides' public escalation stayed calm, nobody broke the treaty
 * materially, gave notice, was caught or suspended. Only public deeds count, so the news gives no covert level away.
 */
final class RatificationPhase implements Phase {
    @Override
    public String name() {
        return "ratification";
    }

    @Override
    public void apply(RoundDraft draft) {
        boolean hollow = DepthValues.isHollow(draft.depth, draft.depthKept);
        draft.shallowRounds = hollow ? draft.state.shallowRounds() + 1 : 0;
        Terms terms = draft.inputs.signed();
        if (terms == null) {
            return;
        }
        draft.ratification = judge(draft, terms);
        if (draft.ratification.outcome() == Outcome.ENTERED) {
            Treaty treaty = draft.treaty;
            draft.entering = draft.tables.layers.entering(
                    treaty, terms, draft.round, treaty.admitsChapter(draft.round, draft.summit));
        }
    }

    private static Ratification judge(RoundDraft draft, Terms terms) {
        for (SideDraft side : new SideDraft[] {draft.us, draft.cn}) {
            Outcome lapsed = lapsedBy(draft, side);
            if (lapsed != null) {
                return new Ratification(terms, lapsed, side.side);
            }
        }
        if (draft.isHollow()) {
            return new Ratification(terms, Outcome.LAPSED_AS_HOLLOW, null);
        }
        return new Ratification(terms, Outcome.ENTERED, null);
    }

    private static @Nullable Outcome lapsedBy(RoundDraft draft, SideDraft side) {
        if (side.material) {
            return Outcome.LAPSED_BY_BREACH;
        }
        if (draft.inputs.notice(side.side)) {
            return Outcome.LAPSED_BY_NOTICE;
        }
        if (side.isCaught()) {
            return Outcome.LAPSED_BY_CATCH;
        }
        if (side.choice == AccusationChoice.SUSPEND) {
            return Outcome.LAPSED_BY_SUSPENSION;
        }
        return side.publicEscalation < draft.tables.knobs.calmLimit() ? null : Outcome.LAPSED_BY_ESCALATION;
    }
}
