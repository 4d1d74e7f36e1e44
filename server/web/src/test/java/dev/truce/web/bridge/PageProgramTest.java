package dev.truce.web.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.truce.match.record.verify.Verification;
import dev.truce.scenario.Scenarios;
import dev.truce.story.bundles.Bundles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The program as the page asks it, without a browser. */
class PageProgramTest {
    private final PageProgram program = PageProgram.quick();

    @Test
    void aMatchIsPlayedToItsEndAndItsRecordReplays() throws IOException {
        speak("en");
        JsonNode screen = told("play busan-2025 US tft 7");
        assertThat(screen.path("round").asInt()).isEqualTo(1);
        assertThat(screen.path("levers")).hasSizeGreaterThan(5);
        int rounds = 0;
        while (!screen.path("over").asBoolean()) {
            JsonNode lever = screen.path("levers").get(0);
            int level = (lever.path("level").asInt() + 1) % lever.path("steps").size();
            JsonNode whatIf = told("choose " + lever.path("word").asText() + " " + level);
            assertThat(whatIf.has("charts") || whatIf.has("refused")).isTrue();
            assertThat(told("seal").path("said").asText()).isNotEmpty();
            told("ready");
            screen = told("on");
            assertThat(++rounds).as("a round closes when the person is ready").isLessThan(64);
        }
        String record = screen.path("record").asText();
        JsonNode opened = told("record " + record);
        assertThat(opened.path("verdict").asText()).startsWith("Verified: all ");
        assertThat(told("round 1").path("round").asInt()).isEqualTo(1);
        assertThat(told("screen").path("kind").asText()).isEqualTo("record");
        assertThat(Verification.verify(
                        record.getBytes(StandardCharsets.UTF_8), it -> Optional.of(Scenarios.named(it.scenario()))))
                .isInstanceOf(Verification.Verified.class);
    }

    @Test
    void aRecordIsPlayedOnFromARoundAndTheBranchIsARecordOfItsOwn() throws IOException {
        speak("en");
        JsonNode screen = told("play busan-2025 US tft 7");
        while (!screen.path("over").asBoolean()) {
            screen = told("ready");
        }
        String was = screen.path("record").asText();
        told("record " + was);
        JsonNode shown = told("round 4");
        assertThat(shown.path("branch").path("head").asText()).isEqualTo(Bundles.inEnglish("web.branch", 4));
        JsonNode branch = told("branch 4 CN hawk " + was);
        assertThat(branch.path("round").asInt()).isEqualTo(4);
        assertThat(branch.path("side").asText()).isEqualTo("CN");
        told("type RECIP=54");
        told("seal");
        while (!branch.path("over").asBoolean()) {
            branch = told("ready");
        }
        branch = told("on");
        String now = branch.path("record").asText();
        assertThat(Verification.verify(
                        now.getBytes(StandardCharsets.UTF_8), it -> Optional.of(Scenarios.named(it.scenario()))))
                .isInstanceOf(Verification.Verified.class);
        assertThat(rounds(now).subList(0, 3)).isEqualTo(rounds(was).subList(0, 3));
        assertThat(rounds(now).get(3)).isNotEqualTo(rounds(was).get(3));
        assertThat(branch.path("end").toString())
                .contains(Bundles.inEnglish("lines.head", 4), Bundles.inEnglish("lines.score", "China"), "as it was");
    }

    /** What is said where the only order of a round is not sealed. */
    private static String unsealed(int round) {
        return Bundles.inEnglish("web.unsealed.one", 1, Bundles.inEnglish("web.ready", round));
    }

    /** Returns the lines of the rounds of a record, by round. */
    private static List<String> rounds(String record) {
        List<String> rounds = new ArrayList<>();
        for (String line : record.split("\n", -1)) {
            if (line.matches("[0-9]+\\. .*")) {
                rounds.add(line);
            } else if (!rounds.isEmpty()) {
                rounds.set(rounds.size() - 1, rounds.get(rounds.size() - 1) + line);
            }
        }
        return rounds;
    }

    @Test
    void bothLanguagesDrawTheSameScreen() throws IOException {
        speak("en");
        JsonNode english = told("play busan-2025 CN hawk 3");
        speak("zh");
        JsonNode chinese = told("screen");
        assertThat(chinese.path("levers")).hasSameSizeAs(english.path("levers"));
        assertThat(chinese.path("panels")).hasSameSizeAs(english.path("panels"));
        assertThat(chinese.path("labels")).isNotEqualTo(english.path("labels"));
    }

    @Test
    void whatIsTypedIsDoneOrRefusedInWords() throws IOException {
        speak("en");
        told("play busan-2025 US tft 7");
        assertThat(told("type offer renew for 8").path("what_if").path("offers"))
                .isNotEmpty();
        assertThat(told("type nonsense").path("said").asText()).isNotEmpty();
        assertThat(told("type FENT=20").path("labels").path("seal").asText()).contains("1");
    }

