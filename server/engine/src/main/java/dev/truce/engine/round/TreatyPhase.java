package dev.truce.engine.round;

import dev.truce.engine.agreement.DepthValues;
import dev.truce.engine.chance.Draws;
import dev.truce.engine.chance.Purpose;

/** What the round does to the treaty: the first of the causes, in the order of agreements A8, that applies. */
final class TreatyPhase implements Phase {
    /** A hollow agreement ends after so many rounds. */
    private static final int HOLLOW_ROUNDS = 2;
    /** Depth beyond which a catch takes a treaty back to Busan; the margin keeps rounding out of the decision. */
    private static final double DEEPER_THAN_BUSAN = 1.05;

    @Override
    public String name() {
        return "treaty";
    }

    @Override
    public void apply(RoundDraft draft) {
        boolean hollow = DepthValues.isHollow(draft.depth, draft.depthKept);
        draft.shallowRounds = hollow ? draft.state.shallowRounds() + 1 : 0;
        draft.treatyAfter = draft.treaty;
        if (draft.us.material || draft.cn.material) {
            end(draft, TreatyChange.ENDED_BY_BREACH);
        } else if (draft.shallowRounds >= HOLLOW_ROUNDS) {
            end(draft, TreatyChange.ENDED_AS_HOLLOW);
        } else if (draft.us.isCaught() || draft.cn.isCaught()) {
            afterCatch(draft);
        }
    }

    private static void afterCatch(RoundDraft draft) {
        if (draft.depth > DEEPER_THAN_BUSAN) {
            draft.treatyAfter = draft.treaty.heldTo(draft.tables.agreementOne, draft.round);
            draft.change = TreatyChange.REDUCED_BY_CATCH;
        } else if (draft.noise
                && draft.draws.uniform(Purpose.LAPSE, draft.round, Draws.NEITHER, 0) < draft.tables.knobs.lapse()) {
            end(draft, TreatyChange.ENDED_BY_CATCH);
        }
    }

    private static void end(RoundDraft draft, TreatyChange change) {
        draft.treatyAfter = draft.treaty.endedWith(draft.round);
        draft.shallowRounds = 0;
        draft.change = change;
    }
}
