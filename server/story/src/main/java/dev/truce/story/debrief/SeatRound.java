package dev.truce.story.debrief;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.delegation.Delegation;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.orders.Order;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.Done;
import dev.truce.match.deed.SeatHolder;
import dev.truce.match.deed.Spoken;
import dev.truce.match.deed.Takeover;
import dev.truce.match.record.AbsentMinister;
import dev.truce.match.record.ClosedRound;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.RecordedRound;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What somebody in a seat did in a round, as far as a record keeps it.
 *
 * @param seat where he sat
 * @param round number of the round
 * @param manner what he did with the round
 * @param drafts orders that he put before his delegation
 * @param votes votes on drafts
 * @param dealings offers, answers to offers, withdrawals and notices
 * @param texts words and statements
 */
public record SeatRound(Seat seat, int round, Manner manner, int drafts, int votes, int dealings, int texts) {
    /** What somebody did with a round. */
    public enum Manner {
        /** He sealed orders. */
        SEALED,
        /** He was ready without orders. */
        READY,
        /** He did something else: a draft, a vote, an offer or a text. */
        ACTED,
        /** He did nothing that a record keeps, whether he was connected or not, which none does. */
        IDLE,
        /** A bot stood in for him. */
        STAND_IN,
        /** Nobody held the seat; the head decided. */
        VACANT;

        /** Returns how files write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Returns whether a person held the seat, not a bot and not nobody. */
    public boolean byPerson() {
        return manner != Manner.STAND_IN && manner != Manner.VACANT;
    }

    /** Returns whether the person in the seat took part. */
    public boolean tookPart() {
        return manner == Manner.SEALED || manner == Manner.READY || manner == Manner.ACTED;
    }

    /** Returns all seats of a match, first those of the US, heads first. */
    public static List<Seat> seats(MatchRecord match) {
        List<Seat> seats = new ArrayList<>(List.of(Seat.US_HEAD, Seat.CN_HEAD));
        for (Delegation delegation : match.delegations()) {
            delegation.ministers().forEach(minister -> seats.add(new Seat(delegation.side(), minister.number())));
        }
        seats.sort(Seat.CANONICAL);
        return seats;
    }

    /** Returns what every seat did in every round, round by round. */
    public static List<SeatRound> of(MatchRecord match) {
        List<SeatRound> all = new ArrayList<>();
        Map<Seat, SeatHolder> holders = new HashMap<>();
        for (RecordedRound round : match.rounds()) {
            for (Takeover takeover : round.closed().hosting().takeovers()) {
                holders.put(new Seat(takeover.side(), takeover.seat()), takeover.holder());
            }
            for (Seat seat : seats(match)) {
                all.add(of(match, round.closed(), seat, holders.getOrDefault(seat, new SeatHolder.Person())));
            }
        }
        return all;
    }

    private static SeatRound of(MatchRecord match, ClosedRound closed, Seat seat, SeatHolder holder) {
        int drafts = 0;
        int votes = 0;
        int dealings = 0;
        int texts = 0;
        for (Done done : closed.deeds()) {
            if (done.side() != seat.side() || done.seat() != seat.number()) {
                continue;
            }
            Deed deed = done.deed();
            if (deed instanceof Deed.PutDraft) {
                drafts++;
            } else if (deed instanceof Deed.Vote) {
                votes++;
            } else if (deed instanceof Spoken) {
                texts++;
            } else {
                dealings++;
            }
        }
        Manner manner = holder instanceof SeatHolder.Bot
                ? Manner.STAND_IN
                : holder instanceof SeatHolder.Nobody ? Manner.VACANT : manner(match, closed, seat);
        boolean acted = drafts + votes + dealings + texts > 0;
        return new SeatRound(
                seat,
                closed.round(),
                manner == Manner.IDLE && acted ? Manner.ACTED : manner,
                drafts,
                votes,
                dealings,
                texts);
    }

    /** Returns what a person did with the orders that his seat decides. */
    private static Manner manner(MatchRecord match, ClosedRound closed, Seat seat) {
        if (closed.absent().contains(new AbsentMinister(seat.side(), seat.number()))) {
            return Manner.IDLE;
        } else if (closed.absent().contains(new AbsentMinister(seat.side(), seat.number(), true))) {
            return Manner.READY;
        } else if (seat.number() == Delegation.HEAD) {
            return switch (closed.ordersOrigin(seat.side())) {
                case SEALED -> Manner.SEALED;
                case READY -> Manner.READY;
                // A record of before heads were named does not tell more.
                case STAND_IN, ABSENT -> ordered(match, closed, seat) ? Manner.SEALED : Manner.IDLE;
                // Nobody on the side sealed anything: the policy ordered.
                case KEPT, VACANT -> Manner.IDLE;
            };
        }
        return ordered(match, closed, seat) ? Manner.SEALED : Manner.READY;
    }

    /** Returns whether the side ordered something that this seat decides, where ministers decide. */
    private static boolean ordered(MatchRecord match, ClosedRound closed, Seat seat) {
        for (Delegation delegation : match.delegations()) {
            if (delegation.side() == seat.side() && delegation.mode() == DelegationMode.PORTFOLIO) {
                List<Instrument> decided = delegation.decidedBy(seat.number());
                return closed.orders().of(seat.side()).list().stream()
                        .map(Order::instrument)
                        .anyMatch(decided::contains);
            }
        }
        return false;
    }
}
