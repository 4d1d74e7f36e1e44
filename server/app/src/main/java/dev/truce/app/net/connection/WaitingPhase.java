package dev.truce.app.net.connection;

import dev.truce.app.host.classes.Classroom;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ClientFrame;
import dev.truce.protocol.message.PhaseName;

/** Is in a class and has no place at a table: waits for a seat, and enters again once there is one; or only watches all tables. */
final class WaitingPhase extends ConnectionPhase {
    private final Classroom classroom;

    private WaitingPhase(ClientConnection link, PhaseName name, Classroom classroom) {
        super(link, name);
        this.classroom = classroom;
    }

    /** A student without a seat. */
    static WaitingPhase ofStudent(ClientConnection link, Classroom classroom) {
        return new WaitingPhase(link, PhaseName.WAITING, classroom);
    }

    /** Somebody who watches, and never enters. */
    static WaitingPhase ofWatcher(ClientConnection link, Classroom classroom) {
        return new WaitingPhase(link, PhaseName.OBSERVING, classroom);
    }

    @Override
    void ofClass(ClientFrame frame, ClassRequest request) {
        if (name() == PhaseName.WAITING) {
            JoinHandler.enterClass(link(), frame, request);
        } else {
            notHere(frame);
        }
    }

    @Override
    void left() {
        classroom.left(link());
    }
}
