package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.ServerProcess.Moment;
import dev.truce.protocol.client.FreePort;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.ServerMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that send a byte a second of a frame, and some that send nothing: all are gone in time, and others join meanwhile. */
@Tag("campaign")
class SlowWriterCampaignTest {
    private static final int WRITERS = 2_000;
    private static final Duration GONE = Duration.ofSeconds(15);

    @TempDir
    Path data;

    @Test
    void slowWritersAreGoneWhileOthersJoin() throws Exception {
        int port = FreePort.next();
        try (ServerProcess server = ServerProcess.start(data, port, Moment.NEVER, 0)) {
            long from = System.nanoTime();
            List<RawClient> slow = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                slow.add(new RawClient(port));
            }
            AtomicBoolean going = new AtomicBoolean(true);
            CompletableFuture<Void> dripping = CompletableFuture.runAsync(() -> drip(slow, going));
            List<Long> joins = new ArrayList<>();
            // The connection that asks for the figure is one of those that are counted.
            while (HttpProbe.figure(port, data, "truce_accepted_connections") > 1) {
                assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(GONE.plus(GONE));
                long begin = System.nanoTime();
                try (RawClient owner = RawClient.greeted(port, Role.PLAYER)) {
                    ServerMessage.RoomCreated room = owner.createRoom(2, 0, null, "hold");
                    owner.join(room.roomCode(), "Ann");
                }
                joins.add(System.nanoTime() - begin);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
            Duration gone = Duration.ofNanos(System.nanoTime() - from);
            going.set(false);
            dripping.join();
            Pinger.Waits waits = new Pinger.Waits(joins);
            System.out.println(
                    "R12 " + WRITERS + " slow writers gone after " + gone.toMillis() + " ms, joins " + waits);
            for (RawClient one : slow) {
                one.close();
            }
            assertThat(HttpProbe.figure(port, data, "truce_uncaught_total")).isZero();
            assertThat(gone).isLessThan(GONE);
            assertThat(waits.millis(.99)).isLessThan(500);
        }
    }

    /** Sends the next byte of a hello that never ends on every other connection, once a second. */
    private static void drip(List<RawClient> slow, AtomicBoolean going) {
        for (byte next = 60; going.get(); next = 0) {
            for (int i = 0; i < slow.size(); i += 2) {
                try {
                    slow.get(i).sendBytes(next);
                } catch (IOException gone) {
                    assertThat(gone).isNotNull();
                }
            }
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        }
    }
}
