package dev.truce.engine.agreement;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import org.jspecify.annotations.Nullable;

/** What two sides sign when each may have accepted the other's offer (agreements A5). */
public final class Signing {
    /** Depths that differ by less are equal; sums of table values may differ in their last bits. */
    private static final double NO_DIFFERENCE = 1e-9;

    private Signing() {}

    /**
     * Returns the terms that count: the deeper ones, a renewal counting 0. On a tie the US offer counts in odd rounds and the
     * Chinese one in even rounds, and it is a communique only if both asked for it.
     *
     * @param values what clauses are worth
     * @param round the round of signing, from 1
     * @param us the US offer, if China accepted it, else null
     * @param cn the Chinese offer, if the US accepted it, else null
     * @return what is signed, or null if nothing was accepted
     */
    public static @Nullable Terms of(DepthValues values, int round, @Nullable Terms us, @Nullable Terms cn) {
        if (us == null || cn == null) {
            return us == null ? cn : us;
        }
        Terms counts = BySide.pick(deeper(values, round, us, cn), us, cn);
        return isTie(lead(values, us, cn)) ? counts.published(us.communique() && cn.communique()) : counts;
    }

    /**
     * Returns whose offer counts.
     *
     * @param us the US offer, if China accepted it, else null
     * @param cn the Chinese offer, if the US accepted it, else null
     * @return the side that made it, or null if nothing was accepted
     */
    public static @Nullable Side counts(DepthValues values, int round, @Nullable Terms us, @Nullable Terms cn) {
        if (us == null || cn == null) {
            return us != null ? Side.US : cn != null ? Side.CN : null;
        }
        return deeper(values, round, us, cn);
    }

    private static Side deeper(DepthValues values, int round, Terms us, Terms cn) {
        double lead = lead(values, us, cn);
        if (isTie(lead)) {
            return round % 2 == 1 ? Side.US : Side.CN;
        }
        return lead > 0 ? Side.US : Side.CN;
    }

    private static double lead(DepthValues values, Terms us, Terms cn) {
        return values.agreed(us) - values.agreed(cn);
    }

    private static boolean isTie(double lead) {
        return lead < NO_DIFFERENCE && lead > -NO_DIFFERENCE;
    }
}
