package dev.truce.tournament.stats;

import dev.truce.engine.chance.SplitMix64;

/**
 * Intervals of figures that follow from the scores of all bots together, such as strengths and shares of a field. The standard error is
 * that of a bootstrap: blocks of pairs are drawn with replacement and the figures worked out again (Efron and Tibshirani 1993, who
 * find 50 to 200 resamples enough for a standard error); the interval is that of Student's t around the figure. Without
 * blocks, or with fewer than {@link Estimate#LEAST}, there is none.
 */
public final class Resampled {
    private static final int RESAMPLES = 100;

    /** The same scores must give the same intervals every time. */
    private static final long SEED = 0x626c6f636b73L;

    private final int blocks;
    private final double[][][] figures;

    private Resampled(int blocks, double[][][] figures) {
        this.blocks = blocks;
        this.figures = figures;
    }

    /** Works figures out. */
    public interface Figures {
        /**
         * Works out figures of several kinds for some scores.
         *
         * @param scores the scores
         * @param resample number of the resample, from 0, for figures that are simulated
         * @return each kind of figure, by the same index for each resample
         */
        double[][] of(Scores scores, int resample);
    }

    /** Works figures out for resamples of scores. */
    public static Resampled of(Scores scores, Figures figures) {
        int blocks = scores.blocks();
        double[][][] all = new double[blocks < Estimate.LEAST ? 0 : RESAMPLES][][];
        SplitMix64 random = new SplitMix64(SEED);
        for (int resample = 0; resample < all.length; resample++) {
            int[] drawn = new int[blocks];
            for (int i = 0; i < blocks; i++) {
                drawn[i] = random.nextInt(blocks);
            }
            all[resample] = figures.of(scores.ofBlocks(drawn), resample);
        }
        return new Resampled(blocks, all);
    }

    /**
     * Returns the estimate of a figure.
     *
     * @param whole the figure of all scores
     * @param kind its kind
     * @param index its index
     * @param scale how far apart two such figures can be; 0 if that is not known
     */
    public Estimate estimate(double whole, int kind, int index, double scale) {
        return around(whole, variance(kind, index), scale);
    }

    /**
     * Returns the estimate of a figure that is the share of fields which were simulated. What chance adds by the fields of the resamples is
     * taken away, and what it adds by those of the figure is added.
     *
     * @param fields how many were simulated for the figure
     * @param ofResample how many for a resample, at least 2
     */
    public Estimate simulated(double whole, int kind, int index, int fields, int ofResample) {
        double chance = 0;
        for (double[][] one : figures) {
            double share = one[kind][index];
            chance += share * (1 - share) / (ofResample - 1) / figures.length;
        }
        // Two wins and two losses more, so that a share of 0 or 1 is not taken for certain (Agresti and Coull 1998).
        double share = (whole * fields + 2) / (fields + 4);
        double variance = Math.max(0, variance(kind, index) - chance) + share * (1 - share) / fields;
        return around(whole, variance, 1).within(0, 1);
    }

    private double variance(int kind, int index) {
        double mean = 0;
        for (double[][] one : figures) {
            mean += one[kind][index] / figures.length;
        }
        double squares = 0;
        for (double[][] one : figures) {
            squares += (one[kind][index] - mean) * (one[kind][index] - mean);
        }
        // Resamples of n blocks spread by (n - 1) / n less than n blocks do.
        return figures.length == 0 ? 0 : squares / (figures.length - 1) * blocks / (blocks - 1);
    }

    private Estimate around(double whole, double variance, double scale) {
        double error = Math.sqrt(variance);
        boolean isAlike = error <= 1e-9 * Math.max(1, Math.abs(whole));
        if (figures.length == 0 || (isAlike && scale == 0)) {
            return new Estimate(whole, whole, whole, blocks, Estimate.Basis.TOO_FEW);
        }
        double half = isAlike ? Estimate.alikeHalf(blocks, scale) : Sample.studentHalf(blocks, error);
        return new Estimate(
                whole, whole - half, whole + half, blocks, isAlike ? Estimate.Basis.ALL_ALIKE : Estimate.Basis.STUDENT);
    }
}
