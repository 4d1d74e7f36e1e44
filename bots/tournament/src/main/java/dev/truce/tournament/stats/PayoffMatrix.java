package dev.truce.tournament.stats;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import java.util.ArrayList;
import java.util.List;

/**
 * What bots score against each other on average, points.
 *
 * @param us score of bot i as the US against bot j
 * @param cn score of bot i as China against bot j
 */
public record PayoffMatrix(double[][] us, double[][] cn) {
    /**
     * Returns the matrix of a tournament in which all bots met all others and themselves.
     *
     * @throws IllegalArgumentException if some did not meet
     */
    public static PayoffMatrix of(Scores scores) {
        int n = scores.bots();
        double[][] us = new double[n][n];
        double[][] cn = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double[] asUs = scores.against(Side.US, i, j);
                if (asUs.length == 0) {
                    throw new IllegalArgumentException(scores.names().get(i) + " did not meet "
                            + scores.names().get(j));
                }
                us[i][j] = Sample.mean(asUs);
                cn[i][j] = Sample.mean(scores.against(Side.CN, i, j));
            }
        }
        return new PayoffMatrix(us, cn);
    }

    /** Returns the number of bots. */
    public int bots() {
        return us.length;
    }

    /** Returns what a bot scores in a seat against another in the other seat. */
    public double of(Side seat, int bot, int against) {
        return BySide.pick(seat, us, cn)[bot][against];
    }

    /** Returns what bots score against each other, mean over both seats. */
    public double[][] both() {
        double[][] both = new double[bots()][bots()];
        for (int i = 0; i < bots(); i++) {
            for (int j = 0; j < bots(); j++) {
                both[i][j] = (us[i][j] + cn[i][j]) / 2;
            }
        }
        return both;
    }

    /** Returns the best replies in a seat to a bot in the other: all that score within a tolerance of the best. */
    public List<Integer> bestReplies(Side seat, int to, double tolerance) {
        double best = of(seat, 0, to);
        for (int bot = 1; bot < bots(); bot++) {
            best = Math.max(best, of(seat, bot, to));
        }
        List<Integer> replies = new ArrayList<>();
        for (int bot = 0; bot < bots(); bot++) {
            if (of(seat, bot, to) >= best - tolerance) {
                replies.add(bot);
            }
        }
        return replies;
    }

    /**
     * Returns how much a side that knew whom it faces would gain by the best reply among all bots instead of playing the same bot: the
     * exploitability of a bot by the field, in one seat of the attacker, points.
     *
     * @param attackerSeat seat of the attacker
     * @param bot who is attacked
     */
    public double exploitability(Side attackerSeat, int bot) {
        double best = of(attackerSeat, bestReplies(attackerSeat, bot, 0).get(0), bot);
        return best - of(attackerSeat, bot, bot);
    }
}
