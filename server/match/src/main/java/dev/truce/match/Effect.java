package dev.truce.match;

import dev.truce.engine.view.Viewer;

/**
 * What the referee wants done; the host does it, in order. Nothing that follows an {@link Append} may leave the host
 * before that append is durable.
 */
public sealed interface Effect {

    /** Write an accepted input to the journal. */
    record Append(Input input) implements Effect {}

    /** Tell every seat or observer that looks as this viewer. */
    record Tell(Viewer viewer, Notice notice) implements Effect {}

    /** Tell the seat, and nobody else. */
    record TellSeat(Seat seat, Notice notice) implements Effect {}

    /**
     * Tell the referee {@link dev.truce.match.deed.HostAct.TimeUp} of this round and timer after so many milliseconds, in place of all
     * that was set before.
     */
    record SetTimer(int round, long timer, long millis) implements Effect {}

    /**
     * Let the timer of this round end so much later, or earlier if it is negative, under a new number; whether it runs or is held. One
     * that is over already ends at once.
     */
    record ShiftTimer(int round, long timer, long millis) implements Effect {}

    /** Let the timer of this round stand where it is. */
    record HoldTimer(int round) implements Effect {}

    /** Let the timer of this round go on from where it was held, under a new number. */
    record RunTimer(int round, long timer) implements Effect {}

    /** Forget the timer of this round, and that it was held. */
    record CancelTimer(int round) implements Effect {}
}
