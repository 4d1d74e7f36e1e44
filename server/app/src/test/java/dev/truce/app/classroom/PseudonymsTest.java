package dev.truce.app.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.protocol.text.Names;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.words.Language;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PseudonymsTest {
    @ParameterizedTest
    @EnumSource
    void aFullClassHasNamesThatASeatTakes(Language language) {
        List<String> names = Pseudonyms.draw(Bundles.of(language), ClassList.MAX_STUDENTS, 3, List.of());

        assertThat(names.stream().map(Names::key).distinct()).hasSize(ClassList.MAX_STUDENTS);
        assertThat(names).allSatisfy(name -> assertThat(Names.fit(name)).contains(name));
    }

    @ParameterizedTest
    @EnumSource
    void nobodyGetsTheRealNameOfAStudent(Language language) {
        String first = Pseudonyms.draw(Bundles.of(language), 1, 3, List.of()).get(0);

        assertThat(Pseudonyms.draw(Bundles.of(language), 200, 3, List.of(first.toUpperCase(Locale.ROOT))))
                .doesNotContain(first);
    }

    @ParameterizedTest
    @EnumSource
    void theSeedChoosesTheNames(Language language) {
        assertThat(Pseudonyms.draw(Bundles.of(language), 20, 3, List.of()))
                .isEqualTo(Pseudonyms.draw(Bundles.of(language), 20, 3, List.of()))
                .isNotEqualTo(Pseudonyms.draw(Bundles.of(language), 20, 4, List.of()));
    }
}
