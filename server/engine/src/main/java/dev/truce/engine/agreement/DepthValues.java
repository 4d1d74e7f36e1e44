package dev.truce.engine.agreement;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import java.util.List;

/** What clauses are worth (agreements A1, A4): 0 at the fallback, more for milder bounds, less for worse. Immutable. */
public final class DepthValues {
    /** An agreement at least this deep that is kept to less than {@link #HOLLOW} is worth nothing to either side. */
    private static final double WORTH_KEEPING = .5;

    private static final double HOLLOW = .25;

    private final double[][] values;
    private final boolean clipped;

    /**
     * Copies the table.
     *
     * @param byLevel for each instrument, the value of a clause at each level; none for one that the scenario leaves out
     * @param clipped whether a clause worse than its fallback adds nothing to the depth of its side, instead of taking from it
     * @throws IllegalArgumentException if there are not as many rows as instruments
     */
    public DepthValues(List<List<Double>> byLevel, boolean clipped) {
        this.clipped = clipped;
        if (byLevel.size() != Instrument.COUNT) {
            throw new IllegalArgumentException(
                    "expected depth values of " + Instrument.COUNT + " instruments, got " + byLevel.size());
        }
        values = new double[Instrument.COUNT][];
        for (int i = 0; i < values.length; i++) {
            List<Double> row = byLevel.get(i);
            values[i] = new double[row.size()];
            for (int level = 0; level < row.size(); level++) {
                values[i][level] = row.get(level);
            }
        }
    }

    /** Returns the value of holding an instrument to a level. */
    public double of(Instrument instrument, int level) {
        return values[instrument.ordinal()][level];
    }

    /** Returns the depth that a side has signed away in a round: the values of its binding bounds, in instrument order. */
    public double depth(Treaty treaty, Side side, int round) {
        double sum = 0;
        for (Instrument instrument : Instrument.of(side)) {
            Clause clause = treaty.binding(instrument, round);
            if (clause != null) {
                sum += signed(instrument, clause.bound());
            }
        }
        return sum;
    }

    private double signed(Instrument instrument, int bound) {
        double value = of(instrument, bound);
        return clipped ? Math.max(0, value) : value;
    }

    /** Returns the agreed depth of a round: an agreement is as deep as its shallower side. */
    public double agreed(Treaty treaty, int round) {
        return Math.min(depth(treaty, Side.US, round), depth(treaty, Side.CN, round));
    }

    /** Returns the depth that a package would have a side sign away: the values of its bounds, in instrument order. */
    public double depth(Terms.Package offered, Side side) {
        double sum = 0;
        for (Pledge pledge : offered.pledges()) {
            if (pledge.instrument().holder() == side) {
                sum += signed(pledge.instrument(), pledge.bound());
            }
        }
        return sum;
    }

    /** Returns how deep an offer is: a package as its shallower side, a renewal 0. */
    public double agreed(Terms offered) {
        return offered instanceof Terms.Package clauses
                ? Math.min(depth(clauses, Side.US), depth(clauses, Side.CN))
                : 0;
    }

    /** Returns how much less than the bound a level is worth. */
    public double lost(Clause clause, int level) {
        return of(clause.instrument(), clause.bound()) - of(clause.instrument(), level);
    }

    /** Returns whether an agreement is hollow: deep enough to matter, kept to almost nothing (agreements A8). */
    public static boolean isHollow(double agreed, double kept) {
        return agreed >= WORTH_KEEPING && kept < HOLLOW;
    }
}
