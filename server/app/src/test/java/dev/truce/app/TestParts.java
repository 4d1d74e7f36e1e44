package dev.truce.app;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.truce.app.host.Catalogue;
import dev.truce.app.host.service.Timers;
import dev.truce.app.http.Assets;
import dev.truce.app.net.connection.DisconnectCause;
import dev.truce.engine.round.Rules;
import dev.truce.scenario.Scenarios;
import dev.truce.store.sqlite.SqliteStore;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/** Parts of servers in tests; the scenario is compiled once. */
public final class TestParts {
    static final Catalogue CATALOGUE = new Catalogue(List.of(Rules.of(Scenarios.busan2025())));

    private TestParts() {}

    /** Returns how often connections have ended for a cause. */
    static double ends(TruceServer server, DisconnectCause cause) {
        return server.registry()
                .get("truce.disconnects")
                .tag("cause", cause.name().toLowerCase(Locale.ROOT))
                .counter()
                .count();
    }

    /** Returns how many exceptions nobody had expected. */
    static double uncaught(TruceServer server) {
        return server.registry().get("truce.uncaught").counter().count();
    }

    static Parts real() {
        return new Parts(
                CATALOGUE, SqliteStore::open, Timers.system(), Clock.systemUTC(), Ticker.systemTicker(), Assets.none());
    }
}
