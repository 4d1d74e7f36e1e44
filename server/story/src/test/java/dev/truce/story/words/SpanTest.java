package dev.truce.story.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.story.bundles.Bundles;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From which round to which something goes on. */
class SpanTest {
    private static final Pattern FROM_TO =
            Pattern.compile("(?i)rounds? %\\S*? ?(to|-|–) ?(round )?%|第%[0-9$]*[ds]轮?[至到–-]第?%");

    /** Where the two are never one, or say what was given and is refused. */
    private static final Set<String> NEVER_ONE =
            Set.of("class-board.rounds", "refused.no-end", "refused.malformed.open");

    /** The agreement with which a scenario begins, whose rounds are the scenario's. */
    private static final Set<String> OF_SCENARIOS =
            Set.of("card.agreement", "card.agreement.snaps", "scenario.agreement.binds");

    @ParameterizedTest
    @EnumSource(Language.class)
    void oneRoundIsNotARange(Language language) {
        Phrases phrases = Bundles.of(language);
        assertThat(phrases.span(4, 4)).isEqualTo(phrases.of("span.one", 4)).containsOnlyOnce("4");
        assertThat(phrases.span(4, 7)).isEqualTo(phrases.of("span.many", 4, 7)).contains("4", "7");
    }

    /** A text with a range of its own would say "rounds 4 to 4". */
    @ParameterizedTest
    @EnumSource(Language.class)
    void noOtherTextHasARangeOfItsOwn(Language language) {
        Phrases phrases = Bundles.of(language);
        assertThat(phrases.keys().stream()
                        .filter(key -> FROM_TO.matcher(phrases.pattern(key)).find())
                        .filter(key -> !NEVER_ONE.contains(key) && !OF_SCENARIOS.contains(key)))
                .containsExactly("span.many");
    }
}
