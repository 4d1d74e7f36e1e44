package dev.truce.cli.tournament;

import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.Settings;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.text.Texts;
import dev.truce.tournament.report.ResultTopic;
import dev.truce.tournament.report.Results;
import dev.truce.tournament.report.TournamentReport;
import dev.truce.tournament.result.ResultException;
import dev.truce.tournament.result.RunCard;
import dev.truce.tournament.table.FilledTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code truce report DIR}: the results of a tournament as tables of text, and its page written again. */
@Command(name = "report")
public final class ReportCommand implements Callable<Integer> {
    @Mixin
    private final Settings settings = new Settings();

    @Parameters(paramLabel = "DIR", descriptionKey = "param.tournament")
    private Path folder = Path.of("");

    @Option(names = "--json", descriptionKey = "option.json")
    private boolean json;

    @Override
    public Integer call() throws FaultException {
        try {
            RunCard card = ResultFaults.finished(folder);
            Results results = Results.read(folder, card);
            Printer printer = settings.printer(json);
            ResultTopic topic = new ResultTopic(Texts.language());
            if (json) {
                results.tables().all().forEach(table -> json(table).forEach(printer::raw));
            } else {
                printer.lines(settings.look().lines(topic.page(results, folder)));
            }
            printer.notes(settings.look().lines(topic.warnings(results.standings())));
            TournamentReport.write(folder, results, Texts.language());
            return ExitCodes.OK;
        } catch (ResultException wrong) {
            throw ResultFaults.of(wrong);
        } catch (IOException broken) {
            throw ResultFaults.of(folder, broken);
        }
    }

    /** Returns the rows of a table as objects: as in the files of matches, with the name of the table as their type. */
    static Stream<String> json(FilledTable<?> table) {
        return table.json().map(row -> "{\"type\":\"" + table.table().name() + "\"," + row.substring(1));
    }
}
