package dev.truce.cli.option;

import dev.truce.engine.scenario.Scenario;
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

    public Optional<Scenario> find(String id) {
        if (further != null && further.scenario().id().equals(id)) {
            return Optional.of(further.scenario());
        }
        return Scenarios.ids().contains(id) ? Optional.of(Scenarios.named(id)) : Optional.empty();
    }
}
