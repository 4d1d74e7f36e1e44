package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.config.ServerConfig;
import dev.truce.engine.board.Side;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.ServerMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many who only look on, beside tables at which people play: nobody is cut off, and the tables come to their ends. */
class IdleConnectionsTest {
    /** Below what one room takes. */
    private static final int IN_A_ROOM = 125;

    private static final long PING_NANOS = 10_000_000_000L;

    @TempDir
    Path data;

    /** A server that runs. */
    interface Serving extends AutoCloseable {
        int port();

        /** Looks at the server once all is done. */
        void judge(int idle, Pinger.Waits moves) throws IOException;
    }

    int idle() {
        return 1_000;
    }

    int tables() {
        return 3;
    }

    int rounds() {
        return 4;
    }

    Serving serve() throws Exception {
        TruceServer server = TruceServer.start(ServerConfig.embedded(data), TestParts.real());
        return new Serving() {
            @Override
            public int port() {
                return server.port();
            }

            @Override
            public void judge(int idle, Pinger.Waits moves) {
                assertThat(moves.nanos()).hasSize(2 * tables() * rounds());
            }

            @Override
            public void close() {
                server.close();
            }
        };
    }

    @Test
    void whoLooksOnStaysAndTheTablesPlay() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(tables() + 1);
        List<RawClient> idle = new ArrayList<>();
        AtomicBoolean going = new AtomicBoolean(true);
        try (Serving server = serve()) {
            ServerMessage.RoomCreated room = null;
            long pinged = System.nanoTime();
            while (idle.size() < idle()) {
                RawClient one = RawClient.greeted(server.port(), room == null ? Role.PLAYER : Role.OBSERVER);
                if (room == null) {
                    room = one.createRoom(rounds(), 0, null, "hold");
                } else {
                    one.ask(
                            new ClientMessage.JoinRoom(RawClient.key(), room.roomCode(), null, "", false),
                            ServerMessage.Watching.class);
                }
                idle.add(one);
                room = idle.size() % IN_A_ROOM == 0 ? null : room;
                if (System.nanoTime() - pinged > PING_NANOS) {
                    pingAll(idle);
                    pinged = System.nanoTime();
                }
            }
            CompletableFuture<Void> pinging = CompletableFuture.runAsync(() -> pingWhile(going, idle), people);
            List<CompletableFuture<List<Long>>> tables = new ArrayList<>();
            for (int i = 0; i < tables(); i++) {
                tables.add(CompletableFuture.supplyAsync(() -> table(server.port()), people));
            }
            List<Long> nanos = new ArrayList<>();
            for (CompletableFuture<List<Long>> table : tables) {
                nanos.addAll(table.join());
            }
            going.set(false);
            pinging.join();
            for (RawClient one : idle) {
                one.ask(new ClientMessage.Ping(1), ServerMessage.Pong.class);
            }
            // The connection that asks for the figure is one of those that are counted.
            assertThat(HttpProbe.figure(server.port(), data, "truce_accepted_connections"))
                    .isGreaterThan(idle());
            assertThat(HttpProbe.figure(server.port(), data, "truce_uncaught_total"))
                    .isZero();
            server.judge(idle.size(), new Pinger.Waits(nanos));
            for (RawClient one : idle) {
                one.close();
            }
        } finally {
            people.shutdownNow();
        }
    }

    private static void pingWhile(AtomicBoolean going, List<RawClient> idle) {
        while (going.get()) {
            pingAll(idle);
            for (int i = 0; i < 100 && going.get(); i++) {
                LockSupport.parkNanos(PING_NANOS / 100);
            }
        }
    }

    /** Gives a sign of life, as every client does; the answers wait until they are read. */
    private static void pingAll(List<RawClient> idle) {
        for (RawClient one : idle) {
            try {
                one.send(new ClientMessage.Ping(1));
            } catch (IOException cut) {
                throw new AssertionError("an idle connection was cut", cut);
            }
        }
    }

    /** Plays a match of two people, and returns how long each of them waited for its acknowledgements. */
    private List<Long> table(int port) {
        List<Long> nanos = new ArrayList<>();
        try (RawClient us = RawClient.greeted(port, Role.PLAYER);
                RawClient cn = RawClient.greeted(port, Role.PLAYER)) {
            ServerMessage.RoomCreated room = us.createRoom(rounds(), 0, null, null);
            us.join(room.roomCode(), "Ann");
            cn.join(room.roomCode(), "Bo");
            us.ask(new ClientMessage.Direct(room.matchId(), new HostAct.Start(), 0), ServerMessage.Saved.class);
            for (int round = 1; round <= rounds(); round++) {
                long from = System.nanoTime();
                us.ready(room.matchId(), Side.US, round);
                long second = System.nanoTime();
                cn.ready(room.matchId(), Side.CN, round);
                nanos.add(second - from);
                nanos.add(System.nanoTime() - second);
                cn.play(room.matchId(), Side.CN, round);
            }
            return nanos;
        } catch (IOException e) {
            throw new AssertionError("a table was cut off", e);
        }
    }
}
