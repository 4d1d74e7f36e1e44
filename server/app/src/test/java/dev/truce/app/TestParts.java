package dev.truce.app;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.truce.app.config.ServerLimits;
import dev.truce.app.host.Catalogue;
import dev.truce.app.host.service.Timers;
import dev.truce.app.http.Assets;
import dev.truce.app.net.connection.DisconnectCause;
import dev.truce.engine.round.Rules;
import dev.truce.scenario.Scenarios;
import dev.truce.store.sql.SqlStore;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/** Parts of servers in tests; the scenario is compiled once. */
public final class TestParts {
    static final Catalogue CATALOGUE = new Catalogue(List.of(Rules.of(Scenarios.busan2025())));

    private TestParts() {}

    /** Returns the standard limits with some of them changed. */
    static ServerLimits limits(int connections, int strangersPerAddress, int mailbox, int journal) {
        return limits(connections, strangersPerAddress, ServerLimits.STANDARD.rooms(), mailbox, journal);
    }

    /** Returns the standard limits with another number of rooms. */
    public static ServerLimits rooms(int rooms) {
        ServerLimits standard = ServerLimits.STANDARD;
        return limits(
                standard.connections(), standard.strangersPerAddress(), rooms, standard.mailbox(), standard.journal());
    }

    private static ServerLimits limits(int connections, int strangersPerAddress, int rooms, int mailbox, int journal) {
        ServerLimits standard = ServerLimits.STANDARD;
        return new ServerLimits(
                connections,
                strangersPerAddress,
                rooms,
                standard.roomsPerAddressHour(),
                mailbox,
                journal,
                standard.inputsPerSeatRound(),
                standard.lobby(),
                standard.idleMatch(),
                standard.sleepingMatch(),
                standard.restartGrace(),
                standard.roomAfterEnd(),
                standard.roomUnstarted(),
                standard.roomLongest(),
                standard.heldBytes());
    }

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
                CATALOGUE, SqlStore::open, Timers.system(), Clock.systemUTC(), Ticker.systemTicker(), Assets.none());
    }
}
