package dev.truce.web.seat;

import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.match.Seat;
import dev.truce.protocol.client.ClientCode;
import dev.truce.protocol.client.Conversation;
import dev.truce.protocol.client.Heard;
import dev.truce.protocol.client.LinkState;
import dev.truce.protocol.client.ResumeTicket;
import dev.truce.protocol.client.SeatListener;
import dev.truce.protocol.client.SeatTicket;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.ClosingCause;
import dev.truce.protocol.message.ConnectionCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A person's place in a room of the server that the page came from: the seat once the match has begun, and until then what it waits for.
 * Requests that wait when the link is lost are sent again with the same key, as by every client. Not thread-safe.
 */
public final class RoomEntry implements SeatListener.ToSome {
    /** What the refusal of a room's way in says of a class whose names are picked from a list. */
    private static final String BY_LIST = "list";

    private final BiFunction<String, String, @Nullable Scenario> shelf;
    private final Supplier<String> keys;
    private final RoomLine line;
    private @Nullable Seat place;
    private String opponent = "";
    private @Nullable Refusal refusal;
    private @Nullable RoomSeat seat;
    private @Nullable LinkState link;
    private @Nullable ResumeTicket ticket;
    private @Nullable Supplier<ClientMessage> wanted;
    private final ServerClock clock;
    /** What was heard of the room, the newest of each kind: a match that begins later is told it too. */
    private final Map<Object, Heard> ofRoom = new LinkedHashMap<>();

    private boolean isClass;
    /** The class whose names may be picked, or an empty text. */
    private String listOf = "";

    private List<String> names = List.of();

    /**
     * A room that is not entered yet.
     *
     * @param browser connects to the server
     * @param speaker who joins
     * @param shelf scenarios that the page knows, by id and hash
     * @param keys of requests: nobody may guess them, since an answer can open the seat
     * @param kept what opened the seat before, or null
     */
    public RoomEntry(
            Link browser,
            Conversation.Speaker speaker,
            BiFunction<String, String, @Nullable Scenario> shelf,
            Supplier<String> keys,
            @Nullable ResumeTicket kept) {
        this.shelf = shelf;
        this.keys = keys;
        this.clock = new ServerClock(browser::now);
        this.line = new RoomLine(browser, speaker, kept, this, this::opened, fault -> {
            throw fault;
        });
    }

    private void opened(Reply<Conversation.Place> reply) {
        if (reply instanceof Reply.Refused<Conversation.Place> refused) {
            refusal = refused.refusal();
        } else {
            place = line.conversation().place().seat();
        }
    }

    /** Hears what the browser hears. */
    public RoomLine line() {
        return line;
    }

    /**
     * Connects, and takes a seat in a room. In a class where names are picked from a list the name is one of them.
     *
     * @param side whose seat, or null for any
     * @param seat its number, 0 for the head, or null for any that is free
     * @param device secret by which a class knows this device again
     */
    public void join(String code, @Nullable Side side, @Nullable Integer seat, String name, String device) {
        line.connect();
        takes(() -> new ClientMessage.JoinRoom(keys.get(), code, side, name, false, seat), why -> {
            if (why.code() == ConnectionCode.IS_A_CLASS && why.legal().equals(BY_LIST)) {
                listOf = code;
                pick(name, device);
            } else {
                refusal = why;
            }
        });
    }

    /** Takes the seat of a name in the class that has them on a list. */
    public void pick(String name, String device) {
        enters(listOf, name, device);
    }

    /** Connects, and takes one's own seat in a class, by the student number or name and the personal key. */
    public void enter(String code, String student, String studentKey) {
        line.connect();
        enters(code, student, studentKey);
    }

    private void enters(String code, String student, String secret) {
        isClass = true;
        refusal = null;
        names = List.of();
        takes(
                () -> new ClientMessage.OfClass(new ClassRequest.Enter(keys.get(), code, student, secret)),
                this::turnedAway);
    }

    private void turnedAway(Refusal why) {
        if (!listOf.isEmpty()
                && why.code() == ConnectionCode.UNKNOWN_MEMBER
                && !why.legal().isEmpty()) {
            names = List.of(why.legal().split("; "));
        }
        refusal = why;
        if (isHeld() || isBeforeDoors()) {
            // Nothing is kept for a device that waits, so it asks again until a desk admits it or opens the doors.
            line.after(why.retryAfterMillis(), this::again);
        }
    }

    private void again() {
        if (wanted != null && place == null) {
            takes(wanted, this::turnedAway);
        }
    }

    private void takes(Supplier<ClientMessage> wish, Consumer<Refusal> turnedAway) {
        wanted = wish;
        line.ask(
                wish.get(),
                message -> {
                    Reply<SeatTicket> reply = SeatTicket.of(message);
                    if (reply instanceof Reply.Done<SeatTicket> taken) {
                        place = taken.value().seat();
                        opponent = taken.value().opponent();
                    }
                    return reply;
                },
                reply -> {
                    if (reply instanceof Reply.Refused<SeatTicket> refused) {
                        turnedAway.accept(refused.refusal());
                    } else {
                        refusal = null;
                    }
                });
    }

