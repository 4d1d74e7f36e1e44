package dev.truce.engine.phase;

import dev.truce.engine.state.Ending;

/** The match ends with the last round of its horizon. */
final class EndingPhase implements Phase {
    @Override
    public String name() {
        return "ending";
    }

    @Override
    public void apply(RoundDraft draft) {
        if (draft.isLast()) {
            draft.ending = Ending.HORIZON;
        }
    }
}
