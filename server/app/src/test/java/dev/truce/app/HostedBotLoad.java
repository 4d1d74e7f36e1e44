package dev.truce.app;

import dev.truce.app.config.ServerConfig;
import dev.truce.engine.board.Side;
import dev.truce.match.Notice;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.RoomRequest;
import dev.truce.protocol.message.ServerMessage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures what hosted bots cost a server: {@code memory MATCHES BOT} shows the heap before and after so many finished matches of
 * two such bots whose rooms somebody still watches; {@code latency ROOMS SECONDS BOT} shows how long a person waits for the
 * acknowledgement of orders, first with no other room and then with so many of two such bots. Run it with the test classes of
 * this module and the program's jar on the class path.
 */
final class HostedBotLoad {
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long PING_NANOS = TimeUnit.SECONDS.toNanos(10);
    /** Orders that the person sends in a round, fewer than a seat may. */
    private static final int ORDERS_A_ROUND = 50;

    private static final int ROUNDS = 24;
    private static final AtomicLong SEEDS = new AtomicLong();

    private HostedBotLoad() {}

    /** Measures. */
    public static void main(String[] arguments) throws Exception {
        Path data = Files.createTempDirectory("truce-load");
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), TestParts.real())) {
            switch (arguments[0]) {
                case "memory" -> memory(server, Integer.parseInt(arguments[1]), arguments[2]);
                case "latency" ->
                    latency(server, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]), arguments[3]);
                default -> throw new IllegalArgumentException(arguments[0] + ", expected memory or latency");
            }
        }
    }

    private static void memory(TruceServer server, int matches, String bot) throws IOException {
        List<RawClient> watching = new ArrayList<>();
        watching.add(watched(server, bot));
        finish(watching.get(0));
        long before = heap();
        for (int i = 0; i < matches; i++) {
            RawClient watcher = watched(server, bot);
            watching.add(watcher);
            finish(watcher);
            watcher.events().clear();
        }
        watching.forEach(watcher -> watcher.events().clear());
        long after = heap();
        System.out.printf(
                Locale.ROOT,
                "%d finished matches of %s against %s: heap %.1f MB before, %.1f MB after, %.2f MB a match%n",
                matches,
                bot,
                bot,
                before / 1e6,
                after / 1e6,
                (after - before) / 1e6 / matches);
        for (RawClient watcher : watching) {
            watcher.close();
        }
    }

    private static long heap() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            memory.gc();
            least = Math.min(least, memory.getHeapMemoryUsage().getUsed());
        }
        return least;
    }

    private static void latency(TruceServer server, int rooms, int seconds, String bot) throws Exception {
        // Each measurement once in vain before, so that the machine is warm.
        acknowledgements(server, seconds / 2);
        double decided = decisions(server);
        report("no other room", acknowledgements(server, seconds), decisions(server) - decided);
        for (int i = 0; i < rooms; i++) {
            Thread room = new Thread(() -> playForEver(server, bot), "room-" + i);
            room.setDaemon(true);
            room.start();
        }
        acknowledgements(server, seconds / 2);
        decided = decisions(server);
        long[] crowded = acknowledgements(server, seconds);
        report(rooms + " rooms of " + bot, crowded, decisions(server) - decided);
        // The rooms never end; there is nothing to tidy up in a directory that is thrown away.
        Runtime.getRuntime().halt(0);
    }

    private static double decisions(TruceServer server) {
        return server.registry().get("truce.bot.decision").timer().count();
    }

    private static void report(String what, long[] nanos, double decisions) {
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%s: %d acknowledgements, p50 %.2f ms, p99 %.2f ms, longest %.2f ms; %.0f decisions of bots%n",
                what,
                nanos.length,
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6,
                nanos[nanos.length - 1] / 1e6,
                decisions);
    }

    /** Lets a person send orders every few milliseconds for so long, and returns the time of each acknowledgement. */
    private static long[] acknowledgements(TruceServer server, int seconds) throws IOException {
        List<Long> times = new ArrayList<>();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < end) {
            try (RawClient person = RawClient.greeted(server.port(), Role.PLAYER);
                    RawClient other = RawClient.greeted(server.port(), Role.PLAYER)) {
                ServerMessage.RoomCreated room = person.createRoom(ROUNDS, 0, null, null);
                person.join(room.roomCode(), "Ann");
                other.join(room.roomCode(), "Bo");
                person.ask(new ClientMessage.Direct(room.matchId(), new HostAct.Start(), 0), ServerMessage.Saved.class);
                for (int round = 1; round <= ROUNDS && System.nanoTime() < end; round++) {
                    int now = round;
                    person.await(
                            Notice.RoundOpened.class,
                            opened -> opened.observation().openRound() == now);
                    for (int i = 0; i < ORDERS_A_ROUND && System.nanoTime() < end; i++) {
                        long begun = System.nanoTime();
                        person.ask(
                                new ClientMessage.Do(
                                        room.matchId(), round, RawClient.key(), new Deed.Submit(List.of())),
                                ServerMessage.Saved.class);
                        times.add(System.nanoTime() - begun);
                        LockSupport.parkNanos(PAUSE_NANOS);
                    }
                    other.ready(room.matchId(), Side.CN, round);
                    person.play(room.matchId(), Side.US, round);
                }
            }
        }
        return times.stream().mapToLong(time -> time).toArray();
    }

    private static void playForEver(TruceServer server, String bot) {
        try {
            while (true) {
                try (RawClient watcher = watched(server, bot)) {
                    Thread pinging = new Thread(() -> ping(watcher), "ping");
                    pinging.setDaemon(true);
                    pinging.start();
                    finish(watcher);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void ping(RawClient client) {
        try {
            while (!client.socket().isClosed()) {
                LockSupport.parkNanos(PING_NANOS);
                client.send(new ClientMessage.Ping(1));
            }
        } catch (IOException closed) {
            // The match is over.
        }
    }

    private static RawClient watched(TruceServer server, String bot) throws IOException {
        RawClient watcher = RawClient.greeted(server.port(), Role.OMNISCIENT);
        watcher.socket().setSoTimeout(0);
        ServerMessage.RoomCreated room = watcher.ask(
                new ClientMessage.CreateRoom(
                        RawClient.key(),
                        new RoomRequest("busan-2025", SEEDS.incrementAndGet(), ROUNDS, 0, bot, bot, true)),
                ServerMessage.RoomCreated.class);
        watcher.ask(
                new ClientMessage.JoinRoom(RawClient.key(), room.roomCode(), null, "", false),
                ServerMessage.Watching.class);
        watcher.ask(new ClientMessage.Direct(room.matchId(), new HostAct.Start(), 0), ServerMessage.Saved.class);
        return watcher;
    }

    private static void finish(RawClient watcher) throws IOException {
        watcher.await(Notice.MatchOver.class, any -> true);
    }
}
