package dev.truce.cli.command;

import dev.truce.scenario.ScenarioFile;
import picocli.CommandLine.Option;

/** The option that names the scenario of a match. */
final class ScenarioOption {
    private static final String USUAL = "busan-2025";

    @Option(names = "--scenario", paramLabel = "ID|FILE", descriptionKey = "option.scenario", defaultValue = USUAL)
    private String scenario = USUAL;

    /** Returns the scenario that was named. */
    ScenarioFile file() throws FaultException {
        return ScenarioSource.find(scenario);
    }
}
