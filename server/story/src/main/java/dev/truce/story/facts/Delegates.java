package dev.truce.story.facts;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Portfolio;
import dev.truce.engine.delegation.Brief;
import dev.truce.engine.delegation.Delegation;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.orders.Orders;
import dev.truce.match.Notice;
import dev.truce.match.Occupant;
import dev.truce.match.Seat;
import dev.truce.match.deed.HostAct;
import dev.truce.match.deed.SeatHolder;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who sits in the delegations of a match, as far as one seat knows: readiness of all, drafts and votes of its own side, its brief. */
public final class Delegates {
    private final Seat own;
    private final Map<Seat, Notice.SeatStatus> status = new HashMap<>();
    private final TreeMap<Integer, Orders> drafts = new TreeMap<>();
    private final Map<Integer, TreeMap<Integer, Boolean>> votes = new HashMap<>();
    private List<Occupant> seats = List.of();
    private @Nullable DelegationMode mode;
    private @Nullable Brief brief;
    private Notice.@Nullable MinistersScored scored;
    private int round;

    public Delegates(Seat own) {
        this.own = own;
    }

    /** Records who sits where. */
    public void seated(List<Occupant> now, @Nullable DelegationMode decides) {
        seats = List.copyOf(now);
        mode = decides;
    }

    /** Records what the referee said; what is of another round than the open one is left out. */
    public void take(Notice notice) {
        notice.in(new TakenByDelegates());
    }

    private final class TakenByDelegates implements Notice.Some<@Nullable Void> {
        @Override
        public @Nullable Void otherwise(Notice notice) {
            return null;
        }

        @Override
        public @Nullable Void roundOpened(Notice.RoundOpened opened) {
            if (opened.observation().openRound() != round) {
                round = opened.observation().openRound();
                status.clear();
                drafts.clear();
                votes.clear();
            }
            return null;
        }

        @Override
        public @Nullable Void seatStatus(Notice.SeatStatus seen) {
            if (seen.round() == round) {
                status.put(seen.seat(), seen);
            }
            return null;
        }

        @Override
        public @Nullable Void drafted(Notice.Drafted drafted) {
            if (drafted.round() == round) {
                drafts.put(drafted.seat().number(), drafted.orders());
                votes.put(drafted.seat().number(), new TreeMap<>());
            }
            return null;
        }

        @Override
        public @Nullable Void voted(Notice.Voted voted) {
            if (voted.round() == round) {
                votes.computeIfAbsent(voted.drafter().number(), unused -> new TreeMap<>())
                        .put(voted.seat().number(), voted.yes());
            }
            return null;
        }

        @Override
        public @Nullable Void seatChanged(Notice.SeatChanged changed) {
            if (changed.round() == round && !(changed.holder() instanceof SeatHolder.Person)) {
                strike(changed.seat());
            }
            return null;
        }

        @Override
        public @Nullable Void hostActed(Notice.HostActed acted) {
            if (acted.round() == round && acted.act() instanceof HostAct.Revoke revoke) {
                strike(new Seat(revoke.side(), revoke.seat()));
            }
            return null;
        }

        @Override
        public @Nullable Void briefGiven(Notice.BriefGiven given) {
            brief = given.brief();
            return null;
        }

        @Override
        public @Nullable Void ministersScored(Notice.MinistersScored told) {
            scored = told;
            return null;
        }
    }

    /** Strikes the draft and the votes of a seat that somebody else takes over, as the referee does. */
    private void strike(Seat seat) {
        if (seat.side() == own.side()) {
            int number = seat.number();
            drafts.remove(number);
            votes.remove(number);
            votes.values().forEach(given -> given.remove(number));
        }
    }

    public Seat own() {
        return own;
    }

    /** Returns whether no side has a minister. */
    public boolean isNone() {
        return mode == null;
    }

    /** Null if no side has a minister. */
    public @Nullable DelegationMode mode() {
        return mode;
    }

    /** All known seats, first those of the US, the head first. */
    public List<Occupant> seats() {
        return seats;
    }

