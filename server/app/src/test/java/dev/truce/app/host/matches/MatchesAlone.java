package dev.truce.app.host.matches;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.truce.app.HandTimers;
import dev.truce.app.config.ServerLimits;
import dev.truce.app.config.StartException;
import dev.truce.app.encoding.MatchSpec;
import dev.truce.app.host.Catalogue;
import dev.truce.app.host.Entered;
import dev.truce.app.host.MatchConnection;
import dev.truce.app.host.RoomSpec;
import dev.truce.app.host.SavedDeed;
import dev.truce.app.host.View;
import dev.truce.app.host.service.BotWorkers;
import dev.truce.app.host.service.MatchListener;
import dev.truce.app.host.service.MatchServices;
import dev.truce.app.host.service.NodeLife;
import dev.truce.app.log.AuditLog;
import dev.truce.app.room.Place;
import dev.truce.app.room.Room;
import dev.truce.app.room.RoomBook;
import dev.truce.app.signature.RecordSigner;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.view.RoundView;
import dev.truce.match.Input;
import dev.truce.match.Notice;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.message.ClosingCause;
import dev.truce.protocol.message.RoomRequest;
import dev.truce.scenario.Scenarios;
import dev.truce.store.EventStore;
import dev.truce.store.StoredSeat;
import dev.truce.store.journal.Journal;
import dev.truce.store.journal.Journal.CommitListener;
import java.lang.management.ManagementFactory;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.management.JMException;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/** The matches of a server without its network, whose people do at once what they do. The clock moves only by hand. */
final class MatchesAlone {
    private final HandTimers timers = new HandTimers();
    private final Journal journal;
    private final LocalMatches matches;
    private final AtomicInteger keys = new AtomicInteger();

    MatchesAlone(EventStore store, ServerLimits limits) throws StartException {
        this(store, limits, Runnable::run, Runnable::run);
    }

    /**
     * Starts.
     *
     * @param lookups runs what reads the journal
     * @param thinking runs bots
     */
    MatchesAlone(EventStore store, ServerLimits limits, Executor lookups, Executor thinking) throws StartException {
        journal = new Journal(store, CommitListener.NONE, Clock.systemUTC(), 10_000);
        MatchServices services = new MatchServices(
                journal,
                () -> Runnable::run,
                Runnable::run,
                new BotWorkers(thinking, 1),
                timers,
                new NodeLife(timers, new SplittableRandom(1)),
                Clock.systemUTC(),
                new SecureRandom(),
                new Silent(),
                null,
                AuditLog.none(),
                limits,
                RecordSigner.NONE);
        Ticker ticker = timers::nanos;
        matches = new LocalMatches(
                Catalogue.of(List.of(Scenarios.busan2025())),
                services,
                new RoomBook(limits.rooms()),
                new BrokenMatches(),
                lookups,
                ticker);
        matches.start();
    }

    /** Somebody on a seat. */
    record Sitting(Entered entered, MatchConnection person) {
        View view() {
            return entered.view();
        }

        void leave() {
            view().detach(person);
        }
    }

    /** A connection that needs nothing. */
    private static final class Person implements MatchConnection {
        @Override
        public void wake() {}

        @Override
        public void takenOver() {}

        @Override
        public void close(ClosingCause cause, String detail) {}
    }

    private static final class Silent implements MatchListener {
        @Override
        public void opened(String matchId) {}

        @Override
        public void running(String matchId, boolean again) {}

        @Override
        public void sealed(String matchId) {}

        @Override
        public void acknowledged(String matchId, long nanos) {}

        @Override
        public void resolved(String matchId, MatchSpec spec, RoundView seenByAll, RoundView full) {}

        @Override
        public void negotiated(String matchId, Notice notice) {}

        @Override
        public void over(String matchId, Notice.MatchOver over) {}

        @Override
        public void faulted(String matchId) {}

        @Override
        public void decided(String matchId, long nanos, boolean crashed) {}
    }

    private static <T> T done(Consumer<Consumer<Reply<T>>> request) {
        CompletableFuture<Reply<T>> answer = new CompletableFuture<>();
        request.accept(answer::complete);
        if (answer.join() instanceof Reply.Done<T> done) {
            return done.value();
        }
        throw new IllegalStateException(answer.join().toString());
    }

