package dev.truce.protocol.client;

import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Notice;
import dev.truce.match.Seat;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ClientFrame;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.ClosingCause;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.RoomFact;
import dev.truce.protocol.message.SeedNotice;
import dev.truce.protocol.message.ServerFrame;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.protocol.message.Unreadable;
import dev.truce.protocol.message.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A client's side of what is said, over as many connections as it takes: greeting, resume, requests that are sent again,
 * events that are heard once. Knows no network and no clock but its {@link ConversationPort}. Confined to one thread.
 */
public final class Conversation {
    /** Requests that may wait for an answer; a caller that has more asks without listening. */
    static final int REQUESTS = 64;

    /** What ends a conversation whenever it comes: the token opens nothing any more. */
    private static final Set<ClosingCause> OVER =
            Set.of(ClosingCause.MATCH_FAULT, ClosingCause.PLACE_REVOKED, ClosingCause.SEAT_GIVEN_ON);

    /** Where the present connection stands. */
    private enum Phase {
        /** There is none, or it is being made. */
        DOWN,
        /** Waits for the welcome. */
        GREETING,
        /** Waits for the place. */
        RESUMING,
        /** Requests may be made. */
        UP,
        /** For good. */
        ENDED
    }

    private final Speaker speaker;
    private final SeatListener listener;
    private final ConversationPort line;
    private final Backoff backoff;
    private final Map<Long, Request<?>> requests = new LinkedHashMap<>();

    /** Waits for the first connection; null once it was told. */
    private @Nullable Consumer<Reply<Place>> opening;

    private Phase phase = Phase.DOWN;
    private Place place = Place.NONE;
    /** What opens the desk again that was opened, or null. */
    private ClassRequest.@Nullable EnterDesk desk;

    private final HeardEvents events = new HeardEvents();
    private long lastRequest;
    private long lostAtMillis = -1;
    private long leastWaitMillis;
    /** Whether the server has said that it stops, until it is there again. */
    private boolean stopped;

    private String heardMatch = "";
    private SeedNotice heardSeed = SeedNotice.DRAWN;
    private Set<RoomFact> facts = Set.of();
    /** Read by other threads too. */
    private volatile String pageUrl = "";

    private ConversationPort.@Nullable Timer timer;
    /** Read by other threads too: why no request is answered any more. */
    private volatile Refusal ending = Refusal.of(ClientCode.CLOSED, "");

    /**
     * Who speaks.
     *
     * @param role what the connection is for
     * @param clientName name of the program, at most 32 ASCII characters without spaces
     * @param clientVersion its version, the same
     * @param random spreads the tries to reconnect, so that not all clients of a restarted server come at once
     * @param waits how long to wait for what
     */
    public record Speaker(Role role, String clientName, String clientVersion, RandomGenerator random, Waits waits) {}

    /**
     * How long to wait for what.
     *
     * @param connectMillis for a connection, and again for the greeting
     * @param answerMillis for an answer while the link is up
     * @param firstRetryMillis longest wait before the first try to reconnect; doubles with each try
     * @param mostRetryMillis longest wait between two tries
     * @param patienceMillis for a connection that was lost to come back; then the client gives up
     */
    public record Waits(
            long connectMillis, long answerMillis, long firstRetryMillis, long mostRetryMillis, long patienceMillis) {
        /** Good for people and bots on the internet: outages of half an hour are sat out. */
        public static final Waits USUAL = new Waits(5_000, 20_000, 250, 10_000, 30 * 60_000);

        /** Whole minutes of patience, as people are told them. */
        public long patienceMinutes() {
            return patienceMillis / 60_000;
        }
    }

    /**
     * What the client has on the server.
     *
     * @param token secret that opens it again, or empty if there is nothing
     * @param matchId the match, or empty
     * @param roomCode its room, or empty
     * @param seat the seat, or null
     * @param viewer what is seen
     */
    public record Place(
            String token,
            String matchId,
            String roomCode,
            @Nullable Seat seat,
            Viewer viewer) {
        /** Nothing yet. */
        public static final Place NONE = new Place("", "", "", null, Viewer.PUBLIC);
    }

    /**
     * A conversation that is not connected yet.
     *
     * @param ticket of a place that is opened again, or null
     * @param opening told once: when the first connection is up, with the place if there is one, or why it is not
     */
    public Conversation(
            Speaker speaker,
            @Nullable ResumeTicket ticket,
            SeatListener listener,
            ConversationPort line,
            Consumer<Reply<Place>> opening) {
        this.speaker = speaker;
        this.listener = listener;
        this.line = line;
        this.opening = opening;
        this.backoff =
                new Backoff(speaker.waits().firstRetryMillis(), speaker.waits().mostRetryMillis(), speaker.random());
        if (ticket != null) {
            place = new Place(ticket.token(), "", "", null, Viewer.PUBLIC);
            events.goOnAfter(ticket.lastSeq());
        }
    }

