package dev.truce.bots.posture;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.scenario.Instruments;
import dev.truce.engine.scenario.Rung;
import dev.truce.engine.scenario.Scenario;
import java.util.Arrays;

/** Finds levels on the ladders of a scenario, so that strategies are written in percent, dollars and tonnes. */
public final class LadderSearch {
    private final double[][] values = new double[Instrument.COUNT][];

    private final Instruments instruments;

    LadderSearch(Scenario scenario) {
        instruments = scenario.instruments();
        Arrays.fill(values, new double[1]);
        for (InstrumentSpec spec : instruments) {
            values[spec.instrument().ordinal()] =
                    spec.ladder().stream().mapToDouble(Rung::value).toArray();
        }
    }

    /** What the scenario has; strategies find what it leaves out at its first level, and do not order it. */
    Instruments instruments() {
        return instruments;
    }

    /** Returns the level whose value is nearest; of two equally near ones the first of the ladder. */
    int level(Instrument instrument, double value) {
        double[] ladder = values[instrument.ordinal()];
        int nearest = 0;
        for (int level = 1; level < ladder.length; level++) {
            if (Math.abs(ladder[level] - value) < Math.abs(ladder[nearest] - value)) {
                nearest = level;
            }
        }
        return nearest;
    }

    /** Returns the number that a level stands for. */
    public double value(Instrument instrument, int level) {
        return values[instrument.ordinal()][level];
    }

    /** Returns the last level of the ladder. */
    int last(Instrument instrument) {
        return values[instrument.ordinal()].length - 1;
    }
}
