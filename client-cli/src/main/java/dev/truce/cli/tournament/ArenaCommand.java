package dev.truce.cli.tournament;

import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.Settings;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.tournament.report.ResultTopic;
import dev.truce.tournament.result.Reckoning;
import dev.truce.tournament.result.ResultException;
import dev.truce.tournament.result.RunCard;
import dev.truce.tournament.result.TournamentTables;
import dev.truce.tournament.row.ArenaRow;
import dev.truce.tournament.row.StandingRow;
import dev.truce.tournament.table.FilledTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code truce arena DIR}: the tiers of a tournament in which models play. */
@Command(name = "arena")
public final class ArenaCommand implements Callable<Integer> {
    @Mixin
    private final Settings settings = new Settings();

    @Parameters(paramLabel = "DIR", descriptionKey = "param.tournament")
    private Path folder = Path.of("");

    @Option(names = "--json", descriptionKey = "option.json")
    private boolean json;

    @Override
    public Integer call() throws FaultException {
        try {
            RunCard card = ResultFaults.whole(folder);
            if (!card.settings().hasModel()) {
                throw FaultException.failed(UsageFault.of(
                        "NO_MODEL",
                        Texts.of("fault.arena.none", folder),
                        Texts.of("fault.unchanged.files"),
                        "truce report " + folder));
            }
            TournamentTables tables =
                    Reckoning.of(folder, card.names(), card.settings()).tables();
            Printer printer = settings.printer(json);
            ResultTopic topic = new ResultTopic(Texts.language());
            if (json) {
                ReportCommand.json(new FilledTable<>(ArenaRow.TABLE, tables.arena()))
                        .forEach(printer::raw);
            } else {
                printer.lines(settings.look().lines(topic.arena(ArenaRow.TABLE.shown(tables.arena()))));
            }
            printer.notes(settings.look().lines(topic.warnings(StandingRow.TABLE.shown(tables.standings()))));
            return ExitCodes.OK;
        } catch (ResultException wrong) {
            throw ResultFaults.of(wrong);
        } catch (IOException broken) {
            throw ResultFaults.of(folder, broken);
        }
    }
}