    /** What the client has on the server now; {@link Place#NONE} before it has anything. */
    public Place place() {
        return place;
    }

    /** Offers of the other side that the listener has been told of in this match. */
    public int heardOffers() {
        return events.offers();
    }

    /** Why requests are refused once the conversation is over. */
    public Refusal ending() {
        return ending;
    }

    /** There is a connection. */
    public void connected() {
        if (phase != Phase.DOWN) {
            return;
        }
        phase = Phase.GREETING;
        wait(speaker.waits().connectMillis(), line::drop);
        say(nextRequest(), new ClientMessage.Hello(speaker.clientName(), speaker.clientVersion(), speaker.role()));
    }

    /** The connection is lost, or could not be made. */
    public void lost(Refusal why) {
        if (phase == Phase.ENDED) {
            return;
        }
        phase = Phase.DOWN;
        stopWaiting();
        requests.values().forEach(Request::stop);
        long now = line.nowMillis();
        lostAtMillis = lostAtMillis < 0 ? now : lostAtMillis;
        if (opening != null) {
            end(why);
        } else if (now - lostAtMillis >= speaker.waits().patienceMillis()) {
            end(Refusal.of(ClientCode.UNREACHABLE, "").because("refused.unreachable.long"));
        } else {
            long wait = backoff.next(leastWaitMillis);
            leastWaitMillis = 0;
            wait(wait, line::connect);
            hears(new Heard.Link(new LinkState.Lost(backoff.tries(), stopped)));
        }
    }

    /** The server is not the one that was meant, or cannot show that it is: trying again would not help. */
    public void untrusted(String why) {
        if (phase != Phase.ENDED) {
            end(Refusal.of(ClientCode.CERTIFICATE_NOT_TRUSTED, "").naming(why));
        }
    }

    /** Makes a request, now or when the link is up again. */
    public <T> void ask(Request<T> request) {
        if (phase == Phase.ENDED) {
            request.refused(ending);
        } else if (requests.size() >= REQUESTS) {
            request.refused(Refusal.of(ConnectionCode.RETRY, "")
                    .because("refused.retry.waiting")
                    .after(1_000));
        } else {
            long id = nextRequest();
            requests.put(id, request);
            if (phase == Phase.UP) {
                send(id, request);
            }
        }
    }

    /** The server said something. */
    public void heard(ServerFrame frame) {
        ServerMessage body = frame.body();
        if (phase == Phase.DOWN || phase == Phase.ENDED) {
            return;
        }
        if (body instanceof ServerMessage.Closing closing) {
            closing(closing);
        } else if (body instanceof ServerMessage.TakenOver) {
            takenOver();
        } else if (phase == Phase.GREETING) {
            greeted(body);
        } else if (phase == Phase.RESUMING) {
            resumed(body);
        } else if (frame.replyTo() != 0) {
            answered(frame.replyTo(), body);
        } else if (frame.seq() != 0) {
            event(frame);
        } else if (body instanceof ServerMessage.RoomChanged room) {
            if (room.seedChosen()) {
                seed(SeedNotice.CHOSEN);
            }
            RoomFact.changes(facts, room.facts(), (fact, holds) -> hears(new Heard.Fact(fact, holds)));
            facts = room.facts();
            hears(new Heard.Room(room.roomCode(), room.seats(), room.mode()));
        } else if (body instanceof ServerMessage.OfClass ofClass) {
            hears(new Heard.OfClass(ofClass.news()));
        } else if (body instanceof ServerMessage.Told told && told.notice() instanceof Notice.BriefGiven) {
            hears(new Heard.Told(told.notice(), 0));
        } else if (body instanceof ServerMessage.MatchStarted match
                && !match.matchId().equals(heardMatch)) {
            heardMatch = match.matchId();
            seed(match.seed());
            hears(new Heard.Begun(match.matchId(), match.scenarioId(), match.scenarioHash(), frame.ruleset()));
        }
    }

    private void seed(SeedNotice seed) {
        if (!seed.equals(heardSeed)) {
            heardSeed = seed;
            hears(new Heard.Seed(seed));
        }
    }

