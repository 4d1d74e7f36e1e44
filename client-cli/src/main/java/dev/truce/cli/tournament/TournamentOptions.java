package dev.truce.cli.tournament;

import dev.truce.bot.BotFactory;
import dev.truce.bot.line.BotName;
import dev.truce.bots.Roster;
import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.fault.WrongValue;
import dev.truce.cli.option.InputFile;
import dev.truce.cli.option.ScenarioOption;
import dev.truce.cli.option.WholeNumber;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.Limits;
import dev.truce.tournament.plan.Format;
import dev.truce.tournament.plan.TournamentPart;
import dev.truce.tournament.result.ColumnFiles;
import dev.truce.tournament.result.RecordChoice;
import dev.truce.tournament.result.TableChoice;
import dev.truce.tournament.result.TournamentSettings;
import dev.truce.tournament.table.TableForm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
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
            paramLabel = "all|packed|none",
            descriptionKey = "option.tournament.records",
            defaultValue = "all")
    private RecordChoice records = RecordChoice.ALL;

    @Option(names = "--tables", paramLabel = "FORM", descriptionKey = "option.tournament.tables", split = ",")
    private List<TableForm> tables = new ArrayList<>();

    @Option(
            names = "--part",
            paramLabel = "I/N",
            descriptionKey = "option.tournament.part",
            converter = PartConverter.class)
    private TournamentPart part = TournamentPart.WHOLE;

    @Option(names = "--recover", descriptionKey = "option.tournament.recover")
    private boolean recover;

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
        if (!part.isWhole()) {
            requireParts(named);
        }
        if (!part.isWhole() && seed == null && MasterSeed.hasCommand(named)) {
            throw FaultException.usage(
                    UsageFault.unstarted("WRONG_USAGE", Texts.of("fault.tournament.part.seed"), "--seed 7")
                            .about("--seed", ""));
        }
        return new TournamentSettings(
                named,
                format,
                pairs,
                self || format.needsSelf(),
                MasterSeed.of(seed, named),
                isShipped() ? scenario.named().named() : TournamentSettings.OWN_SCENARIO,
                steps,
                records,
                tables(),
                movetime == null ? 0 : movetime,
                sprt,
                recover,
                part);
    }

    /** Returns the forms that were named, or all that this program can write. */
    private TableChoice tables() {
        return !tables.isEmpty()
                ? new TableChoice(Set.copyOf(tables), false)
                : ColumnFiles.installed().isPresent()
                        ? TableChoice.of(TableForm.values())
                        : TableChoice.of(TableForm.CSV, TableForm.JSONL);
    }

    /** Refuses parts of what has none, or would have none of its own. */
    private void requireParts(List<String> named) throws FaultException {
        boolean isPlanned = format != Format.SWISS && format != Format.KNOCKOUT && sprt.isEmpty();
        boolean isSelf = self || format.needsSelf();
        boolean hasPairs = isPlanned && format.plan(named.size(), pairs, isSelf).pairsInAll() >= part.of();
        if (!hasPairs || named.stream().anyMatch(BotName::isModel)) {
            throw FaultException.usage(UsageFault.unstarted(
                            "WRONG_USAGE", Texts.of("fault.tournament.part.none"), "truce tournament --help")
                    .about("--part", ""));
        }
    }

    /** Reads {@code I/N}. */
    static final class PartConverter implements ITypeConverter<TournamentPart> {
        @Override
        public TournamentPart convert(String text) throws WrongValue {
            try {
                return TournamentPart.parse(text);
            } catch (IllegalArgumentException wrong) {
                throw new WrongValue(
                        ExitCodes.USAGE,
                        place -> UsageFault.unstarted(
                                        "WRONG_USAGE",
                                        Texts.of("fault.tournament.part", text, TournamentPart.MAX_PARTS),
                                        place.before() + "1/2")
                                .about(place.field(), ""));
            }
        }
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
