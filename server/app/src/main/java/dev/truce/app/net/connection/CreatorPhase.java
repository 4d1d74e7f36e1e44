package dev.truce.app.net.connection;

import dev.truce.app.host.Entered;
import dev.truce.protocol.message.ClientFrame;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.PhaseName;

/** Opened a room and has no place in it: may take one, or start the match for others. */
final class CreatorPhase extends ConnectionPhase {
    private final Entered entered;

    CreatorPhase(ClientConnection link, Entered entered) {
        super(link, PhaseName.HOSTING);
        this.entered = entered;
    }

    @Override
    void joinRoom(ClientFrame frame, ClientMessage.JoinRoom join) {
        JoinHandler.join(link(), entered, frame, join);
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
