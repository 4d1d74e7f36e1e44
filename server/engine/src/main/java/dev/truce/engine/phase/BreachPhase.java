package dev.truce.engine.phase;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.legality.SnapBack;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.report.BrokenClause;
import java.util.List;

/**
 * Every public clause that binds is checked, exactly (agreements A6): what breaches lose in depth, whether the side had the
 * snap-back right, and if not, how severe and whether material the breach is. Who suspends the agreement answers to the truce beneath.
 */
final class BreachPhase implements Phase {
    @Override
    public String name() {
        return "breaches";
    }

    @Override
    public void apply(RoundDraft draft) {
        judge(draft, draft.first());
        judge(draft, draft.second());
        draft.depth = Math.min(draft.us.depth, draft.cn.depth);
        draft.depthKept = Math.min(draft.us.depthKept, draft.cn.depthKept);
    }

    private static void judge(RoundDraft draft, SideDraft side) {
        side.depth = draft.tables.depth.depth(draft.treaty, side.side, draft.round);
        for (Instrument instrument : Instrument.of(side.side)) {
            Clause clause = draft.treaty.binding(instrument, draft.round);
            int level = draft.levels.get(instrument);
            if (clause != null && !instrument.isCovert() && clause.isBrokenBy(level)) {
                double lost = draft.tables.depth.lost(clause, level);
                side.broken.add(new BrokenClause(clause, level, lost));
                side.lost += lost;
            }
        }
        side.depthKept = Math.max(0, side.depth - side.lost);
        boolean suspends = side.choice == AccusationChoice.SUSPEND;
        List<BrokenClause> charged =
                suspends ? SnapBack.charged(draft.tables.depth, draft.treaty, side.broken, draft.round) : side.broken;
        side.snapBackRight = (suspends && charged.isEmpty())
                || SnapBack.isRightOf(side.side, draft.state, draft.tables.knobs.justifiedLead());
        if (!charged.isEmpty() && !side.snapBackRight) {
            double lost = BrokenClause.lost(charged);
            side.severity = draft.tables.charges.severity(lost);
            side.material = draft.tables.charges.isMaterial(lost);
        }
    }
}
