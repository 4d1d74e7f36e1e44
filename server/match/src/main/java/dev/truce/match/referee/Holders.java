package dev.truce.match.referee;

import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.Delegation;
import dev.truce.engine.delegation.Minister;
import dev.truce.engine.orders.Refusal;
import dev.truce.match.MatchTerms;
import dev.truce.match.Refusals;
import dev.truce.match.Seat;
import dev.truce.match.deed.By;
import dev.truce.match.deed.SeatHolder;
import dev.truce.match.deed.Takeover;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who acts on the seats of one match: persons, bots that stand in for them, or nobody. Not thread-safe. */
final class Holders {
    /** How often seats may change hands in a match: each is a line of the record. */
    static final int MAX_TAKEOVERS = 200;

    private final MatchTerms terms;
    /** The bots that stand in for persons, by their seats. */
    private final TreeMap<Seat, String> standIns = new TreeMap<>(Seat.CANONICAL);
    /** The seats that nobody holds now. */
    private List<Seat> vacant = List.of();
    /** The seats that nobody held when the open round opened: their heads decide for them until the next opening. */
    private List<Seat> vacantAtOpening = List.of();
    /** The seats on which a bot stands in because their persons stayed away; looked up only. */
    private final Set<Seat> byPolicy = new HashSet<>();
    /** Who took seats over since the last round was resolved. */
    private final List<Takeover> recent = new ArrayList<>();

    private int takeovers;

    Holders(MatchTerms terms) {
        this.terms = terms;
    }

    /** Returns a copy of the bots that stand in for persons, by their seats in canonical order. */
    SortedMap<Seat, String> standIns() {
        return new TreeMap<>(standIns);
    }

    /** The seats that nobody holds, in canonical order. */
    List<Seat> vacant() {
        return vacant;
    }

    /** Returns who acts on a seat. */
    SeatHolder on(Seat seat) {
        String bot = standIns.get(seat);
        if (bot != null) {
            return new SeatHolder.Bot(bot);
        }
        return vacant.contains(seat) ? new SeatHolder.Nobody() : new SeatHolder.Person();
    }

    /** A round opens: instruments change hands. */
    void opened() {
        vacantAtOpening = vacant;
    }

    /** Returns how a side is divided among its seats in the open round; what an empty seat holds is the head's. */
    Delegation delegation(Side side) {
        Delegation planned = terms.delegation(side);
        return vacantAtOpening.isEmpty()
                ? planned
                : planned.occupied(planned.ministers().stream()
                        .map(Minister::number)
                        .filter(number -> !vacantAtOpening.contains(new Seat(side, number)))
                        .toList());
    }

    /** Returns why nobody else can act on a seat, or null. */
    @Nullable
    Refusal refusal(Seat seat, SeatHolder holder) {
        SeatHolder now = on(seat);
        Refusal unknown = unknown(seat);
        if (unknown != null) {
            return unknown;
        } else if (takeovers >= MAX_TAKEOVERS) {
            return Refusals.tooManyActs(MAX_TAKEOVERS);
        } else if (holder instanceof SeatHolder.Bot bot) {
            return bot.equals(now) ? Refusals.standsInAlready(seat, bot.name()) : null;
        } else if (holder instanceof SeatHolder.Nobody && seat.number() == Delegation.HEAD) {
            return Refusals.headIsNeeded(seat);
        }
        if (!holder.equals(now)) {
            return null;
        }
        return holder instanceof SeatHolder.Nobody ? Refusals.isVacant(seat) : Refusals.nobodyStandsIn(seat);
    }

    /** Returns the refusal of a seat that the match does not have, or null. */
    @Nullable
    Refusal unknown(Seat seat) {
        return terms.seats().contains(seat) ? null : Refusals.noSuchSeat(terms.seats());
    }

    /** Returns whether the bot on a seat is there because its person stayed away, so that the person may simply come back. */
    boolean isByPolicy(Seat seat) {
        return byPolicy.contains(seat);
    }

    /** Somebody else acts on a seat from now on. */
    void take(Seat seat, SeatHolder holder, By by) {
        byPolicy.remove(seat);
        standIns.remove(seat);
        Set<Seat> empty = new TreeSet<>(Seat.CANONICAL);
        empty.addAll(vacant);
        empty.remove(seat);
        if (holder instanceof SeatHolder.Bot bot) {
            standIns.put(seat, bot.name());
            if (by instanceof By.Policy) {
                byPolicy.add(seat);
            }
        } else if (holder instanceof SeatHolder.Nobody) {
            empty.add(seat);
        }
        vacant = List.copyOf(empty);
        recent.add(new Takeover(seat.side(), seat.number(), holder));
        takeovers++;
    }

    /** Returns who took seats over since this was asked last. */
    List<Takeover> recent() {
        List<Takeover> since = List.copyOf(recent);
        recent.clear();
        return since;
    }
}
