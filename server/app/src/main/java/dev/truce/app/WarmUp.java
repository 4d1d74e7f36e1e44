package dev.truce.app;

import dev.truce.app.config.ServerLimits;
import dev.truce.app.host.Catalogue;
import dev.truce.app.host.classes.Classes;
import dev.truce.app.host.matches.BrokenMatches;
import dev.truce.app.host.matches.LocalMatches;
import dev.truce.app.host.service.BotWorkers;
import dev.truce.app.host.service.MatchServices;
import dev.truce.app.host.service.NodeLife;
import dev.truce.app.host.service.Timers;
import dev.truce.app.log.AuditLog;
import dev.truce.app.metrics.ClassMeters;
import dev.truce.app.metrics.MatchMeters;
import dev.truce.app.metrics.NetMeters;
import dev.truce.app.metrics.OpenRounds;
import dev.truce.app.net.MemoryConnection;
import dev.truce.app.net.PortStages;
import dev.truce.app.net.budget.ConnectionLimits;
import dev.truce.app.net.connection.ConnectionServices;
import dev.truce.app.net.connection.ScenarioRequest;
import dev.truce.app.net.connection.SharedOpenings;
import dev.truce.app.quota.Allowance;
import dev.truce.app.room.JoinLimiter;
import dev.truce.app.room.PlaceToken;
import dev.truce.app.room.RoomBook;
import dev.truce.app.signature.RecordSigner;
import dev.truce.engine.board.Side;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.RoomRequest;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.store.Batch;
import dev.truce.store.BrokenStream;
import dev.truce.store.EventStore;
import dev.truce.store.StoredClass;
import dev.truce.store.StoredMatch;
import dev.truce.store.StoredMember;
import dev.truce.store.StoredRoom;
import dev.truce.store.journal.Journal;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Matches that are played before the port opens, over the very stages of its connections: so the first bell of a class does not wait for Java's
 * compiler. A server of their own keeps them in memory and forgets them; nothing is written, and no record knows of them.
 */
final class WarmUp {
    static final int ROUNDS = 12;
    private static final int ADDRESSES = 16;
    private static final int WRITES = 100;

    private static final Timers NEVER = new Timers() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public Alarm after(long millis, Runnable task) {
            return () -> {};
        }

