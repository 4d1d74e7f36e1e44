package dev.truce.match.referee;

import dev.truce.engine.conduct.Duty;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchState;
import dev.truce.match.Absences;
import dev.truce.match.Defaults;
import dev.truce.match.MatchTerms;
import dev.truce.match.MatchTerms.Absence;
import dev.truce.match.Seat;
import dev.truce.match.deed.HostAct;
import dev.truce.match.deed.SeatHolder;
import dev.truce.match.notation.OrderText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is done for seats whose persons are away: orders that keep what they signed, and bots after rounds that they missed. */
final class Absentees {
    private final Rules rules;
    private final MatchSetup setup;
    private final MatchTerms terms;
    private final Absences absences;
    private final Holders holders;
    /** How many rounds in a row a seat has missed; looked up only. */
    private final Map<Seat, Integer> missed = new HashMap<>();

    Absentees(Rules rules, MatchSetup setup, MatchTerms terms, Holders holders) {
        this.rules = rules;
        this.setup = setup;
        this.terms = terms;
        this.absences = terms.rounds().absences();
        this.holders = holders;
    }

    /** Returns what is ordered for a seat that has neither sealed anything nor said that it is done. */
    Orders orders(Seat seat, MatchState state) {
        Absence absence = absences.of(seat);
        Absence now = absence instanceof Absence.Bot bot ? bot.until() : absence;
        if (!(now instanceof Absence.Keep)) {
            return Orders.HOLD;
        }
        List<Order> orders = new ArrayList<>();
        Orders signed = Duty.keeping(
                rules.scenario().agreements(), state.treaty(), state.levels(), seat.side(), state.openRound());
        for (Order order : signed.list()) {
            boolean decides =
                    holders.delegation(seat.side()).decidedBy(seat.number()).contains(order.instrument());
            if (decides && rules.isLegal(setup, state, seat.side(), Orders.of(List.of(order)))) {
                orders.add(order);
            }
        }
        Orders kept = Orders.of(orders);
        return rules.isLegal(setup, state, seat.side(), kept) ? kept : Orders.HOLD;
    }

    /** Returns what would be done for each seat if a round were closed now. */
    Defaults defaults(OpenRound window, MatchState state) {
        List<Defaults.OfSeat> seats = new ArrayList<>();
        for (Seat seat : terms.seats().stream().sorted(Seat.CANONICAL).toList()) {
            Orders kept = window.isAbsent(seat) ? orders(seat, state) : Orders.HOLD;
            SeatHolder holder = holders.on(seat);
            String bot = holder instanceof SeatHolder.Bot standIn ? standIn.name() : "";
            seats.add(new Defaults.OfSeat(
                    seat,
                    window.origin(seat, !kept.isHold()),
                    window.isReady(seat),
                    kept.isHold() ? "" : OrderText.of(kept, rules.scenario()),
                    bot,
                    holder instanceof SeatHolder.Person && !window.hasActed(seat) ? next(seat) : ""));
        }
        return new Defaults(window.round(), seats);
    }

    /** Returns the bot that takes a seat over if it misses one round more, or an empty text. */
    private String next(Seat seat) {
        return absences.of(seat) instanceof Absence.Bot bot && missed.getOrDefault(seat, 0) + 1 >= bot.afterMisses()
                ? bot.name()
                : "";
    }

    /** A round is over. A seat has missed it if it did nothing at all in it, slow or not. */
    void count(OpenRound window) {
        for (Seat seat : terms.seats()) {
            if (window.hasActed(seat) || !(holders.on(seat) instanceof SeatHolder.Person)) {
                missed.remove(seat);
            } else {
                missed.merge(seat, 1, Integer::sum);
            }
        }
    }

    /** Somebody else acts on a seat. */
    void forget(Seat seat) {
        missed.remove(seat);
    }

    /** Returns the bots that are to act in place of those who have missed too many rounds. */
    List<HostAct> due() {
        List<HostAct> due = new ArrayList<>();
        for (Seat seat : terms.seats()) {
            if (absences.of(seat) instanceof Absence.Bot bot
                    && holders.on(seat) instanceof SeatHolder.Person
                    && missed.getOrDefault(seat, 0) >= bot.afterMisses()) {
                due.add(new HostAct.StandIn(seat.side(), seat.number(), bot.name()));
            }
        }
        return due;
    }
}
