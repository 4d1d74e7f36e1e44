package dev.truce.app;

import dev.truce.app.config.DataDirectory;
import dev.truce.app.config.DatabaseStart;
import dev.truce.app.config.ServerConfig;
import dev.truce.app.config.ServerLimits;
import dev.truce.app.config.Setting;
import dev.truce.app.config.StartException;
import dev.truce.app.host.classes.Classes;
import dev.truce.app.host.matches.BrokenMatches;
import dev.truce.app.host.matches.LocalMatches;
import dev.truce.app.host.service.BotWorkers;
import dev.truce.app.host.service.MatchServices;
import dev.truce.app.host.service.NodeLife;
import dev.truce.app.http.Pages;
import dev.truce.app.log.AuditEvent;
import dev.truce.app.log.AuditFile;
import dev.truce.app.log.AuditLog;
import dev.truce.app.metrics.ClassMeters;
import dev.truce.app.metrics.JournalMeters;
import dev.truce.app.metrics.MachineMeters;
import dev.truce.app.metrics.MatchMeters;
import dev.truce.app.metrics.NetMeters;
import dev.truce.app.metrics.OpenRounds;
import dev.truce.app.net.Listening;
import dev.truce.app.net.Loops;
import dev.truce.app.net.Port;
import dev.truce.app.net.connection.ConnectionServices;
import dev.truce.app.net.connection.ScenarioRequest;
import dev.truce.app.net.connection.SharedOpenings;
import dev.truce.app.net.desk.DeskApi;
import dev.truce.app.quota.Allowance;
import dev.truce.app.room.JoinLimiter;
import dev.truce.app.room.KeyFile;
import dev.truce.app.room.PlaceToken;
import dev.truce.app.room.RoomBook;
import dev.truce.app.signature.RecordKey;
import dev.truce.app.signature.RecordSigner;
import dev.truce.engine.scenario.Scenario;
import dev.truce.scenario.ScenarioFile;
import dev.truce.store.EventStore;
import dev.truce.store.StoreAddress;
import dev.truce.store.StoreException;
import dev.truce.store.journal.Journal;
import dev.truce.store.log.LogEvent;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server of matches. Start one with {@link #start}; it runs on threads of its own, which do not keep the program alive,
 * until it is closed.
 */
public final class TruceServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TruceServer.class);

    /** Addresses whose wrong codes are remembered. */
    private static final int ADDRESSES = 100_000;

    /** Requests that may wait for the journal to be read. */
    private static final int LOOKUPS = 1_024;

    /** Requests for pages that may wait. */
    private static final int PAGES = 16;

    private static final long POOL_SECONDS = 2;

    /** How long a program that serves plays before it listens: then little of a move is left to compile (docs/evidence/class-bench.md). */
    private static final Duration WARM_UP = Duration.ofMillis(1_500);

    /** What has to be closed, the first first. */
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    private final ServerConfig config;
    private final Parts parts;
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private InetSocketAddress address = new InetSocketAddress(0);
    /** Written and read while it starts and closes only. */
    private boolean isStarted;

    private TruceServer(ServerConfig config, Parts parts) {
        this.config = config;
        this.parts = parts;
    }

    /**
     * Starts a server. Matches that its data directory holds go on where they were.
     *
     * @throws StartException if it cannot run as it was told; says what would be right
     */
    public static TruceServer start(ServerConfig config) throws StartException {
        return start(config, Parts.real());
    }

    /**
     * Starts a server that plays the given scenarios only.
     *
     * @param scenarios at least one, no two of one id; the first speaks for the server while there is no match
     * @throws StartException if it cannot run as it was told; says what would be right
     * @throws IllegalArgumentException if there is none, or two have one id
     */
    public static TruceServer start(ServerConfig config, List<Scenario> scenarios) throws StartException {
        return start(config, Parts.real(scenarios));
    }

    /**
     * Starts a server that plays what the given files say only, and tells those who join what they say.
     *
     * @param files at least one, no two of one id; the first speaks for the server while there is no match
     * @throws StartException if it cannot run as it was told; says what would be right
     * @throws IllegalArgumentException if there is none, or two have one id
     */
    public static TruceServer startFiles(ServerConfig config, List<ScenarioFile> files) throws StartException {
        return start(config, Parts.ofFiles(files));
    }

    /**
     * Starts the server of a program that does nothing else: once it knows that it may run, it plays matches in memory for a second and a half, so that the
     * first moves do not wait for Java's compiler, and writes nothing of them.
     *
     * @param files at least one, no two of one id; the first speaks for the server while there is no match
     * @param log switches its log on, which would be full of those matches before
     * @throws StartException if it cannot run as it was told; says what would be right
     * @throws IllegalArgumentException if there is none, or two have one id
     */
    public static TruceServer startWarm(ServerConfig config, List<ScenarioFile> files, Runnable log)
            throws StartException {
        Parts parts = Parts.ofFiles(files);
        return start(config, parts, () -> warmUp(parts, log));
    }

    /** A server that has not warmed up is slower for a while, so it starts all the same. */
    private static void warmUp(Parts parts, Runnable log) {
        RuntimeException failed = null;
        try {
            var unused = WarmUp.play(parts.catalogue(), WARM_UP);
        } catch (RuntimeException e) {
            failed = e;
        }
        log.run();
        if (failed != null) {
            LOG.error(LogEvent.WARM_UP_FAILED.marker(), "no match could be played before the start", failed);
        }
    }

    static TruceServer start(ServerConfig config, Parts parts) throws StartException {
        return start(config, parts, () -> {});
    }

    private static TruceServer start(ServerConfig config, Parts parts, Runnable warmUp) throws StartException {
        TruceServer server = new TruceServer(config, parts);
        try {
            server.build(warmUp);
            return server;
        } catch (StartException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** Returns a part that is closed with the server, before those that were opened earlier. */
    private <T extends AutoCloseable> T opened(T part) {
        open.push(part);
        return part;
    }

    private void build(Runnable warmUp) throws StartException {
        // Before anything is opened: an address that nobody agreed to, or that another program has, leaves no trace.
        Listening listening = Listening.of(config);
        open.push(parts.timers());
        DataDirectory directory = opened(DataDirectory.take(config.data()));
        warmUp.run();
        AuditLog audit = audit(directory);
        open.push(registry::close);
        MachineMeters machine = opened(new MachineMeters(registry));
        OpenRounds openRounds = new OpenRounds();
        JournalMeters journalMeters = new JournalMeters(registry, openRounds);
        Journal journal = journal(directory, journalMeters);
        // A class is at most once in the queue of its pool, so this is bounded by the number of classes.
        int cores = Runtime.getRuntime().availableProcessors();
        ExecutorService workers = pool("truce-class", cores, new LinkedBlockingQueue<>());
        // One core is left to people, and bots give way to them on the others: a bot can wait, an answer cannot.
        int botThreads = Math.max(1, cores - 1);
        ExecutorService botThreadPool =
                pool("truce-bot", botThreads, new ArrayBlockingQueue<>(botThreads), Thread.MIN_PRIORITY);
        BotWorkers botWorkers = new BotWorkers(botThreadPool, botThreads);
        ExecutorService lookups = pool("truce-lookup", 2, new ArrayBlockingQueue<>(LOOKUPS));
        ExecutorService pageWorkers = pool("truce-page", 1, new ArrayBlockingQueue<>(PAGES));
        Loops loops = opened(Loops.start());
        open.push(parts.timers());
        MatchServices services = new MatchServices(
                journal,
                loops,
                workers,
                botWorkers,
                parts.timers(),
                new NodeLife(parts.timers(), new SecureRandom()),
                parts.wallClock(),
                new SecureRandom(),
                new MatchMeters(registry, openRounds),
                new ClassMeters(registry, parts.wallClock(), openRounds),
                audit,
                config.limits(),
                config.signsRecords() ? RecordKey.of(directory.path()) : RecordSigner.NONE);
        BrokenMatches broken = broken(journalMeters);
        RoomBook book = new RoomBook(config.limits().rooms());
        LocalMatches localMatches =
                new LocalMatches(parts.catalogue(), services, book, broken, lookups, parts.ticker());
        localMatches.start();
        PlaceToken deskKey = KeyFile.of(directory.path().resolve(KeyFile.DESK), new SecureRandom());
        Classes classes = new Classes(deskKey, parts.catalogue(), services, localMatches, book, broken);
        classes.start();
        String version = version();
        String ruleset = parts.catalogue().first().scenario().ruleset();
        Pages pages = new Pages(
                registry,
                localMatches::isDraining,
                journal::fault,
                broken::all,
                version,
                ruleset,
                KeyFile.of(config.metricsKey(), new SecureRandom()),
                parts.ticker());
        JoinLimiter limiter = new JoinLimiter(ADDRESSES, parts.ticker());
        NetMeters netMeters = new NetMeters(registry, openRounds);
        DeskApi desks = new DeskApi(classes, parts.catalogue(), pageWorkers, limiter, parts.timers(), netMeters, audit);
        Port port = Port.open(
                loops,
                listening,
                new ConnectionServices(
                        version,
                        config.publicUrl(),
                        localMatches,
                        classes,
                        parts.catalogue(),
                        new ScenarioRequest(parts.catalogue()),
                        new SharedOpenings(),
                        limiter,
                        config.isOn(Setting.ROOMS_BY_KEY),
                        roomsOpened(),
                        netMeters,
                        audit,
                        config.limits(),
                        parts.wallClock()),
                parts.page(),
                pages,
                pageWorkers,
                desks,
                parts.timers());
        drainAtTheEnd(port, localMatches, classes);
        address = port.address();
        machine.built(version, ruleset);
        machine.watch(Map.of("wrong-codes", limiter.cache(), "wrong-keys", limiter.students()));
        machine.watch("class", workers);
        machine.watch("bot", botThreadPool);
        watch(machine, loops, port, desks, localMatches, botWorkers);
        say(audit, version, ruleset, directory.path());
    }

    private Allowance roomsOpened() {
        return new Allowance(
                config.limits().roomsPerHour(),
                ServerLimits.HOUR,
                () -> TimeUnit.NANOSECONDS.toMillis(parts.ticker().read()));
    }

    /** Writes down that it runs; a server that fails before has done nothing that takes a right. */
    private void say(AuditLog audit, String version, String ruleset, Path data) {
        if (config.acceptLoss()) {
            audit.write(AuditEvent.LOSS_ACCEPTED);
        }
        audit.write(AuditEvent.STARTED, "version", version, "ruleset", ruleset);
        isStarted = true;
        LOG.info(
                LogEvent.SERVER_STARTED.marker(),
                "truce {} listens on {}, ruleset {}, data in {}",
                version,
                address,
                ruleset,
                data);
    }

    /** What closing begins with, the last first. While matches are written down the port still answers: that the server is draining. */
    private void drainAtTheEnd(Port port, LocalMatches localMatches, Classes classes) {
        open.push(port::stopListening);
        open.push(port::retire);
        open.push(localMatches);
        open.push(classes::retire);
        open.push(() -> {
            LOG.info(LogEvent.SERVER_DRAINS.marker(), "takes nothing new and writes down where all matches stand");
            localMatches.drain();
        });
    }

    /** Counts what is there. */
    private static void watch(
            MachineMeters machine,
            Loops loops,
            Port port,
            DeskApi desks,
            LocalMatches localMatches,
            BotWorkers botWorkers) {
        machine.watch(loops.all());
        machine.watch(localMatches.caches());
        machine.watch("truce.accepted", "connections", "Open connections of any kind", port::connections);
        machine.watch("truce.held", "bytes", "Bytes kept for all connections together", port::heldBytes);
        machine.watch("truce.http", "desks", "Desks of classes that are open over HTTP", desks::open);
        machine.watch("truce.http.waiting", "calls", "Calls of such desks that wait for something new", desks::waiting);
        machine.watch("truce.open", "rooms", "Rooms that can be entered by their code", localMatches::rooms);
        machine.watch(
                "truce.mailbox", "inputs", "Inputs and consequences that wait for their matches", localMatches::depth);
        machine.watch("truce.hosted", "bots", "Bots of the roster in matches that are not over", localMatches::bots);
        machine.watch("truce.bot.waiting", "tasks", "Tasks of bots that wait for a worker", botWorkers::waiting);
    }

    private Journal journal(DataDirectory directory, JournalMeters meters) throws StartException {
        Journal journal = opened(new Journal(
                store(directory), meters, parts.wallClock(), config.limits().journal()));
        meters.watchDepth(journal::depth);
        return journal;
    }

    private static BrokenMatches broken(JournalMeters meters) {
        BrokenMatches broken = new BrokenMatches();
        meters.watchBroken(() -> broken.all().size());
        return broken;
    }

    private AuditLog audit(DataDirectory directory) {
        AuditLog audit = opened(new AuditLog(AuditFile.in(directory.path()), parts.wallClock(), new SecureRandom()));
        open.push(() -> {
            if (isStarted) {
                audit.write(AuditEvent.STOPPED);
            }
        });
        return audit;
    }

    private EventStore store(DataDirectory directory) throws StartException {
        Optional<StoreAddress> database = config.store();
        if (database.isPresent()) {
            return DatabaseStart.open(database.get(), config, directory.path(), System.getenv());
        }
        try {
            return parts.store().open(directory.path(), config.acceptLoss());
        } catch (StoreException e) {
            throw refused(e);
        }
    }

    private static StartException refused(StoreException fault) {
        String what = String.valueOf(fault.getMessage());
        return switch (fault.code()) {
            case JOURNAL_VERSION -> new StartException(StartException.Code.JOURNAL_VERSION, "journal-version", what);
            case JOURNAL_TRUNCATED ->
                new StartException(StartException.Code.JOURNAL_TRUNCATED, "journal-truncated", what);
            case WITNESS_UNREADABLE ->
                new StartException(StartException.Code.WITNESS_UNREADABLE, "witness-unreadable", what);
            case DISK_FULL -> new StartException(StartException.Code.DISK_FULL, "disk-full", what);
            case READ_ONLY -> new StartException(StartException.Code.READ_ONLY, "read-only", what);
            case UNAVAILABLE,
                    STORE_NOT_DURABLE,
                    STORE_UNREACHABLE,
                    STORE_REFUSED,
                    STORE_TOO_OLD,
                    STORE_POOLED,
                    STORE_IN_USE,
                    STORE_NOT_EMPTY -> new StartException(StartException.Code.BAD_DATA_DIRECTORY, "journal", what);
        };
    }

    private ExecutorService pool(String name, int threads, BlockingQueue<Runnable> queue) {
        return pool(name, threads, queue, Thread.NORM_PRIORITY);
    }

    private ExecutorService pool(String name, int threads, BlockingQueue<Runnable> queue, int priority) {
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(threads, threads, 0, TimeUnit.SECONDS, queue, task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            thread.setPriority(priority);
            return thread;
        });
        open.push(() -> {
            pool.shutdown();
            if (!pool.awaitTermination(POOL_SECONDS, TimeUnit.SECONDS)) {
                pool.shutdownNow();
            }
        });
        return pool;
    }

    /** Returns the port it listens on. */
    public int port() {
        return address.getPort();
    }

    /** The address it listens on. */
    public InetSocketAddress address() {
        return address;
    }

    /** Returns whether browsers find a page at its address; a program can be built without. */
    public boolean hasPage() {
        return parts.page().hasPage();
    }

    /** Returns the version of the program, or {@code dev} when it runs from classes. */
    public static String version() {
        String version = TruceServer.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }

    /** For tests. */
    PrometheusMeterRegistry registry() {
        return registry;
    }

    /**
     * Drains and stops: takes no new room, place or connection, writes down where each match stands, answers what was asked for
     * before, sends everybody away to come back later, and closes the journal. Meanwhile {@code /health} says so. Takes seconds, half
     * a minute at most. A second call waits for the first and does nothing.
     */
    @Override
    public synchronized void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                // The rest has to be closed all the same.
                LOG.warn(LogEvent.CLOSE_FAILED.marker(), "something did not close cleanly", e);
            }
        }
    }
}