        @Override
        public void close() {}
    };

    private final Catalogue catalogue;
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Journal journal;
    private final PortStages stages;

    private WarmUp(Catalogue catalogue) {
        this.catalogue = catalogue;
        ServerLimits limits = ServerLimits.STANDARD;
        SecureRandom random = new SecureRandom();
        OpenRounds rounds = new OpenRounds();
        Clock clock = Clock.systemUTC();
        this.journal = Journal.inTurns(
                new Forgetting(), Journal.CommitListener.NONE, clock, WRITES, System::nanoTime, () -> {});
        MatchServices services = new MatchServices(
                journal,
                () -> Runnable::run,
                Runnable::run,
                new BotWorkers(Runnable::run, 1),
                NEVER,
                new NodeLife(NEVER, random),
                clock,
                random,
                new MatchMeters(registry, rounds),
                new ClassMeters(registry, clock, rounds),
                AuditLog.none(),
                limits,
                RecordSigner.NONE);
        RoomBook book = new RoomBook(limits.rooms());
        BrokenMatches broken = new BrokenMatches();
        LocalMatches matches = new LocalMatches(catalogue, services, book, broken, Runnable::run, System::nanoTime);
        this.stages = new PortStages(
                new ConnectionServices(
                        "warm-up",
                        "",
                        matches,
                        new Classes(PlaceToken.draw(random), catalogue, services, matches, book, broken),
                        catalogue,
                        new ScenarioRequest(catalogue),
                        new SharedOpenings(),
                        new JoinLimiter(ADDRESSES, System::nanoTime),
                        false,
                        new Allowance(Integer.MAX_VALUE, ServerLimits.HOUR, System::nanoTime),
                        new NetMeters(registry, rounds),
                        AuditLog.none(),
                        limits,
                        clock),
                new ConnectionLimits(limits));
    }

    /**
     * Plays until so much time has passed, a match at least.
     *
     * @param most the last match that begins in it is played to its end, which takes some milliseconds
     * @return how many rounds were resolved
     * @throws IllegalStateException if a match was not played to its end, so that something was refused
     */
    static long play(Catalogue catalogue, Duration most) {
        long end = System.nanoTime() + most.toNanos();
        WarmUp warmUp = new WarmUp(catalogue);
        long expected = 0;
        do {
            warmUp.match();
            expected += ROUNDS;
            if (warmUp.rounds() != expected) {
                throw new IllegalStateException(warmUp.rounds() + " rounds were resolved, not " + expected);
            }
        } while (System.nanoTime() - end < 0);
        return expected;
    }

    private long rounds() {
        return (long) registry.get("truce.rounds.resolved").counter().count();
    }

    private void match() {
        MemoryConnection us = new MemoryConnection(stages, this::turn);
        MemoryConnection cn = new MemoryConnection(stages, this::turn);
        String scenario = catalogue.first().scenario().id();
        us.says(new ClientMessage.Hello("warm-up", "", Role.PLAYER));
        us.says(new ClientMessage.CreateRoom(key(), new RoomRequest(scenario, null, ROUNDS, 0, null, null, false)));
        ServerMessage.RoomCreated room = us.openedRoom();
        us.says(new ClientMessage.JoinRoom(key(), room.roomCode(), Side.US, "US", false));
        cn.says(new ClientMessage.Hello("warm-up", "", Role.PLAYER));
        cn.says(new ClientMessage.JoinRoom(key(), room.roomCode(), Side.CN, "CN", false));
        us.says(new ClientMessage.Direct(room.matchId(), new HostAct.Start(), 1));
        for (int round = 1; round <= ROUNDS; round++) {
            for (MemoryConnection side : List.of(us, cn)) {
                side.says(new ClientMessage.Do(
                        room.matchId(), round, key(), new Deed.Submit(List.of(), new Deed.Ready(true, 0))));
            }
        }
        us.leave();
        cn.leave();
        turn();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private void turn() {
        while (journal.turn()) {
            // What it has saved is told at once, and may be followed by more to save.
        }
    }

    /** A store that has everything durable at once and nothing afterwards. */
    private static final class Forgetting implements EventStore {
        @Override
        public StoreFacts facts() {
            return new StoreFacts(0, 0, "", false);
        }

        @Override
        public Batch.Appended append(List<Batch> group) {
            return new Batch.Appended.Done(Set.of());
        }

        @Override
        public void reopen() {}

        @Override
        public void beat(NodeBeat beat) {}

        @Override
        public Optional<NodeBeat> lastBeat(String incarnation) {
            return Optional.empty();
        }

        @Override
        public List<StoredRoom> openRooms() {
            return List.of();
        }

        @Override
        public List<String> openStreams() {
            return List.of();
        }

        @Override
        public List<String> allStreams() {
            return List.of();
        }

        @Override
        public long last(String stream) {
            return 0;
        }

        @Override
        public Optional<StoredMatch> match(String stream) {
            return Optional.empty();
        }

        @Override
        public Optional<BrokenStream> check(String stream) {
            return Optional.empty();
        }

        @Override
        public List<String> openClasses() {
            return List.of();
        }

        @Override
        public List<StoredClass> classesOpened(String code) {
            return List.of();
        }

        @Override
        public List<StoredClass> newestClosed(int most) {
            return List.of();
        }

        @Override
        public List<StoredClass> closedLast() {
            return List.of();
        }

        @Override
        public Optional<StoredClass> classOf(String stream) {
            return Optional.empty();
        }

        @Override
        public List<StoredMember> members(String classId) {
            return List.of();
        }

        @Override
        public Optional<String> matchOfToken(String tokenHash) {
            return Optional.empty();
        }

        @Override
        public void close() {}
    }
}
