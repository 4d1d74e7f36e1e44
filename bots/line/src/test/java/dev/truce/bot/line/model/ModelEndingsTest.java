package dev.truce.bot.line.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.truce.bot.BotFault;
import dev.truce.bot.Conduct;
import dev.truce.bot.local.Played;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How calls end, and what each ending costs. */
@Timeout(120)
class ModelEndingsTest {
    private static final String GOOD = "{\"orders\": {\"PORT\": \"80\"}}";

    /** The open round, as the observation in a request names it. */
    private static final Pattern ROUND = Pattern.compile("\\\\\"round\\\\\":\\d+");

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
                    new ModelMatches(ModelMatches.file(folder, endpoint.url(), "\"seconds\": 1"), Cassette.none());
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

    /** Whatever a model writes where something else is expected is its fault and not a crash. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"orders\": []}",
                "{\"orders\": [\"PORT=80\"]}",
                "{\"orders\": \"PORT=80\"}",
                "{\"orders\": 1}",
                "{\"orders\": true}",
                "{\"orders\": {\"PORT\": []}}",
                "{\"orders\": {\"PORT\": {\"level\": 80}}}",
                "{\"orders\": {\"\": \"80\"}}",
                "{\"offer\": {}}",
                "{\"offer\": [\"{US.FENT<=5; for 3}\"]}",
                "{\"offer\": 3}",
                "{\"accept\": {}}",
                "{\"accept\": [\"CN-1\"]}",
                "{\"accept\": true}",
                "{\"judge\": {}}",
                "{\"judge\": [\"CN.SOY\", \"inspect\"]}",
                "{\"orders\": null}",
                "[]",
                "[{\"orders\": []}]",
                "{}",
            })
    void whatIsOfAnotherKindThanExpectedIsAFaultOfTheModel(String says) throws Exception {
        try (FalseEndpoint endpoint = new FalseEndpoint((number, call) -> call.says(says))) {
            ModelMatches matches = new ModelMatches(ModelMatches.file(folder, endpoint.url()), Cassette.none());
            Conduct conduct = matches.play(0).us();
            assertThat(conduct.faults()).extracting(BotFault::kind).containsOnly(BotFault.Kind.NO_ANSWER);
            assertThat(conduct.count(BotFault.Kind.NO_ANSWER)).isEqualTo(conduct.decisions());
            assertThat(matches.bots.takeCalls(0)).extracting(ModelCall::parse).containsOnly("unparsable");
        }
    }

    @Test
    void anEmptyObjectOfOrdersIsAnAnswerAlsoAfterAnOfferWasHeard() throws Exception {
        List<String> hashes = new ArrayList<>();
        for (String after : List.of("{\"orders\": {}}", GOOD)) {
            Set<String> rounds = new HashSet<>();
            Endpoint endpoint = (body, call) -> {
                Matcher round = ROUND.matcher(body);
                boolean isFirst = round.find() && rounds.add(round.group());
                return FalseEndpoint.chat(isFirst ? GOOD : after);
            };
            ModelMatches matches =
                    new ModelMatches(ModelMatches.file(folder, "http://127.0.0.1:1/"), endpoint, Cassette.none());
            Played played = matches.play(0);
            assertThat(played.us().faults()).isEmpty();
            assertThat(matches.bots.takeCalls(0))
                    .allMatch(call -> call.parse().equals("ok"))
                    .anyMatch(call -> call.phase().equals("answer"));
            hashes.add(Objects.requireNonNull(played.record()).hash());
        }
        assertThat(hashes).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"decide", "answer"})
    void anAcceptanceOfWhatIsNotThereIsToldBackAndCounted(String phase) throws Exception {
        String wrong = "{\"orders\": {\"PORT\": \"80\"}, \"accept\": \"CN-99\"}";
        Set<String> rounds = new HashSet<>();
        List<String> toldBack = new ArrayList<>();
        Endpoint endpoint = (body, call) -> {
            Matcher round = ROUND.matcher(body);
            boolean isFirst = round.find() && rounds.add(round.group());
            if (body.contains("refused\\\":[")) {
                toldBack.add(body);
            }
            return FalseEndpoint.chat(
                    isFirst == phase.equals("decide") || body.contains("UNKNOWN_OFFER") ? wrong : GOOD);
        };
        ModelMatches matches =
                new ModelMatches(ModelMatches.file(folder, "http://127.0.0.1:1/"), endpoint, Cassette.none());
        Conduct conduct = matches.play(0).us();
        List<ModelCall> calls = matches.bots.takeCalls(0);
        assertThat(calls.stream().filter(call -> call.phase().equals(phase)))
                .isNotEmpty()
                .allMatch(call -> call.parse().equals("illegal"));
        assertThat(toldBack).isNotEmpty().allMatch(body -> body.contains("UNKNOWN_OFFER"));
        assertThat(conduct.faults())
                .isNotEmpty()
                .allMatch(fault ->
                        fault.kind() == BotFault.Kind.ILLEGAL && fault.code().equals("UNKNOWN_OFFER"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unreachable", "unknown-host", "no-tls", "HTTP 401", "timeout", "empty", "unparsable"})
    void aDeadModelSaysWhatItDiedOf(String cause) throws Exception {
        FalseEndpoint.Script script = (number, call) -> {
            switch (cause) {
                case "HTTP 401" -> call.raw(401, "{}");
                case "empty" -> call.says("");
                case "unparsable" -> call.says("Peace.");
                default -> call.never();
            }
        };
        try (FalseEndpoint endpoint = new FalseEndpoint(script);
                ServerSocket plain = SSLServerSocketFactory.getDefault()
                        .createServerSocket(0, 16, InetAddress.getLoopbackAddress())) {
            if (cause.equals("unreachable")) {
                endpoint.close();
            }
            Thread refusing = new Thread(() -> refuseEach(plain));
            refusing.start();
            String url = switch (cause) {
                case "unknown-host" -> "http://no-such-host.invalid:1/";
                case "no-tls" -> "https://127.0.0.1:" + plain.getLocalPort() + "/";
                default -> endpoint.url();
            };
            ModelMatches matches = new ModelMatches(
                    ModelMatches.file(folder, url, "\"seconds\": 1", "\"retries\": 0"), Cassette.none());
            matches.play(0);
            assertThat(matches.pulse.isDead()).isTrue();
            assertThat(matches.pulse.why()).isEqualTo(cause);
            plain.close();
            refusing.join();
        }
    }

    /** Shakes hands without a certificate, which fails, until the socket is closed. */
    private static void refuseEach(ServerSocket listening) {
        while (!listening.isClosed()) {
            try (SSLSocket caller = (SSLSocket) listening.accept()) {
                caller.startHandshake();
            } catch (IOException refused) {
                // As it should be; or the socket is closed.
            }
        }
    }

    @Test
    void aDeadEndpointIsTriedThreeTimesWithLongerAndLongerPauses() throws Exception {
        FalseEndpoint closed = new FalseEndpoint((number, call) -> call.never());
        closed.close();
        ModelMatches matches = new ModelMatches(ModelMatches.file(folder, closed.url()), Cassette.none());
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
            ModelMatches matches = new ModelMatches(ModelMatches.file(folder, endpoint.url()), Cassette.none());
            matches.play(0);
            assertThat(matches.pauses).containsExactly(millis);
        }
    }

    @Test
    void anEndpointThatAsksForAnHourIsNotWaitedFor() throws Exception {
        try (FalseEndpoint endpoint = new FalseEndpoint((number, call) -> call.laterThan("3600"))) {
            ModelMatches matches = new ModelMatches(ModelMatches.file(folder, endpoint.url()), Cassette.none());
            Conduct conduct = matches.play(0).us();
            assertThat(matches.pauses).isEmpty();
            assertThat(conduct.count(BotFault.Kind.NO_ANSWER)).isEqualTo(conduct.decisions());
        }
    }
}
