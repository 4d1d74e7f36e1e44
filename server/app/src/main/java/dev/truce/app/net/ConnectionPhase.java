package dev.truce.app.net;

import dev.truce.app.room.Reply;
import dev.truce.protocol.message.ClientFrame;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.ReasonCode;

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

    /** Hands a permitted message to the method for its type. */
    final void receive(ClientFrame frame) {
        ClientMessage body = frame.body();
        if (body instanceof ClientMessage.Hello hello) {
            hello(frame, hello);
        } else if (body instanceof ClientMessage.CreateRoom create) {
            createRoom(frame, create);
        } else if (body instanceof ClientMessage.JoinRoom join) {
            joinRoom(frame, join);
        } else if (body instanceof ClientMessage.StartMatch start) {
            startMatch(frame, start);
        } else if (body instanceof ClientMessage.PlayCard play) {
            playCard(frame, play);
        } else if (body instanceof ClientMessage.SubmitOrders submit) {
            submitOrders(frame, submit);
        } else if (body instanceof ClientMessage.UndoOrders undo) {
            undoOrders(frame, undo);
        } else if (body instanceof ClientMessage.SetReady ready) {
            setReady(frame, ready);
        } else if (body instanceof ClientMessage.Resume resume) {
            resume(frame, resume);
        } else if (body instanceof ClientMessage.ReadScenario read) {
            readScenario(frame, read);
        } else if (body instanceof ClientMessage.Ping ping) {
            link.pong(frame, ping.nonce());
        } else {
            parley(frame, body);
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

    void startMatch(ClientFrame frame, ClientMessage.StartMatch start) {
        notHere(frame);
    }

    void playCard(ClientFrame frame, ClientMessage.PlayCard play) {
        notHere(frame);
    }

    void readScenario(ClientFrame frame, ClientMessage.ReadScenario read) {
        notHere(frame);
    }

    void submitOrders(ClientFrame frame, ClientMessage.SubmitOrders submit) {
        notHere(frame);
    }

    void undoOrders(ClientFrame frame, ClientMessage.UndoOrders undo) {
        notHere(frame);
    }

    void setReady(ClientFrame frame, ClientMessage.SetReady ready) {
        notHere(frame);
    }

    void resume(ClientFrame frame, ClientMessage.Resume resume) {
        notHere(frame);
    }

    /** Offers, notice and talk, which are for seats only. */
    void parley(ClientFrame frame, ClientMessage body) {
        notHere(frame);
    }

    /** Refuses what is not for this phase. */
    final void notHere(ClientFrame frame) {
        ReasonCode code = ReasonCode.NOT_ALLOWED;
        if (frame.body() instanceof ClientMessage.CreateRoom
                || frame.body() instanceof ClientMessage.JoinRoom
                || frame.body() instanceof ClientMessage.Resume) {
            // Said more exactly: the connection has what it asks for.
            code = name == PhaseName.SEATED || name == PhaseName.OBSERVING ? ReasonCode.ALREADY_SEATED : code;
        }
        link.refuse(
                frame,
                Reply.denied(
                        code,
                        "body",
                        frame.body().getClass().getSimpleName() + " is not for this role or not for this moment: "
                                + name,
                        ""));
    }
}
