package dev.truce.engine.conduct;

import dev.truce.engine.board.Side;

/**
 * What the covert instruments of both sides stand at, as numbers: whole for the referee, fractional when somebody reads
 * them from signals.
 *
 * @param usPace us.licence_pace, notches
 * @param cnPace cn.licence_pace, notches
 * @param enforcement cn.fentanyl_enforcement, notches
 * @param soyNotch cn.soy_purchases, notches of compliance
 * @param soyMmt cn.soy_purchases, MMT a quarter
 */
public record Covert(double usPace, double cnPace, double enforcement, double soyNotch, double soyMmt) {
    /** Compliance as agreed at Busan; less of it counts as escalation. */
    public static final double AS_AGREED = 2;

    /** MMT of 0, 1, 2 and 3 notches (agreements A3). */
    private static final Scale SOYA = new Scale(.5, 3, 6.25, 9);

    /** Most notches of compliance that a covert instrument has. */
    public static final int MAX_NOTCHES = 3;

    /** Returns the notches of compliance, 0..3, of soya purchases in MMT a quarter. */
    public static double soyNotch(double mmt) {
        return SOYA.at(mmt);
    }

    /** Returns the soya purchases, .5..9 MMT a quarter, that amount to the given notches. */
    public static double soyMmt(double notch) {
        return SOYA.where(notch);
    }

    /**
     * Returns the compliance c of a side (agreements A3). Each Chinese instrument counts half a notch per notch, and pace
     * above 2 makes up for nothing.
     */
    public double compliance(Side side) {
        if (side == Side.US) {
            return usPace;
        }
        return Math.max(0, (soyNotch + enforcement - Math.max(0, AS_AGREED - cnPace)) / 2);
    }
}
