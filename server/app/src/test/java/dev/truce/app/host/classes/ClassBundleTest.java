package dev.truce.app.host.classes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** All of a class as one text. */
class ClassBundleTest {
    @Test
    void whatIsWrittenIsReadWhateverStandsInIt() {
        ClassBundle bundle = new ClassBundle(
                new TreeMap<>(Map.of(2, "table 3 5\nlist 0\n", 11, "好\uD83D\uDD4A", 3, "")),
                "name,table\n\"list 3\",2\n");
        assertThat(ClassBundle.read(bundle.text())).contains(bundle);
        assertThat(bundle.toString()).doesNotContain("list 3");
    }

    @Test
    void whatIsCutOrIsSomethingElseIsNotRead() {
        String text = new ClassBundle(new TreeMap<>(Map.of(1, "record")), "").text();
        for (int length = 0; length < text.length(); length++) {
            assertThat(ClassBundle.read(text.substring(0, length)))
                    .as("%d", length)
                    .isEmpty();
        }
        assertThat(ClassBundle.read(text + "x")).isEmpty();
        assertThat(ClassBundle.read(text + text)).isEmpty();
    }
}
