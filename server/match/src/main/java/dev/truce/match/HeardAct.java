package dev.truce.match;

import dev.truce.match.deed.HostAct;

/** What can be said of an act of which everybody hears, {@link Notice.HostActed}. */
public interface HeardAct {
    /** Returns what was done. */
    HostAct act();

    /** Returns the open round, 0 if none is open. */
    int round();

    /** Returns the same as a seat may hear it: what was said to another seat it does not hear. */
    default Notice.HostActed heardBy(Seat seat) {
        return act() instanceof HostAct.Message message
                        && !(message.side() == seat.side() && message.seat() == seat.number())
                ? new Notice.HostActed(new HostAct.Message(message.side(), message.seat(), ""), round())
                : new Notice.HostActed(act(), round());
    }
}
