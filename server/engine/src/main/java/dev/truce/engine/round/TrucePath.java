package dev.truce.engine.round;

import dev.truce.engine.Limits;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.payoff.Points;
import dev.truce.engine.payoff.Readings;
import dev.truce.engine.report.Resolution;
import dev.truce.engine.scenario.Calendar;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchSetup.Conditions;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.tables.Tables;

/**
 * The path on which both sides hold the truce, without chance and without expiry: the yardstick of every report. Immutable.
 */
public final class TrucePath {
    private final Tables tables;
    private final Points[][] points;
    private final double[][] means;
    private final MatchState[] before;

    private TrucePath(Tables tables, int rounds) {
        this.tables = tables;
        this.points = new Points[rounds][2];
        this.means = new double[rounds][2];
        this.before = new MatchState[rounds];
    }

    /** Plays the path with the summits of a calendar. */
    static TrucePath of(Tables tables, Calendar calendar) {
        TrucePath path = new TrucePath(tables, Limits.MAX_ROUNDS);
        MatchSetup setup =
                new MatchSetup(0, new Horizon.Fixed(Limits.MAX_ROUNDS), calendar, new Conditions(false, true, false));
        MatchState state = Start.of(tables, setup);
        Resolver resolver = new Resolver(tables, Side.US);
        for (int i = 0; i < Limits.MAX_ROUNDS; i++) {
            path.before[i] = state;
            Resolution resolution = resolver.resolve(setup, state, JointOrders.HOLD);
            state = resolution.next();
            for (int s = 0; s < 2; s++) {
                path.points[i][s] = resolution.report().side(Side.at(s)).points();
                path.means[i][s] = FinalScores.mean(tables, state, Side.at(s));
            }
        }
        return path;
    }

    /** Returns how many rounds the path has; as many as the longest horizon. */
    public int rounds() {
        return points.length;
    }

    /**
     * Returns the economy as a side reads it in a round.
     *
     * @throws ArrayIndexOutOfBoundsException if the round is not on the path
     */
    public Readings readings(int round, Side side) {
        return tables.held(round, side);
    }

    /**
     * Returns the points of a side in a round.
     *
     * @throws ArrayIndexOutOfBoundsException if the round is not on the path
     */
    public Points points(int round, Side side) {
        return points[round - 1][side.ordinal()];
    }

    /**
     * Returns the points of a side in the first rounds, sums by component.
     *
     * @throws ArrayIndexOutOfBoundsException if the path has fewer rounds
     */
    public Points sum(int rounds, Side side) {
        double[] sums = new double[Component.COUNT];
        for (int round = 1; round <= rounds; round++) {
            points(round, side).addTo(sums);
        }
        return Points.of(sums);
    }

    /**
     * Returns the state with which a round opens on the path.
     *
     * @throws ArrayIndexOutOfBoundsException if the round is not on the path
     */
    public MatchState before(int round) {
        return before[round - 1];
    }

    /**
     * Returns the mean points a round, end value included, of a match that ends with a round.
     *
     * @throws ArrayIndexOutOfBoundsException if the round is not on the path
     */
    public double mean(int round, Side side) {
        return means[round - 1][side.ordinal()];
    }
}
