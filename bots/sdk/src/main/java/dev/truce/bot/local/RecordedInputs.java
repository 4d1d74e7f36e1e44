package dev.truce.bot.local;

import dev.truce.engine.board.Side;
import dev.truce.match.Input;
import dev.truce.match.Seat;
import dev.truce.match.deed.AskedOrders;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.Done;
import dev.truce.match.negotiation.OfferBook;
import dev.truce.match.record.AbsentMinister;
import dev.truce.match.record.ClosedRound;
import dev.truce.match.record.OrdersOrigin;
import java.util.ArrayList;
import java.util.List;

/** What a referee is told so that a round comes out as it was recorded. Confined to one round. */
final class RecordedInputs {
    /** A match in one process has no time limit. */
    private static final long NO_TIMER = 0;

    private final ClosedRound closed;
    private final List<Seat> seats;
    private int told;

    /**
     * @param closed the round as it was
     * @param seats all occupied seats, in the order in which they are to be ready
     */
    RecordedInputs(ClosedRound closed, List<Seat> seats) {
        this.closed = closed;
        this.seats = List.copyOf(seats);
    }

    /** Returns the input of a recorded deed. */
    Input of(Done done) {
        return does(new Seat(done.side(), done.seat()), done.deed());
    }

    /** Returns the inputs that close the round: orders, who was ready, and the deadline if somebody was not. */
    List<Input> closing(OfferBook book) {
        List<Input> inputs = new ArrayList<>();
        boolean late = !closed.absent().isEmpty();
        for (Side side : Side.values()) {
            if (closed.ordersOrigin(side).mayOrder()) {
                inputs.add(
                        does(Seat.head(side), AskedOrders.submit(closed.orders().of(side))));
            }
            late |= closed.ordersOrigin(side) == OrdersOrigin.ABSENT;
        }
        for (Seat seat : seats) {
            if (isReady(seat, late)) {
                inputs.add(does(seat, new Deed.Ready(true, book.made(seat.side().other()))));
            }
        }
        if (late) {
            inputs.add(Input.Hosts.timeUp(closed.round(), NO_TIMER));
        }
        return inputs;
    }

    /** In a round that was closed by its deadline, ministers who were not away were done, and heads who said so. */
    private boolean isReady(Seat seat, boolean late) {
        if (seat.number() != 0) {
            return !closed.absent().contains(new AbsentMinister(seat.side(), seat.number()));
        }
        return !late || closed.ordersOrigin(seat.side()) == OrdersOrigin.READY;
    }

    private Input does(Seat seat, Deed deed) {
        return new Input.Does(seat, closed.round(), "recorded-" + closed.round() + "-" + told++, deed);
    }
}
