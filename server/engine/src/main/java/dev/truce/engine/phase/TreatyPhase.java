package dev.truce.engine.phase;

import dev.truce.engine.chance.Draws;
import dev.truce.engine.chance.Purpose;
import dev.truce.engine.report.TreatyChange;

/** What the round does to the treaty: the first of the causes, in the order of agreements A8, that applies. */
final class TreatyPhase implements Phase {
    /** A hollow agreement ends after so many rounds. */
    /** Depth beyond which a catch takes a treaty back to Busan; the margin keeps rounding out of the decision. */
    private static final double DEEPER_THAN_BUSAN = 1.05;

    @Override
    public String name() {
        return "treaty";
    }

    @Override
    public void apply(RoundDraft draft) {
        draft.treatyAfter = draft.treaty;
        if (draft.us.material || draft.cn.material) {
            end(draft, TreatyChange.ENDED_BY_BREACH);
        } else if (draft.inputs.usNotice() || draft.inputs.cnNotice()) {
            end(draft, TreatyChange.ENDED_BY_NOTICE);
        } else if (draft.isHollow()) {
            end(draft, TreatyChange.ENDED_AS_HOLLOW);
        } else if (draft.us.isCaught() || draft.cn.isCaught()) {
            afterCatch(draft);
        } else if (draft.isSuspended()) {
            fallToTruce(draft, TreatyChange.REDUCED_BY_SUSPENSION);
        } else if (draft.entering != null) {
            draft.treatyAfter = draft.entering;
            draft.change = TreatyChange.ENTERED_INTO_FORCE;
        }
        draft.treatyAfter = draft.treatyAfter.after(draft.round);
    }

    private static void afterCatch(RoundDraft draft) {
        if (draft.treaty.isLayered()) {
            fallToTruce(draft, TreatyChange.REDUCED_BY_CATCH);
            return;
        }
        if (draft.depth > DEEPER_THAN_BUSAN) {
            draft.treatyAfter = draft.treaty.heldTo(draft.tables.agreementOne, draft.round);
            draft.change = TreatyChange.REDUCED_BY_CATCH;
        } else if (draft.noise
                && draft.draws.uniform(Purpose.LAPSE, draft.round, Draws.NEITHER, 0) < draft.tables.knobs.lapse()) {
            end(draft, TreatyChange.ENDED_BY_CATCH);
        }
    }

    private static void fallToTruce(RoundDraft draft, TreatyChange change) {
        if (draft.treaty.agreementUntil() >= draft.round) {
            draft.treatyAfter = draft.treaty.fallenToTruce(draft.round);
            draft.change = change;
        }
    }

    private static void end(RoundDraft draft, TreatyChange change) {
        draft.treatyAfter = draft.treaty.endedWith(draft.round);
        draft.shallowRounds = 0;
        draft.change = change;
    }
}
