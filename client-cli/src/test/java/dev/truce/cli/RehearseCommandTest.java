package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A lesson that bots play before the class comes. */
@ResourceLock("language")
class RehearseCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private Typed rehearse(String template, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("class.yaml"), template);
        String[] line = new String[more.length + 3];
        line[0] = "class";
        line[1] = "rehearse";
        line[2] = file.toString();
        System.arraycopy(more, 0, line, 3, more.length);
        return Typed.line(line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "open: desk\nreveal: desk\n", "pace: free\n"})
    void theWholeLessonIsPlayedAndItsDebriefTold(String how) throws Exception {
        boolean common = !how.contains("free");
        Typed typed = rehearse(
                "title: Seminar 3\nscenario: busan-2025\nrounds: 2\nminutes: 5\n" + how
                        + (common ? "seed: 7f3a91c2d84be650a1f79c3d5e82b064\n" : ""),
                "--tables",
                "2");
        if (common) {
            assertThat(typed.exit()).as(typed.err()).isZero();
            assertThat(typed.lines().get(0)).isEqualTo(Texts.of("rehearse.class", "Seminar 3", 2, "negotiator"));
            assertThat(typed.out()).contains("== Debrief: Seminar 3 ==", "Joint benchmarks");
        } else {
            // Tables with other seeds are not compared, and the debrief says so.
            assertThat(typed.exit()).as(typed.out()).isEqualTo(ExitCodes.FAILED);
            assertThat(typed.err()).contains("seed");
        }
    }

    @Test
    void aListIsSeatedAsItWillBeAndItsFaultsAreTold() throws Exception {
        Path list =
                Files.writeString(folder.resolve("list.csv"), "Name,Student number\nAnn,s1\nBo,s2\nCy,s3\nAgain,s3\n");
        Typed typed = rehearse(
                "title: Seminar 3\nscenario: busan-2025\nrounds: 1\nseed: 7f3a91c2d84be650a1f79c3d5e82b064\n",
                "--list",
                list.toString());
        assertThat(typed.exit()).as(typed.err()).isZero();
        assertThat(typed.lines().get(0)).contains("Again");
        assertThat(typed.lines().get(1)).contains("2 tables");
        assertThat(typed.out()).doesNotContain("Ann ");
    }

    @Test
    void aTemplateThatCannotBePlayedSaysWhatWouldBeRight() throws Exception {
        Typed scenario = rehearse("title: Seminar 3\nscenario: nowhere\n");
        assertThat(scenario.exit()).isEqualTo(ExitCodes.FAILED);
        assertThat(scenario.err()).contains("UNKNOWN_SCENARIO", "busan-2025");
        Typed bot = rehearse("title: Seminar 3\nscenario: busan-2025\nbot: nobody\n");
        assertThat(bot.exit()).isEqualTo(ExitCodes.FAILED);
        assertThat(bot.err()).contains("UNKNOWN_BOT");
    }
}
