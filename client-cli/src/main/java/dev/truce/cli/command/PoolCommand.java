package dev.truce.cli.command;

import dev.truce.cli.screen.StandingsBlock;
import dev.truce.cli.terminal.Printer;
import dev.truce.tournament.plan.Format;
import dev.truce.tournament.report.Row;
import dev.truce.tournament.result.FinalTables;
import dev.truce.tournament.result.ResultException;
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
    @Mixin
    private final Settings settings = new Settings();

    @Option(names = "--pairs", paramLabel = "N", descriptionKey = "option.tournament.pairs", defaultValue = "30")
    private int pairs;

    @Option(names = "--bots", paramLabel = "A,B", split = ",", descriptionKey = "option.pool.bots")
    private List<String> bots = new ArrayList<>();

    @Option(names = "--json", descriptionKey = "option.json")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("truce-pool");
        try {
            List<String> words = new ArrayList<>(List.of("--format", "rr", "--self", "--bot", "reference"));
            bots.forEach(bot -> words.addAll(List.of("--bot", bot)));
            words.addAll(List.of("--pairs", String.valueOf(pairs), "--seed", "5000", "--records", "none"));
            words.addAll(List.of("--parquet", "none", "--out", folder.toString()));
            int exit = TournamentCommand.quietly(words);
            if (exit == ExitCodes.OK) {
                tell(folder);
            }
            return exit;
        } finally {
            EmbeddedServer.delete(folder);
        }
    }

    private void tell(Path folder) throws IOException, ResultException {
        Printer printer = settings.printer(json);
        List<Row> standings = Row.read(folder, FinalTables.STANDINGS);
        if (json) {
            standings.forEach(row -> printer.raw(ReportCommand.json(FinalTables.STANDINGS, row)));
            return;
        }
        printer.lines(StandingsBlock.lines(Format.RR, standings, Row.read(folder, FinalTables.COMPARISONS)));
        printer.notes(StandingsBlock.warnings(standings));
    }
}
