package dev.truce.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.bots.Roster;
import dev.truce.engine.round.Rules;
import dev.truce.scenario.Scenarios;
import dev.truce.tournament.plan.Format;
import dev.truce.tournament.plan.TournamentPart;
import dev.truce.tournament.result.LocalPairPlayers;
import dev.truce.tournament.result.PairFiles;
import dev.truce.tournament.result.PairMaker;
import dev.truce.tournament.result.PairPlayers;
import dev.truce.tournament.result.RecordChoice;
import dev.truce.tournament.result.ResultException;
import dev.truce.tournament.result.TableChoice;
import dev.truce.tournament.result.TableLines;
import dev.truce.tournament.result.TournamentRun;
import dev.truce.tournament.result.TournamentSettings;
import dev.truce.tournament.row.MatchRow;
import dev.truce.tournament.row.MoveRow;
import dev.truce.tournament.run.Contestant;
import dev.truce.tournament.table.Column;
import dev.truce.tournament.table.ResultTable;
import dev.truce.tournament.table.RowText;
import dev.truce.tournament.table.TableForm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The three forms of the large files say the same, by the word of a program that reads all of them. */
class ParquetFilesTest {
    private static final TournamentSettings SETTINGS = settings(TableForm.values());

    private static Connection duckdb;

    private final ParquetFiles files = new ParquetFiles();

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void open() throws SQLException {
        duckdb = DriverManager.getConnection("jdbc:duckdb:");
    }

    @AfterAll
    static void close() throws SQLException {
        duckdb.close();
    }

    private static TournamentSettings settings(TableForm... forms) {
        List<String> names = List.of("tft", "random", "negotiator");
        return new TournamentSettings(
                names,
                Format.RR,
                2,
                true,
                7,
                "class-8",
                10_000,
                RecordChoice.NONE,
                TableChoice.of(forms),
                0,
                "",
                false,
                TournamentPart.WHOLE);
    }

    /** Rows of every table: formulas, quotes, Chinese, empty cells, whole numbers of 64 bits, and many decimals. */
    private void write(int rows) throws IOException {
        for (ResultTable<?> table : PairFiles.TABLES) {
            RowText<?> text = new RowText<>(table);
            for (int row = 0; row < rows; row++) {
                List<String> cells = new ArrayList<>();
                for (Column<?> column : table.columns()) {
                    cells.add(cell(column.type(), row, cells.size()));
                }
                text.copy(cells);
            }
            String csv = table.header() + new String(text.takeCsv(), StandardCharsets.UTF_8);
            Files.writeString(folder.resolve(table.file()), csv);
            Files.write(folder.resolve(table.name() + ".jsonl"), text.takeJson());
        }
    }

    private static String cell(Column.Type type, int row, int column) {
        if (column == 0) {
            return Integer.toString(row / 2);
        }
        if ((row + column) % 7 == 3) {
            return "";
        }
        return switch (type) {
            case TEXT ->
                switch ((row + column) % 6) {
                    case 0 -> "=1+1";
                    case 1 -> "'quoted'";
                    case 2 -> "a \"b\", c";
                    case 3 -> "第二组 \uD83D\uDE00";
                    case 4 -> "-5";
                    default -> "row " + row;
                };
            case WHOLE -> Long.toString(row % 5 == 0 ? Long.MAX_VALUE / 1000 - row : row - 3L);
            case DECIMAL -> (row % 2 == 0 ? "-" : "") + row + "." + (100_000 + row * 7919L % 900_000);
        };
    }

