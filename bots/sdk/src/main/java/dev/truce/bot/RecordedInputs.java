package dev.truce.bot;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.match.Input;
import dev.truce.match.Seat;
import dev.truce.match.negotiation.Act;
import dev.truce.match.negotiation.OfferBook;
import dev.truce.match.record.ClosedRound;
import dev.truce.match.record.OrdersOrigin;
import java.util.ArrayList;
import java.util.List;

/** What a referee is told so that a round comes out as it was recorded. Confined to one round. */
final class RecordedInputs {
    private final ClosedRound closed;
    private final List<Seat> seats;
    private int told;

    /**
     * @param closed the round as it was
     * @param seats all occupied seats, in the order in which they are to be ready
     */
    RecordedInputs(ClosedRound closed, List<Seat> seats) {
        this.closed = closed;
        this.seats = List.copyOf(seats);
    }

    /**
     * Returns the inputs of an act; a draft comes with the votes on it.
     *
     * @param book the offers so far, for the terms of one that is accepted
     * @throws IllegalArgumentException if it accepts an offer that is not in the book
     */
    List<Input> of(Act act, OfferBook book) {
        Seat head = Seat.head(act.side());
        int round = closed.round();
        if (act instanceof Act.Offers offers) {
            return List.of(new Input.MakeOffer(head, round, id(), offers.terms(), offers.answers()));
        } else if (act instanceof Act.Accepts accepts) {
            return List.of(new Input.AcceptOffer(head, round, id(), accepts.offer(), hash(accepts.offer(), book)));
        } else if (act instanceof Act.Refuses refuses) {
            return List.of(new Input.RefuseOffer(head, round, id(), refuses.offer()));
        } else if (act instanceof Act.Withdraws withdraws) {
            return List.of(new Input.WithdrawOffer(head, round, id(), withdraws.offer()));
        } else if (act instanceof Act.Leaves) {
            return List.of(new Input.GiveNotice(head, round, id(), true));
        } else if (act instanceof Act.Says says) {
            Seat seat = new Seat(says.side(), says.seat());
            return List.of(new Input.Say(seat, round, id(), says.channel(), says.text(), says.statement()));
        }
        return counsel((Act.Drafts) act);
    }

    /** Returns the inputs that close the round: orders, who was ready, and the deadline if somebody was not. */
    List<Input> closing(OfferBook book) {
        List<Input> inputs = new ArrayList<>();
        int round = closed.round();
        boolean late = false;
        for (Side side : Side.values()) {
            if (closed.ordersOrigin(side) == OrdersOrigin.SEALED) {
                inputs.add(new Input.Submit(
                        Seat.head(side), round, id(), requested(closed.orders().of(side))));
            }
            late |= closed.ordersOrigin(side) == OrdersOrigin.ABSENT;
        }
        for (Seat seat : seats) {
            if (!late
                    || (seat.equals(Seat.head(seat.side()))
                            && closed.ordersOrigin(seat.side()) == OrdersOrigin.READY)) {
                inputs.add(
                        new Input.Ready(seat, round, true, book.made(seat.side().other())));
            }
        }
        if (late) {
            inputs.add(new Input.DeadlinePassed(round));
        }
        return inputs;
    }

    private List<Input> counsel(Act.Drafts drafts) {
        List<Input> inputs = new ArrayList<>();
        Side side = drafts.side();
        Seat drafter = new Seat(side, drafts.seat());
        inputs.add(new Input.Draft(drafter, closed.round(), id(), requested(drafts.orders())));
        for (int voter : drafts.yes()) {
            inputs.add(new Input.Vote(new Seat(side, voter), closed.round(), id(), drafter, true));
        }
        for (int voter : drafts.no()) {
            inputs.add(new Input.Vote(new Seat(side, voter), closed.round(), id(), drafter, false));
        }
        return inputs;
    }

    private static List<RequestedOrder> requested(Orders orders) {
        return orders.list().stream().map(RequestedOrder::of).toList();
    }

    private static String hash(OfferId id, OfferBook book) {
        Offer offer = book.find(id);
        if (offer == null) {
            throw new IllegalArgumentException("offer " + id + " is accepted and was not made");
        }
        return offer.hash();
    }

    private String id() {
        return "recorded-" + closed.round() + "-" + told++;
    }
}
