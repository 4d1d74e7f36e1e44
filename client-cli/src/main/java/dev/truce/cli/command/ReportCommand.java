package dev.truce.cli.command;

import dev.truce.cli.screen.ReportBlocks;
import dev.truce.cli.screen.StandingsBlock;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.text.Texts;
import dev.truce.engine.text.TextWidth;
import dev.truce.tournament.report.Results;
import dev.truce.tournament.report.Row;
import dev.truce.tournament.report.TournamentReport;
import dev.truce.tournament.result.ResultException;
import dev.truce.tournament.result.ResultTable;
import dev.truce.tournament.result.RunCard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
            if (json) {
                results.tables().forEach((table, rows) -> rows.forEach(row -> printer.raw(json(table, row))));
            } else {
                printer.lines(lines(results));
            }
            printer.notes(StandingsBlock.warnings(results.standings()));
            TournamentReport.write(folder, results);
            return ExitCodes.OK;
        } catch (ResultException wrong) {
            throw ResultFaults.of(wrong);
        } catch (IOException broken) {
            throw ResultFaults.of(folder, broken);
        }
    }

    /** Returns a row as an object: as in the files of matches, with the name of its table as its type. */
    static String json(ResultTable table, Row row) {
        StringBuilder text = new StringBuilder();
        table.json(List.copyOf(row.cells().values()), text);
        return "{\"type\":\"" + table.name() + "\"," + text.substring(1).stripTrailing();
    }

    private List<String> lines(Results results) {
        RunCard card = results.card();
        List<String> lines = new ArrayList<>();
        lines.addAll(TextWidth.wrap(
                "",
                Texts.of(
                        "report.head",
                        card.settings().format().word(),
                        card.names().size(),
                        card.settings().pairs(),
                        2L * card.played(),
                        card.settings().seed(),
                        card.rulesStamp().scenario(),
                        card.rulesStamp().ruleset())));
        lines.add("");
        lines.addAll(StandingsBlock.lines(card.settings().format(), results.standings(), results.comparisons()));
        lines.addAll(ReportBlocks.lines(results));
        lines.add("");
        lines.addAll(TextWidth.wrap("", Texts.of("report.page", folder.resolve(TournamentReport.PAGE))));
        return lines;
    }
}
