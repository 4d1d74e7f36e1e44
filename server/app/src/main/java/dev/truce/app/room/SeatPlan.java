package dev.truce.app.room;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Portfolio;
import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.Delegation;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.delegation.Minister;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.scenario.Instruments;
import dev.truce.match.Seat;
import dev.truce.protocol.message.ConnectionCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The seats of a room, whether somebody holds them or not.
 *
 * @param us how the US is divided among its seats
 * @param cn how China is
 */
public record SeatPlan(Delegation us, Delegation cn) {
    /** Two heads, and nobody beside them. */
    public static final SeatPlan HEADS_ALONE = new SeatPlan(Delegation.ofHead(Side.US), Delegation.ofHead(Side.CN));

    /**
     * Returns the plan in which minister n holds the n-th portfolio of his side.
     *
     * @param usSeats 1..5
     * @param cnSeats 1..5
     * @throws IllegalArgumentException if there are fewer or more
     */
    public static SeatPlan usual(DelegationMode mode, int usSeats, int cnSeats) {
        return new SeatPlan(Delegation.usual(Side.US, mode, usSeats), Delegation.usual(Side.CN, mode, cnSeats));
    }

    /** Returns the plan of stored delegations; a side that has none is played by its head alone. */
    public static SeatPlan of(List<Delegation> delegations) {
        SeatPlan plan = HEADS_ALONE;
        for (Delegation delegation : delegations) {
            plan = BySide.pick(delegation.side(), new SeatPlan(delegation, plan.cn), new SeatPlan(plan.us, delegation));
        }
        return plan;
    }

    /** Returns how a side is divided. */
    public Delegation delegation(Side side) {
        return BySide.pick(side, us, cn);
    }

    /** Returns both sides, or nothing if both are played by their heads alone. */
    public List<Delegation> delegations() {
        return isHeadsAlone() ? List.of() : List.of(us, cn);
    }

    /** Returns whether no side has a minister's seat. */
    public boolean isHeadsAlone() {
        return us.isHeadAlone() && cn.isHeadAlone();
    }

    /** Returns who decides, or null if no side has a minister's seat. */
    public @Nullable DelegationMode mode() {
        return isHeadsAlone() ? null : us.mode();
    }

    /** Returns all seats: first those of the US, the head first. */
    public List<Seat> seats() {
        List<Seat> seats = new ArrayList<>();
        for (Side side : Side.values()) {
            seats.add(Seat.head(side));
            delegation(side).ministers().forEach(minister -> seats.add(new Seat(side, minister.number())));
        }
        return seats;
    }

    /**
     * Returns why a match with these instruments cannot be played so, if it cannot: where a minister orders what he holds and holds only
     * what the scenario leaves out, the others would wait for a seat that can order nothing.
     *
     * @param of what has the fields for the numbers of seats, for example {@code template}
     */
    public Optional<Refusal> fault(Instruments has, String of) {
        for (Side side : Side.values()) {
            Delegation delegation = delegation(side);
            for (Minister minister : delegation.ministers()) {
                List<Instrument> decides = delegation.decidedBy(minister.number());
                if (!decides.isEmpty() && has.among(decides).isEmpty()) {
                    String held = minister.portfolios().get(0).word();
                    return Optional.of(Refusal.of(ConnectionCode.OUT_OF_RANGE, of + "." + side.word() + "_seats")
                            .because("refused.out_of_range.portfolio", new Seat(side, minister.number()), held)
                            .legal("1.." + minister.number()));
                }
            }
        }
        return Optional.empty();
    }

    /** Returns what is left of the plan if only some seats are held; what the others held is their heads'. */
    public SeatPlan occupied(Collection<Seat> held) {
        List<Integer> ofUs = numbers(held, Side.US);
        List<Integer> ofCn = numbers(held, Side.CN);
        return new SeatPlan(us.occupied(ofUs), cn.occupied(ofCn));
    }

    private static List<Integer> numbers(Collection<Seat> held, Side side) {
        return held.stream()
                .filter(seat -> seat.side() == side)
                .map(Seat::number)
                .toList();
    }

    /** Returns what a seat is answerable for: a head for all that no minister holds. */
    public List<Portfolio> portfolios(Seat seat) {
        Delegation delegation = delegation(seat.side());
        return Portfolio.of(seat.side()).stream()
                .filter(portfolio -> delegation.holder(portfolio) == seat.number())
                .toList();
    }
}
