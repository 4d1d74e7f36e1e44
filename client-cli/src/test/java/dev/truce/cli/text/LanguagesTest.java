package dev.truce.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.scenario.Scenarios;
import dev.truce.story.words.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each language has every text of the client, with the same arguments. */
class LanguagesTest {
    private static final Pattern ARGUMENT = Pattern.compile("%(?:(\\d+)\\$)?[-+0-9.,]*([a-z])");

    /** Three small words on end are a sentence, unless they are a command of truce. */
    private static final Pattern ENGLISH_SENTENCE = Pattern.compile("(?<![\\w.-])[a-z]+ [a-z]+ [a-z]+(?![\\w.-])");

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern ENDS_A_LINE = Pattern.compile("[，。；：！？）] (?!\\|)");

    private static final ResourceBundle ENGLISH = Texts.bundle(Language.EN);

    @ParameterizedTest
    @EnumSource(Language.class)
    void noTextIsMissing(Language language) {
        TreeSet<String> missing = new TreeSet<>(ENGLISH.keySet());
        missing.removeAll(Texts.bundle(language).keySet());
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noTextIsLeftOver(Language language) {
        assertThat(ENGLISH.keySet()).containsAll(Texts.bundle(language).keySet());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theSameTextTakesTheSameArguments(Language language) {
        ResourceBundle bundle = Texts.bundle(language);
        for (String key : bundle.keySet()) {
            assertThat(arguments(bundle.getString(key))).as(key).isEqualTo(arguments(ENGLISH.getString(key)));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyTextIsAPattern(Language language) {
        ResourceBundle bundle = Texts.bundle(language);
        for (String key : bundle.keySet()) {
            // Texts of the parser are no patterns: it fills them in by itself.
            if (!bundle.getString(key).contains("${") && !key.startsWith("usage.")) {
                List<Object> values = new ArrayList<>();
                for (String kind : arguments(bundle.getString(key))) {
                    values.add(kind.endsWith("d") ? (Object) 1 : kind.endsWith("f") ? (Object) 1.0 : "x");
                }
                assertThat(String.format(Locale.ROOT, bundle.getString(key), values.toArray()))
                        .as(key)
                        .isNotNull();
            }
        }
    }

    @Test
    void noChineseTextIsAnEnglishSentence() {
        ResourceBundle chinese = Texts.bundle(Language.ZH);
        TreeSet<String> english = new TreeSet<>();
        for (String key : chinese.keySet()) {
            String text = chinese.getString(key);
            if (!CHINESE.matcher(text).find()
                    && !text.startsWith("truce ")
                    && ENGLISH_SENTENCE.matcher(text).find()) {
                english.add(key + " = " + text);
            }
        }
        assertThat(english).isEmpty();
    }

    /** A line is broken between wide characters, so that a blank after a wide mark would only leave a gap. */
    @Test
    void noChineseMarkHasABlankAfterIt() {
        ResourceBundle chinese = Texts.bundle(Language.ZH);
        TreeSet<String> gaps = new TreeSet<>();
        for (String key : chinese.keySet()) {
            if (ENDS_A_LINE.matcher(chinese.getString(key).stripTrailing()).find()) {
                gaps.add(key);
            }
        }
        assertThat(gaps).isEmpty();
    }

    @Test
    void everyUnitOfAShippedScenarioIsSaidInChinese() {
        TreeSet<String> said = new TreeSet<>();
        Texts.speak(Language.ZH);
        try {
            for (String id : Scenarios.ids()) {
                for (InstrumentSpec spec : Scenarios.named(id).instruments()) {
                    said.add(Texts.wording(Scenarios.named(id)).unit(spec.unit()));
                }
            }
            assertThat(said).allMatch(unit -> CHINESE.matcher(unit).find());
            TreeSet<String> known = new TreeSet<>();
            Texts.phrases().keys().stream()
                    .filter(key -> key.startsWith("measure."))
                    .forEach(key -> known.add(Texts.of(key)));
            assertThat(known).isEqualTo(said);
        } finally {
            Texts.speak(Language.EN);
        }
    }

    /** The kind of each argument by its number. */
    private static List<String> arguments(String pattern) {
        TreeSet<String> kinds = new TreeSet<>();
        int next = 1;
        Matcher argument = ARGUMENT.matcher(pattern.replace("%%", "").replace("%n", ""));
        while (argument.find()) {
            int number = argument.group(1) == null ? next++ : Integer.parseInt(argument.group(1));
            kinds.add(number + argument.group(2));
        }
        return List.copyOf(kinds);
    }
}
