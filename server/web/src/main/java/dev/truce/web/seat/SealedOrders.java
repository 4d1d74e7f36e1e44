package dev.truce.web.seat;

import dev.truce.engine.orders.Orders;
import dev.truce.match.Notice;
import dev.truce.match.deed.Deed;
import dev.truce.story.facts.SeatBoard;
import org.jspecify.annotations.Nullable;

/** What the server has sealed of a seat, as far as the page knows: from its own deeds, or told when it came back. */
public final class SealedOrders {
    private @Nullable Orders orders;
    /** Whether it was told for the round that is open at the server, of which the page may not have heard yet. */
    private boolean ahead;

    /** The seat has done something. */
    public void did(Deed deed) {
        if (deed instanceof Deed.Submit submit) {
            orders = Deed.ordered(submit.orders());
            ahead = false;
        } else if (deed instanceof Deed.Undo) {
            orders = null;
            ahead = false;
        }
    }

    /** The server says what it has for the open round. */
    void told(Orders now) {
        orders = now;
        ahead = true;
    }

    /** Hears what makes it void. */
    void hear(Notice notice, SeatBoard board) {
        boolean isVoid = notice instanceof Notice.SeatChanged changed
                && changed.seat().equals(board.delegates().own())
                && !changed.bot().isEmpty();
        if (isVoid || (notice instanceof Notice.RoundOpened && !ahead)) {
            orders = null;
        }
    }

    /** Returns what is sealed for the open round; null if nothing is, or it is not known what. */
    public @Nullable Orders of(SeatBoard board) {
        return board.submitted() ? orders : null;
    }
}
