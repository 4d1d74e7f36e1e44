package dev.truce.match;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.board.Side;
import dev.truce.engine.card.Card;
import dev.truce.engine.delegation.Brief;
import dev.truce.engine.delegation.MinisterScore;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.payoff.FinalScore;
import dev.truce.engine.payoff.Outcome;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.Statement;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.match.deed.HostAct;
import dev.truce.match.deed.SeatHolder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the referee tells a viewer; already redacted for it. An omniscient viewer hears of an open round what the public hears, and
 * the rest just before the round is told as resolved.
 */
public sealed interface Notice {

    /**
     * A round is open.
     *
     * @param windowMillis how long it stays open, 0 for no deadline
     */
    record RoundOpened(Observation observation, long windowMillis) implements Notice {}

    /**
     * One bit about a seat of the open round: has it sealed orders, is it ready. Never what. Those who are not of its side are told at most once a
     * round that it takes readiness back, and after that not that it is ready again.
     */
    record SeatStatus(Seat seat, int round, boolean submitted, boolean ready) implements Notice {}

    /**
     * An offer was made, or something has become of one. Both sides are told; the public only of a communique that was signed.
     *
     * @param round round in which that happened
     */
    record OfferChanged(Offer offer, int round) implements Notice {}

    /**
     * A side gave notice to leave the treaty with the end of the round, or took that back.
     *
     * @param given whether the notice stands
     */
    record NoticeGiven(Side side, int round, boolean given) implements Notice {}

    /**
     * A seat said something to an audience to which the viewer belongs.
     *
     * @param number counts what the seat has said in this channel in this round, from 1
     * @param text its words, from somebody whom nobody vouches for; may be empty if there is a statement
     * @param statement what it said in a fixed form, or null
     */
    record Said(
            Seat seat,
            int round,
            int number,
            Channel channel,
            String text,
            @Nullable Statement statement) implements Notice {}

    /** A seat put a draft of orders before its delegation, in place of its earlier one; votes on that are void. Told to its side. */
    record Drafted(Seat seat, int round, Orders orders) implements Notice {}

    /** A seat voted on a draft of its delegation, in place of its earlier vote on it. Told to its side. */
    record Voted(Seat seat, int round, Seat drafter, boolean yes) implements Notice {}

    /** What a minister is out for. Told to his seat only, when the match begins. */
    record BriefGiven(Seat seat, Brief brief) implements Notice {}

    /** The match is over, and what the ministers were out for may be told, with what came of it. Told before {@link MatchOver}. */
    record MinistersScored(List<MinisterScore> scores) implements Notice {
        public MinistersScored {
            scores = List.copyOf(scores);
        }
    }

    /** A shock card will take effect when the open round is resolved. Told to everybody. */
    record CardPlayed(Card card, int round) implements Notice {}

    /**
     * The owner of the room or the server did something of which everybody hears.
     *
     * @param round the open round, 0 if none is open
     */
    record HostActed(HostAct act, int round) implements Notice {
        /** Returns the same as a seat may hear it: what was said to another seat it does not hear. */
        public HostActed heardBy(Seat seat) {
            return act instanceof HostAct.Message message
                            && !(message.side() == seat.side() && message.seat() == seat.number())
                    ? new HostActed(new HostAct.Message(message.side(), message.seat(), ""), round)
                    : this;
        }
    }

    /**
     * The clock of the open round does something else than was told before. Who passes this on adds what is left, which the referee
     * does not know.
     *
     * @param part which part of the round runs
     * @param paused whether all stands still
     * @param cause why
     * @param shiftMillis by how much the end has moved, 0 if it has not
     * @param seat the seat that was given time of its own, or null
     * @param leftMillis what is left of the part, 0 if there is no limit or nobody has added it
     */
    record ClockChanged(
            int round,
            RoundPart part,
            boolean paused,
            Cause cause,
            long shiftMillis,
            @Nullable Seat seat,
            long leftMillis)
            implements Notice {
        /** Why a clock changes. */
        public enum Cause {
            /** It was stopped. */
            PAUSED,
            /** It goes on. */
            UNPAUSED,
            /** It was given more time, or less. */
            EXTENDED,
            /** Time is up, and the next part runs. */
            TIME_UP
        }

        /** Returns the same with what is left. */
        public ClockChanged withLeft(long millis) {
            return new ClockChanged(round, part, paused, cause, shiftMillis, seat, millis);
        }
    }

    /**
     * Somebody else acts on a seat from now on.
     *
     * @param round the open round
     * @param holder the bot that acts, its person again, or nobody
     */
    record SeatChanged(Seat seat, int round, SeatHolder holder) implements Notice {
        /** Returns the name of the bot that acts, or an empty text. */
        public String bot() {
            return holder instanceof SeatHolder.Bot bot ? bot.name() : "";
        }
    }

    /**
     * The open round takes nothing more; it is resolved when the host says so. Only in matches of {@link RoundPace#GATED}.
     *
     * @param round the round
     * @param cause why
     */
    record RoundShut(int round, Cause cause) implements Notice {
        /** Why a round is shut. */
        public enum Cause {
            /** All on whom it waits are ready. */
            ALL_READY,
            /** Time is up. */
            TIME,
            /** The host closed it. */
            ADVANCED
        }
    }

    /**
     * Another round is the last from now on. It has not opened yet.
     *
     * @param round the last round
     */
    record HorizonSet(int round) implements Notice {}

    /** A round was resolved. */
    record RoundResolved(RoundView view) implements Notice {}

    /**
     * The match is over; the truth may be told.
     *
     * @param rounds rounds played
     * @param recordText the portable record, text form; empty unless the match is recorded as {@link Recording#TEXT}
     */
    record MatchOver(int rounds, FinalScore us, FinalScore cn, Outcome outcome, String recordText) implements Notice {
        /** Returns the same with another text of the record, for example with a signature. */
        public MatchOver with(String otherText) {
            return new MatchOver(rounds, us, cn, outcome, otherText);
        }
    }
}
