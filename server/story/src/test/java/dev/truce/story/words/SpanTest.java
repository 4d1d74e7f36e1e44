package dev.truce.story.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.story.bundles.Bundles;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From which round to which something goes on. */
class SpanTest {
    private static final Pattern FROM_TO = Pattern.compile("rounds %\\S+ to %");

    @ParameterizedTest
    @EnumSource(Language.class)
    void oneRoundIsNotARange(Language language) {
        Phrases phrases = Bundles.of(language);
        assertThat(phrases.span(4, 4)).isEqualTo(phrases.of("span.one", 4)).containsOnlyOnce("4");
        assertThat(phrases.span(4, 7)).isEqualTo(phrases.of("span.many", 4, 7)).contains("4", "7");
    }

    /** A text with a range of its own would say "rounds 4 to 4". */
    @Test
    void noOtherTextHasARangeOfItsOwn() {
        Phrases phrases = Bundles.of(Language.EN);
        assertThat(phrases.keys().stream()
                        .filter(key -> FROM_TO.matcher(phrases.pattern(key)).find()))
                .containsExactly("span.many");
    }
}
