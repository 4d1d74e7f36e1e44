package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.truce.app.config.ServerConfig;
import dev.truce.match.Input;
import dev.truce.match.Notice;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.codec.InputCodec;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.RoomFact;
import dev.truce.protocol.message.RoomRequest;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.store.Entry;
import dev.truce.store.FaultyStore;
import dev.truce.store.FaultyStore.Fault;
import dev.truce.store.sqlite.SqliteStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The N-th commit goes wrong, for every N of a whole match. */
class AcknowledgedIsDurableTest {
    private static final int ROUNDS = 2;

    @TempDir
    Path data;

    private @Nullable FaultyStore store;

    private FaultyStore store() {
        FaultyStore known = store;
        if (known == null) {
            throw new AssertionError("no server has been started");
        }
        return known;
    }

    private Parts failing(Fault fault, int at) {
        return TestParts.real().withStore(directory -> {
            FaultyStore made = new FaultyStore(SqliteStore.open(directory), fault, at);
            made.stayClosed(true);
            store = made;
            return made;
        });
    }

    /** What was acknowledged in one run, and whether it came to its end. */
    private static final class Run {
        private final List<String> moves = new ArrayList<>();
        private final List<String> tokens = new ArrayList<>();
        private String matchId = "";
        private boolean over;
    }

    /** Plays until something is refused; checks at each acknowledgement that the disk has it. */
    private void play(TruceServer server, Run run) throws IOException {
        try (RawClient us = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient cn = RawClient.greeted(server.port(), Role.PLAYER)) {
            ServerMessage created = us.ask(new ClientMessage.CreateRoom(
                    RawClient.key(), new RoomRequest("busan-2025", 7L, ROUNDS, 0, null, null, false)));
            if (!(created instanceof ServerMessage.RoomCreated room)) {
                requireRetry(created);
                return;
            }
            run.matchId = room.matchId();
            for (RawClient client : List.of(us, cn)) {
                ServerMessage seated = client.ask(new ClientMessage.JoinRoom(
                        RawClient.key(), room.roomCode(), null, client == us ? "Ann" : "Bo", false));
                if (!(seated instanceof ServerMessage.Seated seat)) {
                    requireRetry(seated);
                    return;
                }
                run.tokens.add(seat.token());
            }
            ServerMessage started = us.ask(new ClientMessage.Direct(run.matchId, new HostAct.Start(), 0));
            if (!(started instanceof ServerMessage.Saved)) {
                requireRetry(started);
                return;
            }
            for (int round = 1; round <= ROUNDS; round++) {
                for (RawClient client : List.of(us, cn)) {
                    String key = RawClient.key();
                    ServerMessage saved =
                            client.ask(new ClientMessage.Do(run.matchId, round, key, new Deed.Submit(List.of())));
                    if (!(saved instanceof ServerMessage.Saved)) {
                        requireRetry(saved);
                        return;
                    }
                    assertThat(durableMoves())
                            .as("acknowledged before it was durable")
                            .contains(key);
                    run.moves.add(key);
                    ServerMessage ready = client.ask(
                            new ClientMessage.Do(run.matchId, round, RawClient.key(), new Deed.Ready(true, 0)));
                    if (!(ready instanceof ServerMessage.Saved)) {
                        requireRetry(ready);
                        return;
                    }
                }
            }
            us.await(Notice.MatchOver.class, any -> true);
            run.over = true;
        }
    }

    private List<String> durableMoves() {
        List<String> moves = new ArrayList<>();
        for (Entry entry : store().durable()) {
            if (entry instanceof Entry.InputAccepted accepted
                    && InputCodec.of(accepted.payload()) instanceof Input.Does does
                    && does.deed() instanceof Deed.Submit) {
                moves.add(does.key());
            }
        }
        return moves;
    }

    private static void requireRetry(ServerMessage answer) {
        assertThat(answer).isInstanceOfSatisfying(ServerMessage.Refused.class, refused -> {
            assertThat(refused.refusal().code()).isEqualTo(ConnectionCode.RETRY);
            assertThat(refused.refusal().retryAfterMillis()).isPositive();
        });
    }

