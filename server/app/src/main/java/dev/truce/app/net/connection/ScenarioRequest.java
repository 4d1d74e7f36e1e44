package dev.truce.app.net.connection;

import dev.truce.app.host.Entered;
import dev.truce.app.host.View;
import dev.truce.app.room.ServerRefusals;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.scenario.Scenario;
import dev.truce.protocol.message.ClientFrame;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.ServerMessage;
import java.util.Optional;

/** Tells those who have a place in a room what it plays, so that they read the same ladders. */
final class ScenarioRequest {
    private ScenarioRequest() {}

    /** Answers with the scenario's text; it counts against what the connection may ask for. */
    static void read(ClientConnection link, Entered entered, ClientFrame frame, ClientMessage.ReadScenario read) {
        View view = entered.view();
        if (!read.matchId().equals(view.matchId())) {
            link.refuse(frame, ServerRefusals.anotherMatch(view.matchId()));
            return;
        }
        Scenario played = view.scenario();
        Optional<String> text = link.connectionServices().catalogue().text(played);
        if (text.isEmpty()) {
            link.refuse(
                    frame,
                    Refusal.of(ConnectionCode.UNKNOWN_SCENARIO, "match_id")
                            .because("refused.unknown_scenario.text", played.id()));
        } else if (!link.affords(text.get().length())) {
            link.refuse(
                    frame,
                    Refusal.of(ConnectionCode.RATE_LIMITED, "")
                            .because("refused.rate_limited.scenario")
                            .after(1_000));
        } else {
            link.answering(frame, (String told) -> new ServerMessage.ScenarioText(played.id(), played.hash(), told))
                    .accept(new Reply.Done<>(text.get()));
        }
    }
}