    /** A class that had no seat for the student has one now. */
    @Override
    public void ofClass(Heard.OfClass heard) {
        if (heard.news() instanceof ClassNews.Entered entered && entered.hasSeat()) {
            again();
        }
    }

    /**
     * Connects, and opens the seat again that the ticket is for.
     *
     * @param ofClass whether it is a seat of a class
     */
    public void comeBack(boolean ofClass) {
        isClass = ofClass;
        line.connect();
    }

    /** Why there is no seat, or null. */
    public @Nullable Refusal refusal() {
        return refusal;
    }

    /** Names of the class of which one is to be picked. */
    public List<String> names() {
        return names;
    }

    /** Whether the page waits until a desk admits this device. */
    public boolean isHeld() {
        return asksAgain(ConnectionCode.SEAT_HELD);
    }

    /** Whether the page waits until the doors of the class are opened. */
    public boolean isBeforeDoors() {
        return asksAgain(ConnectionCode.CLASS_NOT_OPEN);
    }

    private boolean asksAgain(ConnectionCode code) {
        Refusal why = refusal;
        return why != null && why.code() == code && why.retryAfterMillis() > 0;
    }

    /** Whether a seat was refused, and nothing but another wish can change that. */
    public boolean mayAskAgain() {
        boolean waits = isHeld() || isBeforeDoors() || isSeatless();
        boolean isOut = isRefused(ConnectionCode.UNKNOWN_MEMBER);
        return refusal != null && ticket == null && names.isEmpty() && !waits && !isOut;
    }

    /** Whether the page waits until the class has a seat for its student. */
    public boolean isSeatless() {
        return isClass && isRefused(ConnectionCode.ROOM_FULL);
    }

    /** Whether what was kept of an earlier visit opens nothing any more. */
    public boolean isSpent() {
        return isGivenOn() || isRefused(ConnectionCode.BAD_TOKEN) || isRefused(ClosingCause.PLACE_REVOKED);
    }

    /** Whether the class has given the seat to somebody else, so that its student enters again: he has another, waits or is told why not. */
    public boolean isGivenOn() {
        return isClass && (isRefused(ConnectionCode.BAD_TOKEN) || isRefused(ClosingCause.SEAT_GIVEN_ON));
    }

    private boolean isRefused(Refusal.Code code) {
        Refusal why = refusal;
        return why != null && why.code() == code;
    }

    /** Whether the seat is one of a class, which has an instructor. */
    public boolean isClass() {
        return isClass;
    }

    /** The seat, or null before the match has begun. */
    public @Nullable RoomSeat seat() {
        return seat;
    }

    /** How the link is, or null before the first connection. */
    public @Nullable LinkState link() {
        return link;
    }

    /** What opens the seat again, or null before there is one. */
    public @Nullable ResumeTicket ticket() {
        return ticket;
    }

    @Override
    public void begun(Heard.Begun heard) {
        Scenario scenario = shelf.apply(heard.scenarioId(), heard.scenarioHash());
        Seat taken = place == null ? line.conversation().place().seat() : place;
        if (scenario == null || !scenario.hash().equals(heard.scenarioHash())) {
            refusal = Refusal.of(ClientCode.SCENARIO_DIFFERS, "")
                    .because("refused.scenario_differs.page", heard.scenarioId());
        } else if (taken != null) {
            seat = new RoomSeat(this, clock, Rules.of(scenario), taken, heard.matchId(), opponent);
            ofRoom.values().forEach(seat::hear);
        }
    }

    @Override
    public void hear(Heard heard) {
        heard.to(this);
        if (seat != null) {
            seat.hear(heard);
        }
    }

    @Override
    public void fact(Heard.Fact heard) {
        if (heard.holds()) {
            ofRoom.put(heard.fact(), heard);
        } else {
            ofRoom.remove(heard.fact());
        }
    }

    @Override
    public void room(Heard.Room heard) {
        ofRoom.put(heard.getClass(), heard);
    }

    @Override
    public void seed(Heard.Seed heard) {
        ofRoom.put(heard.getClass(), heard);
    }

    @Override
    public void sealed(Heard.Sealed heard) {
        ofRoom.put(heard.getClass(), heard);
    }

    @Override
    public void serverTime(Heard.ServerTime heard) {
        clock.told(heard.unixMillis(), heard.first());
    }

    @Override
    public void link(Heard.Link heard) {
        ofRoom.put(heard.getClass(), heard);
        link = heard.state();
        if (heard.state() instanceof LinkState.Closed closed) {
            refusal = closed.refusal();
            if (isSpent()) {
                // Nothing can be done at that table from here any more.
                seat = null;
                ticket = null;
            }
        } else if (heard.state() instanceof LinkState.Up && isSeatless()) {
            // The class forgot who waits when the link was lost.
            again();
        }
    }

    @Override
    public void newTicket(Heard.NewTicket heard) {
        ticket = heard.ticket();
    }

    String key() {
        return keys.get();
    }
}