    /** The server said something that this program is too old for, or the server is wrong. */
    public void unreadable(Unreadable what) {
        Request<?> request = requests.remove(what.requestId());
        if (request != null) {
            request.refused(unreadable(ClientCode.UNREADABLE_ANSWER, what.refusal()));
        } else if (phase != Phase.ENDED) {
            end(unreadable(ClientCode.UNREADABLE_EVENT, what.refusal()));
        }
    }

    private static Refusal unreadable(ClientCode code, Refusal wrong) {
        return Refusal.of(code, wrong.field())
                .because("refused.unreadable", wrong.field())
                .legal(wrong.legal());
    }

    /** Returns the address of the page that the server names for browsers, or nothing. Safe from any thread. */
    String pageUrl() {
        return pageUrl;
    }

    /** The user of the client closes it. */
    public void close() {
        if (phase == Phase.ENDED) {
            return;
        }
        phase = Phase.ENDED;
        stopWaiting();
        drain().forEach(Request::closed);
        opened(new Reply.Refused<>(Refusal.of(ClientCode.CLOSED, "")));
        line.end();
    }

    private void greeted(ServerMessage body) {
        if (body instanceof ServerMessage.Refused refused) {
            turnedAway(refused);
        } else if (body instanceof ServerMessage.Welcome welcome) {
            pageUrl = welcome.pageUrl();
            hears(new Heard.ServerTime(welcome.serverUnixMillis(), true));
            if (desk != null) {
                comeBack(new ClientMessage.OfClass(desk));
            } else if (!place.token().isEmpty()) {
                comeBack(new ClientMessage.Resume(place.token(), events.last()));
            } else {
                up();
            }
        }
    }

    /** Has what was had before the loss opened again: requests that wait rest on it. */
    private void comeBack(ClientMessage wish) {
        phase = Phase.RESUMING;
        wait(speaker.waits().answerMillis(), line::drop);
        say(nextRequest(), wish);
    }

    private void resumed(ServerMessage body) {
        if (body instanceof ServerMessage.Refused refused) {
            turnedAway(refused);
        } else if (body instanceof ServerMessage.Resumed resumed) {
            enter(new Place(resumed.token(), resumed.matchId(), resumed.roomCode(), resumed.seat(), resumed.viewer()));
            events.hasHeard(resumed.heardOffers());
            up();
            hears(new Heard.DeadlineMoved(resumed.deadlineUnixMillis()));
            Orders sealed = resumed.sealed();
            if (sealed != null) {
                hears(new Heard.Sealed(sealed));
            }
        } else if (body instanceof ServerMessage.OfClass told && told.news() instanceof ClassNews.DeskEntered) {
            up();
        }
    }

    private void turnedAway(ServerMessage.Refused refused) {
        Refusal refusal = refused.refusal();
        if (ConnectionCode.isTemporary(refusal.code()) && opening == null) {
            leastWaitMillis = refusal.retryAfterMillis();
            line.drop();
        } else {
            end(refusal);
        }
    }

    private void up() {
        phase = Phase.UP;
        stopped = false;
        stopWaiting();
        ping();
        // What a listener asks from here on is sent as it asks.
        List<Long> waiting = List.copyOf(requests.keySet());
        opened(new Reply.Done<>(place));
        hears(new Heard.Link(new LinkState.Up()));
        for (long id : waiting) {
            Request<?> request = requests.get(id);
            if (request != null) {
                send(id, request);
            }
        }
    }

    private void opened(Reply<Place> reply) {
        Consumer<Reply<Place>> waiting = opening;
        opening = null;
        if (waiting != null) {
            waiting.accept(reply);
        }
    }

    private void send(long id, Request<?> request) {
        request.await(line.after(speaker.waits().answerMillis(), () -> {
            requests.remove(id);
            request.refused(Refusal.of(ClientCode.NO_ANSWER, "").after(1_000));
        }));
        say(id, request.body());
    }

    private void ping() {
        wait(Wire.PING_MILLIS, () -> {
            say(nextRequest(), new ClientMessage.Ping(line.nowMillis()));
            ping();
        });
    }

    private void answered(long id, ServerMessage body) {
        progress();
        if (body instanceof ServerMessage.Pong pong) {
            hears(new Heard.ServerTime(pong.serverUnixMillis(), false));
        }
        take(body);
        Request<?> request = requests.remove(id);
        if (request != null) {
            request.answered(ofThePlace(request.body(), body));
        }
    }

