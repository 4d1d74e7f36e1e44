package dev.truce.cli.tournament;

import dev.truce.bot.line.BotName;
import dev.truce.bot.line.ChildLimits;
import dev.truce.bot.line.model.ModelFileException;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.BotOptions;
import dev.truce.cli.option.NamedScenario;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.round.Rules;
import dev.truce.scenario.ScenarioFile;
import dev.truce.scenario.Scenarios;
import dev.truce.tournament.result.ColumnFiles;
import dev.truce.tournament.result.RecordChoice;
import dev.truce.tournament.result.TournamentSettings;
import dev.truce.tournament.result.TournamentSetup;
import dev.truce.tournament.stats.Sprt;
import dev.truce.tournament.table.TableForm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the scenario and the bots that the settings of a tournament name. */
final class SetupReader {
    private SetupReader() {}

    /**
     * Finds scenario and bots.
     *
     * @param own where the scenario is if it does not ship
     * @param folder of the results
     * @param keepsRunning whether a process of a command plays match after match
     */
    static TournamentSetup of(TournamentSettings settings, Path own, Path folder, boolean keepsRunning)
            throws FaultException {
        List<BotName> bots = new ArrayList<>();
        for (String bot : settings.bots()) {
            BotName named = BotOptions.named("--bot", bot);
            if (BotName.isModel(bot)) {
                // A model without its key cannot be seated; a command is started later to be asked.
                BotOptions.checkSettings("--bot", named, ChildLimits.USUAL);
            }
            bots.add(named);
        }
        return of(settings, own, bots, folder, keepsRunning);
    }

    /**
     * Finds scenario and bots of a tournament whose models are not asked, and need no key.
     *
     * @param own where the scenario is if it does not ship
     * @param folder what commands write beside the protocol goes to its logs
     * @throws FaultException if there is no model in it
     */
    static TournamentSetup rehearsed(TournamentSettings settings, Path own, Path folder) throws FaultException {
        if (!settings.hasModel()) {
            throw FaultException.usage(UsageFault.unstarted(
                            "NO_MODEL", Texts.of("fault.tournament.dry-run"), "--bot model:model.json --dry-run")
                    .about("--dry-run", ""));
        }
        List<BotName> bots = new ArrayList<>();
        for (String bot : settings.bots()) {
            BotName named = BotOptions.named("--bot", bot);
            bots.add(named instanceof BotName.OfModel model ? new BotName.OfRehearsal(model) : named);
        }
        return of(settings, own, bots, folder, false);
    }

    /**
     * Finds the scenario of a tournament whose records are played again, which needs no bot: the machine that verifies may not have them.
     *
     * @param own where the scenario is if it does not ship
     */
    static TournamentSetup played(TournamentSettings settings, Path own) throws FaultException {
        return of(settings, own, List.of(), own, false);
    }

    private static TournamentSetup of(
            TournamentSettings settings, Path own, List<BotName> bots, Path folder, boolean keepsRunning)
            throws FaultException {
        requireTest(settings);
        boolean isOwn = settings.scenario().equals(TournamentSettings.OWN_SCENARIO);
        ScenarioFile scenario = isOwn ? NamedScenario.read(own) : Scenarios.file(settings.scenario());
        try {
            return TournamentSetup.of(
                    settings, Rules.of(scenario.scenario()), isOwn ? scenario.text() : "", bots, folder, keepsRunning);
        } catch (IllegalArgumentException wrong) {
            throw FaultException.usage(
                    UsageFault.unstarted("WRONG_USAGE", String.valueOf(wrong.getMessage()), "truce tournament --help"));
        }
    }

    /**
     * Starts each command whose options are set and asks whether they can be, so that it is known before any match is played.
     *
     * @throws FaultException if a command has no such option or that cannot have the value, or a model too small a budget, or something
     *     that is wanted lies in a jar that is not there
     */
    static void checkSettings(TournamentSetup setup) throws FaultException {
        columnFiles(setup.settings());
        try {
            setup.requireRoom();
        } catch (ModelFileException tooSmall) {
            throw BotOptions.refused("--bot", tooSmall.refusal());
        }
        for (BotName bot : setup.bots()) {
            BotOptions.checkSettings("--bot", bot, ChildLimits.USUAL);
        }
    }

    /**
     * Returns what writes files for programs that read by column; nothing if the tournament has none.
     *
     * @throws FaultException if it has some and the jar that writes them is not there
     */
    static Optional<ColumnFiles> columnFiles(TournamentSettings settings) throws FaultException {
        boolean isWanted = settings.tables().has(TableForm.PARQUET) || settings.records() == RecordChoice.PACKED;
        Optional<ColumnFiles> files = isWanted ? ColumnFiles.installed() : Optional.empty();
        if (isWanted && files.isEmpty()) {
            throw FaultException.usage(UsageFault.of(
                            "LAB_ABSENT",
                            Texts.of("fault.tournament.lab.absent"),
                            Texts.of("fault.unchanged.files"),
                            Texts.of("fault.tournament.lab.next"))
                    .about("--tables", "csv,jsonl"));
        }
        return files;
    }

    private static void requireTest(TournamentSettings settings) throws FaultException {
        if (settings.sprt().isEmpty()) {
            return;
        }
        if (!Sprt.isTest(settings.sprt())) {
            throw unusable(Texts.of("fault.sprt", settings.sprt()));
        }
        if (settings.bots().size() != 2 || settings.self()) {
            throw unusable(Texts.of("fault.sprt.two"));
        }
    }

    private static FaultException unusable(String what) {
        return FaultException.usage(UsageFault.unstarted("WRONG_USAGE", what, "truce tournament --help"));
    }
}
