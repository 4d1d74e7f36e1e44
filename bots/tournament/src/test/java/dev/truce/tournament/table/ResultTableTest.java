package dev.truce.tournament.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.engine.text.SheetText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultTableTest {
    private static final ResultTable<Some> TABLE = ResultTable.<Some>named("some")
            .column("name", "a text")
            .text(Some::name)
            .where(some -> some.count != 0)
            .column("count", "n")
            .whole("", Some::count)
            .where(some -> true)
            .column("more", "a text")
            .text(Some::more)
            .build();

    private record Some(String name, int count, String more) {}

    private static String csv(String name, int count, String more) {
        return TABLE.csv(List.of(new Some(name, count, more)));
    }

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
        try (CSVParser parser = CSVParser.parse(csv(text, 7, "x"), ResultTable.CSV)) {
            CSVRecord record = parser.getRecords().get(1);
            assertThat(record.get(0)).doesNotMatch("(?s)[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20].*");
            assertThat(SheetText.unguarded(record.get(0))).isEqualTo(text);
            assertThat(record.get(1)).isEqualTo("7");
        }
    }

    @Test
    void negativeNumbersStayNumbers() {
        assertThat(csv("a", -7, "b")).isEqualTo("name,count,more\na,-7,b\n");
    }

    @Test
    void jsonHasTheSameCellsWithoutApostrophes() {
        assertThat(TABLE.json(new Some("=1 \"x\"\n", 0, "b")))
                .isEqualTo("{\"name\":\"=1 \\\"x\\\"\\n\",\"count\":null,\"more\":\"b\"}");
    }

    @Test
    void cellsThatAreCopiedAreWrittenAsTheRowWas() {
        String line = csv("=1", 0, "a \"b\", c").split("\n", 2)[1];
        RowText<Some> text = new RowText<>(TABLE);
        text.copy(CsvText.read(TABLE, line));
        assertThat(text.takeCsv()).asString(StandardCharsets.UTF_8).isEqualTo(line);
        assertThat(text.takeJson())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(TABLE.json(new Some("=1", 0, "a \"b\", c")) + "\n");
        assertThatThrownBy(() -> text.copy(List.of("a"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theFirstEditionHasNoLaterColumns() {
        ResultTable<Some> more = ResultTable.<Some>named("more")
                .column("name", "a text")
                .text(Some::name)
                .later(table -> table.column("count", "n").whole("", Some::count))
                .column("more", "a text")
                .text(Some::more)
                .build();
        assertThat(more.header()).isEqualTo("name,count,more\n");
        assertThat(more.first().csv(List.of(new Some("a", 1, "b")))).isEqualTo("name,more\na,b\n");
    }

    @Test
    void aColumnIsFoundByItsNameAndHasItOnce() {
        assertThat(TABLE.shown(List.of(new Some("a", 7, "b"))).get(0).whole("count"))
                .isEqualTo(7);
        assertThatThrownBy(() -> TABLE.index("counts")).isInstanceOf(IllegalArgumentException.class);
        ResultTable.Builder<Some> twice =
                ResultTable.<Some>named("twice").column("name", "a text").text(Some::name);
        assertThatThrownBy(() -> twice.column("name", "again").text(Some::more))
                .isInstanceOf(IllegalArgumentException.class);
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
