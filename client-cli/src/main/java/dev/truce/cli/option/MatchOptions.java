package dev.truce.cli.option;

import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.scenario.Scenario;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of commands that make a match. */
public final class MatchOptions {
    /** Rounds of a match whose scenario hides its end: three years. */
    private static final int ROUNDS_USUAL = 12;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "option.seed")
    private @Nullable Long seed;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            descriptionKey = "option.rounds",
            converter = WholeNumber.Rounds.class)
    private @Nullable Integer wished;

    @Mixin
    private final ScenarioOption scenario = new ScenarioOption();

    /** Returns the scenario, and what was typed for it. */
    public NamedScenario named() {
        return scenario.named();
    }

    public Scenario scenario() {
        return scenario.scenario();
    }

    /** Returns the number of rounds: what was asked for, or what the scenario tells everybody, or a usual one. */
    public int rounds() {
        if (wished != null) {
            return wished;
        }
        return scenario().horizon() instanceof Horizon.Fixed fixed ? fixed.rounds() : ROUNDS_USUAL;
    }

    /** The seed that was asked for, or null for one that the server draws and tells at the end of the match. */
    @Nullable
    public Long seed() {
        return seed;
    }

    /** Returns the seed that was asked for, or one by chance for a match that nobody plays; the same at each call. */
    public long seedOfShow() {
        Long known = seed;
        if (known == null) {
            known = new SecureRandom().nextLong();
            seed = known;
        }
        return known;
    }
}
