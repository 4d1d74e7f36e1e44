package dev.truce.engine.orders;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;

/** The sealed orders of both sides for one round. */
public record JointOrders(Orders us, Orders cn) {
    /** Both sides order nothing. */
    public static final JointOrders HOLD = new JointOrders(Orders.HOLD, Orders.HOLD);

    /** Returns the orders of a side. */
    public Orders of(Side side) {
        return BySide.pick(side, us, cn);
    }

    /** Returns the ordered ladder index of an instrument, or {@link Orders#NONE}; only its holder's orders count. */
    public int level(Instrument instrument) {
        return of(instrument.holder()).level(instrument);
    }
}
