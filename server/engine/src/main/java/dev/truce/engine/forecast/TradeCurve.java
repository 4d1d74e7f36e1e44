package dev.truce.engine.forecast;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.conduct.Covert;
import dev.truce.engine.conduct.PolicyMapping;
import dev.truce.engine.economy.Economy;
import dev.truce.engine.economy.QuarterPolicy;
import dev.truce.engine.economy.Region;
import dev.truce.engine.round.Rules;
import dev.truce.engine.view.Rounding;
import java.util.ArrayList;
import java.util.List;

/**
 * Trade against the displayed tariff: both layers of the US tariff are raised a step at a time, China's tariff answers with as much, and
 * all else stays as at the start. It is a property of a scenario and tells nothing of a match.
 */
public final class TradeCurve {
    /** Quarters after which trade is read: most of what a tariff does to it has been done by then. */
    public static final int QUARTERS = 8;

    private TradeCurve() {}

    /**
     * A point of the curve.
     *
     * @param tariffBasisPoints displayed US tariff
     * @param usFromCnUsdMillions US goods imports from China in the last quarter
     * @param cnFromUsUsdMillions Chinese goods imports from the US
     */
    public record Point(int tariffBasisPoints, int usFromCnUsdMillions, int cnFromUsUsdMillions) {}

    /** Returns the points of a scenario, the lowest tariff first. */
    public static List<Point> of(Rules rules) {
        PolicyMapping mapping = rules.mapping();
        Levels start = rules.scenario().startLevels();
        Covert covert = mapping.covert(start);
        int steps =
                Math.max(mapping.size(Instrument.US_FENTANYL_TARIFF), mapping.size(Instrument.US_RECIPROCAL_TARIFF));
        return rules.kernels().run(economy -> {
            List<Point> points = new ArrayList<>();
            for (int step = 0; step < steps; step++) {
                Levels levels = raised(mapping, start, step);
                QuarterPolicy policy = new QuarterPolicy();
                mapping.apply(levels, covert, policy);
                points.add(settled(economy, rules, policy, rules.displayedTariffBasisPoints(levels)));
            }
            return points;
        });
    }

    private static Point settled(Economy economy, Rules rules, QuarterPolicy policy, int tariff) {
        economy.load(rules.startEconomy());
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            economy.step(policy);
        }
        return new Point(
                tariff,
                Rounding.milli(economy.goodsImports(Region.US, Region.CN)),
                Rounding.milli(economy.goodsImports(Region.CN, Region.US)));
    }

    private static Levels raised(PolicyMapping mapping, Levels start, int step) {
        int fentanyl = Math.min(step, mapping.size(Instrument.US_FENTANYL_TARIFF) - 1);
        int reciprocal = Math.min(step, mapping.size(Instrument.US_RECIPROCAL_TARIFF) - 1);
        double rate = mapping.value(Instrument.US_RECIPROCAL_TARIFF, reciprocal);
        return start.with(Instrument.US_FENTANYL_TARIFF, fentanyl)
                .with(Instrument.US_RECIPROCAL_TARIFF, reciprocal)
                .with(Instrument.CN_RECIPROCAL_TARIFF, nearest(mapping, rate));
    }

    private static int nearest(PolicyMapping mapping, double rate) {
        int nearest = 0;
        for (int level = 1; level < mapping.size(Instrument.CN_RECIPROCAL_TARIFF); level++) {
            double missed = Math.abs(mapping.value(Instrument.CN_RECIPROCAL_TARIFF, level) - rate);
            if (missed < Math.abs(mapping.value(Instrument.CN_RECIPROCAL_TARIFF, nearest) - rate)) {
                nearest = level;
            }
        }
        return nearest;
    }
}
