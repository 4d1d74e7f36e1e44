package dev.truce.story.facts;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.card.Card;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.match.Notice;
import dev.truce.match.RoundPart;
import dev.truce.match.Seat;
import dev.truce.match.deed.AskedOrders;
import dev.truce.match.deed.Deed;
import dev.truce.match.notation.ReadingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a seat knows about its match: the open round and the rounds before, as it was told. */
public class SeatBoard {
    private final Scenario scenario;
    private final Side side;
    private final Seat seat;
    private final Delegates delegates;
    private final TreeMap<Integer, RoundView> rounds = new TreeMap<>();
    private final Reasons reasons;
    private @Nullable Observation observation;
    private long deadlineUnixMillis;
    private boolean isShut;
    private boolean opponentSubmitted;
    private boolean opponentReady;
    private boolean ready;
    private boolean submitted;
    private @Nullable Orders sealed;
    /** Whether it was told for the round that is open at the server, of which nothing may have been heard here yet. */
    private boolean sealedAhead;

    private Notice.@Nullable MatchOver over;
    private final List<Notice.CardPlayed> cards = new ArrayList<>();
    private final Proceedings proceedings = new Proceedings();

    /**
     * @param rules the scenario that is played, compiled
     * @param seat the seat
     */
    public SeatBoard(Rules rules, Seat seat) {
        this(rules.scenario(), seat, Reasons.of(rules));
    }

    /**
     * @param scenario that is played
     * @param seat the seat; who only watches has none, so that it does not matter which
     * @param reasons by what scores are explained
     */
    public SeatBoard(Scenario scenario, Seat seat, Reasons reasons) {
        this.scenario = scenario;
        this.reasons = reasons;
        this.side = seat.side();
        this.seat = seat;
        this.delegates = new Delegates(seat);
    }

    /**
     * Records what the referee said; all notices are accepted, in any order and more than once.
     *
     * @param live whether it has just happened, rather than being told to a person who comes back
     */
    public void take(Notice notice, long deadline, boolean live) {
        delegates.take(notice);
        boolean isNews = proceedings.take(notice);
        notice.in(new TakenByBoard(deadline, live && isNews));
    }

    /** What comes of a notice that delegates and proceedings have taken. */
    private final class TakenByBoard implements Notice.Some<@Nullable Void> {
        private final long deadline;
        private final boolean isNews;

        TakenByBoard(long deadline, boolean isNews) {
            this.deadline = deadline;
            this.isNews = isNews;
        }

        @Override
        public @Nullable Void otherwise(Notice notice) {
            return null;
        }

        @Override
        public @Nullable Void roundOpened(Notice.RoundOpened opened) {
            if (!sealedAhead) {
                sealed = null;
            }
            Observation now = opened.observation();
            boolean again = openRound() == now.openRound() && observation != null;
            observation = now;
            isShut = false;
            cards.removeIf(played -> played.round() != now.openRound());
            deadlineUnixMillis = deadline;
            RoundView last = now.last();
            if (last != null) {
                rounds.put(last.round(), last);
                proceedings.resolved(last);
            }
            if (!again) {
                opponentReady = false;
                opponentSubmitted = false;
                ready = false;
                submitted = false;
            }
            return null;
        }

        @Override
        public @Nullable Void seatStatus(Notice.SeatStatus status) {
            boolean isNow = observation != null && status.round() == openRound();
            if (isNow && status.seat().equals(seat)) {
                ready = status.ready();
                submitted = status.submitted();
            } else if (isNow && status.seat().equals(Seat.head(side.other()))) {
                opponentReady = status.ready();
                opponentSubmitted = status.submitted();
            }
            return null;
        }

        @Override
        public @Nullable Void seatChanged(Notice.SeatChanged changed) {
            if (changed.seat().equals(seat) && !changed.bot().isEmpty()) {
                sealed = null;
            }
            return null;
        }

        @Override
        public @Nullable Void roundShut(Notice.RoundShut shut) {
            isShut = shut.round() == openRound();
            return null;
        }

        @Override
        public @Nullable Void clockChanged(Notice.ClockChanged changed) {
            if (changed.round() == openRound()) {
                isShut = changed.part() == RoundPart.SHUT;
                deadlineUnixMillis = deadline;
            }
            return null;
        }

        @Override
        public @Nullable Void roundResolved(Notice.RoundResolved resolved) {
            rounds.put(resolved.view().round(), resolved.view());
            return null;
        }

        @Override
        public @Nullable Void cardPlayed(Notice.CardPlayed played) {
            if (!cards.contains(played)) {
                cards.add(played);
            }
            return null;
        }

        @Override
        public @Nullable Void matchOver(Notice.MatchOver end) {
            over = end;
            closed();
            return null;
        }

        /** A new offer has the side that it is made to look again. */
        @Override
        public @Nullable Void offerChanged(Notice.OfferChanged changed) {
            boolean isOffered = isNews && changed.offer().isOpen() && changed.round() == openRound();
            if (isOffered && changed.offer().maker() == side) {
                opponentReady = false;
            } else if (isOffered) {
                ready = false;
            }
            return null;
        }
    }

