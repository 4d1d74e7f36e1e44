package dev.truce.story.facts;

import dev.truce.engine.board.Levels;
import dev.truce.engine.scenario.Scenario;

/** What can be read off the start of a scenario. */
public final class OpeningFacts {
    private OpeningFacts() {}

    /** Returns the displayed tariff of the start levels, whole percent. */
    public static int tariff(Scenario scenario) {
        return tariff(scenario, scenario.startLevels());
    }

    /** Returns the displayed tariff once the first agreement has ended, if nobody orders anything. */
    public static int snapped(Scenario scenario) {
        return tariff(scenario, scenario.levelsAfterTruce());
    }

    /** Returns the displayed tariff at some levels, whole percent. */
    public static int tariff(Scenario scenario, Levels levels) {
        return scenario.headlineBase() + (int) (scenario.headlineLayers(levels) + .5);
    }
}
