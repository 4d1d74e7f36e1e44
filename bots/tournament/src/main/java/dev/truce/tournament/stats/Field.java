package dev.truce.tournament.stats;

import dev.truce.engine.board.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What each bot scored against those that it met. Where all fixtures have equally many pairs, the k-th pairs of all fixtures form a
 * block; blocks are independent and alike, and so are the values of the estimates, one a block. Elsewhere the values are
 * the pairs themselves, against any bot.
 */
public final class Field {
    private final Scores scores;
    private final List<List<Integer>> met = new ArrayList<>();

    /** Looks at scores. */
    public Field(Scores scores) {
        this.scores = scores;
        for (int bot = 0; bot < scores.bots(); bot++) {
            met.add(new ArrayList<>());
        }
        List<TreeSet<Integer>> sets = new ArrayList<>();
        for (int bot = 0; bot < scores.bots(); bot++) {
            sets.add(new TreeSet<>());
        }
        for (int[] fixture : scores.fixtures()) {
            sets.get(fixture[0]).add(fixture[1]);
            sets.get(fixture[1]).add(fixture[0]);
        }
        for (int bot = 0; bot < scores.bots(); bot++) {
            met.get(bot).addAll(sets.get(bot));
        }
    }

    /** Returns whom a bot met, by index; itself too if it did. */
    public List<Integer> met(int bot) {
        return met.get(bot);
    }

    /** Returns what a bot scored against all that it met, over both seats. */
    public double[] payoffs(int bot) {
        List<double[]> columns = new ArrayList<>();
        for (int other : met(bot)) {
            columns.add(scores.against(bot, other));
        }
        return blocks(columns);
    }

    /** Returns what a bot scored in one seat against all that it met. */
    public double[] payoffs(Side seat, int bot) {
        List<double[]> columns = new ArrayList<>();
        for (int other : met(bot)) {
            columns.add(scores.against(seat, bot, other));
        }
        return blocks(columns);
    }

    /**
     * Returns how much more one bot scored than another: against the same field, block by block, where they met the same bots
     * equally often; else in their own pairs, of which there may be none.
     */
    public double[] differences(int bot, int other) {
        List<Integer> ofBot = new ArrayList<>(met(bot));
        List<Integer> ofOther = new ArrayList<>(met(other));
        ofBot.remove((Integer) other);
        ofOther.remove((Integer) bot);
        // A bot that met itself met one that the other met too.
        boolean self = ofBot.remove((Integer) bot);
        boolean selves = ofOther.remove((Integer) other) && self;
        double[] ours = payoffs(bot);
        double[] theirs = payoffs(other);
        boolean alike = ofBot.equals(ofOther)
                && isBlocked(bot)
                && isBlocked(other)
                && ours.length == theirs.length
                && met(bot).contains(bot) == selves
                && met(other).contains(other) == selves;
        if (!alike) {
            ours = scores.against(bot, other);
            theirs = scores.against(other, bot);
            if (scores.pairs(other, bot) > 0 && scores.pairs(bot, other) > 0) {
                // Both lists hold the pairs of both orders, each its own order first.
                theirs = rotated(theirs, scores.pairs(other, bot));
            }
        }
        double[] differences = new double[ours.length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = ours[i] - theirs[i];
        }
        return differences;
    }

    private static double[] rotated(double[] values, int by) {
        double[] rotated = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            rotated[i] = values[(i + by) % values.length];
        }
        return rotated;
    }

    private boolean isBlocked(int bot) {
        int pairs = -1;
        for (int other : met(bot)) {
            int here = scores.against(bot, other).length;
            if (pairs >= 0 && here != pairs) {
                return false;
            }
            pairs = here;
        }
        return true;
    }

    private static double[] blocks(List<double[]> columns) {
        int pairs = 0;
        boolean equal = true;
        for (double[] column : columns) {
            pairs += column.length;
            equal &= column.length == columns.get(0).length;
        }
        if (equal && !columns.isEmpty()) {
            double[] means = new double[columns.get(0).length];
            for (int i = 0; i < means.length; i++) {
                for (double[] column : columns) {
                    means[i] += column[i];
                }
                means[i] /= columns.size();
            }
            return means;
        }
        double[] all = new double[pairs];
        int at = 0;
        for (double[] column : columns) {
            System.arraycopy(column, 0, all, at, column.length);
            at += column.length;
        }
        return all;
    }
}
