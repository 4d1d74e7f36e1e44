package dev.truce.bot.line.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.local.Played;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A model that is told neither who plays nor what is played about. */
@Timeout(60)
class NeutralNamesTest {
    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource
    void eachInstrumentComesBack(Instrument instrument) {
        String item = "{" + instrument.qualifiedWord() + "<=5; for 3}";
        assertThat(NeutralNames.shown(item)).doesNotContain(instrument.word());
        assertThat(NeutralNames.read(NeutralNames.shown(item))).isEqualTo(item);
        assertThat(NeutralNames.read("{\"l" + (instrument.ordinal() + 1) + "\": \"5\"}"))
                .isEqualTo("{\"" + instrument.qualifiedWord() + "\": \"5\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "US-1 and CN-12|A-1 and B-12",
                "us_income_milli|a_income_milli",
                "\"2026Q2\"|\"Q2\"",
                "status and focus|status and focus",
            })
    void namesAndDatesAreHiddenAndWordsAreNot(String real, String shown) {
        assertThat(NeutralNames.shown(real)).isEqualTo(shown);
    }

    @Test
    void theSameMovesAreTheSameMatchAndNoRequestHasARealName() throws Exception {
        int port = Instrument.US_PORT_FEE.ordinal() + 1;
        List<String> bodies = new ArrayList<>();
        Endpoint hidden = (body, call) -> {
            bodies.add(body);
            return FalseEndpoint.chat("{\"orders\": {\"L" + port + "\": \"80\"}, \"offer\": \"{A.L1<=5; for 3}\"}");
        };
        Endpoint told = (body, call) ->
                FalseEndpoint.chat("{\"orders\": {\"PORT\": \"80\"}, \"offer\": \"{US.FENT<=5; for 3}\"}");
        Played neutral = new ModelMatches(
                        ModelMatches.file(folder, "http://127.0.0.1:1/", "\"names\": \"neutral\""),
                        hidden,
                        Cassette.none())
                .play(0);
        Played real = new ModelMatches(ModelMatches.file(folder, "http://127.0.0.1:1/"), told, Cassette.none()).play(0);
        assertThat(neutral.us().faults()).isEmpty();
        assertThat(Objects.requireNonNull(neutral.record()).hash())
                .isEqualTo(Objects.requireNonNull(real.record()).hash());
        String names = String.join(
                "|",
                Stream.concat(
                                Stream.of(Side.values()).map(Side::name),
                                Stream.of(Instrument.values()).map(Instrument::word))
                        .toList());
        assertThat(bodies)
                .isNotEmpty()
                .allSatisfy(body -> assertThat(body)
                        .doesNotContainPattern(Pattern.compile(
                                "(?<![A-Za-z0-9])(" + names + "|20\\d\\dQ\\d|soy|trade)(?![A-Za-z0-9])")));
    }
}
