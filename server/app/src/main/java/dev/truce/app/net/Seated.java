package dev.truce.app.net;

import dev.truce.app.host.Entered;
import dev.truce.app.host.SavedMove;
import dev.truce.app.room.Reply;
import dev.truce.match.Seat;
import dev.truce.protocol.message.ClientFrame;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.ReasonCode;
import dev.truce.protocol.message.ServerMessage;
import java.util.function.Consumer;

/** Has a seat: sends orders. */
final class Seated extends Phase {
    private final Entered entered;
    private final Seat seat;

    Seated(Link link, Entered entered, Seat seat) {
        super(link, PhaseName.SEATED);
        this.entered = entered;
        this.seat = seat;
    }

    @Override
    void startMatch(ClientFrame frame, ClientMessage.StartMatch start) {
        link().start(frame, start.matchId(), entered);
    }

    @Override
    void submitOrders(ClientFrame frame, ClientMessage.SubmitOrders submit) {
        if (isThisMatch(frame, submit.matchId())) {
            entered.match()
                    .submit(seat, submit.round(), submit.moveId(), submit.orders(), saved(frame, submit.moveId()));
        }
    }

    @Override
    void undoOrders(ClientFrame frame, ClientMessage.UndoOrders undo) {
        if (isThisMatch(frame, undo.matchId())) {
            entered.match().undo(seat, undo.round(), undo.moveId(), saved(frame, undo.moveId()));
        }
    }

    @Override
    void setReady(ClientFrame frame, ClientMessage.SetReady ready) {
        if (isThisMatch(frame, ready.matchId())) {
            entered.match().ready(seat, ready.round(), ready.ready(), saved(frame, ""));
        }
    }

    /** The same answer whether another match exists or not. */
    private boolean isThisMatch(ClientFrame frame, String matchId) {
        if (matchId.equals(entered.match().id())) {
            return true;
        }
        link().refuse(
                        frame,
                        Reply.denied(
                                ReasonCode.UNKNOWN_MATCH,
                                "match_id",
                                "this seat is in another match",
                                entered.match().id()));
        return false;
    }

    private Consumer<Reply<SavedMove>> saved(ClientFrame frame, String moveId) {
        return link().answering(
                        frame,
                        move -> new ServerMessage.Saved(moveId, move.round(), move.orders(), move.savedUnixMillis()));
    }
}
