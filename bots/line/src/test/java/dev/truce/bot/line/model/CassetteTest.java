package dev.truce.bot.line.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.bot.BotFault;
import dev.truce.bot.Conduct;
import dev.truce.bot.local.Played;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** Attempts fail by the bits of a number, in a run that stops, one that goes on, and another. */
    @Test
    void whateverFailedInRunsThatWentOnIsReplayedAsItWasPlayedLast() throws Exception {
        for (int pattern : List.of(0b1, 0b10, 0b111, 0b1011, 0b110111, 0b1110111, 0b101110111, 0b1111111111)) {
            int[] asked = {0};
            Endpoint endpoint = (body, call) ->
                    (pattern >> asked[0]++ & 1) == 0 ? GOOD : new HttpReply(HttpReply.Arrival.ANSWERED, 500, "{}", "");
            Path tape = folder.resolve("tape-" + pattern + ".jsonl");
            String hash = "";
            List<ModelCall> calls = List.of();
            for (int run = 0; run < 3; run++) {
                ModelMatches live = new ModelMatches(file(), endpoint, Cassette.recording(tape));
                hash = record(live.play(0));
                calls = live.bots.takeCalls(0);
                live.bots.close();
            }
            ModelBots replayed = ModelBots.replayed("model", file(), Cassette.replaying(tape));
            ModelMatches again = new ModelMatches(file(), replayed);
            assertThat(record(again.play(0))).as("%x", pattern).isEqualTo(hash);
            assertThat(replayed.takeCalls(0)).as("%x", pattern).isEqualTo(calls);
            replayed.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"word", "hash", "last", "only", "prose", "lines", "answer"})
    void aDamagedFileIsNotOpenedAndNotChanged(String damage) throws Exception {
        Path tape = folder.resolve("tape.jsonl");
        ModelMatches live = new ModelMatches(file(), (body, call) -> GOOD, Cassette.recording(tape));
        live.play(0);
        live.bots.close();
        String whole = Files.readString(tape);
        String changed = switch (damage) {
            case "word" -> whole.replaceFirst("\"kind\":\"text\"", "\"kind\":\"tent\"");
            case "hash" -> whole.replaceFirst("PORT", "FENT");
            case "last" -> whole.substring(0, whole.length() - 3) + "]}\n";
            case "only" -> "{\"kind\":\"tent\"}\n";
            case "prose" -> "Dear diary";
            case "lines" -> whole + "\n\n";
            default -> whole.replaceAll("(?m)^\\{\"kind\":\"asked\".*\\R", "");
        };
        assertThat(changed).isNotEqualTo(whole);
        byte[] damaged = changed.getBytes(StandardCharsets.UTF_8);
        Files.write(tape, damaged);
        try (Cassette cassette = Cassette.recording(tape)) {
            for (int time = 0; time < 2; time++) {
                assertThatThrownBy(cassette::open).isInstanceOf(Cassette.TornException.class);
            }
        }
        assertThat(Files.readAllBytes(tape)).isEqualTo(damaged);
    }

    @Test
    void aFileThatCannotBeWrittenIsNoFaultOfTheModel() throws Exception {
        Path tape = folder.resolve("tape.jsonl");
        Cassette cassette = Cassette.recording(tape);
        ModelMatches[] live = new ModelMatches[1];
        Endpoint endpoint = (body, call) -> {
            try {
                live[0].bots.close();
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return GOOD;
        };
        live[0] = new ModelMatches(file(), endpoint, cassette);
        Conduct conduct = live[0].play(0).us();
        assertThat(conduct.faults()).isEmpty();
        assertThat(live[0].bots.broken()).isPresent();
    }

    /** Whatever an endpoint leaves open may have been paid, so it counts as the most that it can have cost. */
    @ParameterizedTest
    @ValueSource(strings = {"no usage", "half a usage", "timeout", "too large", "broken", "killed"})
    void noBudgetIsExceededByCallsOfWhichNobodySaysWhatTheyCost(String ending) throws Exception {
        HttpReply reply = switch (ending) {
            case "no usage" ->
                new HttpReply(
                        HttpReply.Arrival.ANSWERED, 200, "{\"choices\":[{\"message\":{\"content\":\"{}\"}}]}", "");
            case "half a usage" ->
                new HttpReply(
                        HttpReply.Arrival.ANSWERED,
                        200,
                        "{\"choices\":[{\"message\":{\"content\":\"{}\"}}],\"usage\":{\"prompt_tokens\":1}}",
                        "");
            case "timeout" -> HttpReply.missing(HttpReply.Arrival.TIMEOUT);
            case "broken" -> HttpReply.missing(HttpReply.Arrival.BROKEN);
            default -> HttpReply.missing(HttpReply.Arrival.TOO_LARGE);
        };
        Files.writeString(folder.resolve("prompt.txt"), "\u4f60\u597d".repeat(3_000));
        for (int budget : List.of(1, 30_000, 70_000, 100_000)) {
            for (String limit : List.of(
                    "\"max_tokens\": " + budget,
                    "\"usd_in\": 1, \"usd_out\": 1, \"max_usd\": ."
                            .replace(" .", " " + BigDecimal.valueOf(budget, 6).toPlainString()))) {
                Path tape = folder.resolve("tape-" + budget + limit.length() + ".jsonl");
                long[] most = {0};
                Endpoint endpoint = (body, call) -> {
                    most[0] += body.getBytes(StandardCharsets.UTF_8).length / 2 + 100;
                    if (ending.equals("killed")) {
                        throw new InterruptedException();
                    }
                    return reply;
                };
                for (int run = 0; run < 4; run++) {
                    ModelMatches live = new ModelMatches(
                            file("\"prompt\": \"prompt.txt\", \"reply_tokens\": 100, \"retries\": 1, " + limit),
                            endpoint,
                            Cassette.recording(tape));
                    live.play(run);
                    live.bots.close();
                    Thread.interrupted();
                }
                assertThat(most[0]).as(limit).isLessThanOrEqualTo(budget);
                assertThat(most[0] > 0).as(limit).isEqualTo(budget > 1);
            }
        }
    }

    /** All that are under way count, so no two share what is left. */
    @Test
    void callsAtATimeDoNotShareABudget() throws Exception {
        int room = 3;
        int callers = 8;
        for (String limit : List.of(
                "\"max_calls\": " + room,
                "\"max_tokens\": " + (room * 101 + 50),
                "\"usd_in\": 1, \"usd_out\": 1, \"max_usd\": 0.00035")) {
            CountDownLatch refused = new CountDownLatch(callers - room);
            CountDownLatch answer = new CountDownLatch(1);
            AtomicInteger asked = new AtomicInteger();
            Endpoint endpoint = (body, call) -> {
                asked.incrementAndGet();
                answer.await();
                return GOOD;
            };
            ModelCaller caller = new ModelCaller(
                    file("\"at_a_time\": 8, \"reply_tokens\": 100, " + limit),
                    endpoint,
                    Cassette.none(),
                    each -> {},
                    () -> 0,
                    () -> Instant.EPOCH);
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                int number = i + 1;
                Thread thread = new Thread(() -> {
                    if (attempts(caller, number).isEmpty()) {
                        refused.countDown();
                    }
                });
                threads.add(thread);
                thread.start();
            }
            boolean wereRefused = refused.await(60, TimeUnit.SECONDS);
            answer.countDown();
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(wereRefused).as(limit).isTrue();
            assertThat(asked).as(limit).hasValue(room);
        }
    }

    @Test
    void withoutAFileEachMatchAsksAgainAndNothingIsKept() throws Exception {
        List<String> asked = new ArrayList<>();
        ModelMatches live = new ModelMatches(
                file(),
                (body, call) -> {
                    asked.add(call);
                    return GOOD;
                },
                Cassette.none());
        live.play(0);
        int first = asked.size();
        live.play(0);
        assertThat(asked).hasSize(2 * first).doesNotHaveDuplicates();
    }

    /** Which endings say that the call was not made, or that it failed: what may have been paid is asked again under its name. */
    @ParameterizedTest
    @CsvSource({
        "BROKEN, 0, true",
        "UNREACHABLE, 0, true",
        "UNKNOWN_HOST, 0, true",
        "NO_TLS, 0, true",
        "ANSWERED, 500, false",
        "ANSWERED, 429, false",
        "ANSWERED, 408, false",
    })
    void whatMayHaveBeenPaidIsAskedAgainUnderItsName(HttpReply.Arrival arrival, int status, boolean isTheSame)
            throws Exception {
        List<HttpReply> replies =
                List.of(HttpReply.missing(HttpReply.Arrival.BROKEN), new HttpReply(arrival, status, "", ""), GOOD);
        for (Cassette cassette : List.of(Cassette.none(), Cassette.recording(folder.resolve("tape.jsonl")))) {
            List<String> names = new ArrayList<>();
            Endpoint endpoint = (body, call) -> {
                names.add(call);
                return replies.get(names.size() - 1);
            };
            ModelCaller caller = new ModelCaller(file(), endpoint, cassette, each -> {}, () -> 0, () -> Instant.EPOCH);
            caller.open();
            assertThat(attempts(caller, 1)).hasSize(3);
            caller.close();
            assertThat(names.get(1)).isEqualTo(names.get(0));
            assertThat(names.get(2).equals(names.get(1))).isEqualTo(isTheSame);
        }
    }

    /** A budget of two calls as long as they may be, for calls that take a fiftieth of it, one at a time. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCallThatWaitsForAPlaceTakesNothingOfTheBudget(boolean isInterrupted) throws Exception {
        List<Thread> second = new ArrayList<>();
        ModelCaller[] caller = new ModelCaller[1];
        List<Integer> made = Collections.synchronizedList(new ArrayList<>());
        Endpoint endpoint = (body, call) -> {
            if (second.isEmpty()) {
                Thread waiting = new Thread(() -> made.add(attemptsUnlessInterrupted(caller[0], 2)));
                second.add(waiting);
                waiting.start();
                while (waiting.getState() != Thread.State.WAITING && waiting.isAlive()) {
                    Thread.onSpinWait();
                }
                if (isInterrupted) {
                    waiting.interrupt();
                    waiting.join();
                }
            }
            return new HttpReply(
                    HttpReply.Arrival.ANSWERED,
                    200,
                    "{\"choices\":[{\"message\":{\"content\":\"{}\"}}],"
                            + "\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":1}}",
                    "");
        };
        caller[0] = new ModelCaller(
                file("\"at_a_time\": 1, \"reply_tokens\": 100, \"max_tokens\": " + (isInterrupted ? 202 : 150)),
                endpoint,
                Cassette.none(),
                each -> {},
                () -> 0,
                () -> Instant.EPOCH);
        assertThat(attempts(caller[0], 1)).hasSize(1);
        second.get(0).join();
        assertThat(made).containsExactly(isInterrupted ? -1 : 1);
        assertThat(attempts(caller[0], 3)).hasSize(1);
        assertThat(caller[0].isSpent()).isFalse();
    }

    /** Returns how many attempts were made, or -1 if the thread was interrupted. */
    private static int attemptsUnlessInterrupted(ModelCaller caller, int number) {
        try {
            return attempts(caller, number).size();
        } catch (IllegalStateException stopped) {
            return -1;
        }
    }

    @Test
    void theTimeOfACallBeginsWhenItHasAPlace() throws Exception {
        AtomicLong clock = new AtomicLong();
        List<Thread> second = new ArrayList<>();
        ModelCaller[] caller = new ModelCaller[1];
        List<Long> millis = Collections.synchronizedList(new ArrayList<>());
        Endpoint endpoint = (body, call) -> {
            if (second.isEmpty()) {
                Thread waiting = new Thread(() -> millis.add(asked(caller[0], 2)));
                second.add(waiting);
                waiting.start();
                while (waiting.getState() != Thread.State.WAITING) {
                    Thread.onSpinWait();
                }
            }
            clock.addAndGet(1_000_000_000L);
            return GOOD;
        };
        caller[0] = new ModelCaller(
                file("\"at_a_time\": 1"), endpoint, Cassette.none(), each -> {}, clock::get, () -> Instant.EPOCH);
        millis.add(asked(caller[0], 1));
        second.get(0).join();
        assertThat(millis).containsExactlyInAnyOrder(1_000L, 1_000L);
    }

    private static long asked(ModelCaller caller, int number) {
        return attempts(caller, number).get(0).answered().latencyMillis();
    }

    private static List<ModelCaller.Attempt> attempts(ModelCaller caller, int number) {
        try {
            return caller.ask(new ModelCaller.AskedAt(0, 1, "US", number), "{}").attempts();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
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
        ModelMatches dear = new ModelMatches(file(dollars), endpoint, Cassette.none());
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
