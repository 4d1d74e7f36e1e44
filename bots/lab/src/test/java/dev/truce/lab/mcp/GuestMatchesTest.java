package dev.truce.lab.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.truce.bot.line.json.JsonText;
import dev.truce.bots.Roster;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.scenario.Scenarios;
import dev.truce.story.words.Language;
import dev.truce.tournament.result.MatchFolder;
import dev.truce.tournament.tools.ToolSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the tools say, without a protocol around them. */
@Timeout(240)
class GuestMatchesTest {
    private static final Scenario SCENARIO = Scenarios.busan2025();
    private static final Rules RULES = Rules.of(SCENARIO);
    private static final long SEED = 731_955_018_264_409L;

    @TempDir
    private Path temporary = Path.of("");

    private final AtomicLong nanos = new AtomicLong();
    private MatchFolder folder;
    private GuestMatches matches;
    private MatchTools tools;

    @BeforeEach
    void open() throws IOException {
        open("negotiator");
    }

    private void open(String against) throws IOException {
        ToolSetup setup =
                new ToolSetup(RULES, 6, Roster.find(against).orElseThrow(), OptionalLong.of(SEED), Language.EN);
        folder = MatchFolder.open(temporary, RULES, "{}");
        matches = new GuestMatches(setup, folder, nanos::get);
        tools = new MatchTools(setup, matches);
    }

    @AfterEach
    void close() throws Exception {
        matches.close();
        folder.close();
    }

    private Map<String, Object> call(String tool, Map<String, Object> arguments) throws Exception {
        return JsonText.object(tools.call(tool, arguments));
    }

    private String refusal(String tool, Map<String, Object> arguments) {
        return catchThrowableOfType(ToolRefusal.class, () -> tools.call(tool, arguments))
                .refusal()
                .code()
                .name();
    }

    @Test
    void noToolShowsWhatTheOtherSideHidesBeforeTheEnd() throws Exception {
        StringBuilder shown = new StringBuilder();
        Map<String, Object> seen = call("new_match", Map.of("side", "US"));
        String match = seen.get("match").toString();
        while (!Boolean.TRUE.equals(seen.get("over"))) {
            shown.append(tools.call("rules", Map.of()))
                    .append(tools.call("look", Map.of("match", match)))
                    .append(tools.call("what_if", Map.of("match", match, "orders", Map.of("PORT", "80"))));
            assertThat(refusal("record", Map.of("match", match))).isEqualTo("NOT_OVER");
            Map<?, ?> position = (Map<?, ?>) seen.get("position");
            Map<?, ?> levels = (Map<?, ?>) position.get("levels");
            for (String hidden : List.of("CN.SOY", "CN.PACE", "CN.ENFORCE")) {
                assertThat(levels.get(hidden)).as(hidden).isNull();
            }
            assertThat(levels.get("US.PACE")).isNotNull();
            Set<String> sides = new TreeSet<>();
            ((List<?>) position.get("red_lines")).forEach(line -> sides.add(String.valueOf(line)));
            assertThat(sides).isNotEmpty().noneMatch(line -> line.contains("CN."));
            seen = call("end", Map.of("match", match));
        }
        String record =
                call("record", Map.of("match", match, "text", true)).get("text").toString();
        long seed = (Long) call("record", Map.of("match", match)).get("seed");
        assertThat(record).contains(Long.toString(seed));
        assertThat(shown.toString()).doesNotContain(Long.toString(seed)).doesNotContain(Long.toString(SEED));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "look|{}|BAD_ARGUMENT",
                "look|{\"match\": 7}|BAD_ARGUMENT",
                "look|{\"match\": \"x\", \"seat\": 1}|BAD_ARGUMENT",
                "look|{\"match\": \"x\"}|UNKNOWN_MATCH",
                "new_match|{\"side\": \"EU\"}|BAD_ARGUMENT",
                "peek|{}|UNKNOWN_TOOL",
                "act|{\"orders\": {\"PORT\": \"80; NOTICE\"}}|BAD_ARGUMENT",
                "act|{\"orders\": []}|BAD_ARGUMENT",
                "act|{\"orders\": {\"CN.SOY\": \"8\"}}|ILLEGAL",
                "act|{\"accept\": \"CN-99\"}|ILLEGAL",
                "act|{\"offer\": \"{US.FENT<=6; for 3}\"}|ILLEGAL",
                "say|{}|BAD_ARGUMENT",
                "say|{\"statement\": \"SAY own x\"}|BAD_ARGUMENT",
                "say|{\"statement\": \"nonsense\"}|ILLEGAL",
                "what_if|{\"orders\": 3}|BAD_ARGUMENT",
                "what_if|{\"orders\": {\"PORT\": \"81\"}}|ILLEGAL",
                "record|{}|NOT_OVER",
            })
    void whatIsWrongHasACodeAndChangesNothing(String tool, String arguments, String code) throws Exception {
        String match = call("new_match", Map.of()).get("match").toString();
        String before = tools.call("look", Map.of("match", match));
        Map<String, Object> given = JsonText.object(arguments);
        if (!tool.equals("look")) {
            given.put("match", match);
        }
        if (tool.equals("new_match") || tool.equals("peek")) {
            given.remove("match");
        }
        assertThat(refusal(tool, given)).isEqualTo(code);
        assertThat(tools.call("look", Map.of("match", match))).isEqualTo(before);
    }

    @Test
    void openMatchesAreBoundedAndWhoDoesNotComeBackMakesWay() throws Exception {
        List<String> handles = new ArrayList<>();
        for (int i = 0; i < GuestMatches.MAX_OPEN; i++) {
            handles.add(call("new_match", Map.of()).get("match").toString());
        }
        assertThat(handles).doesNotHaveDuplicates();
        assertThat(refusal("new_match", Map.of())).isEqualTo("TOO_MANY_MATCHES");
        nanos.addAndGet(Duration.ofHours(1).toNanos());
        call("look", Map.of("match", handles.get(0)));
        call("new_match", Map.of());
        matches.of(handles.get(1)).join();
        assertThat(call("look", Map.of("match", handles.get(1)))).containsEntry("over", true);
        assertThat(call("look", Map.of("match", handles.get(0)))).containsEntry("ask", "decide");
        assertThat(Files.readAllLines(temporary.resolve("matches.jsonl")))
                .hasSize(1)
                .element(0)
                .asString()
                .contains("\"us_ending\":\"no-answer\"", "\"us_no_answers\":6");
    }
}