    private List<List<Object>> rows(String sql) throws SQLException {
        try (Statement statement = duckdb.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<List<Object>> rows = new ArrayList<>();
            while (result.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(result.getObject(i)));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    private String parquet(ResultTable<?> table) {
        return "read_parquet('" + folder.resolve(ParquetFiles.name(table, 0)) + "')";
    }

    private String jsonl(ResultTable<?> table) {
        return "read_json('" + folder.resolve(table.name() + ".jsonl") + "', format='newline_delimited', columns={"
                + types(table) + "})";
    }

    private String csv(ResultTable<?> table) {
        return "read_csv('" + folder.resolve(table.name() + ".csv") + "', header=true, columns={" + types(table) + "})";
    }

    private static String types(ResultTable<?> table) {
        StringBuilder types = new StringBuilder();
        for (Column<?> column : table.columns()) {
            types.append(types.isEmpty() ? "'" : ", '").append(column.name()).append("': '");
            types.append(type(column)).append('\'');
        }
        return types.toString();
    }

    private static String type(Column<?> column) {
        return switch (column.type()) {
            case TEXT -> "VARCHAR";
            case WHOLE -> "BIGINT";
            case DECIMAL -> "DOUBLE";
        };
    }

    private void allFormsAgree() throws SQLException {
        for (ResultTable<?> table : PairFiles.TABLES) {
            StringBuilder totals = new StringBuilder("count(*)");
            StringBuilder cells = new StringBuilder();
            for (Column<?> column : table.columns()) {
                String name = '"' + column.name() + '"';
                totals.append(", count(")
                        .append(column.type().isNumber() ? name : "nullif(" + name + ", '')")
                        .append(")");
                if (column.type().isNumber()) {
                    totals.append(", sum(").append(name).append("::DECIMAL(38,6))");
                    totals.append(", min(")
                            .append(name)
                            .append("), max(")
                            .append(name)
                            .append(")");
                    cells.append(cells.isEmpty() ? "" : ", ").append(name);
                } else {
                    cells.append(cells.isEmpty() ? "" : ", ").append("nullif(" + name + ", '') AS " + name);
                }
            }
            List<List<Object>> expected = rows("SELECT " + totals + " FROM " + csv(table));
            assertThat(rows("SELECT " + totals + " FROM " + jsonl(table))).isEqualTo(expected);
            assertThat(rows("SELECT " + totals + " FROM " + parquet(table)))
                    .as(table.name())
                    .isEqualTo(expected);
            assertThat(rows("SELECT " + cells + " FROM " + parquet(table)))
                    .isEqualTo(rows("SELECT " + cells + " FROM " + jsonl(table)));
            List<List<Object>> schema = rows("DESCRIBE SELECT * FROM " + parquet(table));
            for (int i = 0; i < schema.size(); i++) {
                Column column = table.columns().get(i);
                assertThat(schema.get(i).subList(0, 2)).isEqualTo(List.of(column.name(), type(column)));
            }
        }
    }

    @Test
    void csvJsonlAndParquetAgreeOnRowsTotalsAndEveryCell() throws Exception {
        write(600);
        files.write(folder, SETTINGS, 1);
        allFormsAgree();
        assertThat(rows("SELECT DISTINCT us_bot FROM " + parquet(MatchRow.TABLE)))
                .contains(List.of("=1+1"), List.of("'quoted'"), List.of("-5"), List.of("第二组 \uD83D\uDE00"));
    }

    private void play(Path out, TournamentSettings settings, int threads) throws Exception {
        Rules rules = Rules.of(Scenarios.named("class-8"));
        List<Contestant> contestants = Contestant.of(settings.bots().stream()
                .map(name -> Roster.find(name).orElseThrow())
                .toList());
        PairPlayers players = new LocalPairPlayers(
                threads, Duration.ofMinutes(5), settings.seed(), () -> new PairMaker(rules, settings, contestants));
        assertThat(new TournamentRun(settings, settings.bots(), players).play(out, (played, board) -> {}))
                .isTrue();
    }

    @Test
    void theyAgreeForATournamentToo() throws Exception {
        play(folder, SETTINGS, 1);
        files.write(folder, SETTINGS, 12);
        allFormsAgree();
        assertThat(rows("SELECT count(*) FROM " + parquet(MatchRow.TABLE))).isEqualTo(List.of(List.of("24")));
    }

    /** Each choice of forms, with any number of threads, has the files that all of them together have. */
    @Test
    void everyChoiceOfFormsWritesTheSameBytes() throws Exception {
        Path all = folder.resolve("all");
        play(all, SETTINGS, 1);
        files.write(all, SETTINGS, 12);
        for (List<TableForm> forms : List.of(
                List.of(TableForm.PARQUET),
                List.of(TableForm.CSV),
                List.of(TableForm.JSONL),
                List.of(TableForm.JSONL, TableForm.PARQUET))) {
            for (int threads : new int[] {2, 8}) {
                TournamentSettings settings = settings(forms.toArray(TableForm[]::new));
                Path some = folder.resolve(settings.tables().text() + threads);
                play(some, settings, threads);
                if (forms.size() > 1) {
                    files.write(some, settings, 12);
                }
                for (ResultTable<?> table : PairFiles.TABLES) {
                    for (TableForm form : TableForm.values()) {
                        Path file = some.resolve(form.file(table));
                        if (forms.contains(form)) {
                            assertThat(file).hasSameBinaryContentAs(all.resolve(form.file(table)));
                        } else {
                            assertThat(file).doesNotExist();
                        }
                    }
                }
                assertThat(some.resolve("standings.csv")).hasSameBinaryContentAs(all.resolve("standings.csv"));
                if (forms.contains(TableForm.PARQUET)) {
                    files.verify(some, settings, 12);
                }
            }
        }
    }

    /** Who stops while only Parquet is kept goes on with what waits beside it. */
    @Test
    void whoStopsAndGoesOnHasTheSameParquet() throws Exception {
        TournamentSettings settings = settings(TableForm.PARQUET);
        Path whole = folder.resolve("whole");
        play(whole, settings, 2);
        Path out = folder.resolve("stopped");
        Rules rules = Rules.of(Scenarios.named("class-8"));
        List<Contestant> contestants = Contestant.of(settings.bots().stream()
                .map(name -> Roster.find(name).orElseThrow())
                .toList());
        PairPlayers players = new LocalPairPlayers(
                2, Duration.ofMinutes(5), settings.seed(), () -> new PairMaker(rules, settings, contestants));
        TournamentRun run = new TournamentRun(settings, settings.bots(), players);
        assertThat(run.play(out, (played, board) -> {
                    if (played == 5) {
                        run.stop();
                    }
                }))
                .isFalse();
        assertThat(out.resolve("moves.parquet")).doesNotExist();
        play(out, settings, 1);
        play(out, settings, 1);
        for (ResultTable<?> table : PairFiles.TABLES) {
            String file = TableForm.PARQUET.file(table);
            assertThat(out.resolve(file)).hasSameBinaryContentAs(whole.resolve(file));
        }
    }

    @Test
    void aTournamentWithoutARowHasFilesWithoutARow() throws Exception {
        write(0);
        files.write(folder, SETTINGS, 1);
        assertThat(rows("SELECT count(*) FROM " + parquet(MoveRow.TABLE))).isEqualTo(List.of(List.of("0")));
    }

    @Test
    void equalRowsGiveEqualBytesAndNothingElseIsLeftBehind() throws Exception {
        write(500);
        files.write(folder, SETTINGS, 1);
        TreeMap<String, byte[]> first = new TreeMap<>();
        for (ResultTable<?> table : PairFiles.TABLES) {
            first.put(table.name(), Files.readAllBytes(folder.resolve(ParquetFiles.name(table, 0))));
        }
        files.write(folder, SETTINGS, 1);
        for (ResultTable<?> table : PairFiles.TABLES) {
            assertThat(Files.readAllBytes(folder.resolve(ParquetFiles.name(table, 0))))
                    .isEqualTo(first.get(table.name()));
        }
        files.verify(folder, SETTINGS, 1);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).hasSize(3 * PairFiles.TABLES.size());
        }
    }

