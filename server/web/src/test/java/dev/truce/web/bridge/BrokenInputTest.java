package dev.truce.web.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.truce.web.browser.Browser;
import dev.truce.web.browser.RealServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page is compiled without the checks by which Java throws of itself. So what somebody gives it to read, however broken, has to be
 * refused by what the program itself checks: it is answered in the page as on the Java virtual machine, word for word.
 */
@Tag("browser")
class BrokenInputTest {
    private static final Path MATCH = Path.of("../match/src/test/resources/dev/truce/match/record/golden/match.twg");
    private static final int RECORDS = 300;
    private static final int ADDRESSES = 100;
    private static final int BROKEN_LINES = 40;
    private static final List<String> LINES =
            List.of("offer truce 2; US.FENT<=5; CN.RECIP<=0", "FENT=5", "say \"hello\"", "accept CN-1", "ready");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final String SEAT = "play busan-2025 US negotiator 7";
    /** What a number, a name or a line is seldom. */
    private static final List<String> ODD = List.of(
            "",
            "-1",
            "0",
            "99",
            "2147483648",
            "99999999999999999999",
            "-9223372036854775808",
            "1e308",
            "NaN",
            "\0",
            "\n",
            "\t",
            " ",
            "=",
            ";",
            "..",
            "\u00e9\u0301",
            "\ud83d\ude00",
            "\u8f6e",
            "x".repeat(300));

    @TempDir
    Path data;

    private final SplittableRandom random = new SplittableRandom(28);
    private final PageProgram java = PageProgram.quick();

    @Test
    void whatIsBrokenIsAnsweredAsInJava() throws Exception {
        List<String> requests = new ArrayList<>(List.of("texts " + HandedTexts.of("en")));
        String record = Files.readString(MATCH);
        for (String broken : broken(record, RECORDS)) {
            requests.add("record " + broken);
        }
        broken("busan-2025 US negotiator 7", ADDRESSES).forEach(broken -> requests.add("play " + broken));
        for (String line : LINES) {
            // Each begins anew, so that what one line did does not make the next one wrong.
            requests.add(SEAT);
            requests.add("type " + line);
            for (String broken : broken(line, BROKEN_LINES)) {
                requests.add(SEAT);
                requests.add("type " + broken);
            }
        }
        Map<String, Integer> seen = new LinkedHashMap<>();
        // What is said of a line that is right.
        Set<String> done = new HashSet<>();
        try (RealServer server = RealServer.start(data, 0);
                Browser browser = new Browser()) {
            browser.visit(server.page() + "#/play/busan-2025,US,negotiator,s7");
            for (String request : requests) {
                String expected = inJava(request);
                assertThat(told(inPage(browser, request))).as(request).isEqualTo(told(expected));
                String kind = request.substring(0, request.indexOf(' '));
                boolean taken = expected.contains("\"good\":true") || expected.contains("\"kind\":\"seat\"");
                if (kind.equals("type")) {
                    String answer = told(expected).path("said").asText();
                    if (LINES.contains(request.substring(kind.length() + 1))) {
                        done.add(answer);
                    }
                    taken = done.contains(answer);
                }
                seen.merge(kind + (taken ? " taken" : " refused"), 1, Integer::sum);
            }
            assertThat(told(inPage(browser, SEAT)))
                    .as("it plays on after all that")
                    .isEqualTo(told(inJava(SEAT)));
            assertThat(browser.console()).isEmpty();
        }
        System.out.println("broken input, answered in the page as in Java: " + seen);
        assertThat(seen.get("record refused")).isGreaterThan(RECORDS / 2);
        assertThat(seen.get("play refused")).isGreaterThan(ADDRESSES / 2);
        assertThat(seen.get("type refused")).isGreaterThan(LINES.size() * BROKEN_LINES / 2);
        assertThat(seen.get("type taken")).isGreaterThan(LINES.size());
    }

    /** An answer, whatever the order of its fields; of the first screen what it says, as the page knows more bots than this one. */
    private static JsonNode told(String answer) throws IOException {
        ObjectMapper json = new ObjectMapper();
        if (!answer.startsWith("{")) {
            return json.getNodeFactory().textNode(answer);
        }
        JsonNode screen = json.readTree(answer);
        return screen.path("kind").asText().equals("start") ? screen.path("said") : screen;
    }

    /** The words of a fault are those of the machine, which are not the page's. */
    private String inJava(String request) {
        try {
            return java.answer(request);
        } catch (RuntimeException fault) {
            return "fault";
        }
    }

    private static String inPage(Browser browser, String request) throws Exception {
        String quoted = new ObjectMapper().writeValueAsString(request);
        return browser.run("{ try { return truce.ask(" + quoted + "); } catch { return 'fault'; } }");
    }

    /** Changes a text at one to three places: a character, a stretch, or a line goes, comes twice, or becomes another. */
    private Iterable<String> broken(String text, int count) {
        LinkedHashSet<String> broken = new LinkedHashSet<>();
        while (broken.size() < count) {
            String changed = text;
            for (int times = random.nextInt(1, 4); times > 0; times--) {
                changed = brokenOnce(changed);
            }
            if (!changed.equals(text)) {
                broken.add(changed);
            }
        }
        return broken;
    }

    private String brokenOnce(String text) {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + random.nextInt(1, 12));
        String odd = ODD.get(random.nextInt(ODD.size()));
        List<String> lines = new ArrayList<>(List.of(text.split("(?<=[\n ])", -1)));
        int one = random.nextInt(lines.size());
        int other = random.nextInt(lines.size());
        switch (random.nextInt(10)) {
            case 0:
                return text.substring(0, at) + odd + text.substring(at);
            case 1:
                return text.substring(0, at) + odd + text.substring(end);
            case 2:
                return text.substring(0, at);
            case 3:
                return text.substring(0, at) + (char) random.nextInt(32, 127) + text.substring(end);
            case 4:
                lines.remove(one);
                break;
            case 5:
                lines.add(other, lines.get(one));
                break;
            case 6:
                lines.set(one, lines.set(other, lines.get(one)));
                break;
            case 7:
                return otherNumber(text, odd);
            default:
                // What can be read and does not replay: a level of another lever, or another round.
                return otherNumber(text, Integer.toString(random.nextInt(130)));
        }
        return String.join("", lines);
    }

    private String otherNumber(String text, String number) {
        List<MatchResult> numbers = NUMBER.matcher(text).results().toList();
        if (numbers.isEmpty()) {
            return text + number;
        }
        MatchResult one = numbers.get(random.nextInt(numbers.size()));
        return text.substring(0, one.start()) + number + text.substring(one.end());
    }
}
