package dev.truce.engine.explain;

import dev.truce.engine.board.Side;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.scenario.Anchors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Why a shown score of a round differs from a reference. The shares add up to the difference of the two score cards,
 * component by component, to the millionth of a point.
 *
 * @param side whose score
 * @param round number of the round
 * @param reference what it is compared with
 * @param estimated whether the score is an estimate
 * @param scoreMilli the shown score, thousandths
 * @param referenceScoreMilli the score that it is compared with
 * @param shares causes in the order in which the rules meet them
 */
public record Explanation(
        Side side,
        int round,
        Reference reference,
        boolean estimated,
        int scoreMilli,
        int referenceScoreMilli,
        List<Share> shares) {

    /** What a round is compared with. */
    public enum Reference {
        /** The same round on the path on which both sides hold the truce. */
        TRUCE_PATH,
        /** The round before; in round 1 there is none. */
        ROUND_BEFORE
    }

    /**
     * A share in tenths of a score point, as it is printed.
     *
     * @param share the share
     * @param tenths its part of the difference
     * @param byComponent the same by component, in component order; adds up to {@code tenths}
     */
    public record Line(Share share, long tenths, List<Long> byComponent) {
        public Line {
            byComponent = List.copyOf(byComponent);
        }
    }

    public Explanation {
        shares = List.copyOf(shares);
    }

    /** Returns the difference of the two printed scores, tenths. */
    public long tenths() {
        return tenths(scoreMilli) - tenths(referenceScoreMilli);
    }

    /**
     * Returns the shares as they are printed, largest first, without those that come to nothing. They add up to
     * {@link #tenths()}.
     *
     * @param anchors the scale of the score
     */
    public List<Line> lines(Anchors anchors) {
        double tenthsPerMicro = tenthsPerMicro(anchors);
        double[] parts = new double[shares.size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = shares.get(i).totalMicro() * tenthsPerMicro;
        }
        List<Line> lines = new ArrayList<>();
        if (parts.length == 0) {
            return lines;
        }
        long[] rounded = LargestRemainder.round(tenths(), parts);
        for (int i = 0; i < parts.length; i++) {
            Line line = line(shares.get(i), rounded[i], tenthsPerMicro);
            if (!line.byComponent().stream().allMatch(part -> part == 0)) {
                lines.add(line);
            }
        }
        lines.sort(Comparator.comparingLong((Line line) -> -Math.abs(line.tenths)));
        return lines;
    }

    /** Returns how many tenths of a score point a millionth of a point of this side is worth. */
    public double tenthsPerMicro(Anchors anchors) {
        return anchors.worth(side, 1) * 10 / 1e6;
    }

    private static Line line(Share share, long tenths, double tenthsPerMicro) {
        double[] parts = new double[Component.COUNT];
        for (int c = 0; c < parts.length; c++) {
            parts[c] = share.pointsMicro().get(c) * tenthsPerMicro;
        }
        List<Long> byComponent = new ArrayList<>();
        for (long part : LargestRemainder.round(tenths, parts)) {
            byComponent.add(part);
        }
        return new Line(share, tenths, byComponent);
    }

    private static long tenths(int milli) {
        return Math.floorDiv(milli + 50, 100);
    }
}
