package dev.truce.app.net.connection;

import dev.truce.app.host.classes.Classes.DeskPlace;
import dev.truce.app.host.classes.Classroom;
import dev.truce.app.log.AuditEvent;
import dev.truce.app.net.budget.ConnectionLimits;
import dev.truce.engine.orders.Refusal;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ClientFrame;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.Permissions;
import dev.truce.protocol.message.PhaseName;
import dev.truce.protocol.message.ServerMessage;

/**
 * What a connection does with messages in one phase. Each phase handles its own messages only; all others end here, so that
 * a message in the wrong phase cannot be handled even if the table of permissions were wrong.
 */
abstract class ConnectionPhase {
    private final ClientConnection link;
    private final PhaseName name;

    ConnectionPhase(ClientConnection link, PhaseName name) {
        this.link = link;
        this.name = name;
    }

    final ClientConnection link() {
        return link;
    }

    final PhaseName name() {
        return name;
    }

    /** Returns how far a connection in this phase has come. */
    final ConnectionLimits.Stage stage() {
        return switch (name) {
            case GREETING -> ConnectionLimits.Stage.SILENT;
            case LOBBY -> ConnectionLimits.Stage.GREETED;
            case HOSTING, OBSERVING -> ConnectionLimits.Stage.WATCHING;
            case WAITING, SEATED, DESK -> ConnectionLimits.Stage.SEATED;
        };
    }

    /** Hands a permitted message to the method for its type. */
    final void receive(ClientFrame frame) {
        ClientMessage body = frame.body();
        if (body instanceof ClientMessage.Hello hello) {
            hello(frame, hello);
        } else if (body instanceof ClientMessage.CreateRoom create) {
            createRoom(frame, create);
        } else if (body instanceof ClientMessage.JoinRoom join) {
            joinRoom(frame, join);
        } else if (body instanceof ClientMessage.Do does) {
            does(frame, does);
        } else if (body instanceof ClientMessage.Direct direct) {
            direct(frame, direct);
        } else if (body instanceof ClientMessage.Resume resume) {
            resume(frame, resume);
        } else if (body instanceof ClientMessage.ReadScenario read) {
            readScenario(frame, read);
        } else if (body instanceof ClientMessage.OfClass wanted) {
            ofClass(frame, wanted.request());
        } else {
            link.pong(frame, ((ClientMessage.Ping) body).nonce());
        }
    }

    void hello(ClientFrame frame, ClientMessage.Hello hello) {
        notHere(frame);
    }

    void createRoom(ClientFrame frame, ClientMessage.CreateRoom create) {
        notHere(frame);
    }

    void joinRoom(ClientFrame frame, ClientMessage.JoinRoom join) {
        notHere(frame);
    }

    void does(ClientFrame frame, ClientMessage.Do does) {
        notHere(frame);
    }

    void direct(ClientFrame frame, ClientMessage.Direct direct) {
        notHere(frame);
    }

    void readScenario(ClientFrame frame, ClientMessage.ReadScenario read) {
        notHere(frame);
    }

    void resume(ClientFrame frame, ClientMessage.Resume resume) {
        notHere(frame);
    }

    void ofClass(ClientFrame frame, ClassRequest request) {
        notHere(frame);
    }

    /** The connection is gone. */
    void left() {}

    /** Refuses what is not for this phase. */
    final void notHere(ClientFrame frame) {
        link.connectionServices()
                .audit()
                .writeFor(
                        link.owner(),
                        AuditEvent.NOT_ALLOWED,
                        "message",
                        Permissions.what(frame.body()).getSimpleName(),
                        "role",
                        link.role(),
                        "phase",
                        name,
                        "from",
                        link.connectionServices().audit().of(link.address()));
        ConnectionCode code = ConnectionCode.NOT_ALLOWED;
        if (frame.body() instanceof ClientMessage.CreateRoom
                || frame.body() instanceof ClientMessage.JoinRoom
                || frame.body() instanceof ClientMessage.Resume) {
            // Said more exactly: the connection has what it asks for.
            code = name == PhaseName.SEATED || name == PhaseName.OBSERVING ? ConnectionCode.ALREADY_SEATED : code;
        }
        link.refuse(
                frame,
                Refusal.of(code, "body")
                        .because(
                                "refused.not_allowed",
                                Permissions.what(frame.body()).getSimpleName(),
                                name));
    }

    /** Connected: waits for the hello that names the role. */
    static final class HelloPhase extends ConnectionPhase {
        HelloPhase(ClientConnection link) {
            super(link, PhaseName.GREETING);
        }

        @Override
        void hello(ClientFrame frame, ClientMessage.Hello hello) {
            link().welcome(frame, hello.role());
            link().become(new EntryPhase(link()));
        }
    }

    /** Has a desk of a class: acts on its tables and its members. */
    static final class DeskPhase extends ConnectionPhase {
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

    /** Is in a class and has no place at a table: waits for a seat, and enters again once there is one; or only watches all tables. */
    static final class WaitingPhase extends ConnectionPhase {
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
}
