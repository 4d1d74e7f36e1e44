package dev.truce.web.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An agreement is proposed, sent back, refused and withdrawn by clicks, each the same as what is typed. */
class DealByHandTest {
    private static final int MOST_SEEDS = 60;

    private PageProgram program = PageProgram.quick();

    DealByHandTest() throws IOException {
        program.answer("texts " + HandedTexts.of("en"));
    }

    private JsonNode told(String request) throws IOException {
        return new ObjectMapper().readTree(program.answer(request));
    }

    private String record(List<String> requests) throws IOException {
        program = PageProgram.quick();
        program.answer("texts " + HandedTexts.of("en"));
        for (String request : requests) {
            told(request);
        }
        return told("stop").path("record").asText();
    }

    @Test
    void aProposalFromNothingIsWhatIsTyped() throws IOException {
        String match = "play busan-2025 US hold 7";
        List<String> clicks = List.of(match, "deal", "give CN.SOY 1", "give CN.SOY 1", "propose", "ready");
        String byHand = record(clicks);
        assertThat(byHand).contains("CN.SOY>=9");
        assertThat(byHand).isEqualTo(record(List.of(match, "type offer truce; SOY>=9 for 3", "ready")));
        assertThat(record(List.of(
                        match,
                        "deal",
                        "give CN.SOY 1",
                        "give CN.SOY 1",
                        "announce yes",
                        "lasts 1",
                        "propose",
                        "ready")))
                .isEqualTo(record(List.of(match, "type offer truce; SOY>=9 for 1 communique", "ready")));
    }

    @Test
    void whatIsProposedIsWithdrawn() throws IOException {
        String match = "play busan-2025 US hold 7";
        assertThat(record(List.of(match, "deal", "give CN.SOY 1", "propose", "withdraw US-1", "ready")))
                .isEqualTo(record(List.of(match, "type offer truce; SOY>=8 for 3", "type withdraw US-1", "ready")));
    }

    @Test
    void whatIsTakenBackLeavesNothing() throws IOException {
        told("play busan-2025 US hold 7");
        assertThat(told("deal").path("deal").path("sides")).hasSize(2);
        assertThat(told("leave").has("deal")).isFalse();
        told("deal");
        JsonNode closed = told("ready");
        assertThat(closed.has("deal"))
                .as("a new round begins with an empty table")
                .isFalse();
    }

    @Test
    void noLengthVanishesWhileTermsChange() throws IOException {
        told("play busan-2025 US hold 7");
        int lengths = told("deal").path("deal").path("lengths").size();
        assertThat(lengths).isGreaterThan(3);
        int open = lengths;
        for (String change : List.of("give CN.SOY 1", "announce yes", "lasts 1", "announce no", "give US.FENT 1")) {
            JsonNode all = told(change).path("deal").path("lengths");
            assertThat(all.size()).as(change).isEqualTo(lengths);
            open = Math.min(open, (int)
                    all.findValuesAsText("open").stream().filter("true"::equals).count());
        }
        assertThat(open).as("lengths that the terms allow").isBetween(1, lengths - 1);
    }

    @Test
    void anOfferIsSentBackWithTheRedLinesSparedOrRefused() throws IOException {
        int spared = 0;
        int seen = 0;
        for (int seed = 1; seed <= MOST_SEEDS && spared < 3; seed++) {
            String match = "play busan-2025 US negotiator " + seed;
            JsonNode offer = offer(told(match));
            if (offer == null) {
                continue;
            }
            seen++;
            String name = offer.path("name").asText();
            judged(offer);
            assertThat(record(List.of(match, "refuse " + name, "ready")))
                    .isEqualTo(record(List.of(match, "type refuse " + name, "ready")));
            told(match);
            JsonNode table = told("deal " + name).path("deal");
            assertThat(table.path("verdict").path("cases")).isNotEmpty();
            assertThat(table.path("spares").asBoolean())
                    .isEqualTo(!table.path("verdict").path("lines").isEmpty());
            if (table.path("spares").asBoolean()) {
                spared++;
                table = told("spare").path("deal");
                assertThat(table.path("spares").asBoolean()).isFalse();
                assertThat(table.path("verdict").path("lines")).isEmpty();
                assertThat(told("propose").path("said").asText()).startsWith("Sent.");
                // A record tells the rounds that have closed.
                told("ready");
                assertThat(told("stop").path("record").asText()).contains("COUNTER " + name);
            }
        }
        assertThat(List.of(seen, spared)).allMatch(count -> count > 0);
    }

    @Test
    void besideTwoTextsItSaysWhichOfThemCounts() throws IOException {
        int both = 0;
        for (int seed = 1; seed <= MOST_SEEDS && both == 0; seed++) {
            if (offer(told("play busan-2025 US negotiator " + seed)) == null) {
                continue;
            }
            JsonNode offers =
                    told("type offer truce; SOY>=9 for 3").path("what_if").path("offers");
            if (offers.size() == 2) {
                both++;
                assertThat(offers.findValuesAsText("rivals"))
                        .allMatch(
                                text -> text.matches("If each side signs the other's text, (your|their) text counts.*"))
                        .doesNotContain("explain");
                assertThat(offers.findValuesAsText("rivals").get(0))
                        .isEqualTo(offers.findValuesAsText("rivals").get(1));
            }
        }
        assertThat(both).isEqualTo(1);
    }

    private static JsonNode offer(JsonNode screen) {
        for (JsonNode offer : screen.path("what_if").path("offers")) {
            if (!offer.path("ours").asBoolean()) {
                return offer;
            }
        }
        return null;
    }

    /** The figures of the verdict are those of the forecast in the terminal's table. */
    private static void judged(JsonNode offer) {
        String forecast = offer.path("blocks").toString();
        JsonNode cases = offer.path("terms").path("verdict").path("cases");
        assertThat(cases.size()).isBetween(2, 3);
        assertThat(cases.findValuesAsText("score"))
                .allSatisfy(score -> assertThat(forecast).contains("\"" + score + " / "));
    }
}
