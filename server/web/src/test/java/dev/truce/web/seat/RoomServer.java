package dev.truce.web.seat;

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
import dev.truce.protocol.codec.ClientFrames;
import dev.truce.protocol.codec.ServerFrames;
import dev.truce.protocol.codec.table.UnreadableException;
import dev.truce.protocol.message.ClientFrame;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.SeedNotice;
import dev.truce.protocol.message.ServerFrame;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.protocol.slim.UnreadableBytesException;
import dev.truce.protocol.v2.ClientEnvelope;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A server of one room and a browser's socket to it: the real referee, with its events numbered as on the wire. */
final class RoomServer implements Link {
    private final Rules rules;
    private final String hash;
    private final Referee referee;
    private final List<Notice> events = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Map<Integer, Integer> alarms = new TreeMap<>();
    final List<String> keys = new ArrayList<>();
    private int sent;
    private boolean isOpen;
    private boolean opens;
    private long now;

    /**
     * @param hash of the scenario, as the server tells it
     */
    RoomServer(Rules rules, String hash) {
        this.rules = rules;
        this.hash = hash;
        MatchTerms terms = new MatchTerms(
                0,
                new MatchTerms.Absence.Hold(),
                List.of(Seat.US_HEAD, Seat.CN_HEAD),
                List.of(Viewer.US, Viewer.CN),
                Recording.NONE,
                "Lee",
                "other",
                List.of());
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
        alarms.put(timer, millis);
    }

    /** Lets the newest timer go off. */
    void wakeNewest(RoomLine line) {
        int newest = ((TreeMap<Integer, Integer>) alarms).lastKey();
        alarms.remove(newest);
        line.woken(newest);
    }

    @Override
    public long now() {
        return ++now;
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
                            "2", "x", List.of(), 0, new ServerMessage.Limits(4096, 65_536, 15_000, 30_000, 24, 0)));
        } else if (body instanceof ClientMessage.JoinRoom join) {
            keys.add(join.key());
            answer(frame, new ServerMessage.Seated("m-1", join.roomCode(), Seat.US_HEAD, "token", "HAWK"));
            begun();
            carryOut(referee.handle(new Input.Hosts(new HostAct.Start())));
        } else if (body instanceof ClientMessage.Resume resume) {
            sent = (int) resume.lastSeq();
            answer(
                    frame,
                    new ServerMessage.Resumed("m-1", "CODE", Seat.US_HEAD, Viewer.US, "token2", sent + 1, 0, 0, null));
            begun();
            tell();
        } else if (body instanceof ClientMessage.Do does) {
            keys.add(does.key());
            Ruling ruling = referee.handle(new Input.Does(Seat.US_HEAD, does.round(), does.key(), does.deed()));
            answer(
                    frame,
                    ruling.verdict() instanceof Verdict.Rejected refused
                            ? new ServerMessage.Refused(refused.refusal(), does.key())
                            : new ServerMessage.Saved(does.key(), does.round(), 0, 1));
            carryOut(ruling);
        }
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
                    new ServerMessage.Told(events.get(sent - 1), 0)));
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
