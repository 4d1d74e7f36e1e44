package dev.truce.tournament;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.engine.round.Rules;
import dev.truce.scenario.Scenarios;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What docs/evidence/ruleset3.md was measured on is what is played today. */
class MeasuredPageTest {
    @ParameterizedTest
    @ValueSource(strings = {"ruleset3", "lesson"})
    void aPartOfThePageNamesTheHashOfWhatIsPlayed(String part) throws IOException {
        Rules played = part.equals("lesson")
                ? Variant.of("busan-2025", RulesetThreeTest.LESSON_CHANGES)
                : Rules.of(Scenarios.busan2025());
        assertThat(MeasuredPage.part(part).get(0))
                .as("measure it again: .ci/ruleset3-holds, which says how")
                .contains("hash `" + played.scenario().hash().substring(0, 12) + "`");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    2026-12-01,          2027-03-04,        yes
                    13404fd1,            0123456,           yes
                    'seeds from 1210000', 'seeds from 7',   other
                    '160 matches',       '40 matches',      other
                    '36 of each pair',   '3 of each pair',  other
                    '24 of each',        '4 of each',       other
                    '28 of each pair',   '5 of each pair',  other
                    `busan-2025`,        `class-8`,         no
                    93ab89b6f1da,        0123456789ab,      no
                    alarms,              sirens,            no
                    """)
    void onlyWhatWasPlayedAsItsHeadingSaysIsCompared(String word, String measured, String isCompared) {
        String page = """
                Measured on 2026-12-01 at commit 13404fd1: scenario `busan-2025`, hash `93ab89b6f1da`, seeds from 1210000, \
                160 matches of each pair and seat, 36 of each pair of the pool, 24 of each attacker, 28 of each pair for the odds.

                | 1-share | alarms | 5 | yes |""";
        List<String> part = page.lines().toList();
        assertThat(page).contains(word);
        List<String> lines = page.replace(word, measured).lines().toList();
        switch (isCompared) {
            case "yes" -> assertThat(MeasuredPage.holds(part, lines)).isTrue();
            case "other" -> assertThat(MeasuredPage.holds(part, lines)).isFalse();
            default -> assertThatThrownBy(() -> MeasuredPage.holds(part, lines)).isInstanceOf(AssertionError.class);
        }
    }
}
