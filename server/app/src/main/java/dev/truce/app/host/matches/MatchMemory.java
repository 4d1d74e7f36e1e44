package dev.truce.app.host.matches;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.truce.app.encoding.MatchSpec;
import dev.truce.app.host.Catalogue;
import dev.truce.app.host.HostedMatch;
import dev.truce.app.host.Referees;
import dev.truce.app.host.service.MatchServices;
import dev.truce.app.host.service.MatchServices.TableWatch;
import dev.truce.app.host.service.Timers;
import dev.truce.app.room.Room;
import dev.truce.app.room.RoomBook;
import dev.truce.app.room.SeatPlan;
import dev.truce.app.room.ServerRefusals;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.round.Rules;
import dev.truce.store.BrokenStream;
import dev.truce.store.BrokenStream.BrokenStreamException;
import dev.truce.store.EventStore;
import dev.truce.store.StoreException;
import dev.truce.store.StoredClock;
import dev.truce.store.StoredMatch;
import dev.truce.store.StoredRoom;
import dev.truce.store.log.LogEvent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The matches that are in memory: they come from the journal when somebody asks for them, stay while somebody needs them, and leave it
 * before they come again. Thread-safe.
 */
final class MatchMemory implements HostedMatch.Memory {
    private static final Logger LOG = LoggerFactory.getLogger(MatchMemory.class);

    /** How often matches that somebody needs are kept in memory. */
    private static final long KEEP_MILLIS = 5_000;

    /** How long a match that leaves memory may take to be written down. */
    static final long RETIRE_SECONDS = 10;

    private final Catalogue catalogue;
    private final MatchServices services;
    private final RoomBook book;
    private final BrokenMatches broken;
    private final Lookups lookups;
    private final Cache<String, HostedMatch> matches;
    private final Map<String, CompletableFuture<Void>> leaving = new ConcurrentHashMap<>();
    private volatile TableWatch tables = (classId, table) -> {};
    private volatile boolean draining;

    /**
     * Knows no match yet.
     *
     * @param broken says which matches cannot be brought back
     * @param ticker time for the cache
     */
    MatchMemory(
            Catalogue catalogue,
            MatchServices services,
            RoomBook book,
            BrokenMatches broken,
            Lookups lookups,
            Ticker ticker) {
        this.catalogue = catalogue;
        this.services = services;
        this.book = book;
        this.broken = broken;
        this.lookups = lookups;
        this.matches = Caffeine.newBuilder()
                // Twice as many as rooms: a match whose room made way for another stays while somebody looks at it.
                .maximumSize(2L * services.limits().rooms())
                .expireAfterAccess(services.limits().idleMatch())
                .ticker(ticker)
                .executor(Runnable::run)
                .recordStats()
                .evictionListener(this::evicted)
                .build();
    }

    /** Keeps matches that somebody needs from now on, and tells all of them when nothing can be saved and when it goes on. */
    void start() {
        // From another thread, which has nothing to write.
        services.journal().watch(() -> services.timers().after(0, () -> all().forEach(HostedMatch::savingChanged)));
        services.timers().after(KEEP_MILLIS, this::keep);
    }

    private void keep() {
        for (HostedMatch match : all()) {
            if (match.isBusy()) {
                // Reading it keeps it in memory.
                Optional<HostedMatch> unused = find(match.id());
            }
            match.rest();
        }
        matches.cleanUp();
        services.timers().after(KEEP_MILLIS, this::keep);
    }

    /** Says who hears where the tables of classes stand. */
    void watchTables(TableWatch watch) {
        tables = watch;
    }

    /** Makes a new match, which is in memory from now on. */
    HostedMatch add(StoredRoom stored, SeatPlan plan, Rules rules, MatchSpec spec) {
        HostedMatch match = hosted(new Room(stored, plan, List.of(), List.of()), rules, spec);
        matches.put(match.id(), match);
        return match;
    }

    private HostedMatch hosted(Room room, Rules rules, MatchSpec spec) {
        return new HostedMatch(
                room, rules, spec, services, book, this, (classId, table) -> tables.changed(classId, table));
    }

    /** Forgets a match that could not be opened. */
    void forget(String matchId) {
        matches.invalidate(matchId);
    }

    /** Returns a match if it is in memory. */
    Optional<HostedMatch> find(String matchId) {
        return Optional.ofNullable(matches.getIfPresent(matchId));
    }

    /** Returns all matches that are in memory. */
    Collection<HostedMatch> all() {
        return matches.asMap().values();
    }

    /** For its meters. */
    Cache<String, HostedMatch> cache() {
        return matches;
    }

    /** Does something with a match, rebuilt from the journal if need be. Blocks, so it runs in {@link Lookups}. */
    <T> void with(String matchId, Consumer<Reply<T>> answer, Consumer<HostedMatch> task) {
        if (draining) {
            answer.accept(Reply.refused(ServerRefusals.retry()));
            return;
        }
        HostedMatch match;
        try {
            match = load(matchId);
        } catch (LeavingException e) {
            whenGone(e.gone, answer, () -> with(matchId, answer, task));
            return;
        }
        task.accept(match);
    }

    /** Lets matches go on whose people have not come back in time. */
    void goOn(List<String> matchIds) {
        matchIds.forEach(matchId -> sometime(matchId, HostedMatch::goOn));
    }

