package dev.truce.app.net.connection;

import dev.truce.app.host.Entered;
import dev.truce.protocol.message.ClientFrame;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.PhaseName;

/** Has a place in a match, by a seat or without one: may read its scenario, and direct it with the right to do so. */
abstract class PlacePhase extends ConnectionPhase {
    final Entered entered;

    PlacePhase(ClientConnection link, PhaseName name, Entered entered) {
        super(link, name);
        this.entered = entered;
    }

    @Override
    void readScenario(ClientFrame frame, ClientMessage.ReadScenario read) {
        link().connectionServices().scenarios().read(link(), entered, frame, read);
    }

    @Override
    void direct(ClientFrame frame, ClientMessage.Direct direct) {
        link().direct(frame, direct, entered);
    }

    /** Watches; may start the match if it opened the room. */
    static final class ObserverPhase extends PlacePhase {
        ObserverPhase(ClientConnection link, Entered entered) {
            super(link, PhaseName.OBSERVING, entered);
        }
    }

    /** Opened a room and has no place in it: may take one, or start the match for others. */
    static final class CreatorPhase extends PlacePhase {
        CreatorPhase(ClientConnection link, Entered entered) {
            super(link, PhaseName.HOSTING, entered);
        }

        @Override
        void joinRoom(ClientFrame frame, ClientMessage.JoinRoom join) {
            JoinHandler.join(link(), entered, frame, join);
        }
    }
}
