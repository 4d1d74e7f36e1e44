package dev.truce.app.net;

import dev.truce.app.host.Entered;
import dev.truce.app.host.SavedDeed;
import dev.truce.app.room.Reply;
import dev.truce.match.Input;
import dev.truce.match.Seat;
import dev.truce.protocol.message.ClientFrame;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.ReasonCode;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.protocol.message.Wire;
import dev.truce.protocol.text.SafeText;
import java.util.function.Consumer;

/** Has a seat: sends orders, makes offers, talks, drafts and votes. */
final class SeatPhase extends ConnectionPhase {
    private final Entered entered;
    private final Seat seat;

    SeatPhase(ClientConnection link, Entered entered, Seat seat) {
        super(link, PhaseName.SEATED);
        this.entered = entered;
        this.seat = seat;
    }

    @Override
    void readScenario(ClientFrame frame, ClientMessage.ReadScenario read) {
        ScenarioRequest.read(link(), entered, frame, read);
    }

    @Override
    void startMatch(ClientFrame frame, ClientMessage.StartMatch start) {
        link().start(frame, start.matchId(), entered);
    }

    @Override
    void playCard(ClientFrame frame, ClientMessage.PlayCard play) {
        CardPlay.of(link(), frame, play, entered);
    }

    @Override
    void submitOrders(ClientFrame frame, ClientMessage.SubmitOrders submit) {
        input(
                frame,
                submit.matchId(),
                submit.moveId(),
                new Input.Submit(seat, submit.round(), submit.moveId(), submit.orders()));
    }

    @Override
    void undoOrders(ClientFrame frame, ClientMessage.UndoOrders undo) {
        input(frame, undo.matchId(), undo.moveId(), new Input.Undo(seat, undo.round(), undo.moveId()));
    }

    @Override
    void setReady(ClientFrame frame, ClientMessage.SetReady ready) {
        input(frame, ready.matchId(), "", new Input.Ready(seat, ready.round(), ready.ready(), ready.heardOffers()));
    }

    @Override
    void parley(ClientFrame frame, ClientMessage body) {
        if (body instanceof ClientMessage.MakeOffer make) {
            input(
                    frame,
                    make.matchId(),
                    make.moveId(),
                    new Input.MakeOffer(seat, make.round(), make.moveId(), make.terms(), make.answers()));
        } else if (body instanceof ClientMessage.AcceptOffer accept) {
            input(
                    frame,
                    accept.matchId(),
                    accept.moveId(),
                    new Input.AcceptOffer(seat, accept.round(), accept.moveId(), accept.offer(), accept.termsHash()));
        } else if (body instanceof ClientMessage.RefuseOffer refuse) {
            input(
                    frame,
                    refuse.matchId(),
                    refuse.moveId(),
                    new Input.RefuseOffer(seat, refuse.round(), refuse.moveId(), refuse.offer()));
        } else if (body instanceof ClientMessage.WithdrawOffer withdraw) {
            input(
                    frame,
                    withdraw.matchId(),
                    withdraw.moveId(),
                    new Input.WithdrawOffer(seat, withdraw.round(), withdraw.moveId(), withdraw.offer()));
        } else if (body instanceof ClientMessage.GiveNotice notice) {
            input(
                    frame,
                    notice.matchId(),
                    notice.moveId(),
                    new Input.GiveNotice(seat, notice.round(), notice.moveId(), notice.given()));
        } else if (body instanceof ClientMessage.Say say) {
            // One more than may be said, so that what is too long is refused and not cut.
            String text = SafeText.line(say.text(), Wire.TEXT_CHARACTERS + 1);
            input(
                    frame,
                    say.matchId(),
                    say.moveId(),
                    new Input.Say(seat, say.round(), say.moveId(), say.channel(), text, say.statement()));
        } else if (body instanceof ClientMessage.SubmitDraft draft) {
            input(
                    frame,
                    draft.matchId(),
                    draft.moveId(),
                    new Input.Draft(seat, draft.round(), draft.moveId(), draft.orders()));
        } else if (body instanceof ClientMessage.CastVote vote) {
            input(
                    frame,
                    vote.matchId(),
                    vote.moveId(),
                    new Input.Vote(seat, vote.round(), vote.moveId(), vote.drafter(), vote.yes()));
        } else {
            notHere(frame);
        }
    }

    private void input(ClientFrame frame, String matchId, String moveId, Input input) {
        if (isThisMatch(frame, matchId)) {
            entered.match().input(seat, input, saved(frame, moveId));
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

    private Consumer<Reply<SavedDeed>> saved(ClientFrame frame, String moveId) {
        return link().answering(
                        frame,
                        move -> new ServerMessage.Saved(moveId, move.round(), move.orders(), move.savedUnixMillis()));
    }
}
