package dev.truce.scenario;

import dev.truce.engine.agreement.Terms;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.scenario.Titles;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the two sides did in history, as a scenario file may tell it: orders and signatures by round, beside the average
 * tariffs that sources report. For replay and comparison; no match is played by it and no hash covers it.
 *
 * @param cnBase average Chinese tariff on US goods without added duties, %
 * @param cnAgriShare points of that average for each point of the farm tariff, 0..1
 * @param steps rounds in which something is told, ascending
 */
public record Script(double cnBase, double cnAgriShare, List<Step> steps) {
    /**
     * One round.
     *
     * @param round from 1
     * @param orders what both sides ordered
     * @param signed what both signed, or null
     * @param us average US tariff on China at the end of the quarter
     * @param cn average Chinese tariff on the US at the end of the quarter
     * @param note what it was, for people
     * @param source where it is written
     */
    public record Step(
            int round,
            JointOrders orders,
            @Nullable Terms signed,
            Average us,
            Average cn,
            Titles note,
            String source) {}

    /**
     * An average tariff as a source has it.
     *
     * @param percent the average, %
     * @param basis how good it is
     */
    public record Average(double percent, Basis basis) {}

    /** How good a figure of history is. */
    public enum Basis {
        /** The source states it for this date. */
        PUBLISHED,
        /** Recalled, and not checked against the source. */
        UNVERIFIED,
        /** Computed from stated figures before and after. */
        INTERPOLATED,
        /** No move since the last one. */
        CARRIED,
        /** The source changed its own figure later; nobody moved. */
        RESTATED,
        /** From the article that the game starts from. */
        SEED
    }

    /** Copies the list. */
    public Script {
        steps = List.copyOf(steps);
    }
}
