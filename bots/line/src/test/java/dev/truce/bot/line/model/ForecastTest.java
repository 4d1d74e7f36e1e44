package dev.truce.bot.line.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.BotFault;
import dev.truce.bot.local.Played;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a model foretells of the other side's word. */
@Timeout(120)
class ForecastTest {
    private static final String ORDERS = "{\"orders\": {\"PORT\": \"80\"}%s}";

    /** The line of a request that asks, inside a string of JSON. */
    private static final Pattern ASKED = Pattern.compile("\\{\\\\\"forecast\\\\\":\\[([^]]*)]}");

    @TempDir
    private Path folder = Path.of("");

    private ModelMatches matches(Endpoint endpoint, String... lines) throws Exception {
        return new ModelMatches(ModelMatches.file(folder, "http://127.0.0.1:1/", lines), endpoint, Cassette.none());
    }

    private static List<String> asked(String body) {
        Matcher asked = ASKED.matcher(body);
        return asked.find() ? List.of(asked.group(1).replace("\\\"", "").split(",")) : List.of();
    }

    private static String answer(String body, String chance) {
        List<String> fields =
                asked(body).stream().map(on -> "\"" + on + "\": " + chance).toList();
        return ORDERS.formatted(", \"forecast\": {" + String.join(", ", fields) + "}");
    }

    @Test
    void eachClauseThatBindsTheOtherSideIsForetoldOnceARound() throws Exception {
        ModelMatches matches = matches((body, call) -> FalseEndpoint.chat(answer(body, "0.75")), "\"forecast\": true");
        Played played = matches.play(0);
        List<ModelForecast> forecasts = matches.bots.takeForecasts(0);
        assertThat(played.us().faults()).isEmpty();
        assertThat(forecasts)
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.chance()).contains(.75))
                .allSatisfy(each -> assertThat(each.side()).isEqualTo("US"));
        assertThat(forecasts.stream().map(each -> each.round() + " " + each.on()))
                .doesNotHaveDuplicates();
        assertThat(forecasts.stream().map(ModelForecast::on).filter(on -> !on.equals(ForecastQuestion.PUBLIC)))
                .isNotEmpty()
                .allSatisfy(on -> assertThat(Instrument.find(on, Side.CN).orElseThrow())
                        .matches(Instrument::isCovert)
                        .matches(instrument -> instrument.holder() == Side.CN));
        assertThat(matches.bots.takeForecasts(0)).isEmpty();
    }

    @Test
    void forecastsChangeNoMatchAndAreAskedForOnlyIfTheFileSaysSo() throws Exception {
        List<String> bodies = new ArrayList<>();
        Endpoint endpoint = (body, call) -> {
            bodies.add(body);
            return FalseEndpoint.chat(answer(body, "1"));
        };
        ModelMatches silent = matches(endpoint);
        String without = Objects.requireNonNull(silent.play(0).record()).hash();
        assertThat(bodies).isNotEmpty().noneMatch(body -> body.contains("forecast"));
        assertThat(silent.bots.takeForecasts(0)).isEmpty();
        ModelMatches asked = matches(endpoint, "\"forecast\": true");
        assertThat(Objects.requireNonNull(asked.play(0).record()).hash()).isEqualTo(without);
        assertThat(asked.bots.takeForecasts(0)).isNotEmpty();
        assertThat(asked.file.sha256()).isNotEqualTo(silent.file.sha256());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "-0.1", "\"0.5\"", "true", "[0.5]"})
    void whatIsNoChanceIsToldBackOnceAndThenLeftOut(String chance) throws Exception {
        List<String> toldBack = new ArrayList<>();
        ModelMatches matches = matches(
                (body, call) -> {
                    if (body.contains("BAD_FORECAST")) {
                        toldBack.add(body);
                    }
                    return FalseEndpoint.chat(answer(body, chance));
                },
                "\"forecast\": true");
        Played played = matches.play(0);
        assertThat(toldBack).isNotEmpty();
        assertThat(matches.bots.takeForecasts(0))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.chance()).isEmpty());
        assertThat(played.us().faults())
                .isNotEmpty()
                .allMatch(fault ->
                        fault.kind() == BotFault.Kind.ILLEGAL && fault.code().equals("BAD_FORECAST"));
    }

    @Test
    void aForecastThatIsToldBackCanBeMadeGood() throws Exception {
        ModelMatches matches = matches(
                (body, call) -> FalseEndpoint.chat(
                        body.contains("BAD_FORECAST") ? answer(body, "0.5") : ORDERS.formatted(", \"forecast\": 1")),
                "\"forecast\": true");
        assertThat(matches.play(0).us().faults()).isEmpty();
        assertThat(matches.bots.takeForecasts(0))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.chance()).isEqualTo(Optional.of(.5)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "They keep CN.SOY with 0.9. {\"orders\": {\"PORT\": \"80\"}}",
                "{\"orders\": {\"PORT\": \"80\"}, \"forecast\": null}",
                "{\"orders\": {\"PORT\": \"80\"}, \"forecast\": {\"CN.SOY\": null}}",
                "{\"orders\": {\"PORT\": \"80\"}} {\"forecast\": {\"CN.SOY\": 0.9}}",
            })
    void whatIsNotInTheAnswerIsNoForecastAndNoFault(String says) throws Exception {
        ModelMatches matches = matches((body, call) -> FalseEndpoint.chat(says), "\"forecast\": true");
        assertThat(matches.play(0).us().faults()).isEmpty();
        assertThat(matches.bots.takeForecasts(0))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.chance()).isEmpty());
    }

    @Test
    void aModelThatDoesNotAnswerForetellsNothing() throws Exception {
        ModelMatches matches = matches((body, call) -> FalseEndpoint.chat("Peace."), "\"forecast\": true");
        matches.play(0);
        assertThat(matches.bots.takeForecasts(0))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.chance()).isEmpty());
    }

    @Test
    void underNeutralNamesForecastsAreReadBack() throws Exception {
        ModelMatches matches = matches(
                (body, call) -> {
                    assertThat(asked(body)).noneMatch(on -> on.contains("SOY"));
                    return FalseEndpoint.chat(answer(body, "0.25").replace("PORT", "L6"));
                },
                "\"forecast\": true",
                "\"names\": \"neutral\"");
        assertThat(matches.play(0).us().faults()).isEmpty();
        assertThat(matches.bots.takeForecasts(0))
                .anyMatch(each -> each.on().equals("CN.SOY"))
                .allSatisfy(each -> assertThat(each.chance()).contains(.25));
    }

    @Test
    void whatIsToldOfForecastsStandsInThePromptOnce() throws Exception {
        ModelFile file = ModelMatches.file(folder, "http://127.0.0.1:1/", "\"forecast\": true");
        assertThat(file.prompt()).startsWith(ModelFile.shippedPrompt("en")).contains("`public`");
        Files.writeString(folder.resolve("prompt.txt"), file.prompt());
        Path stored = Files.writeString(folder.resolve("stored.json"), file.stored("prompt.txt"));
        ModelFile again = ModelFile.read(stored.toString());
        assertThat(again.prompt()).isEqualTo(file.prompt());
        assertThat(again.sha256()).isEqualTo(file.sha256());
        assertThat(ModelMatches.file(folder, "http://127.0.0.1:1/", "\"forecast\": true", "\"language\": \"zh\"")
                        .prompt())
                .contains("预测");
    }
}
