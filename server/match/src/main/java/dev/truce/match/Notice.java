package dev.truce.match;

import dev.truce.engine.payoff.FinalScore;
import dev.truce.engine.payoff.Outcome;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;

/** What the referee tells a viewer; already redacted for it. */
public sealed interface Notice {

    /**
     * A round is open.
     *
     * @param windowMillis how long it stays open, 0 for no deadline
     */
    record RoundOpened(Observation observation, long windowMillis) implements Notice {}

    /** One bit about a seat of the open round: has it sealed orders, is it ready. Never what. */
    record SeatStatus(Seat seat, int round, boolean submitted, boolean ready) implements Notice {}

    /** A round was resolved. */
    record RoundResolved(RoundView view) implements Notice {}

    /**
     * The match is over; the truth may be told.
     *
     * @param rounds rounds played
     * @param recordText the portable record, text form
     */
    record MatchOver(int rounds, FinalScore us, FinalScore cn, Outcome outcome, String recordText) implements Notice {}
}
