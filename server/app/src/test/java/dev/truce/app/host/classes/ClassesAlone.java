package dev.truce.app.host.classes;

import dev.truce.app.HandTimers;
import dev.truce.app.config.ServerLimits;
import dev.truce.app.host.Catalogue;
import dev.truce.app.host.matches.BrokenMatches;
import dev.truce.app.host.matches.LocalMatches;
import dev.truce.app.host.service.BotWorkers;
import dev.truce.app.host.service.ClassListener;
import dev.truce.app.host.service.MatchListener;
import dev.truce.app.host.service.MatchServices;
import dev.truce.app.host.service.NodeLife;
import dev.truce.app.log.AuditLog;
import dev.truce.app.room.PlaceToken;
import dev.truce.app.room.RoomBook;
import dev.truce.app.signature.RecordSigner;
import dev.truce.scenario.Scenarios;
import dev.truce.store.journal.Journal;
import dev.truce.store.journal.Journal.CommitListener;
import dev.truce.store.sqlite.SqliteStore;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The classes of a server without its network, with a journal that writes. The clock moves only by hand, and what opens a class runs when a test lets it. */
public final class ClassesAlone implements AutoCloseable {
    private final HandTimers timers = new HandTimers();
    private final PlaceToken deskKey = PlaceToken.draw(new SecureRandom());
    private final BlockingQueue<Runnable> opening = new LinkedBlockingQueue<>();
    private final Catalogue catalogue = Catalogue.of(List.of(Scenarios.busan2025()));
    private final KeylessRandom random = new KeylessRandom();
    private final Journal journal;
    private final Classes classes;

    /** Draws no keys of students while it is told so. */
    private static final class KeylessRandom extends SecureRandom {
        private static final long serialVersionUID = 1;

        private volatile boolean isKeyless;

        @Override
        public int nextInt(int bound) {
            if (isKeyless) {
                throw new IllegalStateException("no keys");
            }
            return super.nextInt(bound);
        }
    }

    public ClassesAlone(Path data) throws Exception {
        this(new Journal(SqliteStore.open(data), CommitListener.NONE, Clock.systemUTC(), 10_000));
    }

    /** @param journal is closed with them */
    ClassesAlone(Journal journal) throws Exception {
        this.journal = journal;
        MatchServices services = new MatchServices(
                journal,
                () -> Runnable::run,
                Runnable::run,
                new BotWorkers(opening::add, 1_000),
                timers,
                new NodeLife(timers, new SplittableRandom(1)),
                Clock.systemUTC(),
                random,
                silent(MatchListener.class),
                silent(ClassListener.class),
                AuditLog.none(),
                ServerLimits.STANDARD,
                RecordSigner.NONE);
        RoomBook book = new RoomBook(ServerLimits.STANDARD.rooms());
        BrokenMatches broken = new BrokenMatches();
        LocalMatches matches = new LocalMatches(catalogue, services, book, broken, Runnable::run, timers::nanos);
        matches.start();
        classes = new Classes(deskKey, catalogue, services, matches, book, broken);
        classes.start();
    }

    /** Returns a listener, all of whose methods return nothing, which does nothing. */
    public static <T> T silent(Class<T> listener) {
        return listener.cast(Proxy.newProxyInstance(
                listener.getClassLoader(), new Class<?>[] {listener}, (proxy, method, arguments) -> null));
    }

    /** Has classes fail where the keys of their students are drawn, after their tables. */
    public void keyless(boolean is) {
        random.isKeyless = is;
    }

    public Classes classes() {
        return classes;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public HandTimers timers() {
        return timers;
    }

    public PlaceToken deskKey() {
        return deskKey;
    }

    /** What makes classes, and waits. */
    public BlockingQueue<Runnable> opening() {
        return opening;
    }

    @Override
    public void close() {
        journal.close();
    }
}
