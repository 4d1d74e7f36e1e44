package dev.truce.protocol.client;

/**
 * Hears what happens at a seat, in order, from one thread; a resumed client hears missed events once each. That thread also
 * keeps the connection alive: a listener hands over what takes long.
 */
public interface SeatListener {
    /** Something was heard. */
    void hear(Heard heard);

    /** Hears some kinds, each by its method, and nothing of the others. */
    interface ToSome extends SeatListener, Heard.Cases {
        @Override
        default void hear(Heard heard) {
            heard.to(this);
        }

        @Override
        default void begun(Heard.Begun heard) {}

        @Override
        default void told(Heard.Told heard) {}

        @Override
        default void link(Heard.Link heard) {}

        @Override
        default void room(Heard.Room heard) {}

        @Override
        default void seed(Heard.Seed heard) {}

        @Override
        default void fact(Heard.Fact heard) {}

        @Override
        default void deadlineMoved(Heard.DeadlineMoved heard) {}

        @Override
        default void sealed(Heard.Sealed heard) {}

        @Override
        default void newTicket(Heard.NewTicket heard) {}

        @Override
        default void serverTime(Heard.ServerTime heard) {}

        @Override
        default void ofClass(Heard.OfClass heard) {}
    }
}
