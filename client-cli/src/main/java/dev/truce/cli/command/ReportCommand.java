package dev.truce.cli.command;

import dev.truce.cli.screen.ReportBlocks;
import dev.truce.cli.screen.StandingsBlock;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.text.Columns;
import dev.truce.cli.text.Texts;
import dev.truce.tournament.report.Results;
import dev.truce.tournament.report.TournamentReport;
import dev.truce.tournament.result.ResultException;
import dev.truce.tournament.result.RunCard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code truce report DIR}: the results of a tournament as tables of text, and its page and pictures anew. */
@Command(name = "report")
public final class ReportCommand implements Callable<Integer> {
    @Mixin
    private final Settings settings = new Settings();

    @Parameters(paramLabel = "DIR", descriptionKey = "param.tournament")
    private Path folder = Path.of("");

    @Override
    public Integer call() throws FaultException {
        try {
            RunCard card = ResultFaults.finished(folder);
            Results results = Results.read(folder, card);
            Printer printer = settings.printer(false);
            printer.lines(lines(results));
            printer.notes(StandingsBlock.warnings(results.standings()));
            printer.notes(WrittenReport.write(folder, results));
            return ExitCodes.OK;
        } catch (ResultException wrong) {
            throw ResultFaults.of(wrong);
        } catch (IOException broken) {
            throw ResultFaults.of(folder, broken);
        }
    }

    private List<String> lines(Results results) {
        RunCard card = results.card();
        List<String> lines = new ArrayList<>();
        lines.addAll(Columns.wrap(
                "",
                Texts.of(
                        "report.head",
                        card.settings().format().word(),
                        card.names().size(),
                        card.settings().pairs(),
                        2L * card.played(),
                        card.settings().seed(),
                        card.edition().scenario(),
                        card.edition().ruleset())));
        lines.add("");
        lines.addAll(StandingsBlock.lines(results.standings(), results.comparisons()));
        lines.addAll(ReportBlocks.lines(results));
        lines.add("");
        lines.addAll(Columns.wrap("", Texts.of("report.page", folder.resolve(TournamentReport.PAGE))));
        return lines;
    }
}
