package dev.truce.engine.redline;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.Draws;
import dev.truce.engine.chance.Purpose;
import dev.truce.engine.scenario.RedLineRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Draws red lines: at the start of a match, then in part at political dates (agreements A10). Without noise they are drawn too. */
public final class RedLineDraw {
    private RedLineDraw() {}

    /** Returns the lines with which a match starts. */
    public static RedLines first(RedLineRules rules, Draws draws) {
        return rules.perSide() == 0
                ? RedLines.NONE
                : new RedLines(first(rules, draws, Side.US), first(rules, draws, Side.CN));
    }

    /**
     * Returns the lines after a date. Lines that are not known, as those of the other side in a preview, stay unknown.
     *
     * @param before lines in the round before
     * @param round the round that the date opens
     */
    public static RedLines redrawn(RedLineRules rules, Draws draws, RedLines before, int round) {
        return new RedLines(
                redrawn(rules, draws, before, round, Side.US), redrawn(rules, draws, before, round, Side.CN));
    }

    private static List<Instrument> first(RedLineRules rules, Draws draws, Side side) {
        List<Instrument> shuffled = new ArrayList<>(rules.candidates().of(side));
        for (int k = 0; k < rules.perSide(); k++) {
            Collections.swap(shuffled, k, k + pick(draws, 0, side, k, shuffled.size() - k));
        }
        return inOrder(rules, side, shuffled.subList(0, rules.perSide()));
    }

    /** Each line that ceases is one that was a line before the date; each that begins was none. */
    private static List<Instrument> redrawn(RedLineRules rules, Draws draws, RedLines before, int round, Side side) {
        if (before.of(side).isEmpty()) {
            return List.of();
        }
        List<Instrument> kept = new ArrayList<>(before.of(side));
        List<Instrument> cold = new ArrayList<>(rules.candidates().of(side));
        cold.removeAll(kept);
        List<Instrument> begun = new ArrayList<>();
        for (int i = 0; i < rules.replace() && !cold.isEmpty(); i++) {
            kept.remove(pick(draws, round, side, 2 * i, kept.size()));
            begun.add(cold.remove(pick(draws, round, side, 2 * i + 1, cold.size())));
        }
        kept.addAll(begun);
        return inOrder(rules, side, kept);
    }

    private static int pick(Draws draws, int round, Side side, int k, int among) {
        return (int) (draws.uniform(Purpose.RED_LINES, round, side.ordinal(), k) * among);
    }

    private static List<Instrument> inOrder(RedLineRules rules, Side side, List<Instrument> lines) {
        List<Instrument> ordered = new ArrayList<>(rules.candidates().of(side));
        ordered.retainAll(lines);
        return ordered;
    }
}
