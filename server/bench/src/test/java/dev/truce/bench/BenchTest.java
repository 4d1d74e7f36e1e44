package dev.truce.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class BenchTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();

    private int run(String... args) {
        CommandLine line = Bench.line();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(errors));
        return line.execute(args);
    }

    @ParameterizedTest
    @CsvSource({
        "--matches, 0, 1 to 500",
        "--matches, 501, 1 to 500",
        "--seconds, 0, 1 to 600",
        "--seconds, 601, 1 to 600",
        "--rounds, 0, 1 to 64",
        "--rounds, 65, 1 to 64",
        "--warm-up, -1, 0 to 600",
        "--warm-up, 601, 0 to 600",
    })
    void aNumberOutOfRangeIsRefusedWithTheRange(String option, String value, String range) {
        int code = option.equals("--matches")
                ? run("wire", "--seconds=1", option + "=" + value)
                : option.equals("--seconds")
                        ? run("wire", "--matches=1", option + "=" + value)
                        : run("wire", "--matches=1", "--seconds=1", option + "=" + value);
        assertThat(code).isEqualTo(2);
        assertThat(errors.toString()).contains(option + " " + value + ", expected " + range);
    }

    @ParameterizedTest
    @CsvSource({
        "--seats, 1, 2 to 300",
        "--seats, 301, 2 to 300",
        "--bells, 0, 1 to 64",
        "--gap, 60001, 0 to 60000",
        "--warm-up, 21, 0 to 20",
        "--age, 121, 0 to 120",
        "--connections, 7, 1 to 6",
    })
    void aClassThatIsNoneIsRefusedWithTheRange(String option, String value, String range) {
        assertThat(
                        option.equals("--seats")
                                ? run("class", option + "=" + value)
                                : run("class", "--seats=2", option + "=" + value))
                .isEqualTo(2);
        assertThat(errors.toString()).contains(option + " " + value + ", expected " + range);
    }

    @Test
    void bothBoundsHaveToBeNamed() {
        assertThat(run("wire", "--matches=1")).isEqualTo(2);
        assertThat(errors.toString()).contains("--seconds");
    }

    @Test
    void anUnknownOptionAndAWordThatIsNoNumberAreRefused() {
        assertThat(run("wire", "--matches=1", "--seconds=1", "--host=example.com"))
                .isEqualTo(2);
        assertThat(run("wire", "--matches=many", "--seconds=1")).isEqualTo(2);
        assertThat(errors.toString()).contains("--host").contains("many");
    }

    @Test
    void withoutABenchmarkItShowsWhichThereAre() {
        assertThat(run()).isZero();
        assertThat(out.toString())
                .contains("truce bench")
                .contains("wire")
                .contains("class")
                .contains("playout")
                .contains("micro");
    }

    @Test
    void playoutsAreCountedByTheirProcessorTime() {
        assertThat(run("playout", "--seconds=1", "--warm-up=0", "--rounds=3", "--json"))
                .isZero();
        assertThat(out.toString())
                .containsPattern("\\{\"matches\":[1-9][0-9]*,\"rounds\":3,")
                .contains("round_micros");
        assertThat(run("playout", "--seconds=1", "--warm-up=0", "--rounds=3")).isZero();
        assertThat(out.toString()).contains("matches a second");
        assertThat(run("playout", "--seconds=601")).isEqualTo(2);
        assertThat(errors.toString()).contains("--seconds 601, expected 1 to 600");
    }
}
