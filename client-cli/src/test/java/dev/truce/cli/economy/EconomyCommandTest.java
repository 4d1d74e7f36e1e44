package dev.truce.cli.economy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.cli.FaultHandler;
import dev.truce.cli.text.Texts;
import dev.truce.engine.economy.Economy;
import dev.truce.engine.economy.QuarterPolicy;
import dev.truce.engine.economy.Region;
import dev.truce.engine.economy.Sector;
import dev.truce.engine.economy.StartPath;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.scenario.Scenarios;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class EconomyCommandTest {
    private static final Path DOCUMENTATION = Path.of("..", "docs", "look-up", "economy-command.md");

    @TempDir
    Path folder = Path.of("");

    record Run(int exit, String out, String err) {
        List<Map<String, String>> table() {
            List<String> lines = out.lines().toList();
            String[] header = lines.get(0).split(",", -1);
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",", -1);
                assertThat(cells).hasSameSizeAs(header);
                Map<String, String> row = new LinkedHashMap<>();
                for (int c = 0; c < header.length; c++) {
                    row.put(header[c], cells[c]);
                }
                rows.add(row);
            }
            return rows;
        }
    }

    @Test
    void holdingTheTruceGivesTheGoldenFigures() throws IOException {
        Run run = runTable("fent,recUS,k232,recCN,soy,ree,chip\n" + ".10,.10,1,.10,6.25,.85,.75\n".repeat(12));
        assertThat(run.exit).isZero();
        assertThat(run.err).isEmpty();
        List<Map<String, String>> rows = run.table();
        assertThat(rows).hasSize(12);
        // The first two rows of the golden file, as text.
        assertThat(rows.get(0))
                .containsEntry("quarter", "1")
                .containsEntry("RI_US", "-5.435288317168219E-4")
                .containsEntry("CPI_CN", "0.995300180191195")
                .containsEntry("soy_MMT", "6.154671643429365")
                .containsEntry("m_REE", "0.983")
                .containsEntry("m_CHIP", "1.0")
                .containsEntry("w_RW", "1.001655505549501");
        assertThat(rows.get(1)).containsEntry("quarter", "2").containsEntry("RI_US", "-5.767852580035315E-4");
    }

    @Test
    void missingColumnsMeanNoPolicy() throws IOException {
        Run run = runTable("chip\n1\n1\n", "--start", "2024");
        Map<String, String> row = run.table().get(1);
        assertThat(row)
                .containsEntry("RI_US", "0.0")
                .containsEntry("RI_CN", "0.0")
                .containsEntry("CPI_RW", "1.0");
        assertThat(row).containsEntry("w_CN", "1.0").containsEntry("T_RW", "0.0");
    }

    @Test
    void theStartDecidesWhereTheEconomyIs() throws IOException {
        Run busan = runTable("fent\n0\n");
        Run named = runTable("fent\n0\n", "--start", "busan");
        Run fresh = runTable("fent\n0\n", "--start", "2024");
        assertThat(busan.out).isEqualTo(named.out).isNotEqualTo(fresh.out);
    }

    @Test
    void everyColumnReachesTheEconomy() throws IOException {
        for (PolicyColumn column : PolicyColumn.ALL.values()) {
            String name = column.name();
            // A change from the default, large enough to be seen.
            String value = name.equals("ree") || name.equals("chip") ? "0" : name.equals("soy") ? "3" : "0.5";
            Run changed = runTable(name + "\n" + value + "\n");
            assertThat(changed.exit).as(name).isZero();
            assertThat(changed.out).as(name).isNotEqualTo(runTable("k232\n0\n").out);
        }
    }

    @Test
    void theScenarioGivesTheEconomyItsStartAndItsHash() throws IOException {
        String text = "soy,ree,chip\n0,.85,.75\n0,.85,.75\n";
        Run usual = runUsual(text);
        assertThat(usual.out).isEqualTo(runUsual(text, "--scenario", "busan-2025").out);
        assertThat(usual.table().get(1)).containsEntry("scenario", "busan-2025");
        assertThat(usual.table().get(1).get("hash"))
                .isEqualTo(Scenarios.busan2025().hash());
        for (String id : Scenarios.ids()) {
            Scenario scenario = Scenarios.named(id);
            Economy economy = new Economy(scenario.economy());
            economy.load(Rules.of(scenario).startEconomy());
            economy.step(new QuarterPolicy().soy(0).ree(.85).chip(.75));
            Map<String, String> first = runUsual(text, "--scenario", id).table().get(0);
            assertThat(Double.parseDouble(first.get("RI_US"))).as(id).isEqualTo(economy.realIncome(Region.US));
            assertThat(first).as(id).containsEntry("hash", scenario.hash());
        }
    }

    @Test
    void aDutyOnOneSectorReplacesTheLayers() throws IOException {
        Run run = runTable("fent,tU_ELC,tC_SOY,recCN,rowUS,iceCN\n.2,.6,.4,.1,.05,.02\n");
        Economy economy = new Economy();
        economy.load(StartPath.busan());
        economy.step(new QuarterPolicy()
                .layers(.2, 0, 0, .1)
                .usDuty(Sector.ELC, .6)
                .cnDuty(Sector.SOY, .4)
                .row(.05, 0)
                .ice(0, .02));
        Map<String, String> row = run.table().get(0);
        assertThat(Double.parseDouble(row.get("RI_US"))).isEqualTo(economy.realIncome(Region.US));
        assertThat(Double.parseDouble(row.get("T_CN"))).isEqualTo(economy.tariffRevenue(Region.CN));
        assertThat(Double.parseDouble(row.get("R_CN_ELC"))).isEqualTo(economy.output(Region.CN, Sector.ELC));
        assertThat(Double.parseDouble(row.get("X_US_CN_ELC")))
                .isEqualTo(economy.flow(Region.US, Region.CN, Sector.ELC));
        assertThat(Double.parseDouble(row.get("X_CN_US_SOY")))
                .isEqualTo(economy.flow(Region.CN, Region.US, Sector.SOY));
    }

    @Test
    void spreadsheetHabitsAreAccepted() throws IOException {
        String plain = "fent,soy\n.1,-1\n.2,1e0\n";
        String spreadsheet = "\uFEFF\"fent\", soy \r\n\r\n+0.10,\"-1\"\r\n 2E-1 ,1.\r\n\r\n";
        assertThat(runTable(spreadsheet).out).isEqualTo(runTable(plain).out);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '#', textBlock = """
            EMPTY_TABLE      | ##                          | the policy table is empty                                 | header
            EMPTY_TABLE      | #~~~#                       | the policy table is empty                                 | header
            EMPTY_TABLE      | fent,recUS~                 | a header and no row                                       | a row for each quarter
            UNKNOWN_COLUMN   | fent,tariff~0,0             | line 1, `tariff` is not a column                             | fent recUS
            UNKNOWN_COLUMN   | Fent~0                      | line 1, `Fent` is not a column                               | `fent`
            UNKNOWN_COLUMN   | quarter,fent~1,0            | line 1, `quarter` is not a column                            | numbered from 1
            UNKNOWN_COLUMN   | tU_SVC~0                    | `tU_SVC`                                                  | tU_SOY..tU_CON
            UNKNOWN_COLUMN   | fent,~0,0                   | line 1, `` is not a column                                   | remove it
            DUPLICATE_COLUMN | fent,soy,fent~0,0,0         | line 1, column fent appears twice                         | remove one
            RAGGED_ROW       | fent,soy~0,0~0              | line 3 has 1 cells, the header 2                          | decimal point
            RAGGED_ROW       | fent,soy~0,0~~0,1,0         | line 4 has 3 cells, the header 2                          | decimal point
            NOT_A_NUMBER     | fent,soy~0,0~high,0         | line 3, column fent: `high` is not a number                  | from 0.0 to 100.0
            NOT_A_NUMBER     | fent~NaN                    | line 2, column fent: `NaN` is not a number                   | from 0.0 to 100.0
            NOT_A_NUMBER     | fent~Infinity               | line 2, column fent: `Infinity`                           | from 0.0 to 100.0
            NOT_A_NUMBER     | fent~0x1p3                  | line 2, column fent: `0x1p3`                              | from 0.0 to 100.0
            NOT_A_NUMBER     | fent~1d                     | line 2, column fent: `1d`                                 | from 0.0 to 100.0
            NOT_A_NUMBER     | fent~10%                    | line 2, column fent: `10%`                                | from 0.0 to 100.0
            NOT_A_NUMBER     | fent~"0,1"                  | line 2, column fent: `0,1`                                | from 0.0 to 100.0
            NOT_A_NUMBER     | fent,ree~0,                 | line 2, column ree: the cell is empty                     | such as 0.85
            OUT_OF_RANGE     | fent~-0.1                   | line 2, column fent: `-0.1` is out of range               | from 0.0 to 100.0
            OUT_OF_RANGE     | fent~101                    | line 2, column fent: `101` is out of range                | from 0.0 to 100.0
            OUT_OF_RANGE     | fent~1e999                  | line 2, column fent: `1e999` is out of range              | from 0.0 to 100.0
            OUT_OF_RANGE     | ree~85                      | line 2, column ree: `85` is out of range                  | from 0.0 to 1.0, such as 0.85
            OUT_OF_RANGE     | iceUS~1.5                   | line 2, column iceUS: `1.5` is out of range               | from 0.0 to 1.0
            OUT_OF_RANGE     | soy~5000                    | line 2, column soy: `5000` is out of range                | from -1000.0 to 1000.0
            OUT_OF_RANGE     | tC_SOY~-.03                 | line 2, column tC_SOY: `-.03` is out of range             | from 0.0 to 100.0
            MALFORMED_CSV    | fent~"0                     | quotes                                                    | plain numbers
            MALFORMED_CSV    | fent~"0"1                   | quotes                                                    | plain numbers
            """)
    void aWrongTableIsRefusedWithItsPlaceAndARemedy(String code, String text, String happened, String next)
            throws IOException {
        Path out = folder.resolve("out.csv");
        Files.writeString(out, "old");
        Run run = runTable(text.replace("~", "\n"), "--out", out.toString());
        assertThat(run.exit).isEqualTo(1);
        assertThat(run.out).isEmpty();
        List<String> lines = run.err.lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).startsWith("error " + code + ": ").contains(happened);
        assertThat(lines.get(1)).isEqualTo("  unchanged: " + out);
        assertThat(lines.get(2)).startsWith("  next: ").contains(next);
        assertThat(out).hasContent("old");
        assertThat(files()).containsExactlyInAnyOrder("out.csv", "policy.csv");
    }

    @Test
    void aMissingFileIsRefused() {
        Run run = run("--policy", folder.resolve("none.csv").toString());
        assertThat(run.exit).isEqualTo(1);
        assertThat(run.err)
                .startsWith("error POLICY_UNREADABLE: there is no file ")
                .contains("  unchanged: " + Texts.of("economy.unchanged") + "\n");
    }

    @Test
    void aFileThatIsNoTextIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("policy.csv"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        assertThat(run("--policy", file.toString()).err)
                .startsWith("error POLICY_UNREADABLE: ")
                .contains("UTF-8");
    }

    @Test
    void aFolderIsRefused() {
        assertThat(run("--policy", folder.toString()).err).startsWith("error POLICY_UNREADABLE: ");
    }

    @Test
    void controlCharactersOfAFileNeverReachTheTerminal() throws IOException {
        Run run = runTable("fent\n\u001b[2J" + "x".repeat(100) + "\n");
        assertThat(run.err).contains("`?[2J").contains("...`").doesNotContain("\u001b");
    }

    @Test
    void moreQuartersThanAnyUseAreRefused() throws IOException {
        String text = "fent\n" + "0\n".repeat(PolicyTableReader.MAX_QUARTERS + 1);
        assertThat(runTable(text).err).startsWith("error TABLE_TOO_LARGE: line 100002");
    }

    @Test
    void theOutputIsTheSameTextAsOnStandardOutput() throws IOException {
        String text = "fent,soy\n.1,-1\n.2,3\n";
        Path out = folder.resolve("out.csv");
        Run run = runTable(text, "--out", out.toString());
        assertThat(run.exit).isZero();
        assertThat(run.out).isEmpty();
        assertThat(Files.readString(out)).isEqualTo(runTable(text).out);
        assertThat(files()).containsExactlyInAnyOrder("out.csv", "policy.csv");
    }

    @Test
    void anOutputThatCannotBeWrittenIsRefused() throws IOException {
        Run missing =
                runTable("fent\n0\n", "--out", folder.resolve("no/such/out.csv").toString());
        assertThat(missing.exit).isEqualTo(1);
        assertThat(missing.err).startsWith("error OUTPUT_FAILED: ");
        Run directory = runTable("fent\n0\n", "--out", folder.toString());
        assertThat(directory.err).startsWith("error OUTPUT_FAILED: ").contains("not a regular file");
    }

    @Test
    void thePolicyTableIsNeverOverwritten() throws IOException {
        Path policy = folder.resolve("policy.csv");
        Run run = runTable(
                "fent\n0\n", "--out", folder.resolve(".").resolve("policy.csv").toString());
        assertThat(run.exit).isEqualTo(1);
        assertThat(run.err).startsWith("error OUTPUT_IS_INPUT: ");
        assertThat(policy).hasContent("fent\n0\n");
    }

    @Test
    void resultsThatWereCutShortAreNoSuccess() throws IOException {
        Path file = Files.writeString(folder.resolve("policy.csv"), "fent\n0\n");
        Writer full = new Writer() {
            @Override
            public void write(char[] buffer, int from, int count) throws IOException {
                throw new IOException("disk full");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        StringWriter err = new StringWriter();
        int exit = new CommandLine(new EconomyCommand())
                .setOut(new PrintWriter(full, true))
                .setErr(new PrintWriter(err, true))
                .execute("--policy", file.toString());
        assertThat(exit).isEqualTo(1);
        assertThat(err.toString()).startsWith("error OUTPUT_FAILED: ");
    }

    @Test
    void theExampleOfTheDocumentationIsWhatTheCommandWrites() throws IOException {
        List<String> shown = Files.readString(DOCUMENTATION)
                .lines()
                .filter(line -> line.matches("    ([a-zA-Z]+,|\\d).*"))
                .map(String::strip)
                .toList();
        int results = shown.indexOf("quarter,RI_US,RI_CN,m_REE,soy_MMT,X_US_CN_MCH,X_CN_US_SEM");
        List<Map<String, String>> rows =
                runUsual(String.join("\n", shown.subList(0, results))).table();
        List<String> columns = List.of(shown.get(results).split(",", -1));
        List<String> actual = rows.stream()
                .map(row -> columns.stream().map(row::get).collect(Collectors.joining(",")))
                .toList();
        assertThat(actual).hasSize(results - 1).isEqualTo(shown.subList(results + 1, shown.size()));
    }

    @Test
    void wrongUsageExitsWithTwo() throws IOException {
        assertThat(run().exit).isEqualTo(2);
        assertThat(run("--validate", "--policy", "policy.csv").exit).isEqualTo(2);
        assertThat(runTable("fent\n0\n", "--start", "2025").exit).isEqualTo(2);
        assertThat(runTable("fent\n0\n", "--begin").exit).isEqualTo(2);
    }

    @Test
    void everyColumnIsInTheDictionaryOfTheDocumentation() throws IOException {
        String text = Files.readString(DOCUMENTATION);
        Stream<String> outputs = Stream.of(
                        List.of(QuarterTable.QUARTER), QuarterTable.COLUMNS.keySet(), QuarterTable.ORIGIN)
                .flatMap(Collection::stream);
        Stream<String> names = Stream.concat(PolicyColumn.ALL.keySet().stream(), outputs);
        assertThat(names.map(EconomyCommandTest::dictionaryEntry)
                        .distinct()
                        .filter(entry -> !text.contains("| " + entry)))
                .isEmpty();
        assertThat(Arrays.stream(PolicyFault.Code.values()).filter(code -> !text.contains("| `" + code + "` |")))
                .isEmpty();
    }

    /** Columns of the same kind share an entry. */
    private static String dictionaryEntry(String column) {
        String sectors = "(SOY|AGF|ENE|CHM|MET|MCH|ELC|SEM|VEH|CON|SVC)";
        String regions = "(US|CN|RW)";
        return "`"
                + column.replaceFirst("^t([UC])_" + sectors + "$", "t$1_SECTOR")
                        .replaceFirst("^R_" + regions + "_" + sectors + "$", "R_REGION_SECTOR")
                        .replaceFirst(
                                "^X_" + regions + "_" + regions + "_" + sectors + "$", "X_IMPORTER_EXPORTER_SECTOR")
                        .replaceFirst("^(RI|CPI|w|T)_" + regions + "$", "$1_REGION")
                + "`";
    }

    /** The figures of this test are those of the first ruleset. */
    private Run runTable(String text, String... more) throws IOException {
        List<String> args = new ArrayList<>(List.of(more));
        if (!args.contains("--scenario")) {
            args.addAll(List.of("--scenario", "busan-2025-r1"));
        }
        return runUsual(text, args.toArray(String[]::new));
    }

    private Run runUsual(String text, String... more) throws IOException {
        Path file = folder.resolve("policy.csv");
        Files.writeString(file, text, StandardCharsets.UTF_8);
        List<String> args = new ArrayList<>(List.of("--policy", file.toString()));
        args.addAll(Arrays.asList(more));
        return run(args.toArray(String[]::new));
    }

    private static Run run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = new CommandLine(new EconomyCommand())
                .setExecutionExceptionHandler(new FaultHandler())
                .setParameterExceptionHandler(new FaultHandler())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
        return new Run(exit, out.toString(), err.toString());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> String.valueOf(f.getFileName())).toList();
        }
    }
}
