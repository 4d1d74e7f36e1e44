package dev.truce.web.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.truce.story.bundles.Bundles;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What a seat of the page may do about an accusation, and what it is told of one against it. */
class AccusationScreenTest {
    private final AccusedMatches matches = new AccusedMatches();

    AccusationScreenTest() throws IOException {}

    private static List<Boolean> chosen(JsonNode screen) {
        return screen.path("accusation").path("choices").findValues("chosen").stream()
                .map(JsonNode::asBoolean)
                .toList();
    }

    @Test
    void aHeadDecidesAndMayChangeItsMindUntilTheClose() throws IOException {
        JsonNode screen = matches.accusing("opport");
        JsonNode card = screen.path("accusation");
        assertThat(card.path("title").asText()).startsWith("You accuse China: ");
        assertThat(card.path("odds").asText())
                .matches("By what you know: (about \\d|less than 1|more than 9) in 10 that it is true\\.");
        assertThat(card.path("tens").asInt()).isBetween(0, 10);
        assertThat(card.path("choices").path(1).path("line").asText()).startsWith("JUDGE CN.");
        assertThat(card.path("choices").findValuesAsText("name")).containsExactly("let it rest", "inspect", "suspend");
        assertThat(card.path("choices").findValuesAsText("expected"))
                .hasSize(3)
                .allMatch(points -> points.matches("[+-]?\\d+\\.\\d"));
        assertThat(chosen(screen)).containsExactly(true, false, false);
        assertThat(screen.path("inaction").asText()).contains("accusation on ").doesNotContain("CN.");

        String suspend = card.path("choices").path(2).path("line").asText();
        String inspect = card.path("choices").path(1).path("line").asText();
        assertThat(chosen(matches.told("type " + suspend))).containsExactly(false, false, true);
        screen = matches.told("type " + inspect);
        assertThat(chosen(screen)).containsExactly(false, true, false);
        assertThat(screen.path("said").asText()).startsWith(Bundles.inEnglish("accusation.decided", "inspect"));
        assertThat(chosen(matches.told(
                        "type " + card.path("choices").path(0).path("line").asText())))
                .containsExactly(true, false, false);
        assertThat(matches.closes().path("accusation").path("title").asText()).isEmpty();
    }

    @Test
    void aSideThatKeptItsWordIsToldSo() throws IOException {
        assertThat(accused("")).contains(Bundles.inEnglish("accusation.kept"));
    }

    @Test
    void aSideThatFellShortIsToldByHowMuch() throws IOException {
        assertThat(accused("PACE=")).containsPattern("You were .* short: if that is found, it costs you 14 points");
    }

    /** Plays until China accuses the US, whose own orders are the lowest level of a lever, or none. */
    private String accused(String lever) throws IOException {
        Predicate<JsonNode> isAccused =
                screen -> !screen.path("accusation").path("against").isEmpty();
        JsonNode screen = matches.until("hold", isAccused, each -> {
            for (JsonNode one : each.path("levers")) {
                if (lever.equals(one.path("word").asText() + "=")) {
                    matches.told("choose " + one.path("word").asText() + " " + lowest(one));
                    matches.told("seal");
                }
            }
        });
        assertThat(screen.path("accusation").path("against_title").asText()).isEqualTo("You stand accused");
        return screen.path("accusation").path("against").toString();
    }

    private static int lowest(JsonNode lever) {
        int step = 0;
        while (!lever.path("steps").path(step).path("legal").asBoolean()) {
            step++;
        }
        return step;
    }
}
