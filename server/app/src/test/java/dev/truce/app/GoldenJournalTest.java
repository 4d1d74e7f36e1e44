package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.truce.app.config.ServerConfig;
import dev.truce.app.host.Catalogue;
import dev.truce.app.host.service.Timers;
import dev.truce.app.http.Assets;
import dev.truce.engine.board.Side;
import dev.truce.engine.scenario.Scenario;
import dev.truce.match.Notice;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.RoomRequest;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.scenario.Scenarios;
import dev.truce.store.sqlite.JournalCheck;
import dev.truce.store.sqlite.SqliteStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Journals with an open match, one of each ruleset, as this version and earlier ones have written them; that of {@code busan-2025-until-3}
 * is of a server whose {@code busan-2025} played the second ruleset. After a change of the journal's format they stay, if the new version
 * reads them; else write new ones with {@code -Dtruce.golden=refresh} and say so in docs/use/upgrading.md.
 */
class GoldenJournalTest {
    private static final Path FILES = Path.of("src", "test", "resources", "dev", "truce", "app", "golden");
    private static final int ROUNDS = 3;

    /** Rooms end some time after they were opened. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-28T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder = Path.of("");

    private static final String OLD_NAME = "busan-2025-until-3";

    private static Parts parts(Scenario scenario) {
        return new Parts(
                Catalogue.of(List.of(scenario)),
                SqliteStore::open,
                Timers.system(),
                CLOCK,
                Ticker.systemTicker(),
                Assets.none());
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (String name : List.of("truce.db", "truce.head", "token.txt", "record.twg")) {
            if (Files.exists(from.resolve(name))) {
                Files.copy(from.resolve(name), to.resolve(name), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Plays the first round of a match and leaves the second one open. */
    private void write(Scenario scenario, Path golden) throws Exception {
        Path data = folder.resolve("written");
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), parts(scenario));
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER)) {
            ServerMessage.RoomCreated room = us.ask(
                    new ClientMessage.CreateRoom(
                            RawClient.key(), new RoomRequest(scenario.id(), 7L, ROUNDS, 0, null, "tft", true)),
                    ServerMessage.RoomCreated.class);
            Files.writeString(
                    data.resolve("token.txt"), us.join(room.roomCode(), "Ann").token());
            us.ask(new ClientMessage.Direct(room.matchId(), new HostAct.Start(), 0), ServerMessage.Saved.class);
            us.play(room.matchId(), Side.US, 1);
            us.await(Notice.RoundOpened.class, opened -> opened.observation().openRound() == 2);
        }
        copy(data, golden);
    }

    @ParameterizedTest
    @ValueSource(strings = {"busan-2025", "busan-2025-r2", "busan-2025-r1", OLD_NAME})
    void anOpenMatchOfEachRulesetGoesOnAndEndsAsItWouldHave(String name) throws Exception {
        Path golden = FILES.resolve(name);
        Scenario scenario = Scenarios.named(name.equals(OLD_NAME) ? "busan-2025" : name);
        boolean refresh = "refresh".equals(System.getProperty("truce.golden"));
        if (refresh) {
            write(name.equals(OLD_NAME) ? Scenarios.earlier().get(0).scenario() : scenario, golden);
        }
        Path data = folder.resolve("data");
        copy(golden, data);
        assertThat(JournalCheck.of(data).isGood()).isTrue();
        String record;
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), parts(scenario));
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER)) {
            ServerMessage.Resumed resumed = us.ask(
                    new ClientMessage.Resume(Files.readString(data.resolve("token.txt")), 0),
                    ServerMessage.Resumed.class);
            for (int round = 2; round <= ROUNDS; round++) {
                int now = round;
                us.await(
                        Notice.RoundOpened.class, opened -> opened.observation().openRound() == now);
                us.play(resumed.matchId(), Side.US, round);
            }
            record = us.await(Notice.MatchOver.class, any -> true).recordText();
        }
        assertThat(JournalCheck.of(data).isGood()).isTrue();
        if (refresh) {
            Files.writeString(golden.resolve("record.twg"), record);
        }
        assertThat(record).isEqualTo(Files.readString(golden.resolve("record.twg")));
        boolean isOld = !record.contains("[ScenarioHash \"" + scenario.hash() + "\"]");
        assertThat(isOld).isEqualTo(name.equals(OLD_NAME));
    }
}
