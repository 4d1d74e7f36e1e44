package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bots.response.Cheat;
import dev.truce.engine.text.TextWidth;
import dev.truce.tournament.attack.Attackers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code truce pool} from end to end, on few pairs. */
class PoolCommandTest {
    @Test
    void itShowsTheStandingsOfThePoolAndOfBotsThatOneNames() {
        Typed pool = Typed.line("pool", "--pairs", "1", "--bots", "hold,tft");
        assertThat(pool.exit()).isZero();
        List<String> rows = pool.lines().stream()
                .filter(line -> line.matches(" ?[0-9]+  [a-z0-9-]+ .*"))
                .toList();
        assertThat(rows).hasSize(20);
        assertThat(rows).anyMatch(row -> row.contains("  hold ")).anyMatch(row -> row.contains("  tft-2 "));
        assertThat(pool.lines()).noneMatch(line -> TextWidth.width(line) > 80);
        assertThat(pool.out()).doesNotContain("report.html");
        assertThat(pool.hasCodes()).isFalse();
    }

    @Test
    void forProgramsEachRowIsAnObject() {
        Typed pool = Typed.line("pool", "--pairs", "1", "--json");
        assertThat(pool.exit()).isZero();
        assertThat(pool.lines())
                .hasSize(18)
                .allMatch(line -> line.matches("\\{\"type\":\"standings\",\"place\":.*\"bot\":\"[a-z]+\".*\\}"));
        PublishedSchema.named("report-output").assertFits(pool.lines());
        assertThat(pool.lines().get(17)).contains("\"bot\":\"hawk\"", "\"low\":null", "\"basis\":\"too-few\"");
    }

    @Test
    void attackersAreComparedWithTheBestBotOfThePool() {
        Typed attacks = Typed.line("pool", "--attack", "--pairs", "1", "--json");
        assertThat(attacks.exit()).isZero();
        PublishedSchema.named("report-output").assertFits(attacks.lines());
        assertThat(attacks.lines())
                .hasSize(2 * Attackers.VICTIMS.size() * (1 + Cheat.values().length))
                .allMatch(line -> line.startsWith("{\"type\":\"attacks\","))
                .anyMatch(line -> line.contains("\"victim\":\"step\"") && line.contains("\"family\":\"step-grid\""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        pool --pairs 0      | OUT_OF_RANGE | pairs
        pool --bots serch   | UNKNOWN_BOT  | search
        pool --atack        | WRONG_USAGE  | --atack
        """)
    void whatIsAskedWronglyStartsNothing(String line, String code, String part) {
        Typed typed = Typed.line(line.split(" "));
        assertThat(typed.err()).contains("error " + code + ": ").contains(part);
        assertThat(typed.err()).contains("nothing was started", "\n  next: ");
        assertThat(typed.exit()).isEqualTo(2);
        assertThat(typed.out()).isEmpty();
    }
}
