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
    private Inaction() {}

    /** Returns the sentence. */
    public static String of(Board board, DraftOrders draft, Wording wording) {
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
                words.addAll(
                        new InactionTopic(wording).follows(board.side(), now, orders, board.delegates()::mayOrder));
            }
        }
        return Texts.of("inaction", String.join(Texts.of("list.semicolon"), words));
    }
}
