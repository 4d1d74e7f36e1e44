package dev.truce.app.net.connection;

import dev.truce.app.host.classes.Classroom;
import dev.truce.app.host.classes.DeskPlace;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ClientFrame;
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
        if (request instanceof ClassRequest.Act act) {
            classroom.act(desk, act, link().answering(frame, ServerMessage.OfClass::new));
        } else if (request instanceof ClassRequest.Preview preview) {
            classroom.preview(desk, preview.act(), link().answering(frame, ServerMessage.OfClass::new));
        } else if (request instanceof ClassRequest.Read) {
            classroom.read(link().answering(frame, ServerMessage.OfClass::new));
        } else if (request instanceof ClassRequest.ReadText read) {
            classroom.read(read, link().answering(frame, ServerMessage.OfClass::new));
        } else {
            notHere(frame);
        }
    }

    @Override
    void left() {
        classroom.left(link());
    }
}