    /** Does something with a match for which nobody waits: if that cannot be done now, it is tried again until it can. */
    void sometime(String matchId, Consumer<HostedMatch> task) {
        Consumer<Reply<Void>> failed = reply -> {
            if (reply instanceof Reply.Refused<Void> denied && denied.refusal().retryAfterMillis() > 0 && !draining) {
                Runnable again = () -> sometime(matchId, task);
                // No sooner than something can be read at all.
                services.journal()
                        .whenOpen(() -> services.timers().after(denied.refusal().retryAfterMillis(), again));
            }
        };
        lookups.run(failed, () -> {
            // One whose opening was not saved never comes.
            if (find(matchId).isPresent() || services.journal().store().last(matchId) > 0) {
                with(matchId, failed, task);
            }
        });
    }

    /** Goes on once a match has left memory, so that none exists twice; no thread waits for that. */
    private <T> void whenGone(CompletableFuture<Void> gone, Consumer<Reply<T>> answer, Runnable task) {
        AtomicBoolean asked = new AtomicBoolean();
        Timers.Alarm alarm = services.timers().after(TimeUnit.SECONDS.toMillis(RETIRE_SECONDS), () -> {
            if (asked.compareAndSet(false, true)) {
                LOG.warn(LogEvent.MATCH_LEAVES_LATE.marker(), "a match has not left after {} s", RETIRE_SECONDS);
                answer.accept(Reply.refused(ServerRefusals.later()));
            }
        });
        var unused = gone.thenRun(() -> {
            alarm.cancel();
            if (asked.compareAndSet(false, true)) {
                lookups.run(answer, task);
            }
        });
    }

    /** The match is on its way out of memory. */
    private static final class LeavingException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient CompletableFuture<Void> gone;

        LeavingException(CompletableFuture<Void> gone) {
            super(null, null, false, false);
            this.gone = gone;
        }
    }

    /**
     * Returns a match, rebuilt from the journal if need be. Blocks.
     *
     * @throws LeavingException while it leaves memory
     * @throws StoreException if it is not stored or cannot be rebuilt
     */
    private HostedMatch load(String matchId) {
        Optional<BrokenStream> known = broken.find(matchId);
        if (known.isPresent()) {
            throw new BrokenStreamException(known.get());
        }
        return matches.get(matchId, this::rebuilt);
    }

    private HostedMatch rebuilt(String matchId) {
        CompletableFuture<Void> gone = leaving.get(matchId);
        if (gone != null) {
            throw new LeavingException(gone);
        }
        EventStore store = services.journal().store();
        StoredMatch stored = stored(matchId);
        StoredRoom room = stored.room();
        Rules rules = Referees.rules(catalogue, room);
        MatchSpec spec = MatchSpec.of(room.setup());
        SeatPlan plan = SeatPlan.of(spec.delegations());
        HostedMatch match = hosted(new Room(room, plan, stored.seats(), stored.tokens()), rules, spec);
        StoredClock clock = stored.clock();
        match.replay(
                stored,
                clock == null
                        ? 0
                        : clock.leftMillis(store.lastBeat(clock.incarnation()).orElse(null)));
        // Its code was struck out if nobody knew whether its opening was saved.
        book.enter(room);
        return match;
    }

    private StoredMatch stored(String matchId) {
        return services.journal()
                .store()
                .match(matchId)
                .orElseThrow(() -> new StoreException("match " + matchId + " is not in the journal"));
    }

    @Override
    public void wanted(HostedMatch match) {
        Consumer<Reply<Void>> failed =
                refusal -> match.staysAsleep(broken.find(match.id()).isPresent());
        lookups.run(failed, () -> match.recall(stored(match.id())));
    }

    /** Drops a match that could not be saved, once it can be read again. */
    @Override
    public void lost(HostedMatch match) {
        // Before the journal is open: once it is, others are read again, and their clocks go on by the life that the
        // node has then.
        services.node().renew();
        services.journal().whenOpen(() -> drop(match, match.isBusy()));
    }

    @Override
    public void left(HostedMatch match) {
        drop(match, false);
    }

    /**
     * Takes a match out of memory.
     *
     * @param needed whether it goes on as soon as it is written down
     */
    private void drop(HostedMatch match, boolean needed) {
        matches.asMap().computeIfPresent(match.id(), (id, current) -> {
            if (current != match) {
                return current;
            }
            leave(id, match, needed);
            return null;
        });
    }

    /** Called while the entry is locked, so that nobody rebuilds the match before it is known to be leaving. */
    private void evicted(@Nullable String matchId, @Nullable HostedMatch match, RemovalCause cause) {
        if (matchId != null && match != null) {
            leave(matchId, match, match.isBusy());
        }
    }

    private void leave(String matchId, HostedMatch match, boolean needed) {
        CompletableFuture<Void> gone = match.retire();
        leaving.put(matchId, gone);
        var unused = gone.thenRun(() -> {
            leaving.remove(matchId, gone);
            if (needed) {
                goOn(List.of(matchId));
            }
        });
    }

    /** Gives no match to anybody any more. What is in memory goes on. */
    void drain() {
        draining = true;
    }

    boolean isDraining() {
        return draining;
    }

    /** Sends everybody away and writes down where the matches stand; completes when that is done. */
    CompletableFuture<Void> retireAll() {
        return CompletableFuture.allOf(all().stream().map(HostedMatch::retire).toArray(CompletableFuture<?>[]::new));
    }
}