    /** Has what is given, also when the one who asked for it has stopped waiting: the server holds it for nobody else. */
    private void take(ServerMessage body) {
        if (body instanceof ServerMessage.Seated seated) {
            enterAnew(new Place(
                    seated.token(),
                    seated.matchId(),
                    seated.roomCode(),
                    seated.seat(),
                    Viewer.of(seated.seat().side())));
        } else if (body instanceof ServerMessage.Watching watching) {
            enterAnew(new Place(watching.token(), watching.matchId(), watching.roomCode(), null, watching.viewer()));
        } else if (body instanceof ServerMessage.RoomCreated created) {
            enterAnew(new Place(created.token(), created.matchId(), created.roomCode(), null, Viewer.PUBLIC));
        } else if (body instanceof ServerMessage.OfClass told && told.news() instanceof ClassNews.DeskEntered entered) {
            desk = new ClassRequest.EnterDesk(entered.classCode(), entered.token());
        }
    }

    /**
     * Somebody who opened a room and asks for a place in it may come back to that very place, because the first answer was lost; what is asked then
     * is asked for what he has.
     */
    private ServerMessage ofThePlace(ClientMessage asked, ServerMessage answer) {
        boolean hasIt = asked instanceof ClientMessage.JoinRoom join
                && answer instanceof ServerMessage.Refused refused
                && refused.refusal().code() == ConnectionCode.ALREADY_SEATED
                && join.roomCode().equalsIgnoreCase(place.roomCode());
        if (!hasIt) {
            return answer;
        }
        Seat seat = place.seat();
        return seat == null
                ? new ServerMessage.Watching(place.matchId(), place.roomCode(), place.viewer(), place.token())
                : new ServerMessage.Seated(place.matchId(), place.roomCode(), seat, place.token(), "");
    }

    private void event(ServerFrame frame) {
        if (events.has(frame)) {
            return;
        }
        Refusal wrong = events.fault(frame);
        if (wrong != null) {
            // Has the events told again over another connection; a server that is wrong again and again is left.
            if (events.isTrusted()) {
                line.drop();
            } else {
                end(wrong);
            }
            return;
        }
        events.take(frame);
        progress();
        if (frame.body() instanceof ServerMessage.Told told) {
            hears(new Heard.Told(told.notice(), told.deadlineUnixMillis()));
            events.count(told.notice(), place.seat());
            if (told.notice() instanceof Notice.HostActed) {
                // The host wants to know that its words have arrived; every frame says what was heard.
                say(nextRequest(), new ClientMessage.Ping(line.nowMillis()));
            }
        }
    }

    private void closing(ServerMessage.Closing closing) {
        Refusal closed = Refusal.of(closing.cause(), "")
                .because("refused.closing." + closing.cause().name().toLowerCase(Locale.ROOT))
                .saying(closing.detail());
        if (OVER.contains(closing.cause())) {
            end(closed);
        } else if (opening != null) {
            end(closed.after(closing.retryAfterMillis()));
        } else {
            leastWaitMillis = closing.retryAfterMillis();
            stopped = closing.cause() == ClosingCause.SHUTTING_DOWN;
        }
    }

    private void takenOver() {
        Refusal refusal = Refusal.of(ClientCode.TAKEN_OVER, "");
        finish(refusal);
        hears(new Heard.Link(new LinkState.TakenOver()));
    }

    private void end(Refusal refusal) {
        finish(refusal);
        hears(new Heard.Link(new LinkState.Closed(refusal)));
    }

    private void finish(Refusal refusal) {
        phase = Phase.ENDED;
        ending = refusal;
        stopWaiting();
        drain().forEach(request -> request.refused(refusal));
        opened(new Reply.Refused<>(refusal));
        line.end();
    }

    private List<Request<?>> drain() {
        List<Request<?>> waiting = new ArrayList<>(requests.values());
        requests.clear();
        return waiting;
    }

    private void enterAnew(Place entered) {
        if (!entered.matchId().equals(place.matchId())) {
            events.begin();
        }
        enter(entered);
    }

    private void enter(Place entered) {
        place = entered;
        hears(new Heard.NewTicket(new ResumeTicket(entered.token(), events.last())));
    }

    private void progress() {
        backoff.reset();
        lostAtMillis = -1;
    }

    private long nextRequest() {
        lastRequest++;
        return lastRequest;
    }

    private void say(long id, ClientMessage body) {
        line.send(new ClientFrame(Wire.PROTO_VERSION, "", id, events.last(), body));
    }

    private void hears(Heard heard) {
        tell(() -> listener.hear(heard));
    }

    private void tell(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException fault) {
            line.failed(fault);
        }
    }

    private void wait(long millis, Runnable task) {
        stopWaiting();
        timer = line.after(millis, task);
    }

    private void stopWaiting() {
        ConversationPort.Timer waiting = timer;
        if (waiting != null) {
            waiting.cancel();
            timer = null;
        }
    }
}
