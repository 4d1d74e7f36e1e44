package dev.truce.cli.tournament;

import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.Settings;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.tournament.oracle.OracleFolder;
import dev.truce.tournament.report.ResultTopic;
import dev.truce.tournament.report.Results;
import dev.truce.tournament.report.TournamentReport;
import dev.truce.tournament.result.ResultException;
import dev.truce.tournament.result.RunCard;
import dev.truce.tournament.row.OracleRow;
import dev.truce.tournament.table.FilledTable;
import dev.truce.tournament.table.ResultTable;
import dev.truce.tournament.table.RowText;
import dev.truce.tournament.table.TableRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    @Option(names = "--oracle", paramLabel = "DIR", descriptionKey = "option.report.oracle")
    private List<Path> oracles = new ArrayList<>();

    @Option(names = "--json", descriptionKey = "option.json")
    private boolean json;

    @Override
    public Integer call() throws FaultException {
        try {
            RunCard card = ResultFaults.whole(folder);
            Results results = Results.read(folder, card);
            Printer printer = settings.printer(json);
            ResultTopic topic = new ResultTopic(Texts.language());
            List<OracleFolder> searched = searched(card);
            if (json) {
                results.tables().all().forEach(table -> json(table).forEach(printer::raw));
                searched.forEach(one -> json(OracleRow.TABLE, one.cells()).forEach(printer::raw));
            } else {
                printer.lines(settings.look().lines(topic.page(results, folder)));
                if (!searched.isEmpty()) {
                    List<TableRow> rows = searched.stream()
                            .flatMap(one -> one.rows().stream())
                            .toList();
                    printer.lines(settings.look().lines(topic.exploited(results.standings(), rows)));
                }
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

    /** Reads the searches that are told beside the scores; they have to be of the scenario that was played. */
    private List<OracleFolder> searched(RunCard card) throws FaultException, IOException, ResultException {
        List<OracleFolder> searched = new ArrayList<>();
        for (Path oracle : oracles) {
            OracleFolder one = OracleFolder.read(oracle);
            if (!one.scenarioHash().equals(card.rulesStamp().scenarioSha256())) {
                throw FaultException.failed(UsageFault.of(
                                "OTHER_SCENARIO",
                                Texts.of("fault.report.oracle", oracle, folder),
                                Texts.of("fault.unchanged.files"),
                                "truce oracle --scenario " + card.rulesStamp().scenario())
                        .about("--oracle", ""));
            }
            searched.add(one);
        }
        return searched;
    }

    /** Returns rows of a file as objects, in the same way. */
    static <T> Stream<String> json(ResultTable<T> table, List<List<String>> rows) {
        RowText<T> text = new RowText<>(table);
        rows.forEach(text::copy);
        return new String(text.takeJson(), StandardCharsets.UTF_8).lines().map(row -> typed(table, row));
    }

    private static String typed(ResultTable<?> table, String row) {
        return "{\"type\":\"" + table.name() + "\"," + row.substring(1);
    }

    /** Returns the rows of a table as objects: as in the files of matches, with the name of the table as their type. */
    static Stream<String> json(FilledTable<?> table) {
        return table.json().map(row -> typed(table.table(), row));
    }
}
