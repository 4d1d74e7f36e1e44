package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.cli.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainCommandTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void itWritesAPolicyThatADemoPlaysAndItsHeaderSaysHowToGetItAgain() throws IOException {
        Path first = folder.resolve("first.policy");
        Path again = folder.resolve("again.policy");
        Typed trained = train(first, "--threads", "1");
        assertThat(trained.exit()).isZero();
        assertThat(trained.out()).contains("the US: ", "China: ", "Policy " + first);
        assertThat(trained.err()).contains(Texts.of("train.progress", 100));
        Typed json = train(again, "--threads", "2", "--json");
        assertThat(json.out()).startsWith("{\"type\":\"trained\",\"file\":").contains("\"score_of_start\":");
        PublishedSchema.named("command-output").assertFits(json.lines());
        assertThat(json.err()).isEmpty();
        assertThat(again).hasSameTextualContentAs(first);
        assertThat(first)
                .content()
                .contains("trained-by: truce train --bot learner --budget 12 --climbs 1 --games 1 --seed 4\n");

        Typed demo = Typed.line(
                "demo",
                "--us",
                "learner:" + first,
                "--cn",
                "random",
                "--rounds",
                "3",
                "--seed",
                "1",
                "--record",
                folder.resolve("d.twg").toString());
        assertThat(demo.exit()).isZero();
        assertThat(demo.out()).contains("US: own-policy    CN: random");
        assertThat(Typed.line("verify", folder.resolve("d.twg").toString()).exit())
                .isZero();
    }

    private static Typed train(Path out, String... more) {
        String[] args = {
            "train", "--budget", "12", "--climbs", "1", "--games", "1", "--seed", "4", "--out", out.toString()
        };
        String[] all = java.util.Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return Typed.line(all);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        train --bot tft                   | 2 | UNKNOWN_BOT     | tft cannot learn; learner can
        train --budget 0                  | 2 | OUT_OF_RANGE    | --budget cannot be 0
        train --climbs 101                | 2 | OUT_OF_RANGE    | next: --climbs 2
        train --games 0                   | 2 | OUT_OF_RANGE    | next: --games 32
        train --threads 1025              | 2 | OUT_OF_RANGE    | it must be 1 to 1024
        train --scenario nowhere          | 2 | UNKNOWN_SCENARIO | there is no scenario nowhere
        train --buget 5                   | 2 | WRONG_USAGE     | next: truce train --budget
        demo --us learner:none.policy     | 1 | FILE_UNREADABLE | next: --us learner
        demo --cn learner:pom.xml         | 1 | POLICY_SYNTAX   | pom.xml, line 1: found '<?xml
        """)
    void whatIsAskedWronglyNamesTheWrongThingAndWhatIsRight(String line, int exit, String code, String part) {
        Typed typed = Typed.line(line.split(" "));
        assertThat(typed.err()).contains("error " + code + ": ", part, "\n  unchanged: ", "\n  next: ");
        assertThat(typed.exit()).isEqualTo(exit);
        assertThat(typed.out()).isEmpty();
    }
}
