package dev.truce.app.sim;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.truce.app.config.ServerLimits;
import dev.truce.app.config.StartException;
import dev.truce.app.host.Catalogue;
import dev.truce.app.host.classes.Classes;
import dev.truce.app.host.matches.BrokenMatches;
import dev.truce.app.host.matches.LocalMatches;
import dev.truce.app.host.service.BotWorkers;
import dev.truce.app.host.service.MatchServices;
import dev.truce.app.host.service.NodeLife;
import dev.truce.app.host.service.Timers;
import dev.truce.app.log.AuditLog;
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
import dev.truce.store.EventStore;
import dev.truce.store.journal.Journal;
import dev.truce.store.journal.Journal.CommitListener;
import io.netty.channel.ChannelInitializer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.concurrent.Executor;

/**
 * One start of the server, put together as the real one is, but for its threads, its socket and its disk: what runs is on the agenda, and
 * ends with {@link #kill}.
 */
final class SimServer {
    private static final int ADDRESSES = 1_000;

    /** How often a journal looks whether it is time to open a store that has failed: the real one knows when. */
    private static final long TRY_NANOS = 10_000_000;

    private final Agenda agenda;
    private final Agenda.Life life = new Agenda.Life();
    private final SimLoop loop;
    private final Journal journal;
    private final LocalMatches localMatches;
    private final BrokenMatches broken = new BrokenMatches();
    private final PortStages stages;
    private final Slowness slowness;
    private boolean journalIsDue;
    private boolean journalTriesAgain;

    /** How long the disk takes now. */
    interface Slowness {
        long nanos();
    }

    /**
     * Starts a server.
     *
     * @param deskKey the secret of its instructors
     * @param clock the wall clock, which may jump
     */
    SimServer(
            Agenda agenda,
            EventStore store,
            PlaceToken deskKey,
            SimClock clock,
            Catalogue catalogue,
            ServerLimits limits,
            Slowness slowness,
            Listeners listeners)
            throws StartException {
        this.agenda = agenda;
        this.slowness = slowness;
        this.loop = new SimLoop(agenda, life);
        this.journal = Journal.inTurns(
                store, CommitListener.NONE, clock, limits.journal(), agenda::nanos, this::journalHasWork);
        Timers timers = new SimTimers(agenda, life);
        SecureRandom random = new SimRandom(agenda);
        Ticker ticker = agenda::nanos;
        BotWorkers bots = new BotWorkers(pool(2_000_000), 1);
        Executor matches = pool(200_000);
        MatchServices services = new MatchServices(
                journal,
                () -> matches,
                matches,
                bots,
                timers,
                new NodeLife(timers, random),
                clock,
                random,
                listeners.ofMatches(),
                listeners.ofClasses(),
                AuditLog.none(),
                limits,
                RecordSigner.NONE);
        RoomBook book = new RoomBook(limits.rooms());
        this.localMatches = new LocalMatches(catalogue, services, book, broken, pool(2_000_000), ticker);
        localMatches.start();
        Classes classes = new Classes(deskKey, catalogue, services, localMatches, book, broken);
        classes.start();
        ConnectionServices connections = new ConnectionServices(
                "simulated",
                "",
                localMatches,
                classes,
                catalogue,
                new ScenarioRequest(catalogue),
                new SharedOpenings(),
                new JoinLimiter(ADDRESSES, ticker),
                false,
                new Allowance(limits.roomsPerHour(), ServerLimits.HOUR, () -> agenda.nanos() / 1_000_000),
                listeners.ofNet(),
                AuditLog.none(),
                limits,
                clock);
        this.stages = new PortStages(connections, new ConnectionLimits(limits));
    }

    /** Returns a pool of threads: what it is given begins in its order, some of it a little later. */
    private Executor pool(int mostNanos) {
        return new Executor() {
            private long last;

            @Override
            public void execute(Runnable task) {
                long at = agenda.nanos() + (agenda.now(150) ? agenda.between(1, mostNanos) : 0);
                last = Math.max(last, at);
                agenda.after(life, last - agenda.nanos(), task);
            }
        };
    }

    private void journalHasWork() {
        if (!journalIsDue) {
            journalIsDue = true;
            agenda.after(life, slowness.nanos(), this::journalTurn);
        }
    }

    private void journalTurn() {
        journalIsDue = false;
        if (!journal.turn()) {
            return;
        }
        if (!journal.isSuspended()) {
            journalHasWork();
        } else if (!journalTriesAgain) {
            // A write that comes meanwhile does not wait for that.
            journalTriesAgain = true;
            agenda.after(life, TRY_NANOS, () -> {
                journalTriesAgain = false;
                journalHasWork();
            });
        }
    }

    /** Takes a connection in; its first bytes are still to come. */
    void accept(SimChannel channel, InetAddress address) {
        channel.pipeline().addLast("port", new ChannelInitializer<SimChannel>() {
            @Override
            protected void initChannel(SimChannel accepted) {
                stages.begin(accepted, address);
            }
        });
        loop.register(channel);
    }

    /** Drops all that is in memory. */
    void kill() {
        life.end();
    }

    LocalMatches localMatches() {
        return localMatches;
    }

    BrokenMatches broken() {
        return broken;
    }

    Journal journal() {
        return journal;
    }

    static InetSocketAddress address(InetAddress host, int port) {
        return new InetSocketAddress(host, port);
    }
}
