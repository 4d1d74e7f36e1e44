package dev.truce.engine.bargain;

import dev.truce.engine.agreement.Layers;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What two sides sign that know each other's red lines: of all packages the one with the largest product of their gains. */
public final class InformedDeal {
    /** Points a round that make a package worth signing, and what keeps the logarithm of a product finite. */
    private static final double GAIN = .05;

    private static final double FLOOR = .01;

    private final DealValues values;
    private final Layers layers;
    private final int rounds;
    private final List<Instrument> candidates = new ArrayList<>();

    public InformedDeal(Scenario scenario, DealValues values) {
        this.values = values;
        this.layers = scenario.layering();
        this.rounds = scenario.layers().exist() ? scenario.layers().agreementRounds() : Terms.MAX_ROUNDS;
        for (Side side : Side.values()) {
            candidates.addAll(scenario.redLines().candidates().of(side));
        }
    }

    /**
     * Returns the package, or null if none is worth it to both sides.
     *
     * @param chapter whether a technology chapter may be signed in the round
     * @param guarded by instrument, how likely it is to be a red line of its holder
     */
    public Terms.@Nullable Package best(Treaty treaty, int round, boolean chapter, BySide<double[]> guarded) {
        Bounds now = Bounds.inForce(treaty, round);
        BySide<Double> fallback = BySide.each(side -> values.fallback(side, now, guarded.of(side)));
        Terms.Package best = null;
        double most = Double.NEGATIVE_INFINITY;
        for (int given = 0; given < 1 << candidates.size(); given++) {
            Terms.Package terms =
                    values.giving(DealValues.chosen(candidates, given)).lasting(rounds);
            Bounds after = Bounds.after(layers, treaty, terms, round, chapter);
            double us = values.value(Side.US, after, guarded.us()) - fallback.us();
            double cn = values.value(Side.CN, after, guarded.cn()) - fallback.cn();
            // The product is compared, not its logarithm: the rules' arithmetic has none.
            double product = (us + FLOOR) * (cn + FLOOR);
            if (us >= GAIN && cn >= GAIN && product > most) {
                most = product;
                best = terms;
            }
        }
        return best;
    }
}
