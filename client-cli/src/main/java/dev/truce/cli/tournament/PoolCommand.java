package dev.truce.cli.tournament;

import dev.truce.bots.Roster;
import dev.truce.cli.connect.EmbeddedServer;
import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.ScenarioOption;
import dev.truce.cli.option.Settings;
import dev.truce.cli.option.WholeNumber;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.text.Texts;
import dev.truce.engine.round.Rules;
import dev.truce.story.page.Page;
import dev.truce.tournament.attack.AttackStudy;
import dev.truce.tournament.attack.Attackers;
import dev.truce.tournament.plan.Format;
import dev.truce.tournament.report.ResultTopic;
import dev.truce.tournament.result.Reckoning;
import dev.truce.tournament.result.ResultException;
import dev.truce.tournament.result.RunCard;
import dev.truce.tournament.row.AttackRow;
import dev.truce.tournament.row.ComparisonRow;
import dev.truce.tournament.row.StandingRow;
import dev.truce.tournament.table.FilledTable;
import dev.truce.tournament.table.TableRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code truce pool}: a tournament of the reference pool, and of bots that one names, of which only the standings are kept. */
@Command(name = "pool")
public final class PoolCommand implements Callable<Integer> {
    /** Seeds by which no attacker and no bot was chosen. */
    private static final long ATTACK_SEED = 1_020_000;

    @Mixin
    private final Settings settings = new Settings();

    @Option(
            names = "--pairs",
            paramLabel = "N",
            descriptionKey = "option.tournament.pairs",
            defaultValue = "30",
            converter = WholeNumber.Pairs.class)
    private int pairs;

    @Option(names = "--bots", paramLabel = "A,B", split = ",", descriptionKey = "option.pool.bots")
    private List<String> bots = new ArrayList<>();

    @Option(names = "--attack", descriptionKey = "option.pool.attack")
    private boolean attack;

    @Mixin
    private final ScenarioOption scenario = new ScenarioOption();

    @Option(names = "--json", descriptionKey = "option.json")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        if (attack) {
            tellAttacks();
            return ExitCodes.OK;
        }
        Path folder = Files.createTempDirectory("truce-pool");
        try {
            List<String> words = new ArrayList<>(List.of("--format", "rr", "--self", "--bot", "reference"));
            bots.forEach(bot -> words.addAll(List.of("--bot", bot)));
            words.addAll(List.of("--scenario", scenario.named().named()));
            words.addAll(List.of("--pairs", String.valueOf(pairs), "--seed", "5000", "--records", "none"));
            words.addAll(List.of("--tables", "csv,jsonl", "--out", folder.toString()));
            int exit = TournamentCommand.quietly(words);
            if (exit == ExitCodes.OK) {
                tell(folder);
            }
            return exit;
        } finally {
            EmbeddedServer.delete(folder);
        }
    }

    /** Every attacker plays the strongest bots from both seats, on as many seeds as there are pairs. */
    private void tellAttacks() {
        Printer printer = settings.printer(json);
        Rules rules = Rules.of(scenario.scenario());
        AttackStudy study = new AttackStudy(rules, Roster.pool(), ATTACK_SEED, pairs);
        List<AttackRow> rows = new ArrayList<>();
        for (String victim : Attackers.VICTIMS) {
            rows.addAll(study.against(victim, Attackers.all()));
        }
        FilledTable<AttackRow> table = new FilledTable<>(AttackRow.TABLE, rows);
        if (json) {
            ReportCommand.json(table).forEach(printer::raw);
            return;
        }
        printer.lines(
                settings.look().lines(new ResultTopic(Texts.language()).attacks(AttackRow.TABLE.shown(table.rows()))));
    }

    private void tell(Path folder) throws FaultException, IOException, ResultException {
        Printer printer = settings.printer(json);
        RunCard card = ResultFaults.finished(folder);
        Reckoning reckoning = Reckoning.of(folder, card.names(), card.settings());
        FilledTable<StandingRow> table = new FilledTable<>(StandingRow.TABLE, reckoning.standings());
        if (json) {
            ReportCommand.json(table).forEach(printer::raw);
            return;
        }
        List<TableRow> standings = StandingRow.TABLE.shown(table.rows());
        ResultTopic topic = new ResultTopic(Texts.language());
        Page page = topic.standings(Format.RR, standings, ComparisonRow.TABLE.shown(reckoning.comparisons()));
        printer.lines(settings.look().lines(page));
        printer.notes(settings.look().lines(topic.warnings(standings)));
    }
}
