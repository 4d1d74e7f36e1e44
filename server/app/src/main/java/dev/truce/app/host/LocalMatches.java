package dev.truce.app.host;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.truce.app.config.StartException;
import dev.truce.app.encoding.MatchSeed;
import dev.truce.app.encoding.MatchSpec;
import dev.truce.app.host.service.MatchServices;
import dev.truce.app.host.service.TableWatch;
import dev.truce.app.host.service.Timers;
import dev.truce.app.room.PlaceToken;
import dev.truce.app.room.Room;
import dev.truce.app.room.RoomBook;
import dev.truce.app.room.RoomCode;
import dev.truce.app.room.SeatPlan;
import dev.truce.app.room.ServerRefusals;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.round.Rules;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.store.Batch;
import dev.truce.store.BrokenStream;
import dev.truce.store.BrokenStreamException;
import dev.truce.store.Entry;
import dev.truce.store.EventStore;
import dev.truce.store.StoreException;
import dev.truce.store.StoredClock;
import dev.truce.store.StoredMatch;
import dev.truce.store.StoredRoom;
import dev.truce.store.StoredSeat;
import dev.truce.store.journal.Journal;
import dev.truce.store.log.LogEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All rooms of a server, whose matches are in memory while somebody needs them. Thread-safe; answers come later. */
public final class LocalMatches implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalMatches.class);

    /** How often matches that somebody needs are kept in memory. */
    private static final long KEEP_MILLIS = 5_000;

    /** How often the node gives a sign of life while a clock runs: what a crash may give back to a round. */
    private static final long BEAT_MILLIS = 1_000;

    /** How often dead rooms are looked for. */
    private static final long SWEEP_MILLIS = 60_000;

    /** How long a match that leaves memory may take to be written down. */
    private static final long RETIRE_SECONDS = 10;

    /** Tokens whose match is remembered; the others are looked up in the journal. */
    private static final int TOKENS = 10_000;

    private final Catalogue catalogue;
    private final MatchServices services;
    private final Executor lookups;
    private final RoomBook book;
    private final BrokenMatches broken;
    private final Cache<String, HostedMatch> matches;
    private final Cache<String, String> matchOfToken;
    private final Map<String, CompletableFuture<Void>> leaving = new ConcurrentHashMap<>();
    private final HostedMatch.Memory memory = new HostedMatch.Memory() {
        @Override
        public void lost(HostedMatch match) {
            LocalMatches.this.lost(match);
        }

        @Override
        public void left(HostedMatch match) {
            drop(match, false);
        }
    };
    private volatile TableWatch tables = (classId, table) -> {};
    private volatile boolean closed;

    /**
     * Knows no match yet.
     *
     * @param broken gets the matches that cannot be brought back
     * @param lookups runs what reads the journal; may turn tasks away
     * @param ticker time for the caches
     */
    public LocalMatches(
            Catalogue catalogue,
            MatchServices services,
            RoomBook book,
            BrokenMatches broken,
            Executor lookups,
            Ticker ticker) {
        this.broken = broken;
        this.catalogue = catalogue;
        this.services = services;
        this.lookups = lookups;
        this.book = book;
        this.matches = Caffeine.newBuilder()
                // Twice as many as rooms: a match whose room made way for another stays while somebody looks at it.
                .maximumSize(2L * services.limits().rooms())
                .expireAfterAccess(services.limits().idleMatch())
                .ticker(ticker)
                .executor(Runnable::run)
                .recordStats()
                .evictionListener(this::evicted)
                .build();
        this.matchOfToken = Caffeine.newBuilder()
                .maximumSize(TOKENS)
                .expireAfterAccess(services.limits().idleMatch())
                .ticker(ticker)
                .executor(Runnable::run)
                .recordStats()
                .build();
    }

    /**
     * Verifies the streams of open rooms and enters the rooms. Their matches go on when the first of their people is back, or after
     * a while.
     *
     * @throws StartException if there is one that this version cannot play
     */
    public void start() throws StartException {
        EventStore store = services.journal().store();
        for (String stream : store.openStreams()) {
            store.check(stream).ifPresent(broken::add);
        }
        for (StoredRoom room : store.openRooms()) {
            if (!room.hasEnded() && broken.find(room.matchId()).isEmpty()) {
                requirePlayable(room);
            }
            book.enter(room);
            if (broken.find(room.matchId()).isPresent()) {
                book.faulted(room.matchId(), room.createdUnixMillis());
            }
        }
        List<String> unfinished = book.unfinished();
        if (!unfinished.isEmpty()) {
            LOG.info(LogEvent.MATCHES_RESTORED.marker(), "{} matches go on where they were", unfinished.size());
        }
        services.timers().after(services.limits().restartGrace().toMillis(), () -> goOn(unfinished));
        services.journal().watch(() -> matches.asMap().values().forEach(HostedMatch::wake));
        services.timers().after(KEEP_MILLIS, this::keep);
        services.timers().after(BEAT_MILLIS, this::beat);
        services.timers().after(SWEEP_MILLIS, this::sweep);
    }

    private void requirePlayable(StoredRoom room) throws StartException {
        if (catalogue
                .find(room.scenarioId(), room.ruleset(), room.scenarioHash())
                .isEmpty()) {
            throw new StartException(
                    StartException.Code.UNKNOWN_RULESET,
                    "unplayable",
                    room.matchId(),
                    room.scenarioId(),
                    room.ruleset(),
                    room.scenarioHash());
        }
    }

    /** Opens a room with one match for its creator. */
    public void open(RoomSpec wish, String key, MatchConnection creator, Consumer<Reply<Entered>> answer) {
        String keyHash = PlaceToken.hashOfKey(key);
        lookup(answer, () -> {
            Optional<String> before = matchOf(keyHash);
            if (before.isPresent()) {
                withMatch(before.get(), answer, match -> match.reopen(keyHash, creator, answer));
                return;
            }
            Optional<Refusal> fault = wish.fault(catalogue);
            if (fault.isPresent()) {
                answer.accept(Reply.refused(fault.get()));
                return;
            }
            openNew(wish, key, keyHash, creator, answer);
        });
    }

    private void openNew(
            RoomSpec wish, String key, String keyHash, MatchConnection creator, Consumer<Reply<Entered>> answer) {
        Rules rules = catalogue.find(wish.scenarioId()).orElseThrow();
        String matchId = MatchIds.draw(services.random());
        long now = services.wallClock().millis();
        Journal journal = services.journal();
        if (closed || !journal.reserve()) {
            answer.accept(Reply.refused(journal.isSuspended() ? ServerRefusals.later() : ServerRefusals.retry()));
            return;
        }
        journal.release();
        Optional<RoomBook.Opening> opening = book.enter(() -> RoomCode.draw(services.random()), matchId, now);
        closeRooms(opening.map(RoomBook.Opening::closed).orElse(List.of()));
        if (opening.isEmpty()) {
            answer.accept(Reply.refused(Refusal.of(ConnectionCode.RETRY, "")
                    .because("refused.retry.rooms", services.limits().rooms())
                    .after(SWEEP_MILLIS)));
            return;
        }
        MatchSpec spec = new MatchSpec(
                MatchSeed.of(wish.seed(), services.random()),
                wish.fixedRounds(),
                wish.windowMillis(),
                wish.openBook(),
                wish.plan().delegations(),
                wish.rounds());
        StoredRoom stored = new StoredRoom(
                matchId,
                opening.get().code().text(),
                rules.scenario().ruleset(),
                rules.scenario().id(),
                rules.scenario().hash(),
                spec.toBytes(),
                now,
                false,
                0);
        HostedMatch match = hosted(new Room(stored, wish.plan(), List.of(), List.of()), rules, spec);
        matches.put(matchId, match);
        matchOfToken.put(keyHash, matchId);
        match.open(wish.bots(), key, creator, reply -> {
            if (reply instanceof Reply.Refused<Entered>) {
                book.strike(matchId);
                matchOfToken.invalidate(keyHash);
                matches.invalidate(matchId);
            }
            answer.accept(reply);
        });
    }

    /** Says who hears where the tables of classes stand. */
    public void watchTables(TableWatch watch) {
        tables = watch;
    }

    /**
     * Opens a table of a class.
     *
     * @param stored names its class and its number
     * @param held who sits on each of its seats
     * @param answer gets the id of its match
     */
    public void openTable(StoredRoom stored, List<StoredSeat> held, Consumer<Reply<String>> answer) {
        Rules rules = catalogue.find(stored.scenarioId()).orElseThrow();
        MatchSpec spec = MatchSpec.of(stored.setup());
        Room room = new Room(stored, SeatPlan.of(spec.delegations()), List.of(), List.of());
        HostedMatch match = hosted(room, rules, spec);
        matches.put(match.id(), match);
        match.openTable(held, answer);
    }

    /** Does something at a table of a class, which comes into memory for it. */
    public <T> void atTable(String matchId, Consumer<Reply<T>> answer, Consumer<HostedMatch> task) {
        lookup(answer, () -> withMatch(matchId, answer, task));
    }

    /** Brings the tables of stored classes back; their clocks go on when the first of their people is back, or after a while. */
    public void restoreTables(List<String> matchIds) {
        Consumer<Reply<Void>> nobody = reply -> {};
        matchIds.forEach(matchId -> atTable(matchId, nobody, match -> {}));
        services.timers().after(services.limits().restartGrace().toMillis(), () -> goOn(matchIds));
    }

    /**
     * Writes that rooms were closed. Their matches leave memory, unless somebody is still in them; who has a place there can come
     * back to it all the same. A room whose end cannot be written now is closed again after the next start.
     */
    private void closeRooms(List<String> matchIds) {
        for (String matchId : matchIds) {
            if (broken.find(matchId).isPresent()) {
                continue;
            }
            HostedMatch inMemory = matches.getIfPresent(matchId);
            if (inMemory == null) {
                closeStored(matchId);
            } else {
                // Asked before the room is closed, since writing that keeps the match busy for a moment.
                boolean busy = inMemory.isBusy();
                inMemory.closeRoom();
                if (!busy) {
                    drop(inMemory, false);
                }
            }
        }
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

    /** If the match comes into memory meanwhile, one of the two is fenced and reads again what the other has written. */
    private void closeStored(String matchId) {
        Journal journal = services.journal();
        long last = journal.store().last(matchId);
        if (last > 0 && journal.reserve()) {
            journal.write(new Batch(matchId, last, List.of(new Entry.RoomClosed())), Journal.Sender.NONE);
        }
    }

    /** Drops a match that could not be saved, once it can be read again. */
    private void lost(HostedMatch match) {
        services.journal().whenOpen(() -> {
            services.node().renew();
            drop(match, match.isBusy());
        });
    }

    private HostedMatch hosted(Room room, Rules rules, MatchSpec spec) {
        return new HostedMatch(
                room, rules, spec, services, book, memory, (classId, table) -> tables.changed(classId, table));
    }

    /** Enters a room by its code. */
    public void join(
            RoomCode code, Room.Newcomer newcomer, MatchConnection matchConnection, Consumer<Reply<Entered>> answer) {
        Optional<String> matchId = book.find(code);
        if (book.findClass(code).isPresent()) {
            answer.accept(Reply.refused(ServerRefusals.isAClass()));
            return;
        }
        if (matchId.isEmpty()) {
            answer.accept(Reply.refused(ServerRefusals.unknownCode()));
            return;
        }
        lookup(answer, () -> withMatch(matchId.get(), answer, match -> match.join(newcomer, matchConnection, answer)));
    }

    /**
     * Opens a place again.
     *
     * @param heard number of the last event that the client has heard; a later one than the match has told means that the journal has
     *     lost its end
     */
    public void resume(PlaceToken token, long heard, MatchConnection matchConnection, Consumer<Reply<Entered>> answer) {
        lookup(answer, () -> {
            Optional<String> matchId = matchOf(token.hash());
            if (matchId.isEmpty()) {
                answer.accept(Reply.refused(ServerRefusals.badToken()));
                return;
            }
            withMatch(
                    matchId.get(),
                    answer,
                    match -> match.resume(token, matchConnection, reply -> {
                        if (reply instanceof Reply.Done<Entered> done) {
                            requireTold(match, done.value().view().lastEvent(), heard);
                        }
                        answer.accept(reply);
                    }));
        });
    }

    /** Once a loss was accepted, its clients have heard more than there is; that is known. */
    private void requireTold(HostedMatch match, long told, long heard) {
        if (heard > told && !match.hasAcceptedLoss()) {
            broken.addTruncated(match.id(), heard, told);
        }
    }

    private Optional<String> matchOf(String hash) {
        String known = matchOfToken.getIfPresent(hash);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<String> found = services.journal().store().matchOfToken(hash);
        found.ifPresent(matchId -> matchOfToken.put(hash, matchId));
        return found;
    }

    /** Takes nothing more: who asks for a room or a place is told to come back. What is open goes on until it is closed. */
    public void drain() {
        closed = true;
    }

    public boolean isDraining() {
        return closed;
    }

    private <T> void lookup(Consumer<Reply<T>> answer, Runnable task) {
        try {
            lookups.execute(() -> {
                try {
                    task.run();
                } catch (BrokenStreamException e) {
                    broken.add(e.broken());
                    book.faulted(e.broken().stream(), services.wallClock().millis());
                    answer.accept(Reply.refused(ServerRefusals.broken(e.broken())));
                } catch (StoreException e) {
                    LOG.warn(LogEvent.JOURNAL_UNREADABLE.marker(), "the journal cannot be read now", e);
                    answer.accept(Reply.refused(ServerRefusals.later()));
                } catch (RuntimeException e) {
                    // A client waits for an answer, whatever is wrong with what was stored.
                    LOG.error(LogEvent.MATCH_UNREADABLE.marker(), "a match could not be brought back", e);
                    answer.accept(Reply.refused(ServerRefusals.unavailable()));
                }
            });
        } catch (RejectedExecutionException full) {
            answer.accept(Reply.refused(ServerRefusals.retry()));
        }
    }

    private <T> void withMatch(String matchId, Consumer<Reply<T>> answer, Consumer<HostedMatch> task) {
        if (closed) {
            answer.accept(Reply.refused(ServerRefusals.retry()));
            return;
        }
        HostedMatch match;
        try {
            match = load(matchId);
        } catch (LeavingException e) {
            whenGone(e.gone, answer, () -> withMatch(matchId, answer, task));
            return;
        }
        task.accept(match);
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
                lookup(answer, task);
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
        StoredMatch stored = store.match(matchId)
                .orElseThrow(() -> new StoreException("match " + matchId + " is not in the journal"));
        StoredRoom room = stored.room();
        Rules rules = catalogue
                .find(room.scenarioId(), room.ruleset(), room.scenarioHash())
                .orElseThrow(() -> new StoreException("match " + matchId + " is of another version: "
                        + room.scenarioId() + " " + room.scenarioHash()));
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

    private void goOn(List<String> matchIds) {
        for (String matchId : matchIds) {
            Consumer<Reply<Void>> nobody = reply -> {};
            lookup(nobody, () -> withMatch(matchId, nobody, HostedMatch::goOn));
        }
    }

    private void beat() {
        if (matches.asMap().values().stream().anyMatch(HostedMatch::isTimed)) {
            services.journal().beat(services.node().beat());
        }
        services.timers().after(BEAT_MILLIS, this::beat);
    }

    private void keep() {
        for (HostedMatch match : matches.asMap().values()) {
            if (match.isBusy()) {
                // Reading it keeps it in memory.
                HostedMatch unused = matches.getIfPresent(match.id());
            }
        }
        matches.cleanUp();
        services.timers().after(KEEP_MILLIS, this::keep);
    }

    private void sweep() {
        List<String> expired = book.expired(services.wallClock().millis(), services.limits());
        if (!expired.isEmpty() && !services.journal().isSuspended()) {
            Consumer<Reply<Void>> nobody = reply -> {};
            lookup(nobody, () -> {
                expired.forEach(book::strike);
                closeRooms(expired);
            });
        }
        services.timers().after(SWEEP_MILLIS, this::sweep);
    }

    /** Returns the caches by name, for their meters. */
    public Map<String, Cache<?, ?>> caches() {
        return Map.of("matches", matches, "tokens", matchOfToken);
    }

    /** Returns the inputs and consequences that wait for their matches. */
    public int depth() {
        return matches.asMap().values().stream().mapToInt(HostedMatch::depth).sum();
    }

    /** Returns how many bots of the roster sit in matches that are in memory and not over. */
    public int bots() {
        return matches.asMap().values().stream().mapToInt(HostedMatch::bots).sum();
    }

    /** Returns how many rooms can be entered. */
    public int rooms() {
        return book.size();
    }

    /** Sends everybody away and writes down where the matches stand. Takes 10 s at most. */
    @Override
    public void close() {
        drain();
        List<CompletableFuture<Void>> gone = new ArrayList<>();
        for (HostedMatch match : matches.asMap().values()) {
            gone.add(match.retire());
        }
        try {
            CompletableFuture.allOf(gone.toArray(new CompletableFuture<?>[0])).get(RETIRE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn(LogEvent.DRAIN_INCOMPLETE.marker(), "matches are not written after {} s", RETIRE_SECONDS);
        }
    }
}
