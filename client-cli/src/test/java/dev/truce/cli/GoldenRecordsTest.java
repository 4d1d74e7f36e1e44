package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records of each ruleset that a server has written, kept since; the journals that they come from are tested with the server. */
class GoldenRecordsTest {
    private static final Path GOLDEN =
            Path.of("..", "server", "app", "src", "test", "resources", "dev", "truce", "app", "golden");

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"busan-2025", "busan-2025-r2", "busan-2025-r1", "busan-2025-until-3"})
    void aRecordOfEachRulesetVerifies(String scenario) {
        Typed verified = Typed.line(
                "verify", GOLDEN.resolve(scenario).resolve("record.twg").toString());
        assertThat(verified.exit()).as(verified.err()).isZero();
        assertThat(verified.out()).contains("Verified: a replay of 3 rounds");
    }

    @Test
    void aRecordOfARulesetThatIsNotPlayedIsRefusedByItsName() throws Exception {
        String record = Files.readString(GOLDEN.resolve("busan-2025").resolve("record.twg"));
        assertThat(record).contains("[Ruleset \"busan-3.0.0\"]");
        Path other = Files.writeString(
                folder.resolve("other.twg"), record.replace("[Ruleset \"busan-3.0.0\"]", "[Ruleset \"busan-9.9.9\"]"));
        Typed refused = Typed.line("verify", other.toString());
        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.err()).contains("busan-9.9.9");
    }
}
