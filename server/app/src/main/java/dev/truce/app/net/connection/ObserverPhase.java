package dev.truce.app.net.connection;

import dev.truce.app.host.Entered;
import dev.truce.protocol.message.ClientFrame;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.PhaseName;

/** Watches; may start the match if it opened the room. */
final class ObserverPhase extends ConnectionPhase {
    private final Entered entered;

    ObserverPhase(ClientConnection link, Entered entered) {
        super(link, PhaseName.OBSERVING);
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
}
