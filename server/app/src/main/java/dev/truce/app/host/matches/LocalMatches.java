package dev.truce.app.host.matches;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.truce.app.config.StartException;
import dev.truce.app.encoding.MatchSeed;
import dev.truce.app.encoding.MatchSpec;
import dev.truce.app.host.Catalogue;
import dev.truce.app.host.Entered;
import dev.truce.app.host.HostedMatch;
import dev.truce.app.host.Invitation;
import dev.truce.app.host.MatchConnection;
import dev.truce.app.host.RoomSpec;
import dev.truce.app.host.service.MatchServices;
import dev.truce.app.host.service.MatchServices.TableWatch;
import dev.truce.app.quota.Owner;
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
import dev.truce.store.EventStore;
import dev.truce.store.StoredRoom;
import dev.truce.store.StoredSeat;
import dev.truce.store.journal.Journal;
import dev.truce.store.log.LogEvent;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All rooms of a server, whose matches are in memory while somebody needs them. Thread-safe; answers come later. */
public final class LocalMatches implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalMatches.class);

    /** How often the node gives a sign of life while a clock runs: what a crash may give back to a round. */
    private static final long BEAT_MILLIS = 1_000;

    /** Tokens whose match is remembered; the others are looked up in the journal. */
    private static final int TOKENS = 10_000;

    private final Catalogue catalogue;
    private final MatchServices services;
    private final RoomBook book;
    private final BrokenMatches broken;
    private final Lookups lookups;
    private final MatchMemory memory;
    private final RoomClosing closing;
    private final Cache<String, String> matchOfToken;

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
        this.catalogue = catalogue;
        this.services = services;
        this.book = book;
        this.broken = broken;
        this.lookups = new Lookups(lookups, broken, book, services.wallClock());
        this.memory = new MatchMemory(catalogue, services, book, broken, this.lookups, ticker);
        this.closing = new RoomClosing(services, book, broken, memory, this.lookups);
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
        // Those whose match ended first make way first.
        List<StoredRoom> rooms = store.openRooms().stream()
                .sorted(Comparator.comparingLong(StoredRoom::endedUnixMillis))
                .toList();
        for (StoredRoom room : rooms) {
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
        services.timers().after(services.limits().restartGrace().toMillis(), () -> memory.goOn(unfinished));
        memory.start();
        closing.start();
        services.timers().after(BEAT_MILLIS, this::beat);
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
        lookups.run(creator.owner(), answer, () -> {
            Optional<String> before = matchOf(keyHash);
            if (before.isPresent()) {
                memory.with(before.get(), answer, match -> match.reopen(keyHash, creator, answer));
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
        Rules rules = catalogue.find(wish.wish().scenarioId()).orElseThrow();
        String matchId = MatchIds.draw(services.random());
        long now = services.wallClock().millis();
        Journal journal = services.journal();
        if (isDraining() || !journal.reserve()) {
            answer.accept(Reply.refused(journal.isSuspended() ? ServerRefusals.later() : ServerRefusals.retry()));
            return;
        }
        journal.release();
        Optional<RoomBook.Opening> opening =
                book.enter(() -> RoomCode.draw(services.random()), matchId, creator.owner(), now);
        closing.close(opening.map(RoomBook.Opening::closed).orElse(List.of()));
        if (opening.isEmpty()) {
            answer.accept(Reply.refused(Refusal.of(ConnectionCode.RETRY, "")
                    .because("refused.retry.rooms", services.limits().rooms())
                    .after(RoomClosing.SWEEP_MILLIS)));
            return;
        }
        MatchSpec spec = new MatchSpec(
                MatchSeed.of(wish.wish().seed(), services.random()),
                wish.wish().fixedRounds(),
                wish.wish().windowMillis(),
                wish.wish().openBook(),
                wish.plan().delegations(),
                wish.wish().rounds());
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
        HostedMatch match = memory.add(stored, wish.plan(), rules, spec);
        matchOfToken.put(keyHash, matchId);
        match.open(wish.bots(), key, creator, reply -> {
            if (reply instanceof Reply.Refused<Entered>) {
                book.strike(matchId);
                matchOfToken.invalidate(keyHash);
                memory.forget(matchId);
            }
            answer.accept(reply);
        });
    }

    /** Says who hears where the tables of classes stand. */
    public void watchTables(TableWatch watch) {
        memory.watchTables(watch);
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
        memory.add(stored, SeatPlan.of(spec.delegations()), rules, spec).openTable(held, answer);
    }

    /**
     * Runs what reads the journal for a class.
     *
     * @param answer gets the refusal if it cannot be read
     */
    public <T> void read(Consumer<Reply<T>> answer, Runnable task) {
        lookups.run(answer, task);
    }

    /** Does something at a table of a class, which comes into memory for it. */
    public <T> void atTable(String matchId, Consumer<Reply<T>> answer, Consumer<HostedMatch> task) {
        lookups.run(answer, () -> memory.with(matchId, answer, task));
    }

    /** Does something at a table of a class for which nobody waits: if that cannot be done now, it is tried again until it can. */
    public void atTable(String matchId, Consumer<HostedMatch> task) {
        memory.sometime(matchId, task);
    }

    /** Brings the tables of stored classes back; their clocks go on when the first of their people is back, or after a while. */
    public void restoreTables(List<String> matchIds) {
        matchIds.forEach(matchId -> atTable(matchId, match -> {}));
        services.timers().after(services.limits().restartGrace().toMillis(), () -> memory.goOn(matchIds));
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
        lookups.run(
                matchConnection.owner(),
                answer,
                () -> memory.with(matchId.get(), answer, match -> match.join(newcomer, matchConnection, answer)));
    }

    /** Tells what a code of a room opens. */
    public void invitation(RoomCode code, Owner by, Consumer<Reply<Invitation>> answer) {
        Optional<String> matchId = book.find(code);
        if (matchId.isEmpty()) {
            answer.accept(Reply.refused(ServerRefusals.unknownCode()));
        } else {
            lookups.run(by, answer, () -> memory.with(matchId.get(), answer, match -> match.invite(by, answer)));
        }
    }

    /**
     * Opens a place again.
     *
     * @param heard number of the last event that the client says it has heard; a later one than the match has told is noted in the log
     */
    public void resume(PlaceToken token, long heard, MatchConnection matchConnection, Consumer<Reply<Entered>> answer) {
        lookups.run(matchConnection.owner(), answer, () -> {
            Optional<String> matchId = matchOf(token.hash());
            if (matchId.isEmpty()) {
                answer.accept(Reply.refused(ServerRefusals.badToken()));
                return;
            }
            memory.with(
                    matchId.get(),
                    answer,
                    match -> match.resume(token, matchConnection, reply -> {
                        if (reply instanceof Reply.Done<Entered> done) {
                            compare(match, done.value().view().lastEvent(), heard);
                        }
                        answer.accept(reply);
                    }));
        });
    }

    /** Once a loss was accepted, its clients have heard more than there is; that is known. */
    private void compare(HostedMatch match, long told, long heard) {
        if (heard > told && !match.hasAcceptedLoss()) {
            broken.claims(match.id(), heard, told);
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

    /** Takes nothing more: those who ask for a room or a place are told to come back. What is open goes on until it is closed. */
    public void drain() {
        memory.drain();
    }

    public boolean isDraining() {
        return memory.isDraining();
    }

    private void beat() {
        // Another life begins whenever a write has failed, of whichever match.
        memory.all().forEach(HostedMatch::rememberClock);
        if (memory.all().stream().anyMatch(HostedMatch::isTimed)) {
            services.journal().beat(services.node().beat());
        }
        services.timers().after(BEAT_MILLIS, this::beat);
    }

    /** Returns the caches by name, for their meters. */
    public Map<String, Cache<?, ?>> caches() {
        return Map.of("matches", memory.cache(), "tokens", matchOfToken);
    }

    /** Returns the inputs and consequences that wait for their matches. */
    public int depth() {
        return memory.all().stream().mapToInt(HostedMatch::depth).sum();
    }

    /** Returns how many bots of the roster sit in matches that are in memory and not over. */
    public int bots() {
        return memory.all().stream().mapToInt(HostedMatch::bots).sum();
    }

    /** Returns how many rooms can be entered. */
    public int rooms() {
        return book.size();
    }

    /** Sends everybody away and writes down where the matches stand. Takes 10 s at most. */
    @Override
    public void close() {
        drain();
        try {
            memory.retireAll().get(MatchMemory.RETIRE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn(
                    LogEvent.DRAIN_INCOMPLETE.marker(),
                    "matches are not written after {} s",
                    MatchMemory.RETIRE_SECONDS);
        }
    }
}
