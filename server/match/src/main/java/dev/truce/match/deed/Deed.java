package dev.truce.match.deed;

import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a seat can do in a round. The same value is typed by people, sent over the wire, judged by the referee, kept by the journal
 * and written into records. It says neither who does it nor in which round, and nobody has judged it yet.
 */
public sealed interface Deed {
    /** Returns what a handler of every kind makes of this one. */
    <R> R in(Cases<R> cases);

    /**
     * Handles every kind of deed; a new kind does not compile before every implementation has a method for it.
     *
     * @param <R> what comes of it
     */
    interface Cases<R> {
        /** Orders are sealed. */
        R submit(Submit deed);

        /** Sealed orders are taken back. */
        R undo(Undo deed);

        /** The seat is done, or is not after all. */
        R ready(Ready deed);

        /** An offer is made. */
        R makeOffer(MakeOffer deed);

        /** An offer is accepted. */
        R accept(Accept deed);

        /** An offer is refused. */
        R refuse(Refuse deed);

        /** An offer is taken back. */
        R withdraw(Withdraw deed);

        /** Notice is given or taken back. */
        R giveNotice(GiveNotice deed);

        /** Something is said. */
        R say(Say deed);

        /** A draft is shown to the delegation. */
        R putDraft(PutDraft deed);

        /** A vote is cast. */
        R vote(Vote deed);
    }

    /** Returns orders as somebody asks for them. */
    static List<RequestedOrder> requested(Orders orders) {
        List<Order> list = orders.list();
        List<RequestedOrder> requested = new ArrayList<>(list.size());
        for (Order order : list) {
            requested.add(RequestedOrder.of(order));
        }
        return requested;
    }

    /**
     * Returns orders that the rules have found legal.
     *
     * @throws IllegalArgumentException if one of them names no instrument, or two name the same
     */
    static Orders ordered(List<RequestedOrder> requested) {
        List<Order> orders = new ArrayList<>(requested.size());
        for (RequestedOrder order : requested) {
            orders.add(new Order(Instrument.all().get(order.instrument()), order.level()));
        }
        return Orders.of(orders);
    }

    /**
     * Seals orders for the round, in place of those that the seat has sealed before.
     *
     * @param orders empty for no change at all
     * @param ready what the seat says in the same breath about being done, or null for nothing; if that is refused, nothing is sealed
     */
    record Submit(List<RequestedOrder> orders, @Nullable Ready ready) implements Deed {
        public Submit {
            orders = List.copyOf(orders);
        }

        /** Only seals. */
        public Submit(List<RequestedOrder> orders) {
            this(orders, null);
        }

        /** Returns the same orders, with which the seat says whether it is done. */
        public Submit and(Ready said) {
            return new Submit(orders, said);
        }

        /** Returns the deed that seals well-formed orders. */
        public static Submit of(Orders orders) {
            return new Submit(requested(orders));
        }

        @Override
        public <R> R in(Cases<R> cases) {
            return cases.submit(this);
        }
    }

    /** Takes sealed orders back; the seat is then not ready. */
    record Undo() implements Deed {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.undo(this);
        }
    }

    /**
     * Says that the seat is done with the round, or that it is not after all.
     *
     * @param ready whether it is done
     * @param heard how many offers of the other side it has heard in the match, which is the number of the latest
     */
    record Ready(boolean ready, int heard) implements Deed {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.ready(this);
        }
    }

    /**
     * Offers terms to the other side. The offer gets its name from the book: side and number.
     *
     * @param terms what the offer would put into force
     * @param answers the open offer of the other side that it counters, or null
     */
    record MakeOffer(Terms terms, @Nullable OfferId answers) implements Deed {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.makeOffer(this);
        }
    }

    /**
     * Accepts an offer of the other side.
     *
     * @param offer the offer
     * @param termsHash hash of the terms that the seat was shown
     */
    record Accept(OfferId offer, String termsHash) implements Deed {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.accept(this);
        }
    }

    /** Refuses an offer of the other side. */
    record Refuse(OfferId offer) implements Deed {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.refuse(this);
        }
    }

    /** Takes an offer of the own side back. */
    record Withdraw(OfferId offer) implements Deed {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.withdraw(this);
        }
    }

    /**
     * Gives notice to leave the treaty with the end of the round.
     *
     * @param given false takes an earlier notice of the round back
     */
    record GiveNotice(boolean given) implements Deed {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.giveNotice(this);
        }
    }

    /**
     * Says something.
     *
     * @param channel who is to hear it
     * @param text its words, at most 280 characters in one line; may be empty if there is a statement
     * @param statement what it says in a fixed form, or null
     */
    record Say(Channel channel, String text, @Nullable Statement statement) implements Deed {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.say(this);
        }

        /** Leaves the words out, which belong into no log. */
        @Override
        public String toString() {
            return "Say[channel=" + channel + "]";
        }
    }

    /** Shows the delegation a draft of orders, in place of the seat's earlier one; votes on that are void. It binds nobody. */
    record PutDraft(List<RequestedOrder> orders) implements Deed {
        public PutDraft {
            orders = List.copyOf(orders);
        }

        /** Returns the deed that drafts well-formed orders. */
        public static PutDraft of(Orders orders) {
            return new PutDraft(requested(orders));
        }

        @Override
        public <R> R in(Cases<R> cases) {
            return cases.putDraft(this);
        }
    }

    /**
     * Votes on a draft of the own delegation, in place of the seat's earlier vote on it. It binds nobody.
     *
     * @param drafter number of the seat whose draft it is, 0 for the head; may be none
     * @param yes whether the seat is for it
     */
    record Vote(int drafter, boolean yes) implements Deed {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.vote(this);
        }
    }
}
