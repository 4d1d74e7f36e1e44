package dev.truce.cli.tournament;

import dev.truce.bot.line.IdleBots;
import dev.truce.bots.response.Response;
import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.AtomicFile;
import dev.truce.cli.option.NamedScenario;
import dev.truce.cli.option.ScenarioOption;
import dev.truce.cli.option.Settings;
import dev.truce.cli.option.WholeNumber;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.Rules;
import dev.truce.engine.text.TextWidth;
import dev.truce.tournament.oracle.LabTrials;
import dev.truce.tournament.oracle.Oracle;
import dev.truce.tournament.oracle.OracleFolder;
import dev.truce.tournament.oracle.OracleSettings;
import dev.truce.tournament.row.OracleRow;
import dev.truce.tournament.table.FilledTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code truce oracle}: looks for the best response to a bot or a mixture of bots, and writes it to a file. */
@Command(name = "oracle")
public final class OracleCommand implements Callable<Integer> {
    private static final int LONGEST_NAME = 32;

    @Mixin
    private final Settings settings = new Settings();

    @Option(
            names = "--against",
            paramLabel = "BOT[,BOT:WEIGHT...]",
            required = true,
            descriptionKey = "option.oracle.against")
    private String against = "";

    @Option(names = "--seat", paramLabel = "us|cn", required = true, descriptionKey = "option.oracle.seat")
    private @Nullable Side seat;

    @Option(
            names = "--by",
            paramLabel = "table|search|ppo",
            defaultValue = "table",
            descriptionKey = "option.oracle.by")
    private Searched by = Searched.TABLE;

    @Option(
            names = "--budget",
            paramLabel = "N",
            defaultValue = "4000",
            descriptionKey = "option.oracle.budget",
            converter = WholeNumber.Budget.class)
    private int budget;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            descriptionKey = "option.oracle.seed",
            converter = WholeNumber.SearchSeed.class)
    private int seed;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            descriptionKey = "option.oracle.threads",
            converter = WholeNumber.Threads.class)
    private int threads;

    @Mixin
    private final ScenarioOption scenario = new ScenarioOption();

    @Option(names = "--out", paramLabel = "DIR", required = true, descriptionKey = "option.oracle.out")
    private Path out = Path.of("");

    @Option(names = "--json", descriptionKey = "option.json")
    private boolean json;

    /** What can be asked for. */
    enum Searched {
        TABLE,
        SEARCH,
        PPO
    }

    @Override
    public Integer call() throws FaultException, InterruptedException {
        if (by == Searched.PPO) {
            throw FaultException.usage(UsageFault.unstarted("PPO_ELSEWHERE", Texts.of("fault.oracle.ppo"), "--by table")
                    .about("--by", "table search"));
        }
        Side responds = seat == null ? Side.US : seat;
        OracleSettings wanted = new OracleSettings(
                responds,
                by == Searched.TABLE ? OracleSettings.By.TABLE : OracleSettings.By.SEARCH,
                budget,
                seed,
                OracleSettings.Counts.USUAL);
        try (IdleBots idle = new IdleBots();
                LabTrials trials = new LabTrials(Rules.of(scenario.scenario()), threads)) {
            AgainstOption named = AgainstOption.of(against, idle);
            begin();
            Printer printer = settings.printer(json);
            Oracle oracle = new Oracle(trials, wanted);
            Oracle.Found found = oracle.against(named.mixture(), new Progress(printer, trials));
            List<OracleRow> rows = oracle.measured(found, named.mixture(), named.names());
            Response signed = oracle.signed(found, name(named, responds), command(responds), against.strip());
            AtomicFile.write(out.resolve(OracleFolder.POLICY), signed.text(), "--out DIR");
            FilledTable<OracleRow> table = new FilledTable<>(OracleRow.TABLE, rows);
            AtomicFile.write(out.resolve(OracleRow.TABLE.file()), table.csv(), "--out DIR");
            tell(printer, table);
        }
        return ExitCodes.OK;
    }

    private void begin() throws FaultException {
        if (Files.exists(out.resolve(OracleRow.TABLE.file()))) {
            throw FaultException.usage(UsageFault.of(
                            "FOLDER_IN_USE",
                            Texts.of("fault.tournament.folder", out),
                            Texts.of("fault.unchanged.files"),
                            "--out " + out + "-2")
                    .about("--out", ""));
        }
        try {
            Files.createDirectories(out);
        } catch (IOException broken) {
            throw ResultFaults.of(out, broken);
        }
    }

    private static String name(AgainstOption named, Side seat) {
        String name = "oracle-" + seat.word() + "-" + named.names().get(0);
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    /** Returns what to type for the same files; the number of threads makes no difference. */
    private String command(Side responds) {
        String command = "truce oracle --against " + against.strip() + " --seat " + responds.word() + " --by "
                + by.name().toLowerCase(Locale.ROOT) + " --budget " + budget + " --seed " + seed;
        String named = scenario.named().named();
        return named.equals(NamedScenario.USUAL) ? command : command + " --scenario " + named;
    }

    private void tell(Printer printer, FilledTable<OracleRow> table) {
        if (json) {
            ReportCommand.json(table).forEach(printer::raw);
            return;
        }
        List<String> lines = new ArrayList<>();
        for (OracleRow row : table.rows()) {
            boolean mixture = row.against().equals(OracleRow.MIXTURE);
            lines.addAll(TextWidth.wrap(
                    "",
                    Texts.of(
                            "oracle.row",
                            Texts.of("side." + row.seat().name()),
                            row.found(),
                            mixture ? Texts.of("oracle.mixture") : row.against(),
                            row.self(),
                            row.gain().mean(),
                            row.gain().low(),
                            row.gain().high())));
        }
        lines.addAll(TextWidth.wrap("", Texts.of("oracle.bound")));
        lines.add(Texts.of("oracle.written", AtomicFile.shown(out.resolve(OracleFolder.POLICY))));
        printer.lines(lines);
    }

    /** Tells on standard error how much of the budget is played. */
    private final class Progress implements Runnable {
        private static final int PARTS = 10;

        private final Printer printer;
        private final LabTrials trials;
        private long told;

        Progress(Printer printer, LabTrials trials) {
            this.printer = printer;
            this.trials = trials;
        }

        @Override
        public void run() {
            long part = Math.min(PARTS, trials.played() * PARTS / budget);
            if (!json && part > told) {
                told = part;
                printer.notes(List.of(Texts.of("oracle.progress", part * (100 / PARTS))));
            }
        }
    }
}
