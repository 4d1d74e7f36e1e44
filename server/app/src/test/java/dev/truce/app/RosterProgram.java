package dev.truce.app;

import dev.truce.bot.line.ServedBot;
import dev.truce.bots.Roster;
import dev.truce.engine.scenario.Scenario;
import dev.truce.scenario.ScenarioFile;
import dev.truce.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A bot of the roster as a program of its own that speaks the line protocol; its name is the argument. */
public final class RosterProgram {
    private RosterProgram() {}

    /** Serves the bot until its input ends. */
    public static void main(String[] args) throws IOException {
        ServedBot.run(Roster.find(args[0]).orElseThrow(), RosterProgram::scenario, System.in, System.out);
    }

    private static Optional<Scenario> scenario(String id, String hash) {
        return Scenarios.edition(id, hash).map(ScenarioFile::scenario);
    }

    /** Returns the command that starts it. */
    static String command(String bot) {
        return "'" + Path.of(System.getProperty("java.home"), "bin", "java")
                + "' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '" + System.getProperty("java.class.path") + "' "
                + RosterProgram.class.getName() + " " + bot;
    }
}
