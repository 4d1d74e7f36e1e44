package dev.truce.app.net.connection;

import dev.truce.app.host.Entered;
import dev.truce.app.host.SavedDeed;
import dev.truce.app.room.ServerRefusals;
import dev.truce.engine.Limits;
import dev.truce.engine.orders.Reply;
import dev.truce.match.Input;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ClientFrame;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.PhaseName;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.protocol.text.SafeText;
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
            Deed deed = does.deed().reworded(SeatPhase::cleaned);
            entered.match().input(new Input.Does(seat, does.round(), does.key(), deed), saved(frame, does.key()));
        }
    }

    @Override
    void ofClass(ClientFrame frame, ClassRequest request) {
        if (request instanceof ClassRequest.CallForHelp call) {
            String text = cleaned(call.text());
            link().connectionServices()
                    .classes()
                    .call(
                            entered.match().table(),
                            seat,
                            text,
                            link().answering(frame, saved -> new ServerMessage.Saved("", 0, 0, saved)));
        } else {
            notHere(frame);
        }
    }

    /** Leaves out of words what could command a terminal or hide. */
    private static String cleaned(String text) {
        // One more than may be said, so that what is too long is refused and not cut.
        return SafeText.line(text, Limits.MAX_TEXT_CHARACTERS + 1);
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
