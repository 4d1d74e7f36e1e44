package dev.truce.bot.line.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The object in the words of a model. */
class JsonTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1} | {\"a\":1}",
                "Here: {\"a\":1}, and {\"a\":2} | {\"a\":1}",
                "As {x} of {US.FENT<=5; for 3} says: {\"a\":1} | {\"a\":1}",
                "{ \"a\" : \"{b} }{\" } | {\"a\":\"{b} }{\"}",
                "{\"a\":\"\\\"}{\"} | {\"a\":\"\\\"}{\"}",
                "{{ \"a\":{\"b\":[{}]}}} | {\"a\":{\"b\":[{}]}}",
                "{} {\"a\":1} | {}",
            })
    void isTheFirstOneWhateverStandsAroundIt(String text, String object) {
        assertThat(JsonText.write(JsonText.first(text))).isEqualTo(object);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "no braces",
                "{x}",
                "{\"a\":",
                "{\"a\":1, b} {\"a\":2}",
                "{\"note\": {\"orders\":{}}, oops",
                "{\"a\":99999999999999999999}",
                "{'a': 1}",
            })
    void isNotInATextThatHasNoneOrABrokenOne(String text) {
        assertThatThrownBy(() -> JsonText.first(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
