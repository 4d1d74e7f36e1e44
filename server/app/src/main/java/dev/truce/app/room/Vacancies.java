package dev.truce.app.room;

import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.match.Seat;
import dev.truce.protocol.message.ConnectionCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Which seat somebody gets who comes into a room. */
final class Vacancies {
    private final SeatPlan plan;
    private final List<Seat> free;

    /**
     * Looks at a room.
     *
     * @param held the seats that somebody holds
     */
    Vacancies(SeatPlan plan, Collection<Seat> held) {
        this.plan = plan;
        this.free = new ArrayList<>(plan.seats());
        this.free.removeAll(held);
    }

    /**
     * Finds a seat: of those that are as wished the head's before a minister's, and the US before China.
     *
     * @param side wished side, or null for any
     * @param number wished number, or null for any
     */
    Reply<Seat> find(@Nullable Side side, @Nullable Integer number) {
        if (number != null && !exists(side, number)) {
            Refusal none =
                    Refusal.of(ConnectionCode.NO_SUCH_SEAT, "seat_number").legal(names());
            String seat = Integer.toUnsignedString(number);
            return Reply.refused(
                    side == null ? none.naming(seat) : none.because("refused.no_such_seat.side", seat, side));
        }
        if (free.isEmpty()) {
            return Reply.refused(Refusal.of(ConnectionCode.ROOM_FULL, "room_code"));
        }
        List<Seat> ofSide = free.stream()
                .filter(seat -> side == null || seat.side() == side)
                .toList();
        if (side != null && ofSide.isEmpty()) {
            return Reply.refused(Refusal.of(ConnectionCode.SIDE_TAKEN, "side")
                    .naming(side)
                    .legal(plan.isHeadsAlone() ? side.other().name() : names()));
        }
        Seat best = ofSide.stream()
                .filter(seat -> number == null || seat.number() == number)
                .min(Comparator.comparingInt(Seat::number))
                .orElse(null);
        if (best == null) {
            return Reply.refused(
                    Refusal.of(ConnectionCode.SEAT_TAKEN, "seat_number").legal(names()));
        }
        return new Reply.Done<>(best);
    }

    private boolean exists(@Nullable Side side, int number) {
        return plan.seats().stream().anyMatch(seat -> seat.number() == number && (side == null || seat.side() == side));
    }

    private String names() {
        StringJoiner names = new StringJoiner(" ");
        free.forEach(seat -> names.add(seat.toString()));
        return names.toString();
    }
}
