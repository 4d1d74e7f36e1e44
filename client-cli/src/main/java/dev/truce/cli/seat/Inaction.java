package dev.truce.cli.seat;

import dev.truce.story.topic.InactionTopic;
import dev.truce.story.words.Wording;

/** What happens to a seat that does nothing more in the open round, in one sentence. */
public final class Inaction {
    private final Board board;
    private final DraftOrders draft;
    private final Wording wording;
    private final TryPreview trial;

    /** @param trial tells what a breach costs */
    public Inaction(Board board, DraftOrders draft, Wording wording, TryPreview trial) {
        this.board = board;
        this.draft = draft;
        this.wording = wording;
        this.trial = trial;
    }

    /** Returns the sentence. */
    public String text() {
        return new InactionTopic(wording).sentence(board, draft.saved(), orders -> trial.charge(board, orders));
    }
}
