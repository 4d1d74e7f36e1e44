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
        double score = Pattern.compile(opponent.bot() + " ([0-9.]+)")
                .matcher(order)
                .results()
                .mapToDouble(found -> Double.parseDouble(found.group(1)))
                .findFirst()
                .orElseThrow();

        assertThat(opponent.strength()).isEqualTo(score < 72 ? 1 : score < 78 ? 2 : 3);
    }

    @Test
    void allOfThemPlay() {
        for (Opponent opponent : Opponent.values()) {
            assertThat(Roster.find(opponent.bot())).isPresent();
        }
    }
}
