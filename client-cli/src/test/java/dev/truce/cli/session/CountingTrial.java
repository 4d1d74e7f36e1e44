package dev.truce.cli.session;

import dev.truce.cli.seat.Board;
import dev.truce.cli.seat.TryPreview;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Orders;
import java.util.List;

/** Says how much it was asked to try. */
final class CountingTrial implements TryPreview {
    @Override
    public List<String> lines(Board board, Orders orders) {
        return List.of("Preview, nothing sent. " + orders.list().size() + " orders.");
    }

    @Override
    public List<String> terms(Board board, Orders orders, Terms terms, Side author) {
        return List.of("Forecast of " + terms.rounds() + " rounds with "
                + orders.list().size() + " orders.");
    }

    @Override
    public int charge(Board board, Orders orders) {
        return -1_000 * orders.list().size();
    }
}
