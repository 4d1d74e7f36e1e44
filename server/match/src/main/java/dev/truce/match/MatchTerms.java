package dev.truce.match;

import dev.truce.engine.board.Side;
import dev.truce.engine.view.Viewer;
import dev.truce.match.record.Caption;
import java.util.List;

/**
 * How a host runs one match.
 *
 * @param windowMillis how long each round stays open, 0 for no deadline
 * @param absence what a seat does that has sealed nothing at the deadline
 * @param seats seats that somebody occupies; a round closes when all of them are ready
 * @param viewers who is told, each once; every viewer costs a redaction a round. {@link Viewer#OMNISCIENT} is told the truth about
 *     a round as soon as it is resolved, so only a host whose room is an open book may pass it on
 * @param recording whether the hash chain is kept, which a record needs
 * @param usName name of the US occupant in the record
 * @param cnName name of the Chinese occupant in the record
 */
public record MatchTerms(
        long windowMillis,
        Absence absence,
        List<Seat> seats,
        List<Viewer> viewers,
        boolean recording,
        String usName,
        String cnName) {

    /** Longest window: a week, so that a mistyped unit is found. */
    public static final long MOST_WINDOW_MILLIS = 7L * 24 * 3600 * 1000;

    /** What a seat does that has sealed nothing when the round closes. */
    public sealed interface Absence {
        /** It orders nothing. */
        record Hold() implements Absence {}
    }

    /**
     * Puts seats and viewers in canonical order.
     *
     * @throws IllegalArgumentException if the window is negative or longer than a week, no seat is occupied, a seat is not the
     *     head of a delegation, or a name cannot stand in a record (see {@link Caption})
     */
    public MatchTerms {
        seats = List.of(Seat.US_HEAD, Seat.CN_HEAD).stream()
                .filter(requireHeads(seats)::contains)
                .toList();
        viewers = List.of(Viewer.values()).stream().filter(viewers::contains).toList();
        if (windowMillis < 0 || windowMillis > MOST_WINDOW_MILLIS) {
            throw new IllegalArgumentException(
                    "window " + windowMillis + " ms, expected 0.." + MOST_WINDOW_MILLIS + " ms, which is a week");
        }
        if (seats.isEmpty()) {
            throw new IllegalArgumentException("no seat is occupied; at least one must be");
        }
        Caption.requireName("name of the US", usName);
        Caption.requireName("name of China", cnName);
    }

    /** Both seats are occupied. */
    public MatchTerms(
            long windowMillis, Absence absence, List<Viewer> viewers, boolean recording, String usName, String cnName) {
        this(windowMillis, absence, List.of(Seat.US_HEAD, Seat.CN_HEAD), viewers, recording, usName, cnName);
    }

    /** Returns terms without a deadline for two seats and nobody else. */
    public static MatchTerms untimed(String usName, String cnName) {
        return new MatchTerms(0, new Absence.Hold(), List.of(Viewer.US, Viewer.CN), true, usName, cnName);
    }

    /** Returns the name of a side's occupant. */
    public String name(Side side) {
        return side == Side.US ? usName : cnName;
    }

    private static List<Seat> requireHeads(List<Seat> seats) {
        for (Seat seat : seats) {
            if (seat.number() != 0) {
                throw new IllegalArgumentException(seat + " is not the head of a delegation");
            }
        }
        return seats;
    }
}
