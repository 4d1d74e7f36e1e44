package dev.truce.tournament;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.round.Rules;
import dev.truce.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What docs/evidence/ruleset3.md was measured on is what is played today. */
class MeasuredPageTest {
    @ParameterizedTest
    @ValueSource(strings = {"ruleset3", "lesson"})
    void aPartOfThePageNamesTheHashOfWhatIsPlayed(String part) throws IOException {
        String page = Files.readString(Path.of("..", "..", "docs", "evidence", "ruleset3.md"));
        int begin = page.indexOf("<!-- measured: " + part + " -->");
        assertThat(begin).isPositive();
        Rules played = part.equals("lesson")
                ? Variant.of("busan-2025", RulesetThreeTest.LESSON_CHANGES)
                : Rules.of(Scenarios.busan2025());
        assertThat(page.substring(begin, page.indexOf("<!-- end of " + part + " -->")))
                .as("measure it again: .ci/ruleset3-holds, which says how")
                .contains("hash `" + played.scenario().hash().substring(0, 12) + "`");
    }
}
