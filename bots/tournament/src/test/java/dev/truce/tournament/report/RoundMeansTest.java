package dev.truce.tournament.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.truce.engine.board.Side;
import dev.truce.tournament.plan.Format;
import dev.truce.tournament.result.ResultException;
import dev.truce.tournament.row.MoveRow;
import dev.truce.tournament.table.RowText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundMeansTest {
    private static final String ROW = "0,1,%s,US,%s,HOLD,,,0,1.000000,%s,0.000000,1.000000,0.000000,0,0,0.820000\n";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void meansAreThoseOfTheRowsAsALibraryReadsThem() throws Exception {
        Results results = SampleRun.play(folder, Format.RR, true, 3, "tft", "dealer", "random");
        double[] sums = new double[2000];
        int[] counts = new int[2000];
        try (CSVParser rows = CSVParser.parse(
                Files.newBufferedReader(folder.resolve("moves.csv")),
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            for (CSVRecord row : rows) {
                int at = 2 * index(results, row.get("bot"), row.get("round"))
                        + (row.get("side").equals("US") ? 0 : 1);
                sums[at] += Double.parseDouble(row.get("escalation"));
                counts[at]++;
            }
        }
        RoundMeans means = results.rounds();
        assertThat(means.rounds()).isEqualTo(8);
        for (int bot = 0; bot < 3; bot++) {
            for (int round = 1; round <= means.rounds(); round++) {
                int at = 2 * index(results, results.card().names().get(bot), Integer.toString(round));
                assertThat(means.count(bot, Side.US, round)).isEqualTo(counts[at]);
                assertThat(means.count(bot, Side.CN, round)).isEqualTo(counts[at + 1]);
                assertThat(means.escalation(bot, round))
                        .isCloseTo((sums[at] + sums[at + 1]) / (counts[at] + counts[at + 1]), within(1e-9));
            }
        }
        // All six fixtures, self-play included, have three pairs of two matches.
        assertThat(means.count(Side.US, 1)).isEqualTo(36);
    }

    @Test
    void textsInQuotesMayHoldCommasAndLineEnds() throws Exception {
        String odd = "=a \"bot\", so named";
        List<String> row = List.of(
                "0",
                "1",
                "1",
                "CN",
                odd,
                "REE7=\n,\"",
                "",
                "",
                "0",
                "1.0",
                "2.500000",
                "0.0",
                "1.0",
                "0.0",
                "0",
                "0",
                "0.8");
        RowText<MoveRow> text = new RowText<>(MoveRow.TABLE);
        text.copy(row);
        text.copy(row);
        String rows = new String(text.takeCsv(), StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("moves.csv"), MoveRow.TABLE.header() + rows);
        RoundMeans means = RoundMeans.read(folder, List.of("tft", odd));
        assertThat(means.escalation(1, 1)).isEqualTo(2.5);
        assertThat(means.count(1, Side.CN, 1)).isEqualTo(2);
        assertThat(means.count(0, Side.CN, 1)).isZero();
    }

    private static int index(Results results, String bot, String round) {
        return 100 * results.card().names().indexOf(bot) + Integer.parseInt(round);
    }

    private RoundMeans read(String rows) throws IOException, ResultException {
        Files.writeString(folder.resolve("moves.csv"), MoveRow.TABLE.header() + rows);
        return RoundMeans.read(folder, List.of("tft", "hawk"));
    }

    @Test
    void aFileWithoutRowsHasNoRound() throws Exception {
        assertThat(read("").rounds()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        1    | tft  | 0.5      | moves.csv row 2: refused.result.number RESULTS_DIFFER: 0.5
        1    | tft  | 0.12345x | moves.csv row 2: refused.result.number RESULTS_DIFFER: 0.12345x
        0    | tft  | 0.000000 | moves.csv row 2: refused.result.round RESULTS_DIFFER: 0
        9999 | tft  | 0.000000 | moves.csv row 2: refused.result.round RESULTS_DIFFER: 9999
        1    | dove | 0.000000 | moves.csv row 2: refused.result.bot RESULTS_DIFFER: dove
        1    | tft  | 0.000000,0 | moves.csv row 2: refused.result.cells RESULTS_DIFFER: 18, 17
        """)
    void aBrokenRowIsNamed(String round, String bot, String escalation, String message) {
        String rows = ROW.formatted("1", "hawk", "0.500000") + ROW.formatted(round, bot, escalation);
        assertThatThrownBy(() -> read(rows)).isInstanceOf(ResultException.class).hasMessage(message);
    }

    @Test
    void aTornFileAndOneOfOtherColumnsAreRefused() throws Exception {
        String row = ROW.formatted("1", "hawk", "0.500000");
        assertThatThrownBy(() -> read(row + row.substring(0, 20))).hasMessageContaining("result.torn");
        assertThatThrownBy(() -> read("0".repeat(20) + "," + "1".repeat(20_000)))
                .isInstanceOf(ResultException.class);
        Files.writeString(folder.resolve("moves.csv"), "a,b\n1,2\n");
        assertThatThrownBy(() -> RoundMeans.read(folder, List.of("tft"))).hasMessageContaining("result.columns");
    }
}
