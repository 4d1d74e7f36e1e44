package dev.truce.bot.line;

import dev.truce.bots.Roster;
import dev.truce.engine.scenario.Scenario;
import dev.truce.scenario.ScenarioFile;
import dev.truce.scenario.Scenarios;
import java.io.IOException;
import java.util.Optional;

/** A bot of the roster as a program of its own; its name is the argument. */
public final class ServeMain {
    private ServeMain() {}

    public static void main(String[] args) throws IOException {
        ServedBot.run(Roster.find(args[0]).orElseThrow(), ServeMain::scenario, System.in, System.out);
    }

    private static Optional<Scenario> scenario(String id, String hash) {
        return Scenarios.edition(id, hash).map(ScenarioFile::scenario);
    }
}
