package dev.truce.web.seat;

import dev.truce.engine.orders.Orders;
import dev.truce.match.Notice;
import dev.truce.protocol.client.ConversationPort;
import dev.truce.protocol.message.RoomFact;
import dev.truce.protocol.message.SeedNotice;
import dev.truce.story.facts.Deadline;
import dev.truce.story.facts.SeatBoard;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a seat hears of the host of its room, the clock and its own delegation. All times are the server's. */
public final class SeatNotices {
    /** More than anybody reads back. */
    static final int MOST = 24;

    private final SeatBoard board;
    private final ConversationPort line;
    private final ServerClock clock;
    private final Deque<Told> notices = new ArrayDeque<>();
    private Deadline deadline = new Deadline(0, 0);
    private ConversationPort.@Nullable Timer timer;
    private String left = "";
    private int round;
    private SeedNotice seed = SeedNotice.DRAWN;
    /** What is so in the room for a while, and until the next round what is not so any more. */
    private final Map<RoomFact, Boolean> facts = new EnumMap<>(RoomFact.class);

    /**
     * A notice that was heard.
     *
     * @param saved what the server had of the seat then
     */
    public record Told(Notice notice, @Nullable Orders saved) {}

    /**
     * Nothing was heard yet.
     *
     * @param line wakes the page when the time is to be told
     */
    SeatNotices(SeatBoard board, ConversationPort line, ServerClock clock) {
        this.board = board;
        this.line = line;
        this.clock = clock;
    }

    /**
     * Hears a notice after the board has.
     *
     * @param closesUnixMillis when the round closes, where the notice says it
     * @param saved what the server has of the seat
     */
    void hear(Notice notice, long closesUnixMillis, @Nullable Orders saved) {
        if (notice instanceof Notice.RoundOpened opened) {
            if (opened.observation().openRound() != round) {
                round = opened.observation().openRound();
                facts.values().removeIf(holds -> !holds);
                // What the clock did in earlier rounds is nobody's concern any more.
                notices.removeIf(told -> told.notice() instanceof Notice.ClockChanged);
            }
            runs(Deadline.spoken(closesUnixMillis, clock.now()));
        } else if (notice instanceof Notice.ClockChanged changed) {
            if (changed.round() != board.openRound() || board.over() != null) {
                return;
            }
            runs(
                    changed.paused()
                            ? Deadline.standing(changed.leftMillis())
                            : Deadline.spoken(closesUnixMillis, clock.now()));
        } else if (notice instanceof Notice.RoundShut || notice instanceof Notice.MatchOver) {
            runs(new Deadline(0, 0));
        }
        if (isTold(notice)) {
            notices.addLast(new Told(notice, saved));
            if (notices.size() > MOST) {
                notices.removeFirst();
            }
        }
    }

    private static boolean isTold(Notice notice) {
        return notice instanceof Notice.ClockChanged
                || notice instanceof Notice.RoundShut
                || notice instanceof Notice.HorizonSet
                || notice instanceof Notice.SeatChanged
                || notice instanceof Notice.HostActed
                || notice instanceof Notice.CardPlayed
                || notice instanceof Notice.Drafted
                || notice instanceof Notice.Voted;
    }

    /** The open round closes at another time than was told. */
    void moved(long closesUnixMillis) {
        if (!deadline.stands() && board.over() == null && closesUnixMillis != board.deadlineUnixMillis()) {
            runs(Deadline.spoken(closesUnixMillis, clock.now()));
        }
    }

    /** Something is so in the room for a while, or is not so any more. */
    void hear(RoomFact fact, boolean holds) {
        facts.put(fact, holds);
    }

    /** Returns what is to be said of what is so, or is not so any more. */
    public Map<RoomFact, Boolean> facts() {
        return Map.copyOf(facts);
    }

    /** What the room tells about its seed. */
    void hear(SeedNotice told) {
        seed = told;
    }

    /** Whether somebody chose the seed, who can then work out what both sides hide. */
    public boolean isSeedChosen() {
        return seed.chosen();
    }

    private void runs(Deadline next) {
        deadline = next;
        left = "";
        await();
    }

    private void await() {
        ConversationPort.Timer waiting = timer;
        if (waiting != null) {
            waiting.cancel();
            timer = null;
        }
        if (!deadline.isNever() && !deadline.stands()) {
            timer = line.after(deadline.quietMillis(clock.now()), () -> {
                deadline.tell(clock.now()).ifPresent(now -> left = now);
                await();
            });
        }
    }

    /** Returns what was heard, the newest last. */
    public List<Told> latest() {
        return List.copyOf(notices);
    }

    /** The clock of the open round. */
    public Deadline deadline() {
        return deadline;
    }

    /** Returns how much time the open round has left, in milliseconds, 0 if there is no limit. */
    public long leftMillis() {
        return deadline.isNever() ? 0 : Math.max(1, deadline.leftMillis(clock.now()));
    }

    /** The time that was told last because a mark has passed, or an empty text. */
    public String left() {
        return left;
    }
}
