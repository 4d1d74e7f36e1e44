package dev.truce.engine.bargain;

import dev.truce.engine.agreement.Treaty;
import java.util.function.ToDoubleFunction;

/**
 * What is in force in an open round, and what of it goes on if nothing is signed: an agreement on top of the truce ends soon, and the truce
 * is what comes after it.
 *
 * @param now what binds
 * @param truce what binds once the agreement on top has ended
 * @param left rounds of that agreement after the open one; 2 if they are more, or if there is none
 */
public record Standing(Bounds now, Bounds truce, int left) {
    /** So many rounds that the end does not matter yet. */
    private static final int LONG = 2;

    /** Returns what stands in an open round. */
    public static Standing of(Treaty treaty, int round) {
        Bounds now = Bounds.inForce(treaty, round);
        if (!treaty.isLayered() || treaty.agreementUntil() < round) {
            return new Standing(now, now, LONG);
        }
        Bounds truce = Bounds.inForce(Treaty.of(treaty.truce(), false, 0), round);
        return new Standing(now, truce, Math.min(LONG, treaty.agreementUntil() - round));
    }

    /** Returns what is worth having if nothing is signed: half of each in the round before the last, the truce in the last. */
    public double kept(ToDoubleFunction<Bounds> worth) {
        double present = worth.applyAsDouble(now);
        if (left >= LONG) {
            return present;
        }
        double after = worth.applyAsDouble(truce);
        return Math.min(present, left == 1 ? (present + after) / 2 : after);
    }
}
