package dev.truce.cli.command;

import dev.truce.engine.scenario.Scenario;
import dev.truce.scenario.Scenarios;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the scenario of a record is looked for: those that ship, and a file that is named. */
final class ScenarioLookup {
    @Option(names = "--scenario", paramLabel = "FILE", descriptionKey = "option.scenario.record")
    private @Nullable Path file;

    private @Nullable Scenario further;

    /** Reads the file, if one is named; call it before anything is looked for. */
    void fill() throws FaultException {
        if (file != null) {
            further = ScenarioSource.read(file).scenario();
        }
    }

    /** Finds a scenario by its id. */
    Optional<Scenario> find(String id) {
        if (further != null && further.id().equals(id)) {
            return Optional.of(further);
        }
        return Scenarios.ids().contains(id) ? Optional.of(Scenarios.named(id)) : Optional.empty();
    }
}
