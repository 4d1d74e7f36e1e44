package dev.truce.engine.conduct;

import dev.truce.engine.scenario.TensionNumbers;

/** How tense the relation is: it decays, feeds on escalation, and rests on how deep an agreement will bind (agreements A9). Immutable. */
public final class Tension {
    private final TensionNumbers numbers;

    /** Moves by the given numbers. */
    public Tension(TensionNumbers numbers) {
        this.numbers = numbers;
    }

    /** Returns the tension at the start of a match; more than 1 costs both sides points. */
    public double start() {
        return numbers.start();
    }

    /**
     * Returns the tension after a round.
     *
     * @param before at its start
     * @param escalations felt escalation of the US plus that of China
     * @param depthNext agreed depth that will bind in the next round
     * @param calmed whether leaders met in the round and any clause will bind in the next
     */
    public double after(double before, double escalations, double depthNext, boolean calmed) {
        double tension = numbers.memory() * before + numbers.perEscalation() * escalations + base(depthNext);
        return calmed ? tension * numbers.summitFactor() : tension;
    }

    private double base(double depth) {
        return depth <= 1
                ? numbers.base() - numbers.relief() * depth
                : Math.max(numbers.least(), numbers.deepBase() - numbers.deepRelief() * (depth - 1));
    }
}
