package dev.truce.engine.phase;

import dev.truce.engine.redline.RedLineDraw;
import dev.truce.engine.scenario.RedLineRules;

/**
 * At a political date each side redraws a part of its red lines (agreements A10), and its capital expects a new text. It happens when the
 * round opens, before anybody
 * talks, which is the end of the round before.
 */
final class RedLinesPhase implements Phase {
    @Override
    public String name() {
        return "red-lines";
    }

    @Override
    public void apply(RoundDraft draft) {
        RedLineRules rules = draft.tables.scenario.redLines();
        if (rules.isDate(draft.round + 1)) {
            draft.redLines = RedLineDraw.redrawn(rules, draft.draws, draft.redLines, draft.round + 1);
            draft.us.ownText = false;
            draft.cn.ownText = false;
        }
    }
}
