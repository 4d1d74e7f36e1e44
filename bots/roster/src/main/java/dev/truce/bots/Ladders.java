package dev.truce.bots;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.scenario.Scenario;

/** Finds levels on the ladders of a scenario, so that strategies are written in percent, dollars and tonnes. */
final class Ladders {
    private final Scenario scenario;

    Ladders(Scenario scenario) {
        this.scenario = scenario;
    }

    /** Returns the level whose value is nearest; of two equally near ones the first of the ladder. */
    int level(Instrument instrument, double value) {
        InstrumentSpec spec = scenario.spec(instrument);
        int nearest = 0;
        for (int level = 1; level < spec.ladder().size(); level++) {
            if (Math.abs(spec.rung(level).value() - value)
                    < Math.abs(spec.rung(nearest).value() - value)) {
                nearest = level;
            }
        }
        return nearest;
    }

    /** Returns the last level of the ladder. */
    int last(Instrument instrument) {
        return scenario.spec(instrument).ladder().size() - 1;
    }
}
