package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.truce.app.config.ServerConfig;
import dev.truce.match.Notice;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.ClosingCause;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.ServerFrame;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.store.FaultyStore;
import dev.truce.store.FaultyStore.Fault;
import dev.truce.store.sqlite.SqliteStore;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that stops while the disk still works on what people did last. */
class DrainTest {
    @TempDir
    Path data;

    @Test
    void whatWasDoneIsAnsweredBeforeTheEndAndNothingNewBegins() throws Exception {
        AtomicReference<@Nullable FaultyStore> made = new AtomicReference<>();
        Parts parts = TestParts.real().withStore(directory -> {
            FaultyStore store = new FaultyStore(SqliteStore.open(directory), Fault.NONE, 0);
            made.set(store);
            return store;
        });
        TruceServer server = TruceServer.start(ServerConfig.embedded(data), parts);
        int port = server.port();
        CountDownLatch disk = new CountDownLatch(1);
        Thread stopping = new Thread(server::close, "stopping");
        String key = RawClient.key();
        String token;
        String matchId;
        try (RawClient us = RawClient.greeted(port, Role.PLAYER);
                RawClient cn = RawClient.greeted(port, Role.PLAYER)) {
            ServerMessage.RoomCreated room = us.createRoom(2, 60_000, null, null);
            matchId = room.matchId();
            token = us.join(room.roomCode(), "Ann").token();
            cn.join(room.roomCode(), "Bo");
            us.ask(new ClientMessage.Direct(matchId, new HostAct.Start(), 0), ServerMessage.Saved.class);
            us.await(Notice.RoundOpened.class, any -> true);
            FaultyStore store = made.get();
            assertThat(store).isNotNull();
            store.holdUp(disk);
            long asked = us.send(new ClientMessage.Do(matchId, 1, key, new Deed.Ready(true, 0)));
            await().until(() ->
                    server.registry().get("truce.journal.waiting").gauge().value() > 0);
            stopping.start();
            await().until(() -> health(port).equals("503 draining"));
            try (RawClient late = new RawClient(port)) {
                late.send(new ClientMessage.Hello("test", "1", Role.PLAYER));
                assertThat(late.awaitMessage(ServerMessage.Closing.class).cause())
                        .isEqualTo(ClosingCause.SHUTTING_DOWN);
            }
            disk.countDown();
            boolean answered = false;
            ServerFrame frame = us.next();
            while (!(frame.body() instanceof ServerMessage.Closing)) {
                answered |= frame.replyTo() == asked && frame.body() instanceof ServerMessage.Saved;
                frame = us.next();
            }
            assertThat(answered).as("answered before the end").isTrue();
            assertThat(((ServerMessage.Closing) frame.body()).cause()).isEqualTo(ClosingCause.SHUTTING_DOWN);
        } finally {
            disk.countDown();
            stopping.join(30_000);
        }
        assertThat(stopping.isAlive()).isFalse();
        try (TruceServer again = TruceServer.start(ServerConfig.embedded(data), TestParts.real());
                RawClient us = RawClient.greeted(again.port(), Role.PLAYER)) {
            us.ask(new ClientMessage.Resume(token, 0), ServerMessage.Resumed.class);
            // The answer of before, since the deed is in the journal once.
            assertThat(us.ask(new ClientMessage.Do(matchId, 1, key, new Deed.Ready(true, 0))))
                    .isInstanceOf(ServerMessage.Saved.class);
        }
    }

    @Test
    void whoHasNoRoomYetIsToldToComeBack() throws Exception {
        TruceServer server = TruceServer.start(ServerConfig.embedded(data), TestParts.real());
        try (RawClient player = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient instructor = RawClient.greeted(server.port(), Role.INSTRUCTOR);
                RawClient silent = new RawClient(server.port())) {
            // Answered, so that the server knows what this connection speaks; it has not said hello.
            silent.send(new ClientMessage.Ping(1));
            silent.next();
            server.close();
            for (RawClient client : List.of(player, instructor, silent)) {
                ServerMessage.Closing closing = client.awaitMessage(ServerMessage.Closing.class);
                assertThat(closing.cause()).isEqualTo(ClosingCause.SHUTTING_DOWN);
                assertThat(closing.retryAfterMillis()).isPositive();
            }
        }
    }

    private static String health(int port) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body().replaceAll("(?s)^\\{\"status\":\"([^\"]*)\".*", "$1");
    }
}
