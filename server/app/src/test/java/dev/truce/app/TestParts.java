package dev.truce.app;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.truce.app.host.Catalogue;
import dev.truce.app.host.Timers;
import dev.truce.app.journal.SqliteStore;
import dev.truce.engine.round.Rules;
import dev.truce.scenario.Scenarios;
import java.time.Clock;
import java.util.List;

/** Parts of servers in tests; the scenario is compiled once. */
final class TestParts {
    static final Catalogue CATALOGUE = new Catalogue(List.of(Rules.of(Scenarios.busan2025())));

    private TestParts() {}

    static Parts real() {
        return new Parts(CATALOGUE, SqliteStore::open, Timers.system(), Clock.systemUTC(), Ticker.systemTicker());
    }
}
