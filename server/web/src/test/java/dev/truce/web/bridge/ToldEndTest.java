package dev.truce.web.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The end of a match is told: its story, where the score moved most, and a line that can be passed on. */
class ToldEndTest {
    private static final int MOST_SENTENCES = 10;
    private static final int MOST_TURNS = 3;

    private final PageProgram program = PageProgram.quick();

    ToldEndTest() throws IOException {
        program.answer("texts " + HandedTexts.of("en"));
    }

    private JsonNode told(String request) throws IOException {
        return new ObjectMapper().readTree(program.answer(request));
    }

    private JsonNode ended(String match) throws IOException {
        JsonNode screen = told("play busan-2025 " + match);
        while (!screen.path("over").asBoolean()) {
            for (JsonNode offer : screen.path("what_if").path("offers")) {
                told("accept " + offer.path("name").asText());
            }
            told("ready");
            screen = told("on");
        }
        return screen;
    }

    /** The scores of the rounds of a side, as the figures of the match have them. */
    private static List<Double> scores(JsonNode screen, int column) {
        List<Double> scores = new ArrayList<>();
        for (JsonNode block : screen.path("end_all")) {
            JsonNode charts = block.path("charts");
            for (JsonNode row : charts.path(charts.size() - 1).path("rows")) {
                scores.add(row.path(column).asDouble());
            }
        }
        return scores;
    }

    private static List<Double> figures(String text) {
        List<Double> figures = new ArrayList<>();
        for (String word : text.split("[^0-9.-]+")) {
            if (word.matches("-?\\d+\\.\\d\\.?")) {
                figures.add(Double.parseDouble(word.replaceFirst("\\.$", "")));
            }
        }
        return figures;
    }

    @Test
    void aMatchIsToldByAtMostTenSentencesInOrder() throws IOException {
        for (String match : List.of("US negotiator 7", "CN liar 1", "US hold 3")) {
            JsonNode story = ended(match).path("told").path("story");
            assertThat(story.size()).isBetween(2, MOST_SENTENCES);
            int before = 0;
            for (int i = 0; i + 1 < story.size(); i++) {
                int round = story.path(i).path(0).asInt();
                assertThat(round).isGreaterThan(before);
                before = round;
            }
            assertThat(story.path(story.size() - 1).path(1).asText()).contains("The US scored");
        }
    }

    /** What is called a turn are the largest moves of the own score, and no other. */
    @Test
    void theTurnsAreTheLargestMovesOfTheOwnScore() throws IOException {
        int turned = 0;
        for (String match : List.of("US negotiator 7", "CN liar 1", "US opport 1")) {
            JsonNode screen = ended(match);
            List<Double> scores = scores(screen, match.startsWith("US") ? 1 : 2);
            assertThat(scores).hasSize(screen.path("round").asInt());
            JsonNode turns = screen.path("told").path("turns");
            assertThat(turns.size()).isLessThanOrEqualTo(MOST_TURNS);
            double least = Double.MAX_VALUE;
            List<Integer> rounds = new ArrayList<>();
            for (JsonNode turn : turns) {
                int round = turn.path("round").asInt();
                rounds.add(round);
                assertThat(figures(turn.path("small").asText()))
                        .isEqualTo(List.of(scores.get(round - 2), scores.get(round - 1)));
                least = Math.min(least, Math.abs(scores.get(round - 1) - scores.get(round - 2)));
                turned++;
            }
            assertThat(rounds).isSorted();
            for (int round = 2; round <= scores.size(); round++) {
                if (turns.size() == MOST_TURNS && !rounds.contains(round)) {
                    assertThat(Math.abs(scores.get(round - 1) - scores.get(round - 2)))
                            .isLessThanOrEqualTo(least + .01);
                }
            }
        }
        assertThat(turned).isPositive();
    }

    @Test
    void fromATurnTheMatchIsPlayedOn() throws IOException {
        JsonNode screen = ended("US negotiator 7");
        int round = screen.path("told").path("turns").path(0).path("round").asInt();
        assertThat(screen.path("branches").asBoolean()).isTrue();
        JsonNode branch = told(
                "branch " + round + " US negotiator " + screen.path("record").asText());
        assertThat(branch.path("round").asInt()).isEqualTo(round);
        assertThat(branch.path("over").asBoolean()).isFalse();
    }

    /** What is drawn again, as after a change of language, says what was said at first: the rounds as they were. */
    @Test
    void theEndIsTheSameHoweverOftenItIsDrawn() throws IOException {
        JsonNode screen = ended("US liar 1");
        assertThat(told("screen")).isEqualTo(screen);
    }

    @Test
    void theLineToShareHasTheResult() throws IOException {
        JsonNode screen = ended("US negotiator 7");
        JsonNode told = screen.path("told");
        int rounds = screen.path("round").asInt();
        assertThat(told.path("line").asText())
                .matches("truce · US [0-9.-]+ : China [0-9.-]+ · [▁-█]{" + rounds + "} · signed \\d+ · found \\d+")
                .contains(
                        "US " + told.path("figures").path(0).path("value").asText(),
                        "China " + told.path("figures").path(1).path("value").asText());
        assertThat(told.path("pictures").path(0).path("says").asText())
                .contains("You " + scores(screen, 1).get(rounds - 1))
                .contains("China " + scores(screen, 2).get(rounds - 1));
    }

    /** One round makes no line: each side's score is a point. */
    @Test
    void aMatchOfOneRoundShowsItsScoresAsPoints() throws IOException {
        told("play busan-2025 US hold 7");
        told("ready");
        told("on");
        told("stop");
        JsonNode told = told("screen").path("told");
        assertThat(told.path("turns")).isEmpty();
        for (JsonNode picture : told.path("pictures")) {
            assertThat(picture.toString()).containsOnlyOnce("[\"disc\",\"us\"").containsOnlyOnce("[\"disc\",\"cn\"");
        }
    }

    /** A match that was stopped before its first round closed has nothing to tell, and says that it is over. */
    @Test
    void aMatchWithoutARoundEndsToo() throws IOException {
        told("play busan-2025 US hold 7");
        told("stop");
        JsonNode screen = told("screen");
        assertThat(screen.path("over").asBoolean()).isTrue();
        assertThat(screen.has("told")).isFalse();
        assertThat(told("record " + screen.path("record").asText()).has("told")).isFalse();
    }
}