    /** Returns whether this seat puts drafts before its head instead of ordering. */
    public boolean advises() {
        return mode == DelegationMode.HEAD && own.number() != Delegation.HEAD;
    }

    /** Returns whether this seat may put an instrument of its side into what it sends: orders, or a draft if it advises. */
    public boolean mayOrder(Instrument instrument) {
        return mode != DelegationMode.PORTFOLIO
                || holder(instrument).map(it -> it.seat().equals(own)).orElse(true);
    }

    /** Returns an order that this side could draft, as an example to type. */
    public String example() {
        return BySide.pick(own.side(), "FENT=5", "RECIP=5");
    }

    /** Returns how many other seats are not ready. */
    public int waitingFor() {
        return (int) seats.stream()
                .filter(it -> !it.seat().equals(own) && !it.isVacant() && !isReady(it.seat()))
                .count();
    }

    /** Returns who holds an instrument of this side, if that is known. */
    public Optional<Occupant> holder(Instrument instrument) {
        Portfolio portfolio = Portfolio.of(instrument);
        return seats.stream()
                .filter(seat -> seat.portfolios().contains(portfolio))
                .findFirst();
    }

    /** Returns who sits on a seat, if that is known. */
    public Optional<Occupant> at(Seat seat) {
        return seats.stream().filter(occupant -> occupant.seat().equals(seat)).findFirst();
    }

    /**
     * Returns the words for the seats of this side, in lower case, with their numbers: number, portfolio, name of the occupant, or
     * {@code head}. A word of two seats is that of the first.
     */
    public Map<String, Integer> words() {
        Map<String, Integer> words = new LinkedHashMap<>();
        for (Occupant occupant : seats) {
            Seat seat = occupant.seat();
            if (seat.side() == own.side()) {
                words.putIfAbsent(Integer.toString(seat.number()), seat.number());
                words.putIfAbsent(seat.toString().toLowerCase(Locale.ROOT), seat.number());
                words.putIfAbsent(occupant.name().toLowerCase(Locale.ROOT), seat.number());
                if (seat.number() == Delegation.HEAD) {
                    words.putIfAbsent("head", seat.number());
                } else {
                    occupant.portfolios().forEach(it -> words.putIfAbsent(it.word(), seat.number()));
                }
            }
        }
        return words;
    }

    /** Finds a seat of this side by one of its words. */
    public Optional<Seat> find(String typed) {
        return Optional.ofNullable(words().get(typed.strip().toLowerCase(Locale.ROOT)))
                .map(number -> new Seat(own.side(), number));
    }

    /** Returns whether a seat has said that it is done with the round. */
    public boolean isReady(Seat seat) {
        Notice.SeatStatus seen = status.get(seat);
        return seen != null && seen.ready();
    }

    /** Returns whether a seat has sealed orders. */
    public boolean hasSealed(Seat seat) {
        Notice.SeatStatus seen = status.get(seat);
        return seen != null && seen.submitted();
    }

    /** Returns whether everybody else is ready, or is a program, which is in the end; so that this seat's ready closes the round. */
    public boolean othersAreReady() {
        return seats.stream().allMatch(it -> it.seat().equals(own) || it.isVacant() || it.bot() || isReady(it.seat()));
    }

    /** Returns whether every program has had its say. */
    public boolean programsAreReady() {
        return seats.stream().allMatch(it -> it.seat().equals(own) || !it.bot() || isReady(it.seat()));
    }

    /** The drafts that stand, by the seats of this side that made them. */
    public Map<Integer, Orders> drafts() {
        return drafts;
    }

    /** Returns the votes on a draft: the number of each seat, and whether it is for the draft. */
    public Map<Integer, Boolean> votes(int drafter) {
        return votes.getOrDefault(drafter, new TreeMap<>());
    }

    /** What this seat wants, or null if it has no brief. */
    public @Nullable Brief brief() {
        return brief;
    }

    /** The results of all briefs, or null before the end. */
    public Notice.@Nullable MinistersScored scored() {
        return scored;
    }
}
