package dev.truce.cli.option;

import dev.truce.engine.scenario.Scenario;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names the scenario of a match. */
public final class ScenarioOption {
    @Option(
            names = "--scenario",
            paramLabel = "ID|FILE",
            descriptionKey = "option.scenario",
            defaultValue = NamedScenario.USUAL,
            converter = NamedScenario.Converter.class)
    private @Nullable NamedScenario scenario;

    /** Returns what was named, or the usual one. */
    public NamedScenario named() {
        return Objects.requireNonNull(scenario, "the parser sets it");
    }

    public Scenario scenario() {
        return named().scenario();
    }
}
