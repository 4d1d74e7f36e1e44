package dev.truce.app.net;

import dev.truce.app.host.Entered;
import dev.truce.app.host.SavedDeed;
import dev.truce.app.room.Reply;
import dev.truce.match.Input;
import dev.truce.protocol.message.ClientFrame;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.ReasonCode;
import dev.truce.protocol.message.ServerMessage;

/** Puts the wish to play a shock card before the match; whether the wisher opened its room is judged there. */
final class CardPlay {
    private CardPlay() {}

    static void of(ClientConnection link, ClientFrame frame, ClientMessage.PlayCard play, Entered entered) {
        if (!play.matchId().equals(entered.match().id())) {
            link.refuse(
                    frame,
                    Reply.denied(
                            ReasonCode.UNKNOWN_MATCH,
                            "match_id",
                            "this room has another match",
                            entered.match().id()));
            return;
        }
        entered.match()
                .playCard(
                        entered.view().place(),
                        new Input.PlayCard(play.round(), play.card()),
                        link.answering(
                                frame,
                                (SavedDeed saved) ->
                                        new ServerMessage.Saved("", saved.round(), 0, saved.savedUnixMillis())));
    }
}
