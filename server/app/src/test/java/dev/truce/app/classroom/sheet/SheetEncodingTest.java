package dev.truce.app.classroom.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetEncodingTest {
    @ParameterizedTest
    @CsvSource({
        "windows-1252, A\u00d1\u00c9S",
        "windows-1252, MU\u00d1\u00d3Z",
        "windows-1252, M\u00fcller",
        "windows-1252, J\u00f6rg M\u00fcller",
        "windows-1252, Jos\u00e9",
        "windows-1252, Zo\u00eb D\u2019Arcy\u2013Pe\u00f1a",
        "windows-1252, \u00c9mile \u00c9tienne \u00c5str\u00f6m",
        "windows-1252, CONCEI\u00c7\u00c3O",
        "GBK, A\u56e7\u73ed \u738b\u5c0f\u660e",
        "GBK, \u6731\u9555",
        "GBK, \u738b\u5c0f\u660e",
        "GBK, \u6b27\u9633\u672c",
        "GBK, \u66fe\u660a\u5929",
        "GBK, \u674e Ming",
        "GBK, A\u73ed",
        "GBK, 2024\u7ea7A\u73ed",
        "GBK, \u5f20\u4f1fB",
        "UTF-8, \u6731\u9555",
        "UTF-8, A\u00d1\u00c9S",
        "UTF-8, Ann",
        "UTF-16LE, \u6731\u9555",
        "UTF-16BE, A\u00d1\u00c9S",
    })
    void aNameIsReadAsItWasWritten(String charset, String name) throws IOException {
        byte[] file = ("name,sis_id\n" + name + ",7\n").getBytes(Charset.forName(charset));

        Sheet sheet = Sheet.read(file, cell -> true);

        assertThat(sheet.rows().get(1).cells()).containsExactly(name, "7");
        assertThat(Sheet.isGuess(sheet.encoding())).isEqualTo(!charset.equals("UTF-8"));
    }

    /** Names of Western Europe of which one has a small letter with an accent beside a letter without. */
    @Property(tries = 300)
    void aListOfWesternNamesIsNotReadAsChinese(@ForAll("western") List<String> names) throws IOException {
        assertThat(read("windows-1252", names)).isEqualTo(names);
    }

    /** Chinese names, with and without letters in the section. */
    @Property(tries = 300)
    void aListOfChineseNamesIsNotReadAsWestern(@ForAll("chinese") List<String> names) throws IOException {
        assertThat(read("GBK", names)).isEqualTo(names);
    }

    @Provide
    Arbitrary<List<String>> western() {
        return Arbitraries.of(
                        "Ann",
                        "Jos\u00e9",
                        "M\u00fcller",
                        "Zo\u00eb",
                        "Pe\u00f1a",
                        "\u00c5se",
                        "\u00c9mile",
                        "D\u2019Arcy",
                        "Gro\u00df",
                        "\u0160ime")
                .list()
                .ofMaxSize(30)
                .map(names ->
                        Stream.concat(Stream.of("J\u00f6rg"), names.stream()).toList());
    }

    @Provide
    Arbitrary<List<String>> chinese() {
        return Arbitraries.of(
                        "\u738b\u5c0f\u660e",
                        "\u6b27\u9633\u672c",
                        "\u6731\u9555\u57fa",
                        "A\u73ed",
                        "2024\u7ea7B\u73ed",
                        "\u674e Ming",
                        "Tom",
                        "\u5f20\u4f1f")
                .list()
                .ofMaxSize(30)
                .map(names -> Stream.concat(Stream.of("\u66fe\u660a\u5929"), names.stream())
                        .toList());
    }

    private static List<String> read(String charset, List<String> names) throws IOException {
        byte[] file = String.join("\n", names).getBytes(Charset.forName(charset));
        return Sheet.read(file, cell -> true).rows().stream()
                .map(row -> row.cells().get(0))
                .toList();
    }
}
