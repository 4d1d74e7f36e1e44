package dev.truce.tournament.stats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The efficient frontier of pairs of scores: the upper right part of their convex hull, since two points can be mixed by a coin.
 * Immutable.
 */
public final class Frontier {
    /** Corners from upper left to lower right: own score ascending, the other's descending. */
    private final List<double[]> corners;

    private Frontier(List<double[]> corners) {
        this.corners = corners;
    }

    /**
     * Returns the frontier of points.
     *
     * @param points pairs of scores, at least one
     */
    public static Frontier of(List<double[]> points) {
        List<double[]> sorted = new ArrayList<>(points);
        sorted.sort(Comparator.comparingDouble((double[] point) -> -point[0]).thenComparingDouble(point -> -point[1]));
        List<double[]> corners = new ArrayList<>();
        for (double[] point : sorted) {
            if (!corners.isEmpty() && point[1] <= corners.get(corners.size() - 1)[1]) {
                continue;
            }
            while (corners.size() >= 2
                    && turn(corners.get(corners.size() - 2), corners.get(corners.size() - 1), point) <= 0) {
                corners.remove(corners.size() - 1);
            }
            corners.add(point);
        }
        List<double[]> ascending = new ArrayList<>();
        for (int i = corners.size() - 1; i >= 0; i--) {
            ascending.add(corners.get(i));
        }
        return new Frontier(ascending);
    }

    /** Positive if the way from a over b to c turns left. */
    private static double turn(double[] a, double[] b, double[] c) {
        return (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0]);
    }

    /** From the best for the other side to the best for one's own. */
    public List<double[]> corners() {
        return corners;
    }

    /**
     * Returns how many points could be added to both scores at once until the frontier is reached; 0 on it or beyond.
     *
     * @param own the own score
     * @param other the other side's
     */
    public double distance(double own, double other) {
        double most = 0;
        for (double[] corner : corners) {
            most = Math.max(most, Math.min(corner[0] - own, corner[1] - other));
        }
        for (int i = 0; i + 1 < corners.size(); i++) {
            double[] a = corners.get(i);
            double[] b = corners.get(i + 1);
            // On the way from a to b the own score grows and the other's falls; both are equally far where the gaps are
            // equal.
            double gapAtA = a[0] - own - (a[1] - other);
            double gapAtB = b[0] - own - (b[1] - other);
            if (gapAtA < 0 && gapAtB > 0) {
                double share = -gapAtA / (gapAtB - gapAtA);
                most = Math.max(most, a[0] + share * (b[0] - a[0]) - own);
            }
        }
        return most;
    }
}