    @Test
    void whatIsTypedIsDoneAsByItsButton() throws IOException {
        speak("en");
        told("play busan-2025 US tft 7");
        told("type FENT=20");
        assertThat(told("type ready").path("said").asText()).isEqualTo(unsealed(1));
        JsonNode held = told("type HOLD");
        assertThat(held.path("said").asText()).isEqualTo(Bundles.inEnglish("web.hold"));
        assertThat(held.path("labels").path("seal").asText()).isEqualTo("Seal: hold");
        assertThat(told("type accept CN-9").path("said").asText())
                .isEqualTo(Bundles.inEnglish("refused.unknown_offer", "CN-9"));
        assertThat(told("type ready").path("round").asInt()).isEqualTo(2);
    }

    @Test
    void ordersThatAreNotSealedAreSaidInEveryRound() throws IOException {
        speak("en");
        told("play busan-2025 US tft 7");
        for (int round = 1; round <= 2; round++) {
            told("type FENT=20");
            assertThat(told("ready").path("said").asText()).isEqualTo(unsealed(round));
            assertThat(told("ready").path("round").asInt()).isEqualTo(round + 1);
        }
    }

    @Test
    void ordersThatAreNotSealedAreNotLostWithoutAWord() throws IOException {
        speak("en");
        told("play busan-2025 US tft 7");
        told("type FENT=20");
        assertThat(told("ready").path("said").asText()).isEqualTo(unsealed(1));
        assertThat(told("screen").path("round").asInt()).isEqualTo(1);
        assertThat(told("ready").path("round").asInt()).isEqualTo(2);
        told("type FENT=20");
        told("seal");
        assertThat(told("ready").path("said").asText()).startsWith("Round 2 is closed.");
    }

    @Test
    void aMatchThatIsStoppedHasARecordThatReplays() throws IOException {
        speak("en");
        told("play busan-2025 US tft 7");
        told("ready");
        JsonNode stopped = told("stop");
        assertThat(stopped.path("over").asBoolean()).isTrue();
        assertThat(told("record " + stopped.path("record").asText())
                        .path("verdict")
                        .asText())
                .startsWith("Verified: all 1 ");
    }

    @Test
    void whatIsCoveredIsNotComputedAndTheLastRoundIsToldToo() throws IOException {
        speak("en");
        JsonNode screen = told("play busan-2025 US tft 7");
        assertThat(screen.has("levers") && screen.has("ribbon") && screen.has("boards"))
                .isTrue();
        assertThat(told("deal").has("levers")).isFalse();
        told("leave");
        while (!screen.path("over").asBoolean()) {
            screen = told("ready");
            assertThat(screen.has("reveal")).isTrue();
            assertThat(screen.has("levers") || screen.has("end_all")).isFalse();
            JsonNode next = told("on");
            assertThat(next.has("reveal")).isFalse();
            assertThat(next.has("levers")).isEqualTo(!next.path("over").asBoolean());
            assertThat(next.has("end_all")).isEqualTo(next.path("over").asBoolean());
        }
    }

    @Test
    void leversAreChosenTogetherAsOneByOne() throws IOException {
        speak("en");
        told("play busan-2025 US tft 7");
        told("choose FENT 3");
        told("choose PORT 1");
        JsonNode apart = told("screen");
        told("play busan-2025 US tft 7");
        told("choose FENT 3 RECIP -1 PORT 1");
        assertThat(told("screen")).isEqualTo(apart);
    }

    @Test
    void theFirstScreenTellsTheMatchesThatAreKept() throws IOException {
        speak("en");
        JsonNode kept =
                told("start busan-2025 US tft 3 open\natlantis CN hawk 12 over").path("kept");
        assertThat(kept.at("/0/text").asText()).contains("you are the US, against Tit for Tat, round 3");
        assertThat(kept.at("/0/open").asText()).isEqualTo("Go on");
        assertThat(kept.at("/1/text").asText())
                .isEqualTo(Bundles.inEnglish("web.kept.over", "atlantis", "China", "Hawk"));
        assertThat(told("start").path("kept")).isEmpty();
    }

    @Test
    void aLinkToWhatIsNotThereSaysSo() throws IOException {
        speak("en");
        assertThat(told("play atlantis US tft 7").path("said").asText()).contains("atlantis", "tft");
        assertThat(told("play busan-2025 US nobody 7").path("said").asText()).contains("nobody");
    }

    private JsonNode told(String request) throws IOException {
        return new ObjectMapper().readTree(program.answer(request));
    }

    private void speak(String language) throws IOException {
        program.answer("texts " + HandedTexts.of(language));
    }
}
