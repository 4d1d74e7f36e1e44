package dev.truce.bots.posture;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.scenario.Rung;
import dev.truce.engine.scenario.Scenario;
import java.util.List;

/** Finds levels on the ladders of a scenario, so that strategies are written in percent, dollars and tonnes. */
public final class LadderSearch {
    private final double[][] values = new double[Instrument.COUNT][];

    LadderSearch(Scenario scenario) {
        for (Instrument instrument : Instrument.all()) {
            List<Rung> ladder = scenario.spec(instrument).ladder();
            values[instrument.ordinal()] =
                    ladder.stream().mapToDouble(Rung::value).toArray();
        }
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
