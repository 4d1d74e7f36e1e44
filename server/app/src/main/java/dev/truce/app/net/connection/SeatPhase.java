package dev.truce.app.net.connection;

import dev.truce.app.host.Entered;
import dev.truce.app.host.SavedDeed;
import dev.truce.app.room.ServerRefusals;
import dev.truce.engine.orders.Reply;
import dev.truce.match.Input;
import dev.truce.match.Seat;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ClientFrame;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.PhaseName;
import dev.truce.protocol.message.ServerMessage;
import java.util.function.Consumer;

/** Has a seat: sends orders, makes offers, talks, drafts and votes. */
final class SeatPhase extends PlacePhase {
    private final Seat seat;

    SeatPhase(ClientConnection link, Entered entered, Seat seat) {
        super(link, PhaseName.SEATED, entered);
        this.seat = seat;
    }

    @Override
    void does(ClientFrame frame, ClientMessage.Do does) {
        if (isThisMatch(frame, does.matchId())) {
            entered.match()
                    .input(new Input.Does(seat, does.round(), does.key(), does.deed()), saved(frame, does.key()));
        }
    }

    @Override
    void ofClass(ClientFrame frame, ClassRequest request) {
        if (request instanceof ClassRequest.CallForHelp call) {
            link().connectionServices()
                    .classes()
                    .call(
                            entered.match().table(),
                            seat,
                            call.text(),
                            link().answering(frame, saved -> new ServerMessage.Saved("", 0, 0, saved)));
        } else {
            notHere(frame);
        }
    }

    /** The same answer whether another match exists or not. */
    private boolean isThisMatch(ClientFrame frame, String matchId) {
        if (matchId.equals(entered.match().id())) {
            return true;
        }
        link().refuse(frame, ServerRefusals.anotherMatch(entered.match().id()));
        return false;
    }

    private Consumer<Reply<SavedDeed>> saved(ClientFrame frame, String key) {
        return link().answering(
                        frame,
                        saved -> new ServerMessage.Saved(key, saved.round(), saved.orders(), saved.savedUnixMillis()));
    }
}
