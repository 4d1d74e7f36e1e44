package dev.truce.tournament.row;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.tournament.table.ResultTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page about columns says what the tables say. */
class ColumnsPageTest {
    private static final Path PAGE = Path.of("../../docs/look-up/tournament-columns.md");

    private static final List<ResultTable<?>> TABLES = List.of(
            MatchRow.TABLE,
            RoundRow.TABLE,
            MoveRow.TABLE,
            RefusalRow.TABLE,
            OfferRow.TABLE,
            StatementRow.TABLE,
            PrivateRow.TABLE,
            CallRow.TABLE,
            ForecastRow.TABLE,
            ClauseRow.TABLE,
            StandingRow.TABLE,
            FixtureRow.TABLE,
            ComparisonRow.TABLE,
            PayoffRow.TABLE,
            RatingRow.TABLE,
            FieldRow.TABLE,
            SprtRow.TABLE,
            ArenaRow.TABLE,
            ColumnRow.TABLE);

    private static final Path ORACLE_PAGE = Path.of("../../docs/look-up/oracle-columns.md");

    private static final List<ResultTable<?>> ORACLE_TABLES =
            List.of(OracleRow.TABLE, PsroRow.TABLE, EquilibriumRow.TABLE, CellRow.TABLE);

    /** {@code -Dtest.jvm=-Dgolden=write} writes the page again. */
    @Test
    void everyColumnIsOnThePageAsItsTableHasIt() throws IOException {
        hold(
                PAGE,
                "# Columns of the results of a tournament\n\n*Read this if you read the files of a tournament.*\n\n"
                        + "[Tournaments](../use/tournaments.md) tells what the files are. This page is made from the program's tables;"
                        + " `columns.csv` in each folder says the same. *Since the second edition* marks columns that older"
                        + " folders do not have; those folders verify without them.\n",
                TABLES);
    }

    @Test
    void everyColumnOfSearchesForResponsesIsOnTheirPage() throws IOException {
        hold(
                ORACLE_PAGE,
                "# Columns of searches for best responses\n\n*Read this if you read the files of `truce oracle` or `truce psro`.*\n\n"
                        + "[Best responses](../use/oracle.md) tells what the files are. This page is made from the program's tables.\n",
                ORACLE_TABLES);
    }

    private static void hold(Path file, String head, List<ResultTable<?>> tables) throws IOException {
        StringBuilder page = new StringBuilder(head);
        for (ResultTable<?> table : tables) {
            page.append("\n## ")
                    .append(table.file())
                    .append("\n| column | type | unit | meaning |\n|---|---|---|---|\n");
            for (ColumnRow row : ColumnRow.of(List.of(table))) {
                page.append("| `").append(row.column().name()).append("` | ");
                page.append(ColumnRow.TABLE.shown(row).text("type")).append(" | ");
                page.append(row.column().unit())
                        .append(" | ")
                        .append(row.column().meaning());
                page.append(row.column().isLater() ? "; *since the second edition* |\n" : " |\n");
            }
        }
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(file, page);
            return;
        }
        assertThat(Files.readString(file)).isEqualTo(page.toString());
    }
}
