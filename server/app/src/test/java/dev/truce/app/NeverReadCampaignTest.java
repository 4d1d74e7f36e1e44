package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.truce.app.ServerProcess.Moment;
import dev.truce.protocol.client.FreePort;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.ServerMessage;
import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link NeverReadTest} with a process of 256 MB and hundreds of clients, and what it costs the process and those who read. */
@Tag("campaign")
class NeverReadCampaignTest {
    private static final int RECEIVE_BYTES = 4 * 1024;
    private static final int ASKED = 100;
    private static final int IN_A_ROOM = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final double MOST_DELAY_MILLIS = 100;
    private static final long MEBIBYTE = 1024 * 1024;

    @TempDir
    Path data;

    @ParameterizedTest
    @ValueSource(ints = {500, 1_200})
    void neitherMemoryNorOthersSuffer(int clients) throws Exception {
        int port = FreePort.next();
        try (ServerProcess server = ServerProcess.start(data, port, Moment.NEVER, 0);
                Pinger reader = new Pinger(port)) {
            List<RawClient> deaf = new ArrayList<>();
            List<ClientMessage> wanted = new ArrayList<>();
            ServerMessage.RoomCreated room = reader.room();
            for (int i = 0; i < clients; i++) {
                if (i % IN_A_ROOM == 0) {
                    RawClient owner = RawClient.greeted(port, Role.PLAYER);
                    room = owner.createRoom(4, 0, null, "hold");
                    owner.close();
                }
                RawClient one = new RawClient(port, RECEIVE_BYTES).hello(Role.OBSERVER);
                one.ask(
                        new ClientMessage.JoinRoom(RawClient.key(), room.roomCode(), null, "", false),
                        ServerMessage.Watching.class);
                deaf.add(one);
                wanted.add(new ClientMessage.ReadScenario(room.matchId()));
            }
            Pinger.Waits quiet = reader.ping(1_000);
            long resident = server.residentBytes();
            long kernel = server.kernelBytes();
            long mostResident = 0;
            long mostKernel = 0;
            double mostHeld = 0;
            AtomicBoolean going = new AtomicBoolean(true);
            CompletableFuture<Pinger.Waits> waits = reader.meanwhile(going::get);
            long from = System.nanoTime();
            Duration cut = Duration.ZERO;
            for (int asked = 0; asked < ASKED || slow(port, data) < clients; asked++) {
                for (int i = 0; i < clients && asked < ASKED; i++) {
                    ask(deaf.get(i), wanted.get(i));
                }
                mostResident = Math.max(mostResident, server.residentBytes());
                mostKernel = Math.max(mostKernel, server.kernelBytes());
                mostHeld = Math.max(mostHeld, HttpProbe.figure(port, data, "truce_held_bytes"));
                cut = Duration.ofNanos(System.nanoTime() - from);
                assertThat(cut).as("all are cut in time").isLessThan(PATIENCE);
            }
            going.set(false);
            Pinger.Waits meanwhile = waits.get();
            System.out.printf(
                    "R11 clients=%d quiet=%s meanwhile=%s rss %d +%d MiB, kernel +%d MiB, held %.1f MiB, all cut after %d ms%n",
                    clients,
                    quiet,
                    meanwhile,
                    resident / MEBIBYTE,
                    (mostResident - resident) / MEBIBYTE,
                    (mostKernel - kernel) / MEBIBYTE,
                    mostHeld / MEBIBYTE,
                    cut.toMillis());
            assertThat(HttpProbe.figure(port, data, "truce_uncaught_total")).isZero();
            assertThat(meanwhile.millis(.99)).isLessThan(quiet.millis(.99) + MOST_DELAY_MILLIS);
            reader.ping(1);
            for (RawClient one : deaf) {
                one.close();
            }
            await().until(() -> HttpProbe.figure(port, data, "truce_held_bytes") == 0);
        }
    }

    private static double slow(int port, Path data) throws IOException {
        return HttpProbe.figure(port, data, "truce_disconnects_total{cause=\"slow_reader\"}");
    }

    /** Asks and does not listen; whom the server has cut can ask nothing more. */
    private static void ask(RawClient deaf, ClientMessage wanted) {
        try {
            deaf.send(wanted);
        } catch (IOException cut) {
            assertThat(cut).isInstanceOf(SocketException.class);
        }
    }
}
