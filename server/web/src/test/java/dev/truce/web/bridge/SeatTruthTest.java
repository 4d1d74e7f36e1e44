package dev.truce.web.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.truce.engine.board.Instrument;
import dev.truce.story.bundles.Bundles;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What one part of a seat says agrees with what another says of the same thing, in every round. */
class SeatTruthTest {
    private static final int MOST_ROUNDS = 16;
    private static final List<String> MATCHES =
            List.of("US hold 7", "CN liar 1", "US liar 7", "US negotiator 7", "CN gtft 3");

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
                        "-(\\d+\\.\\d)\\s+" + Bundles.inEnglish("cause.plain.OWN_TEXT"),
                        reveal.path("why").toString());
                assertThat(Double.parseDouble(why))
                        .isBetween(Double.parseDouble(saves) - .15, Double.parseDouble(saves) + .15);
                told("on");
            }
        });
        assertThat(due[0]).isPositive();
    }

    /** What a round is told by stands beside what binds in the next one. */
    @Test
    void aHeadlineDoesNotContradictWhatBindsNext() throws IOException {
        int[] bound = new int[1];
        plays(screen -> {
            for (JsonNode offer : screen.path("what_if").path("offers")) {
                told("accept " + offer.path("name").asText());
            }
            JsonNode reveal = told("ready").path("reveal");
            String headline = reveal.path("headline").asText();
            String next = reveal.path("next").path(0).asText();
            if (next.matches("(Agreement until.*|.*; truce until.*)")) {
                assertThat(headline).doesNotContain("Nothing binds");
                bound[0]++;
            }
            if (headline.matches(".*[Tt]he truce (binds|stays).*")) {
                assertThat(next).contains("truce until");
            }
            if (headline.contains("The agreement binds")) {
                assertThat(next).startsWith("Agreement until");
            }
            told("on");
        });
        assertThat(bound[0]).isPositive();
    }

    /** An offer without anything new says so, and one that prolongs the truce is no agreement. */
    @Test
    void anOfferSaysWhatItIs() throws IOException {
        told("play busan-2025 US hold 7");
        JsonNode longer =
                told("type offer renew for 4").path("what_if").path("offers").path(0);
        assertThat(longer.path("title").asText())
                .matches("You offered " + Bundles.inEnglish("offer.what.longer", "until round \\d+"));
        for (JsonNode side : longer.path("terms").path("sides")) {
            assertThat(side.path("rows")).isEmpty();
            assertThat(side.path("rest").asText()).matches("Nothing new: all \\d+ as now");
        }
        told("withdraw US-1");
        JsonNode deal = told("type offer truce; SOY>=9 for 3")
                .path("what_if")
                .path("offers")
                .path(0);
        assertThat(deal.path("title").asText()).isEqualTo("You offered an agreement for 3 rounds");
        JsonNode deeds = told("ready").path("reveal").path("deeds");
        assertThat(deeds.path(0).path("lines").toString()).contains("Offered an agreement for 3 rounds.");
        int[] signed = new int[1];
        plays(screen -> {
            String signs = "";
            for (JsonNode offer : screen.path("what_if").path("offers")) {
                String what =
                        "Signed what " + offer.path("title").asText().replaceFirst(" offers ", " offered: ") + ".";
                // A side accepts one offer a round.
                signs = signs.isEmpty() ? what : signs;
                told("accept " + offer.path("name").asText());
            }
            JsonNode both = told("ready").path("reveal").path("deeds");
            String own = both.path("You".equals(both.path(0).path("name").asText()) ? 0 : 1)
                    .path("lines")
                    .toString();
            if (!signs.isEmpty() && own.contains("Signed")) {
                assertThat(own).containsIgnoringCase(signs);
                signed[0]++;
            }
            told("on");
        });
        assertThat(signed[0]).isPositive();
    }

    /** Whatever a draft breaks, its price stands beside it. */
    @Test
    void whatBreaksSomethingHasItsPrice() throws IOException {
        int[] seen = new int[2];
        for (String match : MATCHES) {
            for (JsonNode lever : told("play busan-2025 " + match).path("levers")) {
                String word = lever.path("word").asText();
                for (int level = 0; level < lever.path("steps").size(); level++) {
                    String breach =
                            told("choose " + word + " " + level).path("breach").asText();
                    assertThat(breach)
                            .matches(
                                    "|Careful: this breaks [^;]*\\(-\\d+\\.\\d\\)\\."
                                            + "|Careful: this falls short of [^;]* in secret: .* in 10 that you are accused, and \\d+ points if it is found\\.");
                    seen[0] += breach.contains("breaks") ? 1 : 0;
                    seen[1] += breach.contains("in secret") ? 1 : 0;
                }
                told("choose " + word + " -1");
            }
        }
        assertThat(seen).doesNotContain(0);
    }

    @Test
    void whatIsSealedIsNotAskedForAgain() throws IOException {
        told("play busan-2025 US hold 7");
        told("choose FENT 3");
        JsonNode sealed = told("seal");
        assertThat(sealed.path("labels").path("seal").asText()).isEqualTo("Sealed: 1 order");
        assertThat(sealed.path("what_if").path("is_sealed").asBoolean()).isTrue();
        JsonNode other = told("choose RECIP 2");
        assertThat(other.path("seal").asText()).isEqualTo("Seal 2 orders");
        assertThat(other.path("is_sealed").asBoolean()).isFalse();
        assertThat(told("undo").path("labels").path("seal").asText()).isEqualTo("Seal 2 orders");
    }

    /** A second offer of a round is refused before it is put together, and the first can be withdrawn there. */
    @Test
    void aSecondProposalIsRefusedBeforeItIsMade() throws IOException {
        told("play busan-2025 US hold 7");
        assertThat(told("screen").path("barring")).isEmpty();
        told("type offer truce; SOY>=9 for 3");
        JsonNode barred = told("deal");
        assertThat(barred.has("deal")).isFalse();
        assertThat(barred.path("said").asText())
                .isEqualTo(barred.path("barring").path("text").asText())
                .startsWith(Bundles.inEnglish("deal.barred"));
        assertThat(barred.path("barring").path("name").asText())
                .isEqualTo(barred.path("what_if")
                        .path("offers")
                        .path(0)
                        .path("name")
                        .asText());
        told("withdraw US-1");
        assertThat(told("deal").has("deal")).isTrue();
    }

    @Test
    void leversThatAreKeptByOrderAreOneSentence() throws IOException {
        told("play busan-2025 US hold 7");
        told("type FENT=10; RECIP=10");
        told("seal");
        JsonNode lines = told("ready").path("reveal").path("deeds").path(0).path("lines");
        assertThat(lines).hasSize(1);
        assertThat(lines.path(0).asText())
                .isEqualTo("Kept by order: fentanyl tariff at 10%, reciprocal tariff at 10%.");
    }

    /** The button that stands out is the one that is good for the seat. */
    @Test
    void whatIsGoodToSignIsNotSentBackFirst() throws IOException {
        int[] seen = new int[2];
        plays(screen -> {
            for (JsonNode offer : screen.path("what_if").path("offers")) {
                JsonNode verdict = offer.path("terms").path("verdict");
                boolean good = verdict.path("sentence").asText().startsWith("Good for you")
                        && verdict.path("enters").asBoolean();
                assertThat(offer.path("good").asBoolean()).isEqualTo(good);
                seen[good ? 1 : 0]++;
            }
        });
        assertThat(seen).doesNotContain(0);
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
                    assertThat(after.path("told").toString()).doesNotContainPattern(NOTATION);
                    assertThat(after.path("end_all")).isNotEmpty();
                    told[1]++;
                }
            });
        }
        assertThat(told).doesNotContain(0);
        assertThat("CN ENFORCE (from signals), PORT 0->50, Dy 280=").containsPattern(NOTATION);
    }

    /** On a seat and in a record notation stands only where somebody asks for it. */
    @Test
    void whatIsNotAskedForHasNoNotation() throws IOException {
        int[] seen = new int[3];
        String[] record = new String[1];
        for (String language : List.of("en", "zh")) {
            program.answer("texts " + HandedTexts.of(language));
            plays(screen -> {
                for (JsonNode offer : screen.path("what_if").path("offers")) {
                    for (String part : List.of("title", "terms", "until", "when", "about")) {
                        assertThat(offer.path(part).toString()).as(part).doesNotContainPattern(NOTATION);
                    }
                    assertThat(offer.path("blocks").toString()).containsPattern(NOTATION);
                    seen[0]++;
                }
                for (JsonNode panel : screen.path("panels")) {
                    assertThat(panel.path("blocks").toString())
                            .as(panel.path("name").asText())
                            .doesNotContainPattern(NOTATION);
                    seen[1] += panel.path("folded").isEmpty() ? 0 : 1;
                }
                JsonNode after = told("ready");
                record[0] =
                        after.path("over").asBoolean() ? after.path("record").asText() : record[0];
            });
            told("record " + record[0]);
            for (int round = 1; round <= MOST_ROUNDS; round++) {
                JsonNode walked = told("round " + round);
                assertThat(walked.path("blocks").toString()).doesNotContainPattern(NOTATION);
                assertThat(walked.path("told").toString()).doesNotContainPattern(NOTATION);
                seen[2] += walked.path("folded").isEmpty() ? 0 : 1;
            }
        }
        assertThat(seen).doesNotContain(0);
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
