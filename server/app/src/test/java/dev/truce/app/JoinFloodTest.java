package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.config.ServerConfig;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.ServerMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A class joins while somebody at its own address opens one connection after the other: everybody gets in at the first try. */
class JoinFloodTest {
    /** Connections that each attacker keeps open; two of them together have more than an address may have. */
    private static final int KEPT = 150;

    private static final int ATTACKERS = 2;
    private static final long PAUSE_NANOS = 1_000_000;

    @TempDir
    Path data;

    /** What the connections of the flood do. */
    enum Flood {
        /** Nothing. */
        SILENT,
        /** They say hello, and wait. */
        GREETED,
        /** They say hello and guess. */
        GUESSING
    }

    int joins() {
        return 20;
    }

    /** @param joined how long each join took, from the connect on */
    void judge(Flood flood, int opened, Pinger.Waits joined) {
        assertThat(opened).as("connections of the flood").isGreaterThan(ATTACKERS * KEPT);
    }

    @ParameterizedTest
    @EnumSource(Flood.class)
    void everybodyGetsInBesideAFlood(Flood flood) throws Exception {
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), TestParts.real())) {
            AtomicBoolean going = new AtomicBoolean(true);
            AtomicInteger opened = new AtomicInteger();
            List<CompletableFuture<Void>> attackers = new ArrayList<>();
            for (int i = 0; i < ATTACKERS; i++) {
                attackers.add(CompletableFuture.runAsync(() -> attack(server.port(), flood, going, opened)));
            }
            List<Long> nanos = new ArrayList<>();
            List<RawClient> students = new ArrayList<>();
            while (nanos.size() < joins() || opened.get() <= ATTACKERS * KEPT) {
                long from = System.nanoTime();
                RawClient owner = RawClient.greeted(server.port(), Role.PLAYER);
                ServerMessage.RoomCreated room = owner.createRoom(2, 0, null, null);
                owner.join(room.roomCode(), "Ann");
                nanos.add(System.nanoTime() - from);
                students.add(owner);
                long second = System.nanoTime();
                RawClient other = RawClient.greeted(server.port(), Role.PLAYER);
                other.join(room.roomCode(), "Bob");
                nanos.add(System.nanoTime() - second);
                students.add(other);
            }
            going.set(false);
            attackers.forEach(CompletableFuture::join);
            for (RawClient student : students) {
                student.ask(new ClientMessage.Ping(1), ServerMessage.Pong.class);
                student.close();
            }
            assertThat(TestParts.uncaught(server)).isZero();
            judge(flood, opened.get(), new Pinger.Waits(nanos));
        }
    }

    /** Opens connections as fast as it can, and keeps the newest. */
    private static void attack(int port, Flood flood, AtomicBoolean going, AtomicInteger opened) {
        Deque<RawClient> kept = new ArrayDeque<>();
        while (going.get()) {
            try {
                RawClient one = new RawClient(port);
                // No waiting in the kernel afterwards, whose ports would run out.
                one.socket().setSoLinger(true, 0);
                kept.add(one);
                opened.incrementAndGet();
                if (flood != Flood.SILENT) {
                    one.send(new ClientMessage.Hello("flood", "1", Role.PLAYER));
                }
                if (flood == Flood.GUESSING) {
                    one.send(new ClientMessage.JoinRoom(RawClient.key(), "22222222", null, "Eve", false));
                }
                if (kept.size() > KEPT) {
                    kept.remove().close();
                }
                // As fast as this leaves the processors to the others.
                LockSupport.parkNanos(PAUSE_NANOS);
            } catch (IOException turnedAway) {
                assertThat(turnedAway).isNotNull();
            }
        }
        for (RawClient one : kept) {
            try {
                one.close();
            } catch (IOException closed) {
                assertThat(closed).isNotNull();
            }
        }
    }
}