    @Test
    void rowsAreWrittenInGroupsSoThatMemoryDoesNotGrowWithThem() throws Exception {
        write(3_000);
        for (ResultTable<?> table : PairFiles.TABLES) {
            try (TableLines lines = TableLines.open(folder, table)) {
                ParquetFiles.AheadRows rows = new ParquetFiles.AheadRows(lines);
                Path file = folder.resolve(ParquetFiles.name(table, 0));
                ParquetFiles.write(SETTINGS, table, 0, rows, file, 64 << 10);
            }
            String file = "'" + folder.resolve(ParquetFiles.name(table, 0)) + "'";
            assertThat(rows("SELECT DISTINCT row_group_id FROM parquet_metadata(" + file + ")"))
                    .hasSizeGreaterThan(2);
        }
        allFormsAgree();
    }

    @Test
    void verifyFindsAFileThatIsNotThatOfTheRows() throws Exception {
        write(20);
        assertThatThrownBy(() -> files.verify(folder, SETTINGS, 1))
                .isInstanceOf(ResultException.class)
                .hasMessageContaining(".parquet")
                .hasMessageContaining("result.missing");
        files.write(folder, SETTINGS, 1);
        Path file = folder.resolve("moves.parquet");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> files.verify(folder, SETTINGS, 1))
                .isInstanceOf(ResultException.class)
                .hasMessageContaining("moves.parquet");
    }

    @Test
    void aRowThatIsNoneIsNamed() throws Exception {
        write(20);
        Files.delete(folder.resolve("rounds.csv"));
        Path file = folder.resolve("rounds.jsonl");
        String good = Files.readString(file);
        String row = good.lines().skip(2).findFirst().orElseThrow();
        for (String bad : List.of(
                row.replace("\"draws\"", "\"drawn\""),
                row.replace("\"events\":\"", "\"events\":1,\"x\":\""),
                row.replace("}", ",\"more\":1}"),
                row.replaceFirst("\"round\":[^,]*", "\"round\":\"one\""),
                row.substring(0, row.length() / 2))) {
            Files.writeString(file, good.replace(row, bad));
            assertThatThrownBy(() -> files.write(folder, SETTINGS, 1))
                    .as(bad)
                    .isInstanceOf(ResultException.class)
                    .hasMessageContaining("rounds.jsonl row 3");
            assertThat(folder.resolve("rounds.parquet")).doesNotExist();
        }
    }

    @Test
    void aDamagedFileIsSaidToBeOne() throws Exception {
        TournamentSettings settings = settings(TableForm.PARQUET);
        play(folder, settings, 1);
        Path file = folder.resolve("rounds.parquet");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> files.verify(folder, settings, 12))
                .isInstanceOf(ResultException.class)
                .hasMessageContaining("rounds.parquet");
    }
}
