package dev.truce.cli.seat;

import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Orders;
import dev.truce.story.topic.InactionTopic;
import dev.truce.story.words.Wording;
import java.util.List;

/** Shows what orders would do, computed on this device; sends nothing. */
public interface TryPreview {
    /**
     * Returns the preview of orders against assumed replies of the other side.
     *
     * @param board what the seat knows
     * @param orders the orders to try
     */
    List<String> lines(Board board, Orders orders);

    /**
     * Returns the preview of terms that both sides would sign in the open round.
     *
     * @param board what the seat knows
     * @param orders the seat's orders for the open round
     * @param terms what would be signed
     * @param author whose proposal they are
     */
    List<String> terms(Board board, Orders orders, Terms terms, Side author);

    /** Returns what a breach by orders takes from the score of the open round, thousandths; 0 if there is none or nobody can tell. */
    int charge(Board board, Orders orders);

    /** Returns what happens to a seat that does nothing more in the open round, in one sentence. */
    default String inaction(Board board, DraftOrders draft, Wording wording) {
        return new InactionTopic(wording).sentence(board, draft.saved(), orders -> charge(board, orders));
    }
}
