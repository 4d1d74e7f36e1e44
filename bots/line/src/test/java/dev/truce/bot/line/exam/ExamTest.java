package dev.truce.bot.line.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.engine.scenario.Scenario;
import dev.truce.scenario.Scenarios;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One bot in a shell for each property that may be missing. */
@Execution(ExecutionMode.CONCURRENT)
@EnabledOnOs({OS.LINUX, OS.MAC})
class ExamTest {
    private static final Scenario BUSAN = Scenarios.busan2025();

    @TempDir
    static Path folder;

    private static Path script = Path.of("");

    @BeforeAll
    static void unpack() throws IOException {
        script = folder.resolve("bot.sh");
        try (InputStream text = ExamTest.class.getResourceAsStream("bot.sh")) {
            Files.copy(Objects.requireNonNull(text), script);
        }
    }

    private static List<Finding> examined(String broken) {
        return Exam.of("sh '" + script + "' " + broken, BUSAN, finding -> {});
    }

    @Test
    void aBotThatKeepsToTheProtocolHasAllProperties() {
        List<Finding> told = new ArrayList<>();
        List<Finding> findings = Exam.of("sh '" + script + "' nothing", BUSAN, told::add);
        assertThat(findings).extracting(Finding::property).containsExactly(Property.values());
        assertThat(findings).allMatch(Finding::passed, "passed").isEqualTo(told);
    }

    @Test
    void itsPageSaysHowLongItWaits() throws IOException {
        assertThat(Files.readString(Path.of("..", "..", "docs", "look-up", "line-protocol.md")))
                .contains("It waits " + ExaminedBot.START_MILLIS / 1_000 + " s for the start and "
                        + ExaminedBot.ANSWER_MILLIS / 1_000 + " s for each answer");
        assertThat(Files.readString(Path.of("..", "..", "docs", "use", "models.md")))
                .contains("It waits " + ExaminedBot.ANSWER_MILLIS / 1_000 + " s for each answer");
    }

    @ParameterizedTest
    @EnumSource(Property.class)
    void aBotThatLacksOnePropertyFailsInThatAlone(Property broken) {
        List<Finding> failed = examined(broken.word()).stream()
                .filter(finding -> !finding.passed())
                .toList();
        assertThat(failed).extracting(Finding::property).containsExactly(broken);
        assertThat(failed.get(0).fault()).isNotNull();
    }

    @Test
    void whatIsNoBotFailsInEverything() {
        assertThat(Exam.of("sh -c 'exit 3'", BUSAN, finding -> {}))
                .noneMatch(Finding::passed)
                .first()
                .satisfies(finding -> assertThat(finding.arguments().toString()).contains("exit code 3"));
        assertThatThrownBy(() -> Exam.of("sh -c 'open", BUSAN, finding -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
