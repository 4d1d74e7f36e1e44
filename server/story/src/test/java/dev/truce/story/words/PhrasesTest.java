package dev.truce.story.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.story.bundles.Bundles;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhrasesTest {
    private static List<String> lists(Language language) {
        Phrases phrases = Bundles.of(language);
        return List.of(
                phrases.list(List.of()),
                phrases.list(List.of("A1")),
                phrases.list(List.of("A1", "A2")),
                phrases.list(List.of("A1", "A2", "A3")),
                phrases.row(List.of("A1", "A2", "A3")),
                phrases.parts(List.of("A1", "A2")),
                phrases.clauses(List.of("A1", "A2")));
    }

    @Test
    void aListIsJoinedAsItsLanguageDoes() {
        assertThat(lists(Language.EN))
                .containsExactly("", "A1", "A1 and A2", "A1, A2 and A3", "A1, A2, A3", "A1, A2", "A1; A2");
        assertThat(lists(Language.ZH)).containsExactly("", "A1", "A1和A2", "A1、A2和A3", "A1、A2、A3", "A1，A2", "A1；A2");
    }
}
