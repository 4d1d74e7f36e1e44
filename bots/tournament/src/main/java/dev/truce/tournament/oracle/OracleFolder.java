package dev.truce.tournament.oracle;

import dev.truce.bots.policy.PolicyException;
import dev.truce.bots.response.Response;
import dev.truce.tournament.result.ResultException;
import dev.truce.tournament.row.OracleRow;
import dev.truce.tournament.table.CsvText;
import dev.truce.tournament.table.ResultTable;
import dev.truce.tournament.table.TableRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a search for a best response wrote.
 *
 * @param rows of its table
 * @param cells the same, cell by cell
 * @param scenarioHash hash of the scenario that it played
 */
public record OracleFolder(List<TableRow> rows, List<List<String>> cells, String scenarioHash) {
    /** The policy that was found. */
    public static final String POLICY = "response.policy";

    private static final long MAX_FILE = 1 << 20;

    /** Copies the rows. */
    public OracleFolder {
        rows = List.copyOf(rows);
        cells = List.copyOf(cells);
    }

    /**
     * Reads a folder.
     *
     * @throws IOException if a file cannot be read
     * @throws ResultException if one is missing or not what the program writes
     */
    public static OracleFolder read(Path folder) throws IOException, ResultException {
        ResultTable<OracleRow> table = OracleRow.TABLE;
        String text = text(folder, table.file());
        if (!text.startsWith(table.header())) {
            throw new ResultException(
                    table.file(), 0, "no-row", text.lines().findFirst().orElse(""));
        }
        List<TableRow> rows = new ArrayList<>();
        List<List<String>> all = new ArrayList<>();
        for (String line : text.substring(table.header().length()).lines().toList()) {
            try {
                List<String> cells = CsvText.read(table, line);
                for (String column : List.of("weight", "gain")) {
                    Double.parseDouble(cells.get(table.index(column)));
                }
                all.add(cells);
                rows.add(table.read(cells));
            } catch (IllegalArgumentException wrong) {
                throw new ResultException(table.file(), rows.size() + 1L, "no-row", line);
            }
        }
        try {
            Response response = Response.read(text(folder, POLICY));
            return new OracleFolder(rows, all, response.policy().header().getOrDefault("scenario-hash", ""));
        } catch (PolicyException wrong) {
            throw new ResultException(POLICY, 0, "no-row", wrong.line());
        }
    }

    private static String text(Path folder, String name) throws IOException, ResultException {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file) || Files.size(file) > MAX_FILE) {
            throw new ResultException(name, 0, "missing");
        }
        return Files.readString(file);
    }
}
