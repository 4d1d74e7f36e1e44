package dev.truce.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.FaultException;
import dev.truce.story.words.Language;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageChoiceTest {
    @Test
    void itIsEnglishUnlessAskedWhateverTheLocaleOfTheSystem() throws FaultException {
        assertThat(LanguageChoice.of(words("play"), Map.of("LANG", "zh_CN.UTF-8", "LC_ALL", "zh_CN.UTF-8")))
                .isEqualTo(Language.EN);
        assertThat(LanguageChoice.of(words("play"), Map.of("TRUCE_LANG", ""))).isEqualTo(Language.EN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "ZH", "zh_CN", "zh-CN", "zh_CN.UTF-8", "zh-Hans", "zh_SG"})
    void simplifiedChineseHasSeveralNames(String name) throws FaultException {
        assertThat(LanguageChoice.of(words("play", "--lang", name), Map.of())).isEqualTo(Language.ZH);
        assertThat(LanguageChoice.of(words("--lang=" + name, "play"), Map.of())).isEqualTo(Language.ZH);
        assertThat(LanguageChoice.of(words("play"), Map.of("TRUCE_LANG", name))).isEqualTo(Language.ZH);
    }

    @Test
    void theOptionWinsOverTheVariable() throws FaultException {
        assertThat(LanguageChoice.of(words("play", "--lang", "en_GB"), Map.of("TRUCE_LANG", "zh")))
                .isEqualTo(Language.EN);
    }

    @Test
    void whatFollowsTheEndOfOptionsIsNoOption() throws FaultException {
        assertThat(LanguageChoice.of(words("join", "--", "--lang", "zh"), Map.of()))
                .isEqualTo(Language.EN);
        assertThat(LanguageChoice.of(words("play", "--lang"), Map.of())).isEqualTo(Language.EN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "zh_TW", "zh-Hant", "english", ""})
    void anyOtherLanguageIsRefusedWithThoseThatThereAre(String name) {
        assertThatThrownBy(() -> LanguageChoice.of(words("play", "--lang", name), Map.of()))
                .isInstanceOfSatisfying(FaultException.class, thrown -> {
                    assertThat(thrown.exitCode()).isEqualTo(ExitCodes.USAGE);
                    assertThat(thrown.fault().code()).isEqualTo("UNKNOWN_LANGUAGE");
                    assertThat(thrown.fault().legal()).isEqualTo(String.join(" ", Language.words()));
                    assertThat(thrown.fault().next()).isEqualTo("--lang zh");
                });
    }

    @Test
    void aWrongVariableIsRefusedByItsName() {
        assertThatThrownBy(() -> LanguageChoice.of(words("play"), Map.of("TRUCE_LANG", "fr")))
                .isInstanceOfSatisfying(FaultException.class, thrown -> {
                    assertThat(thrown.fault().field()).isEqualTo("TRUCE_LANG");
                    assertThat(thrown.fault().next()).isEqualTo("TRUCE_LANG=zh");
                });
    }

    private static String[] words(String... words) {
        return words;
    }
}
