package dev.truce.engine.conduct;

/** How tense the relation is: it decays, feeds on escalation, and rests on how deep an agreement will bind (agreements A9). */
public final class Tension {
    /** Tension at the start of a match; more of it costs both sides points. */
    public static final double START = 1;

    private static final double MEMORY = .65;
    private static final double PER_ESCALATION = .20;
    /** A summit under an agreement calms. */
    private static final double SUMMIT_FACTOR = .9;

    private Tension() {}

    /**
     * Returns the tension after a round.
     *
     * @param before at its start
     * @param escalations A of the US plus A of China
     * @param depthNext agreed depth that will bind in the next round
     * @param calmed whether leaders met in the round and any clause will bind in the next
     */
    public static double after(double before, double escalations, double depthNext, boolean calmed) {
        double tension = MEMORY * before + PER_ESCALATION * escalations + base(depthNext);
        return calmed ? tension * SUMMIT_FACTOR : tension;
    }

    private static double base(double depth) {
        return depth <= 1 ? .6 - .25 * depth : Math.max(.05, .35 - .30 * (depth - 1));
    }
}
