package dev.truce.engine.redline;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.scenario.Anchors;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/**
 * What red lines cost their owner. A line costs nothing at the level of the start and its full price at the deepest level; between the
 * two it costs the part of the depth that is given. What counts is the level in force, so an unsigned gift costs as well. Immutable.
 */
public final class RedLineCosts {
    private final double[][] given = new double[Instrument.COUNT][];
    private final BySide<Double> cost;
    private final Anchors anchors;
    /** What the clause of a published agreement adds, as a multiple of what the level costs. */
    private final double published;

    /** Compiles the ladders of a scenario. */
    public RedLineCosts(Scenario scenario) {
        cost = scenario.redLines().cost();
        anchors = scenario.anchors();
        published = scenario.layers().publishedLine() - 1;
        for (InstrumentSpec spec : scenario.instruments()) {
            given[spec.instrument().ordinal()] = given(spec);
        }
    }

    /** Returns which part, 0..1, of a line is given at a level. */
    public double given(Instrument instrument, int level) {
        return given[instrument.ordinal()][level];
    }

    /** Returns the points, at most 0, that a line takes from its owner in a round in which it stands at a level. */
    public double points(Instrument line, int level) {
        return -cost.of(line.holder()) * given(line, level);
    }

    /** Returns by how much, at most 0, a line lowers its owner's score of a round in which it stands at a level. */
    public double score(Instrument line, int level) {
        return anchors.worth(line.holder(), points(line, level));
    }

    /** Returns by how much, at most 0, a line lowers its owner's score of a round in which it stands at a level under a treaty. */
    public double score(Instrument line, int level, Treaty treaty, int round) {
        return anchors.worth(line.holder(), points(line, level) + published(line, treaty, round));
    }

    /** Returns by how much a line of a side that is given in full lowers its score of a round. */
    public double fullScore(Side side) {
        return anchors.worth(side, -cost.of(side));
    }

    /** Returns the points, at most 0, that all lines of a side take from it under the treaty of a round. */
    public double points(List<Instrument> lines, Levels levels, Treaty treaty, int round) {
        double sum = 0;
        for (int i = 0; i < lines.size(); i++) {
            sum += points(lines.get(i), levels.get(lines.get(i))) + published(lines.get(i), treaty, round);
        }
        return sum;
    }

    /** Returns the points, at most 0, that a published agreement takes for a line that it gives, delivered or not. */
    public double published(Instrument line, Treaty treaty, int round) {
        if (!(published > 0) || !treaty.isCommunique()) {
            return 0;
        }
        Clause clause = treaty.agreed(line, round);
        return clause == null ? 0 : published * points(line, clause.bound());
    }

    /** Returns what each of the lines of a side takes from it under the treaty of a round, in the order of the lines. */
    public List<RedLineCharge> charges(List<Instrument> lines, Levels levels, Treaty treaty, int round) {
        if (lines.isEmpty()) {
            return List.of();
        }
        List<RedLineCharge> charges = new ArrayList<>();
        for (Instrument line : lines) {
            charges.add(new RedLineCharge(line, points(line, levels.get(line)) + published(line, treaty, round)));
        }
        return charges;
    }

    private static double[] given(InstrumentSpec spec) {
        List<Double> depth = spec.depthValues();
        double start = depth.get(spec.start());
        double deepest = depth.get(spec.deepest());
        double[] parts = new double[depth.size()];
        for (int level = 0; level < parts.length; level++) {
            double part = deepest > start ? (depth.get(level) - start) / (deepest - start) : 0;
            parts[level] = Math.min(1, Math.max(0, part));
        }
        return parts;
    }
}
