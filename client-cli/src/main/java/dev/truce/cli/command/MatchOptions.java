package dev.truce.cli.command;

import dev.truce.bot.BotFactory;
import dev.truce.bots.Roster;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.Limits;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.scenario.Scenario;
import dev.truce.scenario.ScenarioFile;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of commands that make a match. */
final class MatchOptions {

    /** Rounds of a match whose scenario hides its end: three years. */
    private static final int ROUNDS_USUAL = 12;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "option.seed")
    private @Nullable Long seed;

    @Option(names = "--rounds", paramLabel = "N", descriptionKey = "option.rounds")
    private @Nullable Integer wished;

    @Mixin
    private final ScenarioOption scenario = new ScenarioOption();

    /** Returns the scenario. */
    ScenarioFile scenario() throws FaultException {
        return scenario.file();
    }

    /** Returns the number of rounds: what was asked for, or what the scenario tells everybody, or a usual one. */
    int rounds(Scenario played) throws FaultException {
        if (wished == null) {
            return played.horizon() instanceof Horizon.Fixed fixed ? fixed.rounds() : ROUNDS_USUAL;
        }
        int rounds = wished;
        if (rounds < 1 || rounds > Limits.MAX_ROUNDS) {
            throw new FaultException(
                    UsageFault.of(
                                    "OUT_OF_RANGE",
                                    Texts.of("fault.rounds", rounds, Limits.MAX_ROUNDS),
                                    Texts.of("fault.unchanged.nothing-started"),
                                    "--rounds 12")
                            .about("--rounds", "1.." + Limits.MAX_ROUNDS),
                    ExitCodes.USAGE,
                    null);
        }
        return rounds;
    }

    /** The seed that was asked for, or null for one that the server draws and tells at the end of the match. */
    @Nullable
    Long seed() {
        return seed;
    }

    /** Returns the seed that was asked for, or one by chance for a match that nobody plays; the same at each call. */
    long seedOfShow() {
        Long known = seed;
        if (known == null) {
            known = new SecureRandom().nextLong();
            seed = known;
        }
        return known;
    }

    /** Returns the bot of a name. */
    static BotFactory bot(String option, String name) throws FaultException {
        return Roster.find(name)
                .orElseThrow(() -> new FaultException(
                        UsageFault.of(
                                        "UNKNOWN_BOT",
                                        Texts.of("fault.bot", name, String.join(", ", Roster.names())),
                                        Texts.of("fault.unchanged.nothing-started"),
                                        option + " " + Roster.suggestion(name).orElse("tft"))
                                .about(option, String.join(" ", Roster.names())),
                        ExitCodes.USAGE,
                        null));
    }
}
