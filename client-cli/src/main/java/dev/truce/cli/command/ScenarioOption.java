package dev.truce.cli.command;

import dev.truce.scenario.ScenarioFile;
import picocli.CommandLine.Option;

/** The option that names the scenario of a match. */
final class ScenarioOption {
    private static final String USUAL = "busan-2025";

    @Option(names = "--scenario", paramLabel = "ID|FILE", descriptionKey = "option.scenario", defaultValue = USUAL)
    private String scenario = USUAL;

    /** Returns what was typed, or the usual id. */
    String named() {
        return scenario;
    }

    /** Returns whether it is the one that is played if none is named. */
    boolean isUsual() {
        return scenario.equals(USUAL);
    }

    /** Returns the scenario that was named. */
    ScenarioFile file() throws FaultException {
        return ScenarioSource.find(scenario);
    }
}
