package dev.truce.bot.line.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.bot.BotFault;
import dev.truce.bot.Conduct;
import dev.truce.bot.local.Played;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that was answered is asked twice, wherever the program was killed. */
@Timeout(300)
class CassetteTest {
    private static final HttpReply GOOD = answer("{\\\"orders\\\": {\\\"PORT\\\": \\\"80\\\"}}");

    @TempDir
    private Path folder = Path.of("");

    private static HttpReply answer(String content) {
        return new HttpReply(
                HttpReply.Arrival.ANSWERED,
                200,
                "{\"choices\":[{\"message\":{\"content\":\"" + content
                        + "\"}}],\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":20}}",
                "");
    }

    private ModelFile file(String... lines) throws IOException, ModelFileException {
        return ModelMatches.file(folder, "http://127.0.0.1:1/", lines);
    }

    private static String record(Played played) {
        return Objects.requireNonNull(played.record()).hash();
    }

    @Test
    void aRunThatIsKilledAtAnyByteAsksOnlyWhatHasNoAnswerYet() throws Exception {
        List<String> asked = new ArrayList<>();
        Endpoint endpoint = (body, call) -> {
            asked.add(call);
            return GOOD;
        };
        Path whole = folder.resolve("whole.jsonl");
        ModelMatches first = new ModelMatches(file(), endpoint, Cassette.recording(whole));
        String hash = record(first.play(0));
        first.bots.close();
        List<ModelCall> calls = first.bots.takeCalls(0);
        List<String> all = List.copyOf(asked);
        assertThat(all).hasSize(calls.size()).doesNotHaveDuplicates().hasSizeGreaterThan(5);
        byte[] bytes = Files.readAllBytes(whole);
        for (int length : cuts(bytes)) {
            Path cut = Files.write(folder.resolve("cut.jsonl"), Arrays.copyOf(bytes, length));
            long answered = new String(bytes, 0, length, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("{\"kind\":\"answered\"") && line.endsWith("}"))
                    .count();
            asked.clear();
            ModelMatches again = new ModelMatches(file(), endpoint, Cassette.recording(cut));
            assertThat(record(again.play(0))).as("cut at %d", length).isEqualTo(hash);
            again.bots.close();
            assertThat(asked).as("cut at %d", length).isEqualTo(all.subList((int) answered, all.size()));
            assertThat(again.bots.takeCalls(0)).isEqualTo(calls);
        }
    }

    /** Twenty places: ends of lines and the middle of others. */
    private static List<Integer> cuts(byte[] bytes) {
        List<Integer> ends = new ArrayList<>();
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                ends.add(i + 1);
            }
        }
        List<Integer> cuts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int end = ends.get(i * (ends.size() - 1) / 19);
            cuts.add(i % 2 == 0 ? end : end - 10);
        }
        return cuts;
    }

    @Test
    void aKilledRunThatGoesOnAsksWhatFailedAgainAndKeepsWhatWasPaid() throws Exception {
        List<String> asked = new ArrayList<>();
        boolean[] isDown = {true};
        Endpoint endpoint = (body, call) -> {
            asked.add(call);
            return isDown[0] && asked.size() > 2 ? new HttpReply(HttpReply.Arrival.ANSWERED, 500, "{}", "") : GOOD;
        };
        Path tape = folder.resolve("tape.jsonl");
        ModelMatches down = new ModelMatches(file("\"retries\": 0"), endpoint, Cassette.recording(tape));
        assertThat(down.play(0).us().count(BotFault.Kind.NO_ANSWER)).isPositive();
        down.bots.close();
        List<String> paid = List.copyOf(asked.subList(0, 2));
        asked.clear();
        isDown[0] = false;
        ModelMatches up = new ModelMatches(file("\"retries\": 0"), endpoint, Cassette.recording(tape));
        Conduct conduct = up.play(0).us();
        up.bots.close();
        assertThat(conduct.count(BotFault.Kind.NO_ANSWER)).isZero();
        assertThat(asked).doesNotContainAnyElementsOf(paid).isNotEmpty();
    }

    @Test
    void aCassetteThatIsOnlyReadPlaysTheSameMatchAndNamesWhatItLacks() throws Exception {
        Path tape = folder.resolve("tape.jsonl");
        ModelMatches live = new ModelMatches(file(), (body, call) -> GOOD, Cassette.recording(tape));
        String hash = record(live.play(3));
        live.bots.close();
        List<ModelCall> calls = live.bots.takeCalls(3);
        ModelBots replayed = ModelBots.replayed("model", file(), Cassette.replaying(tape));
        ModelMatches again = new ModelMatches(live.file, replayed);
        assertThat(record(again.play(3))).isEqualTo(hash);
        assertThat(replayed.takeCalls(3)).isEqualTo(calls);
        assertThat(replayed.unknownQuestion()).isEmpty();
        again.play(4);
        assertThat(replayed.unknownQuestion().orElseThrow()).startsWith("4-1-US-");
    }

    @Test
    void aChangedByteOfATextIsFound() throws Exception {
        Path tape = folder.resolve("tape.jsonl");
        ModelMatches live = new ModelMatches(file(), (body, call) -> GOOD, Cassette.recording(tape));
        live.play(0);
        live.bots.close();
        List<String> lines = new ArrayList<>(Files.readAllLines(tape));
        int reply = 3;
        assertThat(lines.get(reply)).contains("PORT");
        lines.set(reply, lines.get(reply).replace("80", "50"));
        Files.write(tape, lines);
        try (Cassette changed = Cassette.replaying(tape)) {
            assertThatThrownBy(changed::open)
                    .isInstanceOfSatisfying(
                            Cassette.TornException.class,
                            torn -> assertThat(torn.line()).isEqualTo(reply + 1));
        }
    }

    @Test
    void budgetsAreNeverExceededAndEarlierCallsCount() throws Exception {
        int[] asked = {0};
        Endpoint endpoint = (body, call) -> {
            asked[0]++;
            return GOOD;
        };
        Path tape = folder.resolve("tape.jsonl");
        for (String budget : List.of("\"max_calls\": 3", "\"max_calls\": 5")) {
            ModelMatches some = new ModelMatches(file(budget), endpoint, Cassette.recording(tape));
            some.play(0);
            some.bots.close();
            assertThat(some.bots.isSpent()).isTrue();
            assertThat(some.pulse.isDead()).isFalse();
            assertThat(asked[0]).isEqualTo(budget.endsWith("3") ? 3 : 5);
        }
        asked[0] = 0;
        String dollars = "\"usd_in\": 1000, \"usd_out\": 1000, \"reply_tokens\": 100, \"max_usd\": 10";
        ModelMatches dear = new ModelMatches(file(dollars), endpoint, Cassette.inMemory());
        dear.play(0);
        assertThat(dear.bots.isSpent()).isTrue();
        // A call costs 1.02 dollars, and is made only if the most that it may cost is left.
        assertThat(asked[0]).isBetween(1, 9);
    }

    @Test
    void theKeyIsInNoFileEvenIfTheEndpointRepeatsIt() throws Exception {
        try (FalseEndpoint echo = new FalseEndpoint((number, call) -> call.raw(
                number % 2 == 0 ? 401 : 200,
                "{\"error\": \"Incorrect API key: "
                        + call.exchange().getRequestHeaders().getFirst("Authorization") + "\"}"))) {
            Path tape = folder.resolve("tape.jsonl");
            ModelFile file = ModelMatches.file(folder, echo.url(), "\"key_variable\": \"TRUCE_TEST_KEY\"");
            ModelMatches matches = new ModelMatches(file, Cassette.recording(tape));
            Played played = matches.play(0);
            matches.bots.close();
            assertThat(echo.keys).contains("Bearer " + ModelMatches.KEY);
            assertThat(Files.readString(tape))
                    .contains("Incorrect API key: Bearer [key]")
                    .doesNotContain(ModelMatches.KEY);
            assertThat(played.us().toString() + matches.bots.takeCalls(0) + file.stored("prompt.txt"))
                    .doesNotContain(ModelMatches.KEY);
        }
    }
}
