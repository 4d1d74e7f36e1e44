package dev.truce.bots;

import dev.truce.engine.round.Rules;
import dev.truce.scenario.Scenarios;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The rules under which each side guards red lines. */
public final class SecondRuleset {
    private static final Path FILE = Path.of("..", "..", "server", "rulebook", "src", "test", "resources")
            .resolve("dev/truce/rulebook/ruleset-2.yaml");

    public static final Rules RULES = Rules.of(Scenarios.load(text(), "ruleset-2.yaml"));

    private SecondRuleset() {}

    private static String text() {
        try {
            return Files.readString(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
