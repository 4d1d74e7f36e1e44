package dev.truce.web.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bots.Roster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OpponentTest {
    private static final Path MEASURED = Path.of("..", "..", "docs", "evidence", "ruleset3.md");

    @ParameterizedTest
    @EnumSource
    void itsStrengthIsThatOfItsScoreInThePool(Opponent opponent) throws Exception {
        String order = Files.readString(MEASURED)
                .lines()
                .filter(line -> line.startsWith("| 8-order |"))
                .findFirst()
                .orElseThrow();
        double score = score(opponent.bot(), order);

        assertThat(opponent.strength()).isEqualTo(score < 72 ? 1 : score < 78 ? 2 : 3);
    }

    /** Names end as others do: gtft before tft, in any order. */
    @Test
    void noBotIsTakenForAnotherWhoseNameEndsAlike() {
        assertThat(score("tft", "x 90.0, gtft 81.5, tft 74.2")).isEqualTo(74.2);
        assertThat(score("gtft", "tft 74.2, gtft 81.5")).isEqualTo(81.5);
    }

    private static double score(String bot, String order) {
        return Pattern.compile("\\b" + bot + " ([0-9.]+)")
                .matcher(order)
                .results()
                .mapToDouble(found -> Double.parseDouble(found.group(1)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void allOfThemPlay() {
        for (Opponent opponent : Opponent.values()) {
            assertThat(Roster.find(opponent.bot())).isPresent();
        }
    }
}
