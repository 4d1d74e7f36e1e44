package dev.truce.tournament;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;

/**
 * What is kept of a duel.
 *
 * @param rounds rounds played
 * @param us of the US seat
 * @param cn of the Chinese seat
 * @param depth mean over the rounds of the depth kept, Dk
 * @param agreements bit r is set if any clause was binding in round r
 */
public record Game(int rounds, Seat us, Seat cn, double depth, long agreements) {
    /**
     * One side of it.
     *
     * @param score true score of the match, 0 mutual war, 100 deep agreement
     * @param breaches rounds with an unjustified public breach
     * @param catches rounds in which it was really caught short
     * @param moved bit i is set if its orders moved instrument i in some round
     * @param faults what its bot got wrong
     */
    public record Seat(double score, int breaches, int catches, int moved, int faults) {
        /** Returns whether its orders moved an instrument in some round. */
        public boolean moved(Instrument instrument) {
            return (moved >> instrument.ordinal() & 1) != 0;
        }
    }

    /** Returns a side of it. */
    public Seat seat(Side side) {
        return side == Side.US ? us : cn;
    }

    /** Returns whether any clause was binding in a round. */
    public boolean agreementIn(int round) {
        return (agreements >> round & 1) != 0;
    }

    /** Returns the mean of both scores. */
    public double joint() {
        return (us.score + cn.score) / 2;
    }
}
