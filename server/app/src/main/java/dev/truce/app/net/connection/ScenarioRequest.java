package dev.truce.app.net.connection;

import dev.truce.app.host.Catalogue;
import dev.truce.app.host.Entered;
import dev.truce.app.host.View;
import dev.truce.app.room.ServerRefusals;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.scenario.Scenario;
import dev.truce.protocol.framing.SharedBody;
import dev.truce.protocol.message.ClientFrame;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.ServerMessage;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells those who have a place in a room what it plays, so that they read the same ladders. All are sent the same bytes, since a
 * class asks for the same file at once.
 */
public final class ScenarioRequest {
    /** A byte of it costs as much as so many that are sent: one client needs it once, and others wait while many are told. */
    static final int COST = 16;

    private static final long AGAIN_MILLIS = 2_000;

    private final Catalogue catalogue;

    /** By the hash of what it says; those of the catalogue at most. */
    private final Map<String, Optional<SharedBody>> told = new ConcurrentHashMap<>();

    public ScenarioRequest(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Answers with the scenario's text; it counts against what the connection may ask for. */
    void read(ClientConnection link, Entered entered, ClientFrame frame, ClientMessage.ReadScenario read) {
        View view = entered.view();
        if (!read.matchId().equals(view.matchId())) {
            link.refuse(frame, ServerRefusals.anotherMatch(view.matchId()));
            return;
        }
        Scenario played = view.scenario();
        Optional<SharedBody> body = told.computeIfAbsent(played.hash(), unused -> body(played));
        if (body.isEmpty()) {
            link.refuse(
                    frame,
                    Refusal.of(ConnectionCode.UNKNOWN_SCENARIO, "match_id")
                            .because("refused.unknown_scenario.text", played.id()));
        } else if (!link.affords(COST * body.get().length())) {
            link.refuse(
                    frame,
                    Refusal.of(ConnectionCode.RATE_LIMITED, "")
                            .because("refused.rate_limited.scenario")
                            .after(AGAIN_MILLIS));
        } else {
            link.answer(frame, body.get());
        }
    }

    private Optional<SharedBody> body(Scenario played) {
        return catalogue
                .text(played)
                .map(text -> new SharedBody(new ServerMessage.ScenarioText(played.id(), played.hash(), text)));
    }
}