    /** No round opens after the last one, so the board takes the levels that it left. */
    private void closed() {
        Observation open = observation;
        RoundView view = last();
        if (open != null && view != null && view.round() == open.openRound()) {
            observation = new Observation(
                    open.viewer(),
                    open.openRound(),
                    true,
                    open.quarter(),
                    open.summit(),
                    open.knownRounds(),
                    view.levels(),
                    open.treaty(),
                    open.climate(),
                    open.redLines(),
                    List.of(),
                    view);
        }
    }

    /** The seat has done something, which was saved. */
    public void did(Deed deed) {
        if (deed instanceof Deed.Submit submit) {
            sealed = AskedOrders.ordered(submit.orders());
            sealedAhead = false;
        } else if (deed instanceof Deed.Undo) {
            sealed = null;
            sealedAhead = false;
        }
    }

    /** The server says what it has of the seat for the open round. */
    public void sealed(Orders now) {
        sealed = now;
        sealedAhead = true;
    }

    /** Returns what is sealed of the seat for the open round; null if nothing is, or it is not known what. */
    public @Nullable Orders sealed() {
        return submitted ? sealed : null;
    }

    /** Returns the shock cards of the open round. */
    public List<Card> cards() {
        return cards.stream().map(Notice.CardPlayed::card).toList();
    }

    /** Returns how many offers of the other side have been heard. */
    public int offersHeard() {
        return proceedings.next(side.other()).number() - 1;
    }

    /** What was offered and said. */
    public Proceedings proceedings() {
        return proceedings;
    }

    /** Returns what this seat's side does about its accusation of the other in the open round, as things stand. */
    public AccusationChoice choice() {
        return proceedings.decided(side, openRound());
    }

    /** Returns whether a side has tabled a serious text of its own in this period; false before the seat has seen a round. */
    public boolean hasOwnText(Side author) {
        Observation now = observation;
        return now != null && proceedings.hasOwnText(author, now, reasons.rules());
    }

    /** Who sits in the delegations. */
    public Delegates delegates() {
        return delegates;
    }

    /**
     * Returns whether this seat's ready would close the round.
     *
     * @param againstBot whether the other side's head is a program, which is ready in the end
     */
    public boolean closesTheRound(boolean againstBot) {
        return delegates.isNone() ? againstBot || opponentReady : delegates.othersAreReady();
    }

    /** Returns what the short forms of people refer to. */
    public ReadingContext context() {
        List<OfferId> open = new ArrayList<>();
        for (Side maker : Side.values()) {
            proceedings.open(maker).forEach(offer -> open.add(offer.id()));
        }
        Treaty treaty = observation == null ? Treaty.NONE : observation.treaty();
        return new ReadingContext(treaty, open, delegates.words());
    }

    /** Replaces what the seat was shown by the truth, once the match is over. */
    public void reveal(List<RoundView> truth) {
        for (RoundView view : truth) {
            rounds.put(view.round(), view);
        }
    }

    public Scenario scenario() {
        return scenario;
    }

    public Side side() {
        return side;
    }

    /** What the seat sees in the open round, or null before the first round. */
    public @Nullable Observation observation() {
        return observation;
    }

    /** Returns the number of the open round, 0 before the first one. */
    public int openRound() {
        return observation == null ? 0 : observation.openRound();
    }

    /** Returns the resolved rounds that are known, in order. */
    public List<RoundView> rounds() {
        return new ArrayList<>(rounds.values());
    }

    /** Returns a resolved round, or null if it is not known here. */
    public @Nullable RoundView round(int number) {
        return rounds.get(number);
    }

    /** Returns the last resolved round, or null in round 1. */
    public @Nullable RoundView last() {
        return rounds.isEmpty() ? null : rounds.lastEntry().getValue();
    }

    /** Returns by what the scores of the rounds that are known are explained. */
    public Reasons reasons() {
        reasons.follow(rounds());
        return reasons;
    }

    /** When the open round closes, in milliseconds of server time; 0 for never. */
    public long deadlineUnixMillis() {
        return deadlineUnixMillis;
    }

    /** Whether the open round takes nothing more. */
    public boolean isShut() {
        return isShut;
    }

    /** Whether the other side's head has said that it is done with the round. */
    public boolean opponentReady() {
        return opponentReady;
    }

    /** Whether the other side's head has sealed orders. */
    public boolean opponentSubmitted() {
        return opponentSubmitted;
    }

    /** Whether the server holds orders of this seat for the open round. */
    public boolean submitted() {
        return submitted;
    }

    /** Whether this seat has said that it is done with the round. */
    public boolean ready() {
        return ready;
    }

    /** The end of the match, or null while it goes on. */
    public Notice.@Nullable MatchOver over() {
        return over;
    }

    /** Returns an instrument's level now, or {@link Levels#UNSEEN}. */
    public int level(Instrument instrument) {
        return observation == null ? Levels.UNSEEN : observation.levels().get(instrument);
    }

    /** Returns what may be ordered for an instrument now, or null if the seat's side may not order it. */
    public @Nullable LegalLevels legal(Instrument instrument) {
        if (observation != null) {
            for (LegalLevels levels : observation.legal()) {
                if (levels.instrument() == instrument) {
                    return levels;
                }
            }
        }
        return null;
    }

    /** Returns the clause on an instrument that binds in the open round, or null. */
    public @Nullable Clause binding(Instrument instrument) {
        return observation == null ? null : observation.treaty().binding(instrument, observation.openRound());
    }
}
