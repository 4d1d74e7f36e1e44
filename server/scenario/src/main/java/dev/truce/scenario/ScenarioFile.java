package dev.truce.scenario;

import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.scenario.Titles;
import org.jspecify.annotations.Nullable;

/**
 * All that a scenario file says: the values that a match is played by, and what only people read.
 *
 * @param scenario the values, with their hash
 * @param base id of the shipped scenario that the file starts from, or empty if it stands by itself
 * @param about what the scenario is and what it simplifies, if the file says so; not part of the hash
 * @param script what the sides did in history, if the file tells it; not part of the hash
 * @param text the file as it was read, YAML
 */
public record ScenarioFile(
        Scenario scenario,
        String base,
        @Nullable Titles about,
        @Nullable Script script,
        String text) {}
