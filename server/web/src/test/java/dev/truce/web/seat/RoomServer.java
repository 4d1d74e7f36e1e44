package dev.truce.web.seat;

import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.Delegation;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Verdict;
import dev.truce.engine.round.Rules;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Effect;
import dev.truce.match.Input;
import dev.truce.match.MatchTerms;
import dev.truce.match.Notice;
import dev.truce.match.Recording;
import dev.truce.match.Ruling;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.match.referee.Referee;
import dev.truce.protocol.client.Conversation;
import dev.truce.protocol.client.ResumeTicket;
import dev.truce.protocol.codec.ClientFrames;
import dev.truce.protocol.codec.ServerFrames;
import dev.truce.protocol.codec.table.UnreadableException;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ClientFrame;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.SeedNotice;
import dev.truce.protocol.message.ServerFrame;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.protocol.slim.UnreadableBytesException;
import dev.truce.protocol.v2.ClientEnvelope;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A server of one room and a browser's socket to it: the real referee, with its events numbered as on the wire. */
final class RoomServer implements Link {
    private final Rules rules;
    private final String hash;
    private final Referee referee;
    private final List<Notice> events = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final TreeMap<Integer, Long> alarms = new TreeMap<>();
    final List<String> keys = new ArrayList<>();
    /** What a seat of the US is, other than its head's. */
    private final Seat seat;
    /** How the server answers a wish for a seat until it has one, one after the other. */
    final Deque<ServerMessage> doors = new ArrayDeque<>();

    final List<String> entered = new ArrayList<>();
    final List<String> calls = new ArrayList<>();
    long serverMillis = 1_000_000;
    long deadline;
    /** What a seat that comes back has sealed. */
    @Nullable
    Orders sealed;

    private int sent;
    private int others;
    private int pageKeys;
    private boolean isOpen;
    private boolean opens;
    private long now;

    /**
     * @param hash of the scenario, as the server tells it
     */
    RoomServer(Rules rules, String hash) {
        this(rules, hash, Seat.US_HEAD, List.of());
    }

    /**
     * @param seat that is taken here
     * @param delegations of both sides, or none
     */
    RoomServer(Rules rules, String hash, Seat seat, List<Delegation> delegations) {
        this.rules = rules;
        this.hash = hash;
        this.seat = seat;
        MatchTerms terms = new MatchTerms(
                0,
                new MatchTerms.Absence.Hold(),
                delegations.isEmpty()
                        ? List.of(Seat.US_HEAD, Seat.CN_HEAD)
                        : List.of(Seat.US_HEAD, new Seat(Side.US, 1), Seat.CN_HEAD),
                List.of(Viewer.US, Viewer.CN),
                Recording.NONE,
                "Lee",
                "other",
                delegations);
        this.referee = new Referee(rules, rules.setup(7), terms);
    }

    @Override
    public void open() {
        opens = true;
    }

    /** The browser has connected. */
    void connects(RoomLine line) {
        opens = false;
        isOpen = true;
        line.opened();
    }

    boolean wantsToOpen() {
        return opens;
    }

    boolean isOpen() {
        return isOpen;
    }

    @Override
    public void drop() {
        isOpen = false;
    }

    @Override
    public void wake(int timer, int millis) {
        alarms.put(timer, now + millis);
    }

    /** Lets the newest timer go off. */
    void wakeNewest(RoomLine line) {
        int newest = alarms.lastKey();
        alarms.remove(newest);
        line.woken(newest);
    }

    @Override
    public long now() {
        return now;
    }

    /** Time goes by, for the page and for the server. */
    void pass(RoomLine line, long millis) {
        now += millis;
        serverMillis += millis;
        for (int timer : List.copyOf(alarms.keySet())) {
            Long at = alarms.get(timer);
            if (at != null && at <= now) {
                alarms.remove(timer);
                line.woken(timer);
            }
        }
    }

    /** Lets a page hear all that was said since. */
    void heardBy(RoomEntry room) {
        for (byte[] answers = answers(); answers.length > 0; answers = answers()) {
            room.line().heard(answers);
        }
    }

    /** Returns a page that is connected to nothing yet, of a scenario. */
    RoomEntry page(@Nullable ResumeTicket kept) {
        return new RoomEntry(
                this,
                new Conversation.Speaker(Role.PLAYER, "page", "2", new SplittableRandom(1), Conversation.Waits.USUAL),
                (id, hash) -> id.equals(rules.scenario().id()) ? rules.scenario() : null,
                () -> "key-of-16-letters" + ++pageKeys,
                kept);
    }

    /** Returns what was answered since, one frame after the other with their lengths. */
    byte[] answers() {
        byte[] answers = out.toByteArray();
        out.reset();
        return answers;
    }

