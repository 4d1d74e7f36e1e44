package dev.truce.app;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.truce.app.host.Catalogue;
import dev.truce.app.host.service.Timers;
import dev.truce.app.http.Assets;
import dev.truce.engine.scenario.Scenario;
import dev.truce.scenario.ScenarioFile;
import dev.truce.scenario.Scenarios;
import dev.truce.store.EventStore;
import dev.truce.store.sqlite.SqliteStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/**
 * What a server is put together from; tests replace time and the disk.
 *
 * @param catalogue scenarios that it plays
 * @param store opens the store of a data directory
 * @param timers counts windows down
 * @param wallClock tells people the time
 * @param ticker time for caches and limiters
 * @param page the files of the page
 */
record Parts(Catalogue catalogue, StoreOpener store, Timers timers, Clock wallClock, Ticker ticker, Assets page) {

    /** Opens the store of a data directory. */
    interface StoreOpener {
        /**
         * Opens it.
         *
         * @param acceptLoss whether to go on although its end is lost
         */
        EventStore open(Path directory, boolean acceptLoss);
    }

    /** Returns the parts of a real server that plays what ships. */
    static Parts real() {
        return real(Scenarios.files().stream().map(ScenarioFile::scenario).toList());
    }

    /** Returns the parts of a real server that plays the given scenarios; the first speaks for it. */
    static Parts real(List<Scenario> scenarios) {
        return of(Catalogue.of(scenarios));
    }

    /** Returns the parts of a real server that plays what the given files say, and can tell it. */
    static Parts ofFiles(List<ScenarioFile> files) {
        return of(Catalogue.ofFiles(files));
    }

    private static Parts of(Catalogue catalogue) {
        return new Parts(
                catalogue.measured(),
                SqliteStore::open,
                Timers.system(),
                Clock.systemUTC(),
                Ticker.systemTicker(),
                Assets.on(Parts.class.getClassLoader()));
    }

    Parts withStore(Function<Path, EventStore> other) {
        return new Parts(catalogue, (directory, acceptLoss) -> other.apply(directory), timers, wallClock, ticker, page);
    }

    Parts withTimers(Timers other) {
        return new Parts(catalogue, store, other, wallClock, ticker, page);
    }

    Parts withTicker(Ticker other) {
        return new Parts(catalogue, store, timers, wallClock, other, page);
    }

    Parts withPage(Assets others) {
        return new Parts(catalogue, store, timers, wallClock, ticker, others);
    }
}
