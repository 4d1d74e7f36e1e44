package dev.truce.cli.tournament;

import dev.truce.bot.BotFactory;
import dev.truce.bots.Roster;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.InputFile;
import dev.truce.cli.option.ScenarioOption;
import dev.truce.cli.option.WholeNumber;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.Limits;
import dev.truce.tournament.plan.Format;
import dev.truce.tournament.result.ColumnFiles;
import dev.truce.tournament.result.TournamentSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that decide what a tournament plays. */
public final class TournamentOptions {
    /** Stands for the bots of the reference pool. */
    private static final String REFERENCE = "reference";

    private static final int MAX_FILE = 1 << 20;

    @Option(names = "--bot", paramLabel = "BOT", descriptionKey = "option.tournament.bot")
    private List<String> bots = new ArrayList<>();

    @Option(names = "--bots", paramLabel = "FILE", descriptionKey = "option.tournament.bots")
    private @Nullable Path file;

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "option.tournament.format", defaultValue = "rr")
    private Format format = Format.RR;

    @Option(
            names = "--pairs",
            paramLabel = "N",
            descriptionKey = "option.tournament.pairs",
            defaultValue = "30",
            converter = WholeNumber.Pairs.class)
    private int pairs = 30;

    @Option(names = "--self", descriptionKey = "option.tournament.self")
    private boolean self;

    @Option(
            names = "--seed",
            paramLabel = "N|-",
            descriptionKey = "option.tournament.seed",
            converter = MasterSeed.Converter.class)
    private @Nullable MasterSeed seed;

    @Mixin
    private final ScenarioOption scenario = new ScenarioOption();

    @Option(
            names = "--steps",
            paramLabel = "N",
            descriptionKey = "option.tournament.steps",
            defaultValue = "" + Limits.STEPS_A_ROUND,
            converter = WholeNumber.Steps.class)
    private int steps;

    @Option(
            names = "--movetime",
            paramLabel = "MS",
            descriptionKey = "option.tournament.movetime",
            converter = WholeNumber.Movetime.class)
    private @Nullable Integer movetime;

    @Option(names = "--sprt", paramLabel = "TEST", descriptionKey = "option.tournament.sprt", defaultValue = "")
    private String sprt = "";

    @Option(
            names = "--records",
            paramLabel = "all|none",
            descriptionKey = "option.tournament.records",
            defaultValue = "all")
    private Kept records = Kept.ALL;

    @Option(names = "--parquet", paramLabel = "all|none", descriptionKey = "option.tournament.parquet")
    private @Nullable Kept parquet;

    @Option(names = "--recover", descriptionKey = "option.tournament.recover")
    private boolean recover;

    /** Which of them are kept. */
    enum Kept {
        ALL,
        NONE
    }

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
        if (named.size() < 2) {
            throw FaultException.usage(UsageFault.unstarted(
                    "WRONG_USAGE", Texts.of("fault.tournament.bots", named.size()), "--bot tft --bot match"));
        }
        return new TournamentSettings(
                named,
                format,
                pairs,
                self || format.needsSelf(),
                MasterSeed.of(seed, named),
                isShipped() ? scenario.named().named() : TournamentSettings.OWN_SCENARIO,
                steps,
                records == Kept.ALL,
                parquet == null ? ColumnFiles.installed().isPresent() : parquet == Kept.ALL,
                movetime == null ? 0 : movetime,
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
        return InputFile.text(named, MAX_FILE, "--bots FILE").lines().toList();
    }

    /** Returns whether the scenario is one that ships. */
    boolean isShipped() {
        return scenario.named().isShipped();
    }

    /** Returns the file of a scenario that does not ship. */
    Path ownScenario() {
        return Path.of(scenario.named().named());
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
}