    /** The disk is well again: all that is needed is to come back and to send the same again. */
    private void goesOn(TruceServer server, Run run) throws Exception {
        store().stayClosed(false);
        await().until(() -> HttpProbe.get(server.port(), "/health").status() == 200);
        if (run.tokens.size() < 2) {
            return;
        }
        try (RawClient us = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient cn = RawClient.greeted(server.port(), Role.PLAYER)) {
            us.ask(new ClientMessage.Resume(run.tokens.get(0), 0), ServerMessage.Resumed.class);
            cn.ask(new ClientMessage.Resume(run.tokens.get(1), 0), ServerMessage.Resumed.class);
            us.ask(new ClientMessage.Direct(run.matchId, new HostAct.Start(), 0));
            for (int round = 1; round <= ROUNDS; round++) {
                us.ask(new ClientMessage.Do(run.matchId, round, RawClient.key(), new Deed.Ready(true, 0)));
                cn.ask(new ClientMessage.Do(run.matchId, round, RawClient.key(), new Deed.Ready(true, 0)));
            }
            us.await(Notice.MatchOver.class, any -> true);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"THROWS_BEFORE", "THROWS_AFTER"})
    void whateverCommitFailsWhatWasAcknowledgedIsThereAfterwards(Fault fault) throws Exception {
        int faults = 0;
        for (int at = 1; ; at++) {
            Path directory = data.resolve(fault + "-" + at);
            Run run = new Run();
            try (TruceServer server = TruceServer.start(ServerConfig.embedded(directory), failing(fault, at))) {
                play(server, run);
                if (!run.over) {
                    faults++;
                    assertThat(HttpProbe.get(server.port(), "/health").status()).isEqualTo(503);
                    goesOn(server, run);
                }
            }
            if (!run.matchId.isEmpty()) {
                try (SqliteStore after = SqliteStore.open(directory)) {
                    List<String> kept = new ArrayList<>();
                    after.match(run.matchId)
                            .ifPresent(match -> match.inputs().forEach(input -> {
                                if (InputCodec.of(input.payload()) instanceof Input.Does does
                                        && does.deed() instanceof Deed.Submit) {
                                    kept.add(does.key());
                                }
                            }));
                    assertThat(kept).as("%s at commit %d", fault, at).containsAll(run.moves);
                }
            }
            if (run.over) {
                break;
            }
        }
        // Room, two seats, start, then four inputs a round.
        assertThat(faults).isGreaterThanOrEqualTo(4 + 4 * ROUNDS);
    }

    /** The next write is fenced, since its stream does not end where the match believes; so a lie is found out at once. */
    @Test
    void aDiskThatLiesIsFoundOutAtTheNextWrite() throws Exception {
        int found = 0;
        for (int at = 4; at <= 10; at++) {
            Run run = new Run();
            Parts parts = failing(Fault.LOSES, at);
            try (TruceServer server = TruceServer.start(ServerConfig.embedded(data.resolve("lies-" + at)), parts)) {
                play(server, run);
                assertThat(run.over).isFalse();
                found++;
            } catch (AssertionError e) {
                // The probe itself sees that an acknowledged move is not on the disk; that is the lie.
                assertThat(e).hasMessageContaining("acknowledged before it was durable");
            }
        }
        assertThat(found).isPositive();
    }

