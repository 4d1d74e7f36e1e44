package dev.truce.cli.option;

import dev.truce.engine.scenario.Scenario;
import dev.truce.match.record.MatchRecord.RulesStamp;
import dev.truce.scenario.ScenarioFile;
import dev.truce.scenario.Scenarios;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the scenario of a record is looked for: those that ship, and a file that is named. */
public final class ScenarioLookup {
    @Option(
            names = "--scenario",
            paramLabel = "FILE",
            descriptionKey = "option.scenario.record",
            converter = NamedScenario.FileConverter.class)
    private @Nullable NamedScenario further;

    /** Returns what a record was played by, or what has that id today; empty if no scenario has it. */
    public Optional<Scenario> find(RulesStamp named) {
        String id = named.scenario();
        if (further != null && further.scenario().id().equals(id)) {
            return Optional.of(further.scenario());
        }
        return Scenarios.nearest(id, named.scenarioHash(), named.ruleset()).map(ScenarioFile::scenario);
    }
}
