package dev.truce.web.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.board.Side;
import dev.truce.engine.scenario.Scenario;
import dev.truce.match.record.MatchRecord.RecordSignature;
import dev.truce.match.record.MatchRecord.RulesStamp;
import dev.truce.match.record.text.RecordReader;
import dev.truce.match.record.text.RecordReading;
import dev.truce.match.record.text.RecordText;
import dev.truce.scenario.ScenarioFile;
import dev.truce.scenario.Scenarios;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.print.Json;
import dev.truce.story.words.Language;
import dev.truce.story.words.Phrases;
import dev.truce.web.desk.RecordDebrief;
import dev.truce.web.screen.RecordScreen.Debriefing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordScreenTest {
    private static final Path MATCH = Path.of("../match/src/test/resources/dev/truce/match/record/golden/match.twg");
    private static final Phrases EN = Bundles.of(Language.EN);

    private static RecordReading read(String text) {
        return RecordReader.read(text, RecordScreenTest::find);
    }

    private static Optional<Scenario> find(RulesStamp named) {
        return Scenarios.edition(named.scenario(), named.scenarioHash()).map(ScenarioFile::scenario);
    }

    private static RecordScreen screen(String text) {
        return new RecordScreen((RecordReading.Read) read(text), List.of("hawk"), Debriefing.NONE);
    }

    @Test
    void aRecordIsPlayedAgainAndWalked() throws IOException {
        String text = Files.readString(MATCH);
        RecordScreen screen = screen(text);
        assertThat(screen.screen(EN)).containsEntry("round", 1).containsKey("told");
        screen.show(99);
        Map<String, Object> last = screen.screen(EN);
        int rounds = (int) last.get("rounds");
        assertThat(last)
                .containsEntry("good", true)
                .containsEntry("round", rounds)
                .containsKey("end");
        String[] lines = text.strip().split("\n");
        assertThat(last.get("verdict").toString())
                .startsWith("Verified: all " + rounds + " rounds replay, hash ")
                .contains(lines[lines.length - 1].replace("hash sha256:", "") + ". " + EN.of("vouched.NOBODY"))
                .endsWith(EN.of("vouched.not"));
        RecordScreen signed = screen(RecordText.signed(text, new RecordSignature("0a".repeat(32), "f1".repeat(64))));
        assertThat(signed.screen(EN).get("verdict").toString())
                .contains(EN.of("vouched.page", "0a".repeat(32)))
                .doesNotContain(EN.of("vouched.NOBODY"));
        screen.show(2);
        Map<String, Object> second = screen.screen(EN);
        assertThat(second).containsEntry("round", 2).doesNotContainEntry("blocks", last.get("blocks"));
        for (int beyond : new int[] {-1, 0}) {
            screen.show(beyond);
            assertThat(screen.screen(EN)).containsEntry("round", 1);
        }
        screen.show(99);
        assertThat(Json.write(screen.screen(EN))).isEqualTo(Json.write(last));
    }

    /** One record is no class: it has no mean, and no place. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void theDebriefOfOneMatchComparesItWithNoClass(Language language) throws IOException {
        Phrases phrases = Bundles.of(language);
        RecordScreen screen = new RecordScreen(
                (RecordReading.Read) read(Files.readString(MATCH)), List.of("hawk"), new RecordDebrief());
        screen.answer("debrief", "", phrases);
        String told = Json.write(screen.screen(phrases).get("debrief"));
        assertThat(told)
                .contains(phrases.of("debrief.section.tables.one"))
                .contains(phrases.of("debrief.against.alone", Side.US))
                .doesNotContain(phrases.of("debrief.tariffs.mean"))
                .doesNotContain(phrases.of("debrief.column.against"))
                .doesNotContain("\"" + phrases.of("debrief.column.place") + "\"");
    }

    @Test
    void theFirstRoundThatDiffersIsNamed() throws IOException {
        String text = Files.readString(MATCH);
        int third = text.indexOf("\n3. ");
        int hash = text.indexOf('#', third) + 1;
        char other = text.charAt(hash) == '0' ? '1' : '0';
        Map<String, Object> screen = screen(text.substring(0, hash) + other + text.substring(hash + 1))
                .screen(EN);
        assertThat(screen).containsEntry("good", false);
        assertThat(screen.get("verdict").toString()).startsWith("Round 3 does not replay: hash is ");
    }

    @Test
    void aTextThatIsNoRecordIsNamedByItsLine() {
        RecordReading.Unreadable reading = (RecordReading.Unreadable) read("hello\n");
        assertThat(RecordScreen.unreadable(EN, reading.fault()))
                .startsWith(Bundles.inEnglish("web.record.unreadable", 1, ""));
    }
}