    @Override
    public void send(byte[] message) {
        int digits = message[0] < 0 ? 2 : 1;
        int length = digits == 1 ? message[0] : message[0] & 0x7F | message[1] << 7;
        if (length != message.length - digits) {
            throw new IllegalArgumentException("a message is one frame");
        }
        try {
            hear(ClientFrames.toGame(ClientEnvelope.parseFrom(Arrays.copyOfRange(message, digits, message.length))));
        } catch (UnreadableBytesException | UnreadableException bad) {
            throw new IllegalArgumentException(bad);
        }
    }

    private void hear(ClientFrame frame) {
        ClientMessage body = frame.body();
        if (body instanceof ClientMessage.Hello) {
            answer(
                    frame,
                    new ServerMessage.Welcome(
                            "2",
                            "x",
                            List.of(),
                            serverMillis,
                            new ServerMessage.Limits(4096, 65_536, 15_000, 30_000, 24, 0),
                            ""));
        } else if (body instanceof ClientMessage.JoinRoom join) {
            keys.add(join.key());
            seats(frame);
        } else if (body instanceof ClientMessage.OfClass of && of.request() instanceof ClassRequest.Enter enter) {
            keys.add(enter.key());
            entered.add(enter.student() + " " + enter.studentKey());
            seats(frame);
        } else if (body instanceof ClientMessage.OfClass of && of.request() instanceof ClassRequest.CallForHelp call) {
            calls.add(call.text());
            answer(frame, new ServerMessage.Saved("", 0, 0, 1));
        } else if (body instanceof ClientMessage.Ping) {
            answer(frame, new ServerMessage.Pong(0, serverMillis));
        } else if (body instanceof ClientMessage.Resume && !doors.isEmpty()) {
            answer(frame, doors.remove());
        } else if (body instanceof ClientMessage.Resume resume) {
            sent = (int) resume.lastSeq();
            answer(frame, new ServerMessage.Resumed("m-1", "CODE", seat, Viewer.US, "token2", sent + 1, 0, 0, sealed));
            begun();
            tell();
        } else if (body instanceof ClientMessage.Do does) {
            keys.add(does.key());
            Ruling ruling = referee.handle(new Input.Does(seat, does.round(), does.key(), does.deed()));
            answer(
                    frame,
                    ruling.verdict() instanceof Verdict.Rejected refused
                            ? new ServerMessage.Refused(refused.refusal(), does.key())
                            : new ServerMessage.Saved(does.key(), does.round(), 0, 1));
            carryOut(ruling);
        }
    }

    private void seats(ClientFrame wish) {
        ServerMessage door = doors.poll();
        if (door != null) {
            answer(wish, door);
            return;
        }
        answer(wish, new ServerMessage.Seated("m-1", "CODE", seat, "token", "HAWK"));
        begun();
        carryOut(referee.handle(new Input.Hosts(new HostAct.Start())));
    }

    /** Says something unasked. */
    void says(ServerMessage body) {
        put(ServerFrame.answer(rules.scenario().ruleset(), 0, body));
    }

    /** The host does something. */
    void hosts(HostAct act) {
        carryOut(referee.handle(new Input.Hosts(act)));
    }

    /** Another seat does something. */
    void does(Seat other, Deed deed) {
        carryOut(referee.handle(new Input.Does(other, referee.openRound(), "o" + ++others, deed)));
    }

    /** The other side is ready. */
    void otherIsReady() {
        carryOut(referee.handle(
                new Input.Does(Seat.CN_HEAD, referee.openRound(), "o" + referee.openRound(), new Deed.Ready(true, 0))));
    }

    private void begun() {
        put(new ServerFrame(
                rules.scenario().ruleset(),
                0,
                0,
                0,
                0,
                new ServerMessage.MatchStarted(
                        "m-1", rules.scenario().id(), hash, "x", List.of(), null, SeedNotice.DRAWN)));
    }

    private void answer(ClientFrame to, ServerMessage body) {
        put(ServerFrame.answer(rules.scenario().ruleset(), to.requestId(), body));
    }

    private void carryOut(Ruling ruling) {
        for (Effect effect : ruling.effects()) {
            if (effect instanceof Effect.Tell tell && tell.viewer() == Viewer.US) {
                events.add(tell.notice());
            }
        }
        tell();
    }

    private void tell() {
        while (isOpen && sent < events.size()) {
            sent++;
            put(new ServerFrame(
                    rules.scenario().ruleset(),
                    sent,
                    0,
                    referee.openRound(),
                    0,
                    new ServerMessage.Told(events.get(sent - 1), deadline)));
        }
    }

    private void put(ServerFrame frame) {
        byte[] body = ServerFrames.toWire(frame).toByteArray();
        int rest = body.length;
        while (rest >= 0x80) {
            out.write(rest | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
        out.writeBytes(body);
    }
}
