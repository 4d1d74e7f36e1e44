package dev.truce.cli;

import dev.truce.story.print.Json;
import dev.truce.tournament.row.ArenaRow;
import dev.truce.tournament.row.AttackRow;
import dev.truce.tournament.row.ComparisonRow;
import dev.truce.tournament.row.FieldRow;
import dev.truce.tournament.row.FixtureRow;
import dev.truce.tournament.row.OracleRow;
import dev.truce.tournament.row.PayoffRow;
import dev.truce.tournament.row.PsroRow;
import dev.truce.tournament.row.RatingRow;
import dev.truce.tournament.row.SprtRow;
import dev.truce.tournament.row.StandingRow;
import dev.truce.tournament.table.Column;
import dev.truce.tournament.table.ResultTable;
import java.util.List;

/** Writes the JSON schema of the lines of {@code truce report --json} from the columns of the tables and their meanings. */
final class ReportSchema {
    private static final List<ResultTable<?>> TABLES = List.of(
            StandingRow.TABLE,
            FixtureRow.TABLE,
            ComparisonRow.TABLE,
            PayoffRow.TABLE,
            RatingRow.TABLE,
            FieldRow.TABLE,
            SprtRow.TABLE,
            ArenaRow.TABLE,
            AttackRow.TABLE,
            OracleRow.TABLE,
            PsroRow.TABLE);

    private static final String HEAD = """
        {
         "$schema": "https://json-schema.org/draft/2020-12/schema",
         "$id": "https://truce.dev/schema/report-output.schema.json",
         "title": "One line of truce report, pool, oracle or psro with --json",
         "description": "A row of a result table. Made from the tables; docs/use/tournaments.md explains them. Columns are added, never renamed or removed.",
         "oneOf": [
        """;

    private ReportSchema() {}

    static String text() {
        StringBuilder text = new StringBuilder(HEAD);
        for (ResultTable<?> table : TABLES) {
            StringBuilder names = new StringBuilder("\"type\"");
            text.append("  {\n   \"type\": \"object\",\n   \"properties\": {\n");
            text.append("    \"type\": { \"const\": ")
                    .append(Json.write(table.name()))
                    .append(" }");
            for (Column<?> column : table.columns()) {
                text.append(",\n    ").append(property(column));
                names.append(", ").append(Json.write(column.name()));
            }
            text.append("\n   },\n   \"required\": [")
                    .append(names)
                    .append("],\n   \"additionalProperties\": false\n  }");
            text.append(table == TABLES.get(TABLES.size() - 1) ? "\n" : ",\n");
        }
        return text.append(" ]\n}\n").toString();
    }

    private static String property(Column<?> column) {
        String type = column.type().isNumber()
                ? "[\"" + (column.type() == Column.Type.WHOLE ? "integer" : "number") + "\", \"null\"]"
                : "\"string\"";
        String meaning = column.meaning() + (column.unit().isEmpty() ? "" : "; in " + column.unit());
        return Json.write(column.name()) + ": { \"type\": " + type + ", \"description\": " + Json.write(meaning) + " }";
    }
}
