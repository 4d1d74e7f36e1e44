package dev.truce.cli.seat;

import dev.truce.cli.text.Texts;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;

/** Says how orders change the board, for example {@code RECIP 10->20; AFFIL=suspended}. */
public final class OrderWords {
    private OrderWords() {}

    public static String of(Orders orders, Board board, Wording wording) {
        List<String> parts = new ArrayList<>();
        for (Order order : orders.list()) {
            int now = board.level(order.instrument());
            parts.add(
                    now == order.level()
                            ? wording.order(order)
                            : order.instrument().word() + " " + wording.level(order.instrument(), now) + "->"
                                    + wording.level(order.instrument(), order.level()));
        }
        return parts.isEmpty() ? Texts.of("round.hold") : String.join("; ", parts);
    }
}
