package dev.truce.app.net.connection;

import dev.truce.app.host.classes.Classroom;
import dev.truce.app.host.classes.DeskPlace;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ClientFrame;
import dev.truce.protocol.message.PhaseName;
import dev.truce.protocol.message.ServerMessage;

/** Has a desk of a class: acts on its tables and its members. */
final class DeskPhase extends ConnectionPhase {
    private final Classroom classroom;
    private final int desk;

    DeskPhase(ClientConnection link, DeskPlace place) {
        super(link, PhaseName.DESK);
        this.classroom = place.classroom();
        this.desk = place.entered().desk();
    }

    @Override
    void ofClass(ClientFrame frame, ClassRequest request) {
        if (!classroom.ask(desk, request, link().answering(frame, ServerMessage.OfClass::new))) {
            notHere(frame);
        }
    }

    @Override
    void left() {
        classroom.left(link());
    }
}
