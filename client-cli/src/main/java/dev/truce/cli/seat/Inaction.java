package dev.truce.cli.seat;

import dev.truce.cli.text.Texts;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.view.Observation;
import dev.truce.story.topic.InactionTopic;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;

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
        Observation now = board.observation();
        Orders saved = draft.saved();
        List<String> words = new ArrayList<>();
        if (board.delegates().advises()) {
            words.add(Texts.of("inaction.advises"));
        } else if (saved == null && board.submitted()) {
            words.add(Texts.of("inaction.before"));
        } else {
            Orders orders = saved == null ? Orders.HOLD : saved;
            words.add(
                    saved == null
                            ? Texts.of("round.hold")
                            : Texts.of("inaction.saved", OrderWords.of(saved, board, wording)));
            if (now != null) {
                words.addAll(new InactionTopic(wording)
                        .follows(
                                board.side(),
                                now,
                                orders,
                                board.delegates()::mayOrder,
                                () -> trial.charge(board, orders)));
            }
        }
        return Texts.of("inaction", String.join(Texts.of("list.semicolon"), words));
    }
}
