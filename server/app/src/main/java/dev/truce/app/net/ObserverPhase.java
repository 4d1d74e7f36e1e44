package dev.truce.app.net;

import dev.truce.app.host.Entered;
import dev.truce.protocol.message.ClientFrame;
import dev.truce.protocol.message.ClientMessage;

/** Watches; may start the match if it opened the room. */
final class ObserverPhase extends ConnectionPhase {
    private final Entered entered;

    ObserverPhase(ClientConnection link, Entered entered) {
        super(link, PhaseName.OBSERVING);
        this.entered = entered;
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
}
