package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.truce.engine.text.TextWidth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code truce pool} from end to end, on few seeds; what many seeds say is checked by {@code .ci/pool-is-balanced}. */
class PoolCommandTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void theFindingsAreTheSameForAnyNumberOfThreads() throws IOException {
        Path file = folder.resolve("pool.jsonl");
        Typed one = Typed.line("pool", "--seeds", "2", "--threads", "1", "--out", file.toString());
        Typed three = Typed.line("pool", "--seeds", "2", "--threads", "3", "--json");
        assertThat(three.lines()).isEqualTo(Files.readAllLines(file));
        assertThat(Typed.line("pool", "--seeds", "2", "--threads", "2").out()).isEqualTo(one.out());

        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("..", "docs", "pool-output.schema.json")));
        for (String line : three.lines()) {
            assertThat(schema.validate(line, InputFormat.JSON)).as(line).isEmpty();
        }
        assertThat(three.lines().get(0))
                .contains("\"scenario\":\"busan-2025\"", "\"scenario_hash\":\"sha256:", "\"first_seed\":5000");
        assertThat(three.lines().stream().filter(line -> line.startsWith("{\"type\":\"gate\"")))
                .hasSize(18);

        assertThat(one.lines().stream().filter(line -> TextWidth.width(line) > 80))
                .isEmpty();
        assertThat(one.out()).contains("seeds 5000 to 5001: 512 matches", "PASS hostility", "--   attackers");
        assertThat(one.hasCodes()).isFalse();
    }

    /** Two seeds show next to nothing, so lines fail; known ones do not count, and one that holds is no known failure. */
    @Test
    void theExitCodeSaysWhetherAnythingFailsThatIsNotKnownTo() {
        Typed all = Typed.line("pool", "--seeds", "2", "--json");
        assertThat(all.exit()).isEqualTo(1);
        assertThat(all.err()).contains("\"code\":\"GATE_FAILED\"").contains("inference");
        String end = all.lines().get(all.lines().size() - 1);
        String failed = end.replaceAll(".*\"failed\":\\[([^\\]]*)\\].*", "$1").replace("\"", "");
        Typed known = Typed.line("pool", "--seeds", "2", "--known", failed);
        assertThat(known.exit()).isZero();
        assertThat(known.err()).isEmpty();
        assertThat(known.out()).contains("FAIL inference", "(known to fail; docs/pool.md says why)");
        Typed mended = Typed.line("pool", "--seeds", "2", "--known", failed + ",hostility");
        assertThat(mended.exit()).isEqualTo(1);
        assertThat(mended.err()).contains("said to fail, but hold: hostility");
    }

    @Test
    void aGuestThatIsAStrategyOfThePoolCannotBeToldFromIt() {
        Typed guests = Typed.line("pool", "--bots", "tft,hold", "--seeds", "32", "--pairs", "2");
        assertThat(guests.exit()).isZero();
        assertThat(guests.err()).isEmpty();
        assertThat(guests.lines().stream().filter(line -> TextWidth.width(line) > 80))
                .isEmpty();
        List<String> lines = guests.lines();
        int tft = lines.indexOf(lines.stream()
                .filter(line -> line.startsWith("== tft against the pool"))
                .findFirst()
                .orElseThrow());
        String same = lines.subList(tft, lines.size()).stream()
                .filter(line -> line.startsWith("tft "))
                .findFirst()
                .orElseThrow();
        assertThat(same).contains("+0.00", "not separable");
        assertThat(guests.out()).contains("== hold against the pool").doesNotContain("PASS", "FAIL");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        pool --seeds 0                 | 2 | OUT_OF_RANGE    | next: --seeds 200
        pool --seeds 9999              | 2 | OUT_OF_RANGE    | 1 to 2000
        pool --seed -1                 | 2 | OUT_OF_RANGE    | next: --seed 5000
        pool --threads 0               | 2 | OUT_OF_RANGE    | next: --threads 2
        pool --bots serch              | 2 | UNKNOWN_BOT     | next: --bots search
        pool --bots hold --seeds 31    | 2 | OUT_OF_RANGE    | 32 to 2000
        pool --bots hold --pairs 13    | 2 | OUT_OF_RANGE    | next: --pairs 12
        pool --known retaliaton        | 2 | UNKNOWN_GATE    | next: --known retaliation
        pool --scenario busan          | 2 | UNKNOWN_SCENARIO | next: --scenario busan-2025
        pool --out none/here.jsonl     | 1 | FILE_UNWRITABLE | next: --out FILE
        pool --sed 5                   | 2 | WRONG_USAGE     | next: truce pool --seed
        """)
    void whatIsAskedWronglyStartsNothing(String line, int exit, String code, String part) {
        Typed typed = Typed.line(line.split(" "));
        assertThat(typed.err()).contains("error " + code + ": ").contains(part);
        assertThat(typed.err()).contains("nothing was started", "\n  next: ");
        assertThat(typed.exit()).isEqualTo(exit);
        assertThat(typed.out()).isEmpty();
    }
}
