package dev.truce.engine.phase;

import dev.truce.engine.state.Ending;
import dev.truce.engine.tables.HorizonDraw;

/** The match ends with the last round of its horizon. */
final class EndingPhase implements Phase {
    @Override
    public String name() {
        return "ending";
    }

    @Override
    public void apply(RoundDraft draft) {
        if (HorizonDraw.isLast(draft.setup.horizon(), draft.round, draft.draws)) {
            draft.ending = Ending.HORIZON;
        }
    }
}
