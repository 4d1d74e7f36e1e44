package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A language model in a tournament: its calls, its budget, its cassette, and what verifies without it. */
@Timeout(600)
class ModelTournamentTest {
    private static final String GOOD =
            "{\"model\":\"false-1\",\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":\"{\\\"orders\\\":"
                    + " {\\\"PORT\\\": \\\"%s\\\"}}\"}}],\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":20}}";

    /** What tokenizers make one token of, more or less: a short word, three digits, signs that stand together. */
    private static final Pattern TOKEN = Pattern.compile(" ?[A-Za-z]{1,6}|\\d{1,3}|[^A-Za-z0-9 ]{1,3}");

    /** The line of a request that asks for forecasts, inside a string of JSON. */
    private static final Pattern FORETELL = Pattern.compile("\\{\\\\\"forecast\\\\\":\\[([^]]*)]}");

    @TempDir
    private Path folder = Path.of("");

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final AtomicReference<Runnable> after = new AtomicReference<>(() -> {});
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer endpoint;
    private volatile int status = 200;
    /** Every so many requests one is answered with 429; 0 for none. */
    private volatile int later;
    /** Whether it counts the tokens of a request. */
    private volatile boolean isCounting;

    ModelTournamentTest() throws IOException {
        endpoint = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void listen() {
        endpoint.setExecutor(threads);
        endpoint.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            String fee = body.contains("\"You lead the delegation of US") ? "80" : "640";
            String good = foretelling(GOOD.formatted(fee), body);
            byte[] reply = (isCounting
                            ? good.replace(
                                    ":1000,",
                                    ":" + TOKEN.matcher(body).results().count() + ",")
                            : good)
                    .getBytes(StandardCharsets.UTF_8);
            boolean isLater = later > 0 && asked.size() % later == 0;
            exchange.getResponseHeaders().set("Retry-After", "0");
            exchange.sendResponseHeaders(isLater ? 429 : status, reply.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(reply);
            } catch (IOException gone) {
                // Who asked was killed.
            }
            after.get().run();
        });
        endpoint.start();
    }

    /** Adds a chance to an answer for each clause that the request asks about: another one for each length of the clause's name. */
    private static String foretelling(String good, String body) {
        Matcher line = FORETELL.matcher(body);
        if (!line.find()) {
            return good;
        }
        String chances = Arrays.stream(line.group(1).replace("\\\"", "").split(","))
                .map(on -> "\\\"" + on + "\\\": 0." + on.length())
                .collect(Collectors.joining(", "));
        return good.replace("\\\"}}\"", "\\\"}, \\\"forecast\\\": {" + chances + "}}\"");
    }

    @AfterEach
    void close() {
        endpoint.stop(0);
        threads.shutdownNow();
    }

    private String model(String... keys) throws IOException {
        Path file = folder.resolve("model.json");
        Files.writeString(
                file,
                "{\"name\": \"small\", \"model\": \"small-1\", \"url\": \"http://127.0.0.1:"
                        + endpoint.getAddress().getPort() + "/v1/chat/completions\""
                        + String.join(
                                "", Arrays.stream(keys).map(key -> ", " + key).toList()) + "}");
        return "model:" + file;
    }

    private Path results() {
        return folder.resolve("results");
    }

    private List<String> words(String bot, int pairs) {
        return List.of(
                "tournament",
                "--bot",
                bot,
                "--bot",
                "tft",
                "--bot",
                "dove",
                "--pairs",
                Integer.toString(pairs),
                "--seed",
                "5",
                "--tables",
                "csv,jsonl",
                "--concurrency",
                "2",
                "--out",
                results().toString());
    }

    private Typed tournament(String bot, int pairs) {
        return Typed.line(words(bot, pairs).toArray(String[]::new));
    }

    private Typed verify() {
        return Typed.line("tournament", "--verify", results().toString());
    }

    private static String told(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private List<String> rows(String file) throws IOException {
        List<String> lines = Files.readAllLines(results().resolve(file));
        return lines.subList(1, lines.size());
    }

    @Test
    void eachCallIsARowAndTheMatchesVerifyWithoutEndpointOrFile() throws Exception {
        Typed played = tournament(model("\"usd_in\": 0.5", "\"usd_out\": 2"), 2);
        assertThat(played.exit()).as(played.err()).isZero();
        List<String> calls = rows("calls.csv");
        assertThat(calls)
                .hasSize(asked.size())
                .allMatch(row -> row.contains(",ok,200,false-1,stop,1000,0,20,0.000540,"));
        assertThat(asked).doesNotHaveDuplicates();
        assertThat(Files.readString(results().resolve("run.json"))).contains("\"kind\" : \"model\"");
        assertThat(Files.readString(results().resolve("columns.csv"))).contains("calls,parse,text");
        close();
        Files.delete(folder.resolve("model.json"));
        Typed verified = verify();
        assertThat(verified.exit()).as(verified.err()).isZero();
        assertThat(told(verified.out()))
                .contains("Models: 8 matches played again from their cassettes, " + calls.size() + " calls");
    }

    @Test
    void tiersComeFromTheComparisonsAndTheTableOfCallsAddsUp() throws Exception {
        assertThat(tournament(model("\"usd_in\": 0.5", "\"usd_out\": 2"), 12).exit())
                .isZero();
        List<String> arena = rows("arena.csv");
        assertThat(arena).hasSize(3);
        String small = arena.stream()
                .filter(row -> row.contains(",small,"))
                .findFirst()
                .orElseThrow();
        int calls = asked.size();
        assertThat(small).contains("," + calls + ",100.0000," + 1000 * calls + "," + 20 * calls + ",");
        List<String> apart = rows("comparisons.csv").stream()
                .filter(row -> row.endsWith(",first") || row.endsWith(",second"))
                .toList();
        for (String row : apart) {
            List<String> cells = List.of(row.split(",", -1));
            boolean isFirst = row.endsWith(",first");
            assertThat(tier(arena, cells.get(isFirst ? 0 : 1))).isLessThan(tier(arena, cells.get(isFirst ? 1 : 0)));
        }
        assertThat(arena.stream().map(row -> tier(arena, row.split(",", -1)[1])))
                .isSorted()
                .startsWith(1);
        Typed shown = Typed.line("arena", results().toString());
        assertThat(shown.exit()).as(shown.err()).isZero();
        assertThat(shown.out()).contains("tier", "small", "tft", "dove");
        assertThat(verify().exit()).isZero();
        assertThat(Typed.line("report", results().toString()).exit()).isZero();
    }

    private String arena(String bot, String column) throws IOException {
        List<String> header = header("arena.csv");
        return rows("arena.csv").stream()
                .map(row -> List.of(row.split(",", -1)))
                .filter(cells -> cells.get(header.indexOf("bot")).equals(bot))
                .map(cells -> cells.get(header.indexOf(column)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void forecastsAreMeasuredAgainstDeedsAndVerify() throws Exception {
        Typed played = tournament(model("\"forecast\": true"), 7);
        assertThat(played.exit()).as(played.err()).isZero();
        double squares = 0;
        int kept = 0;
        int count = 0;
        List<String> rows = rows("forecasts.csv");
        for (String row : rows) {
            List<String> cells = List.of(row.split(",", -1));
            if (!cells.get(6).isEmpty()) {
                double was = Double.parseDouble(cells.get(6));
                squares += Math.pow(Double.parseDouble(cells.get(5)) - was, 2);
                kept += was == 1 ? 1 : 0;
                count++;
            }
        }
        assertThat(count).isPositive();
        assertThat(arena("small", "forecasts")).isEqualTo(Integer.toString(count));
        assertThat(Double.parseDouble(arena("small", "forecast_rate")))
                .isCloseTo(100.0 * count / rows.size(), Offset.offset(1e-4));
        assertThat(Double.parseDouble(arena("small", "brier"))).isCloseTo(squares / count, Offset.offset(1e-4));
        double share = (double) kept / count;
        assertThat(Double.parseDouble(arena("small", "base_brier")))
                .isCloseTo(share * (1 - share), Offset.offset(1e-4));
        assertThat(arena("small", "brier_low")).isNotEmpty();
        assertThat(arena("tft", "forecasts") + arena("tft", "brier")).isEmpty();
        close();
        Typed verified = verify();
        assertThat(verified.exit()).as(verified.err()).isZero();
        // Both forms agree, and no figure changes, so that only the cassette knows what the model said.
        for (String form : List.of("forecasts.csv", "forecasts.jsonl")) {
            Path table = results().resolve(form);
            Files.writeString(table, Files.readString(table).replaceFirst("CN\\.SOY", "CN.PACE"));
        }
        assertThat(told(verify().err())).contains("forecasts.csv row ");
    }

    @Test
    void promisesInSecretAreMeasuredAgainstDeeds() throws Exception {
        assertThat(tournament(model(), 6).exit()).isZero();
        double missed = 0;
        int count = 0;
        for (String row : rows("clauses.csv")) {
            List<String> cells = List.of(row.split(",", -1));
            List<String> match = rows("matches.csv").stream()
                    .map(each -> List.of(each.split(",", -1)))
                    .filter(each ->
                            each.get(0).equals(cells.get(0)) && each.get(1).equals(cells.get(1)))
                    .findFirst()
                    .orElseThrow();
            if (match.get(header("matches.csv").indexOf(cells.get(3).equals("US") ? "us_bot" : "cn_bot"))
                    .equals("small")) {
                missed += Double.parseDouble(cells.get(8));
                count++;
            }
        }
        assertThat(count).isPositive();
        assertThat(arena("small", "covert_clauses")).isEqualTo(Integer.toString(count));
        assertThat(Double.parseDouble(arena("small", "deception"))).isCloseTo(missed / count, Offset.offset(1e-4));
        assertThat(arena("small", "deception_low")).isNotEmpty();
        assertThat(arena("small", "threats") + arena("small", "threats_kept")).isEqualTo("0");
        assertThat(Typed.line("arena", results().toString()).out()).contains("short, notches");
        assertThat(verify().exit()).isZero();
    }

    private List<String> header(String file) throws IOException {
        return List.of(Files.readAllLines(results().resolve(file)).get(0).split(","));
    }

    @Test
    void callsThatTheEndpointDidNotAnswerSayNothingOfTheModel() throws Exception {
        later = 5;
        Typed played = tournament(model(), 1);
        assertThat(played.exit()).as(played.err()).isZero();
        assertThat(rows("calls.csv")).anyMatch(row -> row.contains(",http,429,"));
        assertThat(rows("arena.csv")).anyMatch(row -> row.contains("," + asked.size() + ",100.0000,"));
        Typed report = Typed.line("report", "--json", results().toString());
        assertThat(report.out()).contains("{\"type\":\"arena\",");
        PublishedSchema.named("report-output").assertFits(report.out().lines().toList());
        Typed arena = Typed.line("arena", "--json", results().toString());
        PublishedSchema.named("report-output").assertFits(arena.out().lines().toList());
    }

    @Test
    void aDamagedCassetteIsNamedAndStaysAsItIs() throws Exception {
        status = 401;
        assertThat(tournament(model(), 2).exit()).isEqualTo(1);
        status = 200;
        Path tape = results().resolve("cassette").resolve("bot-1.jsonl");
        String damaged = Files.readString(tape).replaceFirst("\"kind\":\"text\"", "\"kind\":\"tent\"");
        Files.writeString(tape, damaged);
        int before = asked.size();
        for (int time = 0; time < 2; time++) {
            Typed refused = Typed.line("tournament", "--resume", results().toString());
            assertThat(refused.exit()).as(refused.err()).isEqualTo(3);
            assertThat(told(refused.err())).contains("RESULTS_DIFFER", "cassette/bot-1.jsonl row 2");
        }
        assertThat(Files.readString(tape)).isEqualTo(damaged);
        assertThat(asked).hasSize(before);
        assertThat(Files.readString(results().resolve("run.json"))).contains("\"stopped\"");
    }

    private static int tier(List<String> arena, String bot) {
        return arena.stream()
                .filter(row -> row.split(",", -1)[1].equals(bot))
                .mapToInt(row -> Integer.parseInt(row.split(",", -1)[0]))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aTournamentWithoutModelsHasNoTiersAndNoFileOfThem() {
        assertThat(Typed.line(
                                "tournament",
                                "--bot",
                                "tft",
                                "--bot",
                                "dove",
                                "--pairs",
                                "2",
                                "--seed",
                                "5",
                                "--tables",
                                "csv,jsonl",
                                "--out",
                                results().toString())
                        .exit())
                .isZero();
        Typed refused = Typed.line("arena", results().toString());
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("NO_MODEL");
        assertThat(results().resolve("arena.csv")).doesNotExist();
        assertThat(results().resolve("calls.csv")).doesNotExist();
        assertThat(results().resolve("cassette")).doesNotExist();
    }

    @Test
    void aChangedByteOfACassetteOrOfACallIsFoundAndNamed() throws Exception {
        assertThat(tournament(model(), 1).exit()).isZero();
        Path tape = results().resolve("cassette").resolve("bot-1.jsonl");
        String text = Files.readString(tape);
        Files.writeString(tape, text.replaceFirst("\"latency_millis\":\\d+", "\"latency_millis\":123456"));
        Typed changed = verify();
        assertThat(changed.exit()).isEqualTo(3);
        assertThat(told(changed.err())).contains("calls.csv row ");
        Files.writeString(tape, text.replaceFirst("PORT", "FENT"));
        Typed other = verify();
        assertThat(other.exit()).isEqualTo(3);
        assertThat(told(other.err())).contains("cassette/bot-1.jsonl row");
        Files.writeString(tape, "");
        assertThat(told(verify().err())).contains("no answer to the question 0-1-US-1-1-");
    }

    /** Two prompts, with and without the list of what is legal, against two bots: what they cost is what was said before. */
    @Test
    void aDryRunSaysWithinAFifthWhatTheRunCosts() throws Exception {
        Files.writeString(folder.resolve("short.txt"), "You lead the delegation of {role} against {other}.");
        List<String> models = new ArrayList<>();
        for (String prompt : List.of("\"language\": \"en\"", "\"prompt\": \"short.txt\"")) {
            for (String legal : List.of("true", "false")) {
                String name = "m" + models.size();
                Path file = Path.of(model(
                                "\"usd_in\": 3",
                                "\"usd_out\": 15",
                                prompt,
                                "\"legal\": " + legal,
                                "\"forecast\": " + legal)
                        .substring("model:".length()));
                Files.writeString(
                        folder.resolve(name + ".json"),
                        Files.readString(file).replace("\"small\"", "\"" + name + "\""));
                models.add("model:" + folder.resolve(name + ".json"));
            }
        }
        List<String> line = new ArrayList<>(List.of("tournament", "--format", "gauntlet", "--bot", "tft"));
        models.forEach(each -> line.addAll(List.of("--bot", each)));
        line.addAll(List.of(
                "--pairs",
                "4",
                "--seed",
                "5",
                "--tables",
                "csv,jsonl",
                "--out",
                results().toString()));
        List<String> dry = new ArrayList<>(line);
        dry.add("--dry-run");
        isCounting = true;
        Typed said = Typed.line(dry.toArray(String[]::new));
        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(asked).isEmpty();
        assertThat(results()).doesNotExist();
        Typed played = Typed.line(line.toArray(String[]::new));
        assertThat(played.exit()).as(played.err()).isZero();
        List<String> header = List.of(
                Files.readAllLines(results().resolve("arena.csv")).get(0).split(","));
        int compared = 0;
        for (String row : rows("arena.csv")) {
            List<String> cells = List.of(row.split(",", -1));
            String name = cells.get(header.indexOf("bot"));
            Matcher expected = Pattern.compile(name + ": about (\\d+) calls, .* out, (\\d+\\.\\d+) dollars")
                    .matcher(told(said.out()));
            if (expected.find()) {
                compared++;
                assertThat(Double.parseDouble(cells.get(header.indexOf("calls"))))
                        .isCloseTo(Double.parseDouble(expected.group(1)), Percentage.withPercentage(20));
                assertThat(Double.parseDouble(cells.get(header.indexOf("usd"))))
                        .isCloseTo(Double.parseDouble(expected.group(2)), Percentage.withPercentage(20));
            }
        }
        assertThat(compared).isEqualTo(models.size());
        assertThat(verify().exit()).isZero();
    }

    @Test
    void aDryRunWithoutModelsIsRefused() {
        assertThat(Typed.line("tournament", "--bot", "tft", "--bot", "dove", "--dry-run")
                        .err())
                .contains("error NO_MODEL");
    }

    @Test
    void aBudgetThatCannotFitIsRefusedBeforeAnythingIsAsked() throws Exception {
        Typed refused = tournament(model("\"max_calls\": 20"), 2);
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(told(refused.err())).contains("BUDGET_TOO_SMALL", "max_calls is 20");
        assertThat(asked).isEmpty();
        assertThat(results()).doesNotExist();
    }

    @Test
    void aBudgetThatIsSpentStopsTheRunAndALargerOneGoesOnWithoutPayingTwice() throws Exception {
        Typed whole = tournament(model(), 2);
        assertThat(whole.exit()).isZero();
        String matches = Files.readString(results().resolve("matches.csv"));
        int all = asked.size();
        List<String> before = List.copyOf(asked);
        Files.move(results(), folder.resolve("whole"));
        asked.clear();
        // Questions after offers come beside the one of each round, so that the least that is needed is not enough.
        int most = all - 3;
        Typed spent = tournament(model("\"max_calls\": " + most), 2);
        assertThat(spent.exit()).as(spent.err()).isEqualTo(1);
        assertThat(told(spent.err())).contains("BUDGET_SPENT", "truce tournament --resume " + results());
        assertThat(asked).hasSize(most);
        model("\"max_calls\": " + all);
        Typed resumed = Typed.line("tournament", "--resume", results().toString());
        assertThat(resumed.exit()).as(resumed.err()).isZero();
        assertThat(asked).hasSize(all).doesNotHaveDuplicates().doesNotContainAnyElementsOf(before);
        assertThat(Files.readString(results().resolve("matches.csv"))).isEqualTo(matches);
    }

    @Test
    void aDeadEndpointEndsTheRunWhichGoesOnWhenItAnswers() throws Exception {
        status = 401;
        Typed dead = tournament(model(), 2);
        assertThat(dead.exit()).isEqualTo(1);
        assertThat(told(dead.err()))
                .contains(
                        "ENDPOINT_DEAD", "HTTP 401", "cassette/bot-1.jsonl", "truce tournament --resume " + results());
        assertThat(rows("matches.csv")).isEmpty();
        status = 200;
        Typed resumed = Typed.line("tournament", "--resume", results().toString());
        assertThat(resumed.exit()).as(resumed.err()).isZero();
        assertThat(rows("calls.csv")).allMatch(row -> row.contains(",ok,200,"));
        assertThat(verify().exit()).isZero();
    }

    @Test
    void aModelThatIsAskedOtherwiseIsAnotherBot() throws Exception {
        status = 401;
        assertThat(tournament(model(), 2).exit()).isEqualTo(1);
        status = 200;
        model("\"memory\": \"transcript\"");
        Typed other = Typed.line("tournament", "--resume", results().toString());
        assertThat(other.exit()).isEqualTo(1);
        assertThat(other.err()).contains("BOT_CHANGED");
        model("\"max_usd\": 5");
        assertThat(Typed.line("tournament", "--resume", results().toString()).exit())
                .isZero();
    }

    @Test
    void aKeyThatIsMissingIsNamedByItsVariable() throws Exception {
        Typed refused = tournament(model("\"key_variable\": \"TRUCE_NO_SUCH_KEY\""), 1);
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(told(refused.err())).contains("KEY_MISSING", "TRUCE_NO_SUCH_KEY");
        assertThat(results()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serve-bot BOT",
                "demo --us BOT --cn tft",
                "demo --us tft --cn BOT",
                "play --vs BOT",
            })
    void aKeyThatIsMissingIsTheSameFaultForServeBotDemoAndPlay(String line) throws Exception {
        String bot = model("\"key_variable\": \"TRUCE_NO_SUCH_KEY\"");
        Typed refused = Typed.line(line.replace("BOT", bot).split(" "));
        assertThat(refused.exit()).as(refused.err()).isEqualTo(1);
        assertThat(told(refused.err())).contains("KEY_MISSING", "TRUCE_NO_SUCH_KEY");
    }

    @Test
    void aModelIsExaminedThroughItsCommand() throws Exception {
        Typed refused = Typed.line("check-bot", "--cmd", model());
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(told(refused.err())).contains("truce check-bot --cmd \"truce serve-bot model:");
    }

    @Test
    void aClusterIsRefused() throws Exception {
        List<String> words = new ArrayList<>(words(model(), 1));
        words.removeAll(List.of("--concurrency", "2"));
        words.addAll(List.of("--spark", "local"));
        Typed refused = Typed.line(words.toArray(String[]::new));
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(told(refused.err())).contains("share no cassette");
    }

    /** Kills the program after every few answers; what it was told before is not asked again. */
    @Test
    @Tag("jvm")
    void aRunThatIsKilledTwentyTimesPaysNoCallTwiceAndItsKeyIsNowhere() throws Exception {
        String bot = model("\"key_variable\": \"TRUCE_TEST_KEY\"");
        List<String> words = new ArrayList<>(words(bot, 3));
        int kills = 0;
        int code = -1;
        while (code != 0) {
            assertThat(kills).as("it comes to an end").isLessThan(60);
            Process process = start(words);
            int until = asked.size() + 5;
            boolean isKilled = kills < 20;
            after.set(() -> {
                if (isKilled && asked.size() >= until) {
                    process.destroyForcibly();
                }
            });
            code = process.waitFor();
            kills += code == 0 ? 0 : 1;
            words = List.of("tournament", "--resume", results().toString());
        }
        assertThat(kills).isEqualTo(20);
        List<String> paid = asked.stream().distinct().toList();
        assertThat(rows("calls.csv")).hasSameSizeAs(paid);
        // Two threads play: when the program is killed, at most two calls are on their way, and an endpoint knows them
        // by their name.
        assertThat(asked.size() - paid.size()).isLessThanOrEqualTo(2 * kills);
        String tape = Files.readString(results().resolve("cassette").resolve("bot-1.jsonl"));
        long lines = tape.lines()
                .filter(line -> line.startsWith("{\"kind\":\"asked\""))
                .count();
        long answers = tape.lines()
                .filter(line -> line.startsWith("{\"kind\":\"answered\""))
                .count();
        assertThat(answers).isEqualTo(paid.size());
        // Asked again was only what had no answer when the program was killed.
        assertThat((long) asked.size() - paid.size()).isLessThanOrEqualTo(lines - answers);
        assertThat(verify().exit()).isZero();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("planted-key-42");
            }
        }
    }

    private Process start(List<String> words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Truce.class.getName()));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("out.log").toFile()));
        builder.environment().putAll(Map.of("TRUCE_TEST_KEY", "planted-key-42"));
        return builder.start();
    }
}
