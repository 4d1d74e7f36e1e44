package dev.truce.app.net;

import dev.truce.app.host.Entered;
import dev.truce.protocol.message.ClientFrame;
import dev.truce.protocol.message.ClientMessage;

/** Watches; may start the match if it opened the room. */
final class Observing extends Phase {
    private final Entered entered;

    Observing(Link link, Entered entered) {
        super(link, PhaseName.OBSERVING);
        this.entered = entered;
    }

    @Override
    void readScenario(ClientFrame frame, ClientMessage.ReadScenario read) {
        ScenarioDesk.read(link(), entered, frame, read);
    }

    @Override
    void startMatch(ClientFrame frame, ClientMessage.StartMatch start) {
        link().start(frame, start.matchId(), entered);
    }

    @Override
    void playCard(ClientFrame frame, ClientMessage.PlayCard play) {
        CardPlay.of(link(), frame, play, entered);
    }
}
