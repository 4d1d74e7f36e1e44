package dev.truce.tournament.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultTableTest {
    private static final ResultTable TABLE = new ResultTable(
            "some",
            List.of(Column.text("name", "a text"), Column.whole("count", "", "n"), Column.text("more", "a text")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\tx",
                "\rx",
                "\nx",
                "\uff1d1",
                "\uff0b1",
                "\uff0d1",
                "\uff201",
                "'quoted'",
                "a,b",
                "say \"no\"",
                "plain",
                "",
                "two\nlines",
                "-",
                "\u6a21\u62df"
            })
    void aTextComesBackAsItWasAndIsNoFormula(String text) throws IOException {
        StringBuilder line = new StringBuilder();
        TABLE.csv(List.of(text, "7", "x"), line);
        try (CSVParser parser = CSVParser.parse(line.toString(), ResultTable.CSV)) {
            CSVRecord record = parser.getRecords().get(0);
            assertThat(record.get(0)).doesNotMatch("(?s)[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20].*");
            assertThat(ResultTable.unguarded(record.get(0))).isEqualTo(text);
            assertThat(record.get(1)).isEqualTo("7");
        }
    }

    @Test
    void negativeNumbersStayNumbers() {
        StringBuilder line = new StringBuilder();
        TABLE.csv(List.of("a", "-7", "b"), line);
        assertThat(line).hasToString("a,-7,b\n");
    }

    @Test
    void jsonHasTheSameCellsWithoutApostrophes() {
        StringBuilder line = new StringBuilder();
        TABLE.json(List.of("=1 \"x\"\n", "", "b"), line);
        assertThat(line).hasToString("{\"name\":\"=1 \\\"x\\\"\\n\",\"count\":null,\"more\":\"b\"}\n");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 4, 0.0000",
        "-0.00001, 4, 0.0000",
        "1.23456, 4, 1.2346",
        "-1.5, 1, -1.5",
        "99.99999, 4, 100.0000",
        "-0.05, 2, -0.05",
        "123456.7, 6, 123456.700000",
        "1e-7, 6, 0.000000"
    })
    void decimalsAreFixed(double value, int decimals, String text) {
        assertThat(Decimals.of(value, decimals)).isEqualTo(text);
        assertThat(Decimals.ofUnits(Decimals.units(text, decimals), decimals)).isEqualTo(text);
    }

    @Test
    void whatIsNoFiniteNumberIsRefused() {
        for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 1e13}) {
            assertThatThrownBy(() -> Decimals.of(value, 4)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> Decimals.units("1.5", 4)).isInstanceOf(NumberFormatException.class);
    }
}
