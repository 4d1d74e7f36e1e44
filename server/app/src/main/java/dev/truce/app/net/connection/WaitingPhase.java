package dev.truce.app.net.connection;

import dev.truce.app.host.classes.Classroom;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ClientFrame;

/** Is in a class and has no seat yet: enters again once there is one. */
final class WaitingPhase extends ConnectionPhase {
    private final Classroom classroom;

    WaitingPhase(ClientConnection link, Classroom classroom) {
        super(link, PhaseName.WAITING);
        this.classroom = classroom;
    }

    @Override
    void ofClass(ClientFrame frame, ClassRequest request) {
        JoinHandler.enterClass(link(), frame, request);
    }

    @Override
    void left() {
        classroom.left(link());
    }
}
