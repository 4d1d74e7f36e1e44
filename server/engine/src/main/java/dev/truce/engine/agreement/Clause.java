package dev.truce.engine.agreement;

import dev.truce.engine.board.Instrument;

/**
 * One clause: a cap on a public instrument or a floor under a covert one.
 *
 * @param instrument what it binds; its holder is the party
 * @param bound ladder index; a cap allows levels up to it, a floor levels from it
 * @param first first round in which it binds
 * @param last last round in which it binds; {@link #FOREVER} for none
 * @param agreement number of the agreement it belongs to, from 1
 */
public record Clause(Instrument instrument, int bound, int first, int last, int agreement) {
    /** Last round of a clause that never expires; reference paths use it. */
    public static final int FOREVER = Integer.MAX_VALUE;

    /** Returns whether the clause binds in a round. */
    public boolean binds(int round) {
        return first <= round && round <= last;
    }

    /** Returns whether a level is worse than the bound: above a cap, below a floor. */
    public boolean isBrokenBy(int level) {
        return instrument.isCovert() ? level < bound : level > bound;
    }

    /** Returns the clause ending with an earlier or later round. */
    public Clause until(int round) {
        return new Clause(instrument, bound, first, round, agreement);
    }

    /** Returns the clause with another bound. */
    public Clause bounded(int level) {
        return new Clause(instrument, level, first, last, agreement);
    }
}
