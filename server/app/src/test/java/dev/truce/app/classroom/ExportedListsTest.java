package dev.truce.app.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.orders.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists in the exact forms in which learning systems and spreadsheets write them. */
class ExportedListsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "canvas.csv             | Okafor, Ben; Ruiz, Ana; Lee, Kim; Lee, Kim | s2210402 s2210401 s2210403 s2210404",
                "moodle-en.csv          | Ben Okafor; Ana Ruiz; Kim Lee; Kim Lee | ben.okafor@uni.example ana.ruiz@uni.example"
                        + " kim.lee3@uni.example kim.lee4@uni.example",
                "moodle-de.csv          | Ben Okafor; J\u00f6rg M\u00fcller; Kim Lee; Kim Lee | 2210402 2210401 2210403 2210404",
                "blackboard.xls         | Ben Okafor; Ana Ruiz; Kim Lee; Kim Lee | s2210402 s2210401 s2210403 s2210404",
                "brightspace.csv        | Ben Okafor; Ana Ruiz; Kim Lee; Kim Lee | s2210402 s2210401 s2210403 s2210404",
                "excel-semicolons.csv   | Ben Okafor; Ana Ruiz; Kim Lee; Kim Lee | 2210402 2210401 2210403 2210404",
                "excel-unicode.txt      | Ben Okafor; \u674e\u660e; Kim Lee; Kim Lee | s2210402 s2210401 s2210403 s2210404",
                "excel-windows-1252.csv | Ben Okafor; J\u00f6rg M\u00fcller; Zo\u00eb D\u2019Arcy\u2013Pe\u00f1a; \u00c9mile \u00c9tienne"
                        + " \u00c5str\u00f6m | 2210402 2210401 2210403 2210404",
                "excel-gbk.csv          | \u6b27\u9633\u672c; \u674e\u660e; \u738b\u5c0f\u73a5; \u738b\u5c0f\u73a5 | s2210402 s2210401 s2210403 s2210404",
                "excel.xlsx             | Ben Okafor; Ana Ruiz; \u674e\u660e; \u674e\u660e | 2210402 2210401 2210403 2210404",
            })
    void theListOfEverySystemIsReadWholly(String file, String names, String numbers) throws IOException {
        ClassList list = list(file);

        assertThat(list.leftOut()).isEmpty();
        assertThat(list.students().stream().map(Student::name).collect(Collectors.joining("; ")))
                .isEqualTo(names);
        assertThat(list.students().stream().map(Student::id).collect(Collectors.joining(" ")))
                .isEqualTo(numbers);
    }

    private static ClassList list(String file) throws IOException {
        Reply<ClassList> read = ClassListReader.read(bytes(file));
        assertThat(read).as("%s: %s", file, read).isInstanceOf(Reply.Done.class);
        return ((Reply.Done<ClassList>) read).value();
    }

    static byte[] bytes(String file) throws IOException {
        try (InputStream in = ExportedListsTest.class.getResourceAsStream("lists/" + file)) {
            return Objects.requireNonNull(in, file).readAllBytes();
        }
    }
}
