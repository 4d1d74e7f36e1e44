package dev.truce.cli.command;

import dev.truce.cli.screen.StandingsBlock;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.text.Columns;
import dev.truce.cli.text.Texts;
import dev.truce.tournament.result.FinalTables;
import dev.truce.tournament.result.ResultException;
import dev.truce.tournament.result.RunCard;
import dev.truce.tournament.result.TableReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code truce report DIR}: the results of a tournament as tables of text. */
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
            Printer printer = settings.printer(false);
            printer.lines(lines(folder, card));
            printer.notes(StandingsBlock.warnings(TableReader.read(folder, FinalTables.STANDINGS)));
            return ExitCodes.OK;
        } catch (ResultException wrong) {
            throw ResultFaults.of(wrong);
        } catch (IOException broken) {
            throw ResultFaults.of(folder, broken);
        }
    }

    private static List<String> lines(Path folder, RunCard card) throws IOException, ResultException {
        List<Map<String, String>> standings = TableReader.read(folder, FinalTables.STANDINGS);
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
        lines.addAll(StandingsBlock.lines(standings, TableReader.read(folder, FinalTables.COMPARISONS)));
        lines.add("");
        lines.addAll(StandingsBlock.cross(standings, TableReader.read(folder, FinalTables.CROSSTABLE)));
        return lines;
    }
}
