package dev.truce.bot.line.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.truce.bot.BotFault;
import dev.truce.bot.Conduct;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How calls end, and what each ending costs. */
@Timeout(120)
class ModelEndingsTest {
    private static final String GOOD = "{\"orders\": {\"PORT\": \"80\"}}";

    @TempDir
    private Path folder = Path.of("");

    private static Arguments of(String ending, FalseEndpoint.Script script, List<String> first, boolean isSilent) {
        return Arguments.of(ending, script, first, isSilent);
    }

    static Stream<Arguments> endings() {
        FalseEndpoint.Script alwaysGood = (number, call) -> call.says(GOOD);
        return Stream.of(
                of("good", alwaysGood, List.of("decide 1 ok 200 stop"), false),
                of(
                        "good in prose and a fence",
                        (number, call) -> call.says("Here you are:\n```json\n" + GOOD + "\n```\nGood luck {x}."),
                        List.of("decide 1 ok 200 stop"),
                        false),
                of(
                        "429 with Retry-After, then good",
                        (number, call) -> {
                            if (number == 1) {
                                call.laterThan("7");
                            } else {
                                call.says(GOOD);
                            }
                        },
                        List.of("decide 1 http 429 ", "decide 2 ok 200 stop"),
                        false),
                of(
                        "500 always",
                        (number, call) -> call.raw(500, "{}"),
                        List.of("decide 1 http 500 ", "decide 2 http 500 ", "decide 3 http 500 "),
                        true),
                of("401", (number, call) -> call.raw(401, "{}"), List.of("decide 1 http 401 "), true),
                of("redirection", (number, call) -> call.raw(302, ""), List.of("decide 1 http 302 "), true),
                of("slow", (number, call) -> call.never(), List.of("decide 1 timeout 0 timeout"), true),
                of(
                        "prose",
                        (number, call) -> call.says("Peace in our time."),
                        List.of("decide 1 unparsable 200 stop"),
                        true),
                of(
                        "half JSON",
                        (number, call) -> call.says("{\"orders\": {\"PORT\": \"8"),
                        List.of("decide 1 unparsable 200 stop"),
                        true),
                of(
                        "deep JSON",
                        (number, call) -> call.says("{\"a\":".repeat(5_000)),
                        List.of("decide 1 unparsable 200 stop"),
                        true),
                of(
                        "no chat at all",
                        (number, call) -> call.raw(200, "<html>"),
                        List.of("decide 1 unparsable 200 "),
                        true),
                of("empty", (number, call) -> call.says(" "), List.of("decide 1 empty 200 stop"), true),
                of(
                        "refused",
                        (number, call) -> call.raw(
                                200,
                                "{\"choices\":[{\"finish_reason\":\"content_filter\",\"message\":{\"content\":null}}]}"),
                        List.of("decide 1 refused 200 content_filter"),
                        true),
                of(
                        "wrong levels",
                        (number, call) -> call.says("{\"orders\": {\"PORT\": \"81\"}}"),
                        List.of("decide 1 illegal 200 stop", "rethink 1 illegal 200 stop"),
                        true),
                of(
                        "wrong levels, then right",
                        (number, call) -> call.says(
                                call.body().contains("LEVEL_NOT_ON_LADDER")
                                        ? GOOD
                                        : "{\"orders\": {\"PORT\": \"81\"}}"),
                        List.of("decide 1 illegal 200 stop", "rethink 1 rethought 200 stop"),
                        false),
                of(
                        "an order that smuggles in another item",
                        (number, call) -> call.says("{\"orders\": {\"PORT\": \"80; NOTICE\"}}"),
                        List.of("decide 1 unparsable 200 stop"),
                        true),
                of(
                        "1 MB",
                        (number, call) -> call.says(GOOD + " ".repeat(1 << 20)),
                        List.of("decide 1 unparsable 0 too-large"),
                        true));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("endings")
    void eachEndsAsItsRowSays(String ending, FalseEndpoint.Script script, List<String> first, boolean isSilent)
            throws Exception {
        try (FalseEndpoint endpoint = new FalseEndpoint(script)) {
            ModelMatches matches =
                    new ModelMatches(ModelMatches.file(folder, endpoint.url(), "\"seconds\": 1"), Cassette.inMemory());
            Conduct conduct = matches.play(0).us();
            List<ModelCall> calls = matches.bots.takeCalls(0);
            assertThat(calls.stream()
                            .filter(call -> call.round() == 1 && !call.phase().equals("answer"))
                            .map(call -> call.phase() + " " + call.attempt() + " " + call.parse() + " " + call.status()
                                    + " " + call.finish()))
                    .startsWith(first.toArray(String[]::new));
            assertThat(conduct.count(BotFault.Kind.CRASH)).isZero();
            assertThat(conduct.count(BotFault.Kind.NO_ANSWER)).isEqualTo(isSilent ? conduct.decisions() : 0);
            assertThat(matches.pulse.isDead()).isEqualTo(isSilent);
        }
    }

    @Test
    void aDeadEndpointIsTriedThreeTimesWithLongerAndLongerPauses() throws Exception {
        FalseEndpoint closed = new FalseEndpoint((number, call) -> call.never());
        closed.close();
        ModelMatches matches = new ModelMatches(ModelMatches.file(folder, closed.url()), Cassette.inMemory());
        matches.play(0);
        assertThat(matches.bots.takeCalls(0).subList(0, 3))
                .extracting(ModelCall::parse, ModelCall::status, ModelCall::finish)
                .containsOnly(tuple("http", 0, "unreachable"));
        assertThat(matches.pauses.subList(0, 4)).containsExactly(1_000L, 2_000L, 1_000L, 2_000L);
        assertThat(matches.pulse.isDead()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "7, 7000",
        "'Thu, 01 Jan 2026 00:00:09 GMT', 9000",
        "soon, 1000",
    })
    void retryAfterIsHonoured(String asked, long millis) throws Exception {
        try (FalseEndpoint endpoint = new FalseEndpoint((number, call) -> {
            if (number == 1) {
                call.laterThan(asked);
            } else {
                call.says(GOOD);
            }
        })) {
            ModelMatches matches = new ModelMatches(ModelMatches.file(folder, endpoint.url()), Cassette.inMemory());
            matches.play(0);
            assertThat(matches.pauses).containsExactly(millis);
        }
    }

    @Test
    void anEndpointThatAsksForAnHourIsNotWaitedFor() throws Exception {
        try (FalseEndpoint endpoint = new FalseEndpoint((number, call) -> call.laterThan("3600"))) {
            ModelMatches matches = new ModelMatches(ModelMatches.file(folder, endpoint.url()), Cassette.inMemory());
            Conduct conduct = matches.play(0).us();
            assertThat(matches.pauses).isEmpty();
            assertThat(conduct.count(BotFault.Kind.NO_ANSWER)).isEqualTo(conduct.decisions());
        }
    }
}