    @Test
    void whoWatchesGoesOnSeeingWhatWasSaved() throws Exception {
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), failing(Fault.THROWS_BEFORE, 9));
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient cn = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient watcher = RawClient.greeted(server.port(), Role.OBSERVER)) {
            ServerMessage.RoomCreated room = us.createRoom(ROUNDS, 0, null, null);
            us.join(room.roomCode(), "Ann");
            cn.join(room.roomCode(), "Bo");
            watcher.ask(
                    new ClientMessage.JoinRoom(RawClient.key(), room.roomCode(), null, "", false),
                    ServerMessage.Watching.class);
            us.ask(new ClientMessage.Direct(room.matchId(), new HostAct.Start(), 0), ServerMessage.Saved.class);
            ClientMessage ready = new ClientMessage.Do(room.matchId(), 1, RawClient.key(), new Deed.Ready(true, 0));
            us.ask(ready, ServerMessage.Saved.class);
            cn.ask(ready, ServerMessage.Saved.class);
            us.ask(
                    new ClientMessage.Do(room.matchId(), 2, RawClient.key(), new Deed.Ready(true, 0)),
                    ServerMessage.Saved.class);
            requireRetry(cn.ask(new ClientMessage.Do(room.matchId(), 2, RawClient.key(), new Deed.Ready(true, 0))));
            watcher.await(
                    Notice.RoundResolved.class, resolved -> resolved.view().round() == 1);
            watcher.await(Notice.SeatStatus.class, status -> status.round() == 2 && status.ready());
            ServerMessage pong = watcher.ask(new ClientMessage.Ping(5));
            assertThat(pong).isInstanceOf(ServerMessage.Pong.class);
            assertThat(watcher.heard())
                    .noneMatch(frame -> frame.body() instanceof ServerMessage.Told told
                            && told.notice() instanceof Notice.MatchOver);
        }
    }

    private static void hearsSaving(RawClient client, boolean saves) throws IOException {
        while (client.awaitMessage(ServerMessage.RoomChanged.class).facts().contains(RoomFact.CANNOT_SAVE) == saves) {
            // Told of who is in the room as well.
        }
    }

    @Test
    void everybodyHearsThatNothingCanBeSavedAndThatItGoesOn() throws Exception {
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), failing(Fault.NONE, 0));
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient cn = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient watcher = RawClient.greeted(server.port(), Role.OBSERVER);
                RawClient elsewhere = RawClient.greeted(server.port(), Role.PLAYER)) {
            ServerMessage.RoomCreated room = us.createRoom(ROUNDS, 0, null, null);
            us.join(room.roomCode(), "Ann");
            cn.join(room.roomCode(), "Bo");
            watcher.ask(
                    new ClientMessage.JoinRoom(RawClient.key(), room.roomCode(), null, "", false),
                    ServerMessage.Watching.class);
            us.ask(new ClientMessage.Direct(room.matchId(), new HostAct.Start(), 0), ServerMessage.Saved.class);
            us.await(Notice.RoundOpened.class, any -> true);
            watcher.await(Notice.RoundOpened.class, any -> true);
            long usHeard = us.lastSeq();
            long watcherHeard = watcher.lastSeq();
            store().failNext(Fault.THROWS_BEFORE);
            requireRetry(elsewhere.ask(new ClientMessage.CreateRoom(
                    RawClient.key(), new RoomRequest("busan-2025", 7L, ROUNDS, 0, null, null, false))));
            hearsSaving(us, false);
            hearsSaving(watcher, false);
            requireRetry(us.ask(new ClientMessage.Do(room.matchId(), 1, RawClient.key(), new Deed.Submit(List.of()))));
            store().stayClosed(false);
            hearsSaving(us, true);
            hearsSaving(watcher, true);
            us.ask(
                    new ClientMessage.Do(room.matchId(), 1, RawClient.key(), new Deed.Submit(List.of())),
                    ServerMessage.Saved.class);
            for (RawClient client : List.of(us, watcher)) {
                assertThat(client.ask(new ClientMessage.Ping(2)))
                        .as("nobody was sent away")
                        .isInstanceOf(ServerMessage.Pong.class);
            }
            assertThat(us.events().stream().filter(frame -> frame.seq() > usHeard))
                    .as("nothing happened in the match but the submission")
                    .allMatch(frame -> frame.body() instanceof ServerMessage.Told told
                            && told.notice() instanceof Notice.SeatStatus);
            assertThat(watcher.events().stream().filter(frame -> frame.seq() > watcherHeard))
                    .allMatch(frame -> frame.body() instanceof ServerMessage.Told told
                            && told.notice() instanceof Notice.SeatStatus);
        }
    }

    @Test
    void whoComesBackWhileNothingCanBeSavedSeesWhatWasSaved() throws Exception {
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), failing(Fault.THROWS_BEFORE, 6));
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient cn = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient back = RawClient.greeted(server.port(), Role.PLAYER)) {
            ServerMessage.RoomCreated room = us.createRoom(ROUNDS, 0, null, null);
            String token = us.join(room.roomCode(), "Ann").token();
            cn.join(room.roomCode(), "Bo");
            us.ask(new ClientMessage.Direct(room.matchId(), new HostAct.Start(), 0), ServerMessage.Saved.class);
            ClientMessage ready = new ClientMessage.Do(room.matchId(), 1, RawClient.key(), new Deed.Ready(true, 0));
            us.ask(ready, ServerMessage.Saved.class);
            requireRetry(cn.ask(ready));
            ServerMessage.Resumed resumed = back.ask(new ClientMessage.Resume(token, 0), ServerMessage.Resumed.class);
            assertThat(resumed.token()).as("nothing new can be saved").isEqualTo(token);
            back.await(Notice.SeatStatus.class, status -> status.round() == 1 && status.ready());
            requireRetry(
                    back.ask(new ClientMessage.Do(room.matchId(), 1, RawClient.key(), new Deed.Submit(List.of()))));
            store().stayClosed(false);
            // Who comes back a moment before the store is sent away with the match, which is read again.
            await().ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> goesOnAs(token, server, room.matchId()) instanceof ServerMessage.Saved);
        }
    }

    private static ServerMessage goesOnAs(String token, TruceServer server, String matchId) throws IOException {
        try (RawClient again = RawClient.greeted(server.port(), Role.PLAYER)) {
            again.ask(new ClientMessage.Resume(token, 0));
            return again.ask(new ClientMessage.Do(matchId, 1, RawClient.key(), new Deed.Submit(List.of())));
        }
    }
}
