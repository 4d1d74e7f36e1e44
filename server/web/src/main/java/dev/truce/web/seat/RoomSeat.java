package dev.truce.web.seat;

import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.round.Rules;
import dev.truce.match.Notice;
import dev.truce.match.Occupant;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.story.facts.SeatBoard;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A seat of a match that a server holds. */
final class RoomSeat implements PageSeat {
    private final RoomEntry room;
    private final Rules rules;
    private final SeatBoard board;
    private final SeatNotices notices;
    private final SealedOrders sealed = new SealedOrders();
    private final String matchId;
    private final String opponent;

    /**
     * A seat that has heard nothing yet.
     *
     * @param room asks the server
     */
    RoomSeat(RoomEntry room, ServerClock clock, Rules rules, Seat seat, String matchId, String opponent) {
        this.room = room;
        this.rules = rules;
        this.board = new SeatBoard(rules, seat);
        this.notices = new SeatNotices(board, room.line(), clock);
        this.matchId = matchId;
        this.opponent = opponent;
    }

    void hear(Notice notice, long closesUnixMillis) {
        board.take(notice, closesUnixMillis, true);
        sealed.hear(notice, board);
        notices.hear(notice, closesUnixMillis, sealed.of(board));
    }

    void seated(List<Occupant> seats, @Nullable DelegationMode mode) {
        board.delegates().seated(seats, mode);
    }

    void told(Orders orders) {
        sealed.told(orders);
    }

    @Override
    public Rules rules() {
        return rules;
    }

    @Override
    public SeatBoard board() {
        return board;
    }

    @Override
    public String opponent() {
        return board.delegates()
                .at(Seat.head(board.side().other()))
                .map(Occupant::name)
                .filter(name -> !name.isEmpty())
                .orElse(opponent);
    }

    @Override
    public @Nullable Orders sealed() {
        return sealed.of(board);
    }

    @Override
    public SeatNotices notices() {
        return notices;
    }

    @Override
    public void does(Deed deed, Consumer<@Nullable Refusal> answered) {
        asks(new ClientMessage.Do(matchId, board.openRound(), room.key(), deed), why -> {
            if (why == null) {
                sealed.did(deed);
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
