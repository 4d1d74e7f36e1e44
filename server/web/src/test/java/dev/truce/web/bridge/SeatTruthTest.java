package dev.truce.web.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.truce.engine.board.Instrument;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What one part of a seat says agrees with what another says of the same thing, in every round. */
class SeatTruthTest {
    private static final int MOST_ROUNDS = 16;
    private static final List<String> MATCHES = List.of("US hold 7", "CN liar 1", "US negotiator 7", "CN gtft 3");

    private final PageProgram program = PageProgram.quick();

    SeatTruthTest() throws IOException {
        program.answer("texts " + HandedTexts.of("en"));
    }

    private JsonNode told(String request) throws IOException {
        return new ObjectMapper().readTree(program.answer(request));
    }

    /** Looks at the screen of a round before it closes. */
    @FunctionalInterface
    private interface Round {
        void looks(JsonNode screen) throws IOException;
    }

    private void plays(Round round) throws IOException {
        for (String match : MATCHES) {
            JsonNode screen = told("play busan-2025 " + match);
            for (int at = 1; at <= MOST_ROUNDS && !screen.path("over").asBoolean(); at++) {
                round.looks(screen);
                told("ready");
                screen = told("on");
            }
        }
    }

    private static String layer(JsonNode screen, int round) {
        for (JsonNode one : screen.path("ribbon").path("rounds")) {
            if (one.path("number").asInt() == round) {
                return one.path("layer").asText();
            }
        }
        return "";
    }

    @Test
    void whatEndsWithTheRoundIsSaid() throws IOException {
        int[] seen = new int[2];
        plays(screen -> {
            int round = screen.path("round").asInt();
            boolean ends =
                    !layer(screen, round).isEmpty() && layer(screen, round + 1).isEmpty();
            seen[ends ? 1 : 0]++;
            String said = screen.path("inaction").asText();
            if (ends) {
                assertThat(said).contains("ends with this round");
            } else if (layer(screen, round).equals(layer(screen, round + 1))) {
                assertThat(said).doesNotContain("the truce is kept and ends");
            }
        });
        assertThat(seen).doesNotContain(0);
    }

    private static String matched(String pattern, String text) {
        return text.matches("(?s).*" + pattern + ".*") ? text.replaceFirst("(?s).*" + pattern + ".*", "$1") : "";
    }

    @Test
    void thePriceOfNoProposalIsOneFigure() throws IOException {
        int[] due = new int[1];
        plays(screen -> {
            String saves = matched("saves (\\d+\\.\\d)", screen.path("saves").asText());
            String head =
                    matched(": -(\\d+\\.\\d) a round", screen.path("heads").toString());
            String footer = matched(
                    "proposed nothing costs (\\d+\\.\\d)",
                    screen.path("inaction").asText());
            assertThat(List.of(head, footer)).containsOnly(saves);
            if (!saves.isEmpty()) {
                due[0]++;
                JsonNode reveal = told("ready").path("reveal");
                String why = matched(
                        "-(\\d+\\.\\d)\\s+no proposal of your own",
                        reveal.path("why").toString());
                assertThat(Double.parseDouble(why))
                        .isBetween(Double.parseDouble(saves) - .15, Double.parseDouble(saves) + .15);
                told("on");
            }
        });
        assertThat(due[0]).isPositive();
    }

    /** What was sent either counts, or it is said why it does not. */
    @Test
    void aProposalThatDoesNotCountSaysWhy() throws IOException {
        int counted = 0;
        for (List<String> clicks : List.of(
                List.of("deal"),
                List.of("deal", "give CN.SOY 1"),
                List.of("deal", "give US.FENT 1"),
                List.of("deal", "give US.FENT 1", "give US.RECIP 1", "give CN.SOY 1"))) {
            told("play busan-2025 US hold 7");
            JsonNode table = null;
            for (String click : clicks) {
                table = told(click);
            }
            String foretold = table.path("own").asText();
            JsonNode after = told("propose");
            String said = after.path("said").asText();
            boolean counts = after.path("saves").asText().isEmpty();
            counted += counts ? 1 : 0;
            if (said.startsWith("Sent.")) {
                assertThat(foretold).as(clicks.toString()).startsWith(counts ? "It counts" : "It does not count");
                assertThat(said.contains("does not count")).isEqualTo(!counts);
            }
        }
        assertThat(counted).isBetween(1, 3);
    }

    /** Words of levers as they are typed, arrows, signs of a trend, and commands. */
    private static final Pattern NOTATION = Pattern.compile("->|[<>]=|\\d[v^=]|\\bwhy change\\b|\\b("
            + Arrays.stream(Instrument.values())
                    .map(Instrument::word)
                    .distinct()
                    .collect(Collectors.joining("|")) + ")\\b");

    @Test
    void aRoundAndTheEndAreToldWithoutNotation() throws IOException {
        int[] told = new int[2];
        for (String language : List.of("en", "zh")) {
            program.answer("texts " + HandedTexts.of(language));
            plays(screen -> {
                JsonNode reveal = told("ready").path("reveal");
                for (String part : List.of("headline", "deeds", "changed", "why", "next")) {
                    assertThat(reveal.path(part).toString()).as(part).doesNotContainPattern(NOTATION);
                }
                told[0]++;
                JsonNode after = told("on");
                if (after.path("over").asBoolean()) {
                    assertThat(after.path("end").toString()).doesNotContainPattern(NOTATION);
                    assertThat(after.path("end_all")).isNotEmpty();
                    told[1]++;
                }
            });
        }
        assertThat(told).doesNotContain(0);
        assertThat("CN ENFORCE (from signals), PORT 0->50, Dy 280=").containsPattern(NOTATION);
    }

    @Test
    void anInspectionTellsItsResult() throws IOException {
        int inspected = 0;
        for (int seed = 1; seed <= 3; seed++) {
            JsonNode screen = told("play busan-2025 US opport " + seed);
            for (int at = 1; at <= MOST_ROUNDS && !screen.path("over").asBoolean(); at++) {
                JsonNode choices = screen.path("accusation").path("choices");
                if (!choices.isEmpty()) {
                    told("type " + choices.get(1).path("line").asText());
                    String deeds = told("ready").path("reveal").path("deeds").toString();
                    assertThat(deeds).containsPattern("Inspected: [^.]*\\. (A|No) shortfall was found\\.");
                    inspected++;
                } else {
                    told("ready");
                }
                screen = told("on");
            }
        }
        assertThat(inspected).isPositive();
    }
}
