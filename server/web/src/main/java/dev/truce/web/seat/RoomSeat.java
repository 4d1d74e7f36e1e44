package dev.truce.web.seat;

import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.round.Rules;
import dev.truce.match.Occupant;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.protocol.client.ConversationPort;
import dev.truce.protocol.client.Heard;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.story.facts.Deadline;
import dev.truce.story.facts.SeatBoard;
import dev.truce.story.heard.Hearing;
import dev.truce.story.heard.Hearing.Listener;
import dev.truce.story.heard.Telling;
import dev.truce.story.heard.Telling.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A seat of a match that a server holds. All times are the server's. */
public final class RoomSeat implements PageSeat {
    /** More than anybody reads back. */
    static final int MAX_LINES = 24;

    private static final Set<Kind> LISTED = EnumSet.of(Kind.CLOCK, Kind.HOST, Kind.COUNSEL);

    /** What is of no use once the next round has opened. */
    private static final Set<Kind> OF_ONE_ROUND = EnumSet.of(Kind.CLOCK, Kind.COUNSEL);

    private final RoomEntry room;
    private final Rules rules;
    private final Hearing hearing;
    private final ServerClock clock;
    private final String matchId;
    private final String opponent;
    private final Deque<Telling> listed = new ArrayDeque<>();
    /** The clock that a timer waits for. */
    private @Nullable Deadline awaited;

    private ConversationPort.@Nullable Timer timer;

    /**
     * A seat that has heard nothing yet.
     *
     * @param room asks the server
     */
    RoomSeat(RoomEntry room, ServerClock clock, Rules rules, Seat seat, String matchId, String opponent) {
        this.room = room;
        this.rules = rules;
        this.clock = clock;
        SeatBoard board = new SeatBoard(rules, seat);
        this.hearing = new Hearing(Listener.PAGE, board, false, List.of(), () -> {
            Orders saved = board.sealed();
            return words -> saved == null ? words.text("saved.nothing") : words.orders(saved, board::level);
        });
        this.matchId = matchId;
        this.opponent = opponent;
    }

    void hear(Heard heard) {
        for (Telling telling : hearing.hear(heard, clock.now())) {
            if (telling.kind() == Kind.OPENED) {
                // What the clock did in earlier rounds and what was drafted for them says nothing of this one.
                listed.removeIf(earlier -> OF_ONE_ROUND.contains(earlier.kind()));
            } else if (LISTED.contains(telling.kind())) {
                listed.addLast(telling);
                if (listed.size() > MAX_LINES) {
                    listed.removeFirst();
                }
            }
        }
        if (hearing.deadline() != awaited) {
            awaited = hearing.deadline();
            await();
        }
    }

    private void await() {
        ConversationPort.Timer waiting = timer;
        if (waiting != null) {
            waiting.cancel();
            timer = null;
        }
        Deadline deadline = hearing.deadline();
        if (!deadline.isNever() && !deadline.stands()) {
            timer = room.line().after(deadline.quietMillis(clock.now()), () -> {
                var unused = hearing.passes(clock.now());
                await();
            });
        }
    }

    /** What the seat hears, and what it knows by that. */
    public Hearing hearing() {
        return hearing;
    }

    /** Returns what was told of the clock, the host and the own delegation, the newest last; of a match that is over none of a round. */
    public List<Telling> listed() {
        if (board().over() != null) {
            // After a return what a round heard last is told again, and stood above the end.
            listed.removeIf(telling -> OF_ONE_ROUND.contains(telling.kind()));
        }
        return List.copyOf(listed);
    }

    /** Returns how much time the open round has left, in milliseconds, 0 if there is no limit. */
    public long leftMillis() {
        Deadline deadline = hearing.deadline();
        return deadline.isNever() ? 0 : Math.max(1, deadline.leftMillis(clock.now()));
    }

    @Override
    public Rules rules() {
        return rules;
    }

    @Override
    public SeatBoard board() {
        return hearing.board();
    }

    @Override
    public String opponent() {
        return board().delegates()
                .at(Seat.head(board().side().other()))
                .map(Occupant::name)
                .filter(name -> !name.isEmpty())
                .orElse(opponent);
    }

    @Override
    public void does(Deed deed, Consumer<@Nullable Refusal> answered) {
        asks(new ClientMessage.Do(matchId, board().openRound(), room.key(), deed), why -> {
            if (why == null) {
                board().did(deed);
            }
            answered.accept(why);
        });
    }

    @Override
    public boolean hasInstructor() {
        return room.isClass();
    }

    @Override
    public void calls(String text, Consumer<@Nullable Refusal> answered) {
        asks(new ClientMessage.OfClass(new ClassRequest.CallForHelp(text)), answered);
    }

    private void asks(ClientMessage wish, Consumer<@Nullable Refusal> answered) {
        room.line()
                .ask(
                        wish,
                        message -> message instanceof ServerMessage.Saved saved ? new Reply.Done<>(saved) : null,
                        reply -> answered.accept(
                                reply instanceof Reply.Refused<ServerMessage.Saved> refused
                                        ? refused.refusal()
                                        : null));
    }

    @Override
    public boolean closesAlone() {
        return false;
    }
}
