package dev.truce.match;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.Delegation;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.view.Viewer;
import dev.truce.match.RoundTerms.RoundPace;
import dev.truce.match.deed.HostAct;
import dev.truce.match.deed.SeatHolder;
import dev.truce.match.record.RecordTitle;
import dev.truce.match.record.SeedOrigin;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a host runs one match.
 *
 * @param windowMillis how long each round stays open, 0 for no deadline
 * @param seats seats that somebody occupies; a round closes when all of them are ready
 * @param viewers who is told, each once; every viewer costs a redaction a round. {@link Viewer#OMNISCIENT} is told the truth about
 *     a round, and all that was said in it, as soon as it is resolved, so only a host whose room is an open book may pass it on
 * @param recording how much is kept for a record
 * @param usName name of the US occupant in the record
 * @param cnName name of the Chinese occupant in the record
 * @param delegations how the sides are divided among their occupied seats, first the US; empty for two heads alone
 * @param seedOrigin where the seed comes from, for the record; null if the match is not played in a room
 * @param lossAccepted whether the host went on although it may have lost what it had acknowledged, for the record
 * @param rounds how the rounds are held, beside their length
 */
public record MatchTerms(
        long windowMillis,
        List<Seat> seats,
        List<Viewer> viewers,
        Recording recording,
        String usName,
        String cnName,
        List<Delegation> delegations,
        @Nullable SeedOrigin seedOrigin,
        boolean lossAccepted,
        RoundTerms rounds) {

    /** Longest window: a week, so that a mistyped unit is found. */
    public static final long MAX_WINDOW_MILLIS = HostAct.OpenRound.MAX_WINDOW_MILLIS;

    /** What a seat does that has sealed nothing when the round closes. */
    public sealed interface Absence {
        /** It orders nothing. */
        record Hold() implements Absence {}

        /** It orders what its side has signed and nothing else. Where an instrument without an order goes to its clause by itself, that is a hold. */
        record Keep() implements Absence {}

        /**
         * A bot takes the seat over when its person has missed some rounds in a row, that is, has done nothing at all in them.
         *
         * @param name its name in the roster
         * @param afterMisses how many rounds, 1..5
         * @param until what it does until then, hold or keep
         */
        record Bot(String name, int afterMisses, Absence until) implements Absence {
            /** Most rounds that are waited for somebody. */
            public static final int MAX_MISSES = 5;

            /**
             * Checks all of it.
             *
             * @throws IllegalArgumentException if the name is none, the rounds are out of range, or a bot follows on a bot
             */
            public Bot {
                if (!SeatHolder.Bot.isName(name)
                        || afterMisses < 1
                        || afterMisses > MAX_MISSES
                        || until instanceof Bot) {
                    throw new IllegalArgumentException("bot " + name + " after " + afterMisses + " rounds, expected 1.."
                            + MAX_MISSES + ", until then hold or keep");
                }
            }
        }
    }

    /**
     * Puts seats and viewers in canonical order. A minister's seat that nobody holds is struck out of its delegation, so that what it
     * held falls to the head.
     *
     * @throws IllegalArgumentException if the window is negative or longer than a week, no seat is occupied, a seat is none of the
     *     delegations, a side has two delegations, their modes differ, or a name cannot stand in a record (see {@link RecordTitle})
     */
    public MatchTerms {
        requireSeats(seats, delegations);
        seats = seats.stream().distinct().sorted(Seat.CANONICAL).toList();
        delegations = occupied(delegations, seats);
        viewers = List.of(Viewer.values()).stream().filter(viewers::contains).toList();
        if (windowMillis < 0 || windowMillis > MAX_WINDOW_MILLIS) {
            throw new IllegalArgumentException(
                    "window " + windowMillis + " ms, expected 0.." + MAX_WINDOW_MILLIS + " ms, which is a week");
        }
        if (rounds.graceMillis() < 0 || rounds.graceMillis() > RoundTerms.MAX_GRACE_MILLIS) {
            throw new IllegalArgumentException(
                    "grace " + rounds.graceMillis() + " ms, expected 0.." + RoundTerms.MAX_GRACE_MILLIS + " ms");
        }
        if (seats.isEmpty()) {
            throw new IllegalArgumentException("no seat is occupied; at least one must be");
        }
        RecordTitle.requireName("name of the US", usName);
        RecordTitle.requireName("name of China", cnName);
    }

    /** A match of which nothing was lost. */
    public MatchTerms(
            long windowMillis,
            Absence absence,
            List<Seat> seats,
            List<Viewer> viewers,
            Recording recording,
            String usName,
            String cnName,
            List<Delegation> delegations,
            @Nullable SeedOrigin seedOrigin) {
        this(
                windowMillis,
                seats,
                viewers,
                recording,
                usName,
                cnName,
                delegations,
                seedOrigin,
                false,
                RoundTerms.USUAL.with(Absences.all(absence)));
    }

    /** A match that is not played in a room. */
    public MatchTerms(
            long windowMillis,
            Absence absence,
            List<Seat> seats,
            List<Viewer> viewers,
            Recording recording,
            String usName,
            String cnName,
            List<Delegation> delegations) {
        this(windowMillis, absence, seats, viewers, recording, usName, cnName, delegations, null);
    }

    /** Two heads, or one of them, play alone. */
    public MatchTerms(
            long windowMillis,
            Absence absence,
            List<Seat> seats,
            List<Viewer> viewers,
            Recording recording,
            String usName,
            String cnName) {
        this(windowMillis, absence, seats, viewers, recording, usName, cnName, List.of());
    }

    /** Both heads play alone. */
    public MatchTerms(
            long windowMillis,
            Absence absence,
            List<Viewer> viewers,
            Recording recording,
            String usName,
            String cnName) {
        this(windowMillis, absence, List.of(Seat.US_HEAD, Seat.CN_HEAD), viewers, recording, usName, cnName);
    }

    /** Returns terms without a deadline for two seats and nobody else. */
    public static MatchTerms untimed(String usName, String cnName) {
        return new MatchTerms(0, new Absence.Hold(), List.of(Viewer.US, Viewer.CN), Recording.TEXT, usName, cnName);
    }

    /** Returns the same terms with rounds that are held otherwise. */
    public MatchTerms with(RoundTerms other) {
        return new MatchTerms(
                windowMillis, seats, viewers, recording, usName, cnName, delegations, seedOrigin, lossAccepted, other);
    }

    /** Returns the same terms with a grace. */
    public MatchTerms withGrace(long millis) {
        return with(new RoundTerms(millis, rounds.pace(), rounds.absences()));
    }

    /** Returns the same terms with another pace. */
    public MatchTerms withPace(RoundPace other) {
        return with(new RoundTerms(rounds.graceMillis(), other, rounds.absences()));
    }

    /** Returns the same terms with something else that is done for those who are away. */
    public MatchTerms withAbsences(Absences other) {
        return with(rounds.with(other));
    }

    /** Returns the name of a side's occupant. */
    public String name(Side side) {
        return BySide.pick(side, usName, cnName);
    }

    /** Returns how a side is divided among its occupied seats. */
    public Delegation delegation(Side side) {
        return find(delegations, side);
    }

    private static Delegation find(List<Delegation> delegations, Side side) {
        for (Delegation delegation : delegations) {
            if (delegation.side() == side) {
                return delegation;
            }
        }
        return Delegation.ofHead(side);
    }

    private static void requireSeats(List<Seat> seats, List<Delegation> delegations) {
        for (Delegation one : delegations) {
            for (Delegation other : delegations) {
                if (one != other && one.side() == other.side()) {
                    throw new IllegalArgumentException(one.side() + " has two delegations; a side has one");
                }
                if (one.mode() != other.mode()) {
                    throw new IllegalArgumentException(
                            one.side() + " plays in mode " + one.mode().word() + " and " + other.side() + " in mode "
                                    + other.mode().word() + "; both play in one");
                }
            }
        }
        for (Seat seat : seats) {
            if (seat.number() != Delegation.HEAD
                    && find(delegations, seat.side()).minister(seat.number()).isEmpty()) {
                throw new IllegalArgumentException(seat + " is no seat of the delegation of " + seat.side());
            }
        }
    }

    private static List<Delegation> occupied(List<Delegation> delegations, List<Seat> seats) {
        if (delegations.isEmpty()) {
            return List.of();
        }
        List<Delegation> occupied = new ArrayList<>();
        boolean ministers = false;
        for (Side side : Side.values()) {
            List<Integer> numbers = seats.stream()
                    .filter(seat -> seat.side() == side)
                    .map(Seat::number)
                    .toList();
            Delegation delegation = find(delegations, side).occupied(numbers);
            occupied.add(delegation);
            ministers |= !delegation.isHeadAlone();
        }
        if (!ministers) {
            return List.of();
        }
        DelegationMode mode = delegations.get(0).mode();
        return occupied.stream()
                .map(delegation -> new Delegation(delegation.side(), mode, delegation.ministers()))
                .toList();
    }
}
