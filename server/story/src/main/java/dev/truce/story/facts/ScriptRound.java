package dev.truce.story.facts;

import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.BySide;
import dev.truce.engine.report.LevelChange;
import dev.truce.engine.report.Ratification;
import dev.truce.engine.scenario.Titles;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A round of a script as it was played through the rules.
 *
 * @param round its number
 * @param quarter its quarter
 * @param step what the script says about it, or null
 * @param displayed average tariffs that the game displays, percent
 * @param reported what sources report, null before the first step
 */
public record ScriptRound(
        int round, String quarter, @Nullable Step step, BySide<Double> displayed, BySide<@Nullable Average> reported) {
    /**
     * What the script says about a round.
     *
     * @param orders what each side ordered; a level that stays has the same level before and after
     * @param signed what both signed, or null
     * @param ratification what the rules made of that
     * @param note what it was, for people
     * @param source where it is written
     */
    public record Step(
            BySide<List<LevelChange>> orders,
            @Nullable Terms signed,
            Ratification ratification,
            Titles note,
            String source) {}

    /**
     * An average tariff as a source has it.
     *
     * @param percent the average
     * @param basis how good it is: the name of a constant
     */
    public record Average(double percent, String basis) {}

    /** Returns how far what is displayed is from what is reported, percentage points; 0 if nothing is reported. */
    public BySide<Double> distances() {
        return BySide.each(side -> {
            Average average = reported.of(side);
            return average == null ? 0 : Math.abs(displayed.of(side) - average.percent());
        });
    }
}
