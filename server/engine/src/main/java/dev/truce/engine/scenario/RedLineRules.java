package dev.truce.engine.scenario;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import java.util.List;

/**
 * The secret red lines of both sides: instruments on which giving way costs a side something at home.
 *
 * @param perSide lines that each side has; 0 switches them off
 * @param cost points a round of a line that is given in full
 * @param dates rounds at whose start lines are redrawn, ascending
 * @param replace lines that a date replaces
 * @param candidates instruments that may be a line, in the order in which they are drawn
 */
public record RedLineRules(
        int perSide, BySide<Double> cost, List<Integer> dates, int replace, BySide<List<Instrument>> candidates) {
    /** No red lines. */
    public static final RedLineRules NONE =
            new RedLineRules(0, new BySide<>(0.0, 0.0), List.of(), 0, new BySide<>(List.of(), List.of()));

    /**
     * Checks the numbers and copies the lists.
     *
     * @throws IllegalArgumentException if a candidate is not the side's own or named twice, if there are too few of them, if more
     *     lines are replaced than there are, if a cost is negative, or if the dates are not ascending from round 2 on
     */
    public RedLineRules {
        dates = List.copyOf(dates);
        candidates = candidates.map(List::copyOf);
        if (replace < 0 || replace > perSide) {
            throw new IllegalArgumentException("replace is " + replace + "; it must be 0 to per_side, " + perSide);
        }
        for (int i = 0; i < dates.size(); i++) {
            int after = i == 0 ? 1 : dates.get(i - 1);
            if (dates.get(i) <= after) {
                throw new IllegalArgumentException("dates: round " + dates.get(i) + " must come after round " + after);
            }
        }
        for (Side side : Side.values()) {
            if (!(cost.of(side) >= 0)) {
                throw new IllegalArgumentException(
                        "cost of " + side + " is " + cost.of(side) + "; it must be at least 0");
            }
            requireCandidates(perSide, side, candidates.of(side));
        }
    }

    /** Returns whether sides have any. */
    public boolean exist() {
        return perSide > 0;
    }

    /** Returns whether lines are redrawn when a round opens. */
    public boolean isDate(int round) {
        // Every round asks several times; boxing it each time would show.
        for (int i = 0; i < dates.size(); i++) {
            if (dates.get(i) == round) {
                return exist();
            }
        }
        return false;
    }

    /** Returns the first date after a round, or 0 if there is none. */
    public int nextDate(int round) {
        for (int date : dates) {
            if (date > round) {
                return date;
            }
        }
        return 0;
    }

    private static void requireCandidates(int perSide, Side side, List<Instrument> candidates) {
        if (perSide < 0 || (perSide > 0 && perSide > candidates.size() - 1)) {
            throw new IllegalArgumentException("per_side is " + perSide + "; it must be 0 to " + (candidates.size() - 1)
                    + ", one less than the candidates of " + side);
        }
        for (Instrument candidate : candidates) {
            if (candidate.holder() != side || candidates.indexOf(candidate) != candidates.lastIndexOf(candidate)) {
                throw new IllegalArgumentException(
                        candidate.id() + " must be held by " + side + " and be named once among its candidates");
            }
        }
    }
}
