package dev.truce.web.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.truce.story.bundles.Bundles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The first match has a guide for three rounds: it says what may be done and what it brings, and changes nothing. */
class GuideTest {
    private static final Path SCRIPT = Path.of("src/main/page/main.js");

    private PageProgram program = PageProgram.quick();

    GuideTest() throws IOException {
        program.answer("texts " + HandedTexts.of("en"));
    }

    private JsonNode told(String request) throws IOException {
        return new ObjectMapper().readTree(program.answer(request));
    }

    private static String match() throws IOException {
        Matcher seed = Pattern.compile("GUIDED = \"(\\d+)\"").matcher(Files.readString(SCRIPT));
        assertThat(seed.find()).isTrue();
        return "play busan-2025 US negotiator " + seed.group(1);
    }

    private static String guide(JsonNode screen) {
        return screen.path("guide").asText();
    }

    @Test
    void theFirstMatchGuidesThreeRounds() throws IOException {
        assertThat(guide(told(match()))).isEmpty();
        JsonNode first = told("guide on");
        String held = first.path("heads").path(1).path("small").asText().replace("doing nothing ", "");
        assertThat(guide(first))
                .startsWith("Guide, round 1 of 3. Aim high: holding alone brings " + held)
                .contains("crosses your red line");
        told("deal " + first.path("what_if").path("offers").path(0).path("name").asText());
        told("spare");
        assertThat(guide(told("propose"))).contains("Your own proposal is made");
        told("ready");
        JsonNode second = told("on");
        assertThat(guide(second))
                .startsWith("Guide, round 2 of 3. You accuse China")
                .contains(second.path("accusation").path("odds").asText().replaceAll(".*: (.* in 10).*", "$1"));
        told("ready");
        JsonNode third = told("on");
        Matcher tempted = Pattern.compile(
                        "Guide, round 3 of 3\\. You are tempted: .* would bring you ([+-]\\d+\\.\\d|0\\.0)"
                                + " this round; "
                                + Bundles.inEnglish("inaction.short", ".*", "about 4 in 10 .*\\d+ points")
                                + " if it is found\\..*")
                .matcher(guide(third));
        assertThat(tempted.matches()).as(guide(third)).isTrue();
        double gain = Double.parseDouble(tempted.group(1));
        assertThat(score(told("choose PACE 1")) - score(told("choose PACE -1"))).isBetween(gain - .11, gain + .11);
        told("ready");
        assertThat(guide(told("on"))).isEmpty();
    }

    private static double score(JsonNode whatIf) {
        return Double.parseDouble(whatIf.path("line").asText().replaceFirst(".*next quarter (-?\\d+\\.\\d),.*", "$1"));
    }

    /** What may be done, and what comes of it, is the same with a guide and without one; who leaves it hears no more of it. */
    @Test
    void aGuideChangesNothing() throws IOException {
        List<String> screens = new ArrayList<>();
        for (String guide : List.of("guide on", "guide off")) {
            told(match());
            StringBuilder all = new StringBuilder();
            for (int round = 1; round <= 4; round++) {
                JsonNode screen = told(guide);
                assertThat(guide(screen).isEmpty()).isEqualTo(guide.endsWith("off") || round == 4);
                all.append(screen.toString().replace(",\"guide\":" + screen.path("guide"), ""));
                told("ready");
                told("on");
            }
            screens.add(all.toString());
        }
        assertThat(screens.get(0)).isEqualTo(screens.get(1));
    }
}
