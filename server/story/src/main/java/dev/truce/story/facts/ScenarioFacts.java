package dev.truce.story.facts;

import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.scenario.Titles;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a scenario for a person who chooses one.
 *
 * @param scenario its values
 * @param base the scenario that its file starts from, or empty
 * @param about what its file says about it, or null
 * @param hasScript whether its file tells what the sides did in history
 */
public record ScenarioFacts(
        Scenario scenario, String base, @Nullable Titles about, boolean hasScript) {}