    private static Sitting join(Entered creator, MatchConnection who, String name, boolean isCreator) {
        Room.Newcomer newcomer = new Room.Newcomer(
                null,
                null,
                null,
                name,
                StoredSeat.Kind.PERSON,
                name + creator.match().id(),
                isCreator ? creator.view().place() : null);
        return new Sitting(done(answer -> creator.match().join(newcomer, who, answer)), who);
    }

    /** Lets time pass, in which nobody does anything. */
    void pass(long millis) {
        timers.pass(millis);
    }

    LocalMatches matches() {
        return matches;
    }

    /** Writes what waits; the server is gone after that. */
    void close() {
        journal.close();
    }

    /** Returns how many things are due some time. */
    int alarms() {
        return timers.waiting();
    }

    /**
     * Opens a room for a match of two people and starts it.
     *
     * @param rounds how many the match has
     * @return their seats
     */
    List<Sitting> begin(int rounds) {
        Sitting ann = open(rounds, 0, null);
        Sitting bo = join(ann.entered(), new Person(), "Bo", false);
        start(ann);
        return List.of(ann, bo);
    }

    /** Opens a room for a match of a person, who is the US, against a bot of the server, and starts it. */
    Sitting begin(int rounds, long windowMillis, String bot) {
        Sitting ann = open(rounds, windowMillis, bot);
        start(ann);
        return ann;
    }

    /** The same for a match whose rounds wait for their host, without a limit of time. */
    Sitting beginGated(int rounds, String bot) {
        Sitting ann = open(new RoomRequest("busan-2025", null, rounds, 0, null, bot, false).gated());
        start(ann);
        return ann;
    }

    private Sitting open(int rounds, long windowMillis, @Nullable String bot) {
        return open(new RoomRequest("busan-2025", null, rounds, windowMillis, null, bot, false));
    }

    private Sitting open(RoomRequest request) {
        Person ann = new Person();
        RoomSpec wish = new RoomSpec(request);
        Entered creator = done(answer -> matches.open(wish, "key" + keys.incrementAndGet(), ann, answer));
        return join(creator, ann, "Ann", true);
    }

    private void start(Sitting creator) {
        directs(creator.entered().match().id(), new HostAct.Start());
    }

    /** Does what the owner of a room may do, who need not be there. */
    void directs(String matchId, HostAct act) {
        SavedDeed unused =
                done(answer -> matches.atTable(matchId, answer, match -> match.direct(new Input.Hosts(act), answer)));
    }

    /** Plays a round, in which both order something now and then. */
    static void play(List<Sitting> seats, int round) {
        for (Sitting seat : seats) {
            does(seat, round, "s", new Deed.Submit(orders(seat.view(), round)));
        }
        for (Sitting seat : seats) {
            does(seat, round, "r", new Deed.Ready(true, 0));
        }
    }

    static void does(Sitting from, int round, String key, Deed deed) {
        Seat seat = ((Place.AtSeat) from.view().place()).seat();
        SavedDeed unused =
                done(answer -> from.entered().match().input(new Input.Does(seat, round, key + round, deed), answer));
    }

    private static List<RequestedOrder> orders(View view, int round) {
        List<LegalLevels> legal = opened(view, round).observation().legal();
        LegalLevels one = legal.get(round % legal.size());
        return round % 3 == 0
                ? List.of()
                : List.of(RequestedOrder.of(
                        new Order(one.instrument(), one.legal().get(0))));
    }

    /** Waits until a round is open: it is told just after the answer to what opens it. */
    static Notice.RoundOpened opened(View view, int round) {
        while (true) {
            for (long event = view.lastEvent(); event > 0; event--) {
                if (view.event(event) instanceof Notice.RoundOpened opened
                        && opened.observation().openRound() == round) {
                    return opened;
                }
            }
            Thread.onSpinWait();
        }
    }

    /** Returns all that the heap holds, by class; collects what it can before it counts. */
    static String histogram() throws JMException {
        return (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
    }
}
