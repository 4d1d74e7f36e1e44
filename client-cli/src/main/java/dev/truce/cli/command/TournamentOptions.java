package dev.truce.cli.command;

import dev.truce.bot.BotFactory;
import dev.truce.bots.Roster;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.Limits;
import dev.truce.scenario.Scenarios;
import dev.truce.tournament.plan.Format;
import dev.truce.tournament.result.TournamentSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that decide what a tournament plays. */
final class TournamentOptions {
    /** Stands for the sixteen strategies of the reference pool. */
    private static final String REFERENCE = "reference";

    private static final long MAX_FILE = 1 << 20;

    @Option(names = "--bot", paramLabel = "BOT", descriptionKey = "option.tournament.bot")
    private List<String> bots = new ArrayList<>();

    @Option(names = "--bots", paramLabel = "FILE", descriptionKey = "option.tournament.bots")
    private @Nullable Path file;

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "option.tournament.format", defaultValue = "rr")
    private Format format = Format.RR;

    @Option(names = "--pairs", paramLabel = "N", descriptionKey = "option.tournament.pairs", defaultValue = "30")
    private int pairs = 30;

    @Option(names = "--self", descriptionKey = "option.tournament.self")
    private boolean self;

    @Option(
            names = "--seed",
            paramLabel = "N|-",
            descriptionKey = "option.tournament.seed",
            converter = MasterSeed.Converter.class)
    private @Nullable MasterSeed seed;

    @Option(
            names = "--scenario",
            paramLabel = "ID|FILE",
            descriptionKey = "option.scenario",
            defaultValue = "busan-2025")
    private String scenario = "busan-2025";

    @Option(
            names = "--steps",
            paramLabel = "N",
            descriptionKey = "option.tournament.steps",
            defaultValue = "" + Limits.STEPS_A_ROUND)
    private long steps = 10_000;

    @Option(names = "--movetime", paramLabel = "MS", descriptionKey = "option.tournament.movetime")
    private @Nullable Long movetime;

    @Option(names = "--sprt", paramLabel = "TEST", descriptionKey = "option.tournament.sprt", defaultValue = "")
    private String sprt = "";

    @Option(
            names = "--records",
            paramLabel = "all|none",
            descriptionKey = "option.tournament.records",
            defaultValue = "all")
    private Kept records = Kept.ALL;

    @Option(
            names = "--parquet",
            paramLabel = "all|none",
            descriptionKey = "option.tournament.parquet",
            defaultValue = "all")
    private Kept parquet = Kept.ALL;

    @Option(names = "--recover", descriptionKey = "option.tournament.recover")
    private boolean recover;

    /** Which of them are kept. */
    enum Kept {
        ALL,
        NONE
    }

    /** Returns the settings. */
    TournamentSettings settings() throws FaultException {
        List<String> named = new ArrayList<>();
        for (String bot : bots) {
            add(named, bot);
        }
        for (String line : lines()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                add(named, line.strip());
            }
        }
        if (steps < 0) {
            throw wrong(Texts.of("fault.tournament.steps", steps), "--steps 10000");
        }
        if (named.size() < 2) {
            throw wrong(Texts.of("fault.tournament.bots", named.size()), "--bot tft --bot match");
        }
        return new TournamentSettings(
                named,
                format,
                pairs,
                self || format.needsSelf(),
                MasterSeed.of(seed, named),
                isShipped() ? scenario : TournamentSettings.OWN_SCENARIO,
                steps,
                records == Kept.ALL,
                parquet == Kept.ALL,
                movetime == null ? 0 : BotOptions.checked(movetime),
                sprt,
                recover);
    }

    private static void add(List<String> named, String bot) {
        if (bot.equals(REFERENCE)) {
            Roster.reference().stream().map(BotFactory::name).forEach(named::add);
        } else {
            named.add(bot);
        }
    }

    private List<String> lines() throws FaultException {
        Path named = file;
        if (named == null) {
            return List.of();
        }
        try {
            if (Files.size(named) > MAX_FILE) {
                throw new IOException("too large");
            }
            return Files.readAllLines(named, StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new FaultException(
                    UsageFault.of(
                            "FILE_UNREADABLE",
                            Texts.of("fault.file", named, Texts.of("fault.file.unreadable")),
                            Texts.of("fault.unchanged.nothing-started"),
                            "--bots FILE"),
                    ExitCodes.FAILED,
                    broken);
        }
    }

    /** Returns whether the scenario is one that ships. */
    boolean isShipped() {
        return Scenarios.ids().contains(scenario);
    }

    /** Returns the file of a scenario that does not ship. */
    Path ownScenario() throws FaultException {
        ScenarioSource.find(scenario);
        return Path.of(scenario);
    }

    /** The seed that was typed, or null. */
    @Nullable
    MasterSeed seed() {
        return seed;
    }

    /** Returns where the results go if nobody says so; the name does not tell a seed that commands may not know. */
    Path folder() {
        MasterSeed typed = seed;
        if (typed != null && typed.number() != null) {
            return Path.of("tournament-" + typed.number());
        }
        return Path.of(
                typed == null && file == null && !MasterSeed.hasCommand(bots) ? "tournament-1" : "tournament-sealed");
    }

    private static FaultException wrong(String what, String next) {
        return new FaultException(
                UsageFault.of("WRONG_USAGE", what, Texts.of("fault.unchanged.nothing-started"), next),
                ExitCodes.USAGE,
                null);
    }
}
