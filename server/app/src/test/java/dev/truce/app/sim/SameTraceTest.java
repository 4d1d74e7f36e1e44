package dev.truce.app.sim;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A seed is a run: the same events in the same order, again and in another launch, whose hashes and language are others. */
class SameTraceTest {
    private static final int FROM = 1;
    /** One of them has a class. */
    private static final int SEEDS = 7;

    private static String traces() {
        StringBuilder all = new StringBuilder();
        for (long seed = FROM; seed < FROM + SEEDS; seed++) {
            Agenda agenda = SimulationTest.run(seed).agenda();
            all.append(seed)
                    .append(' ')
                    .append(agenda.done())
                    .append(' ')
                    .append(Long.toHexString(agenda.trace()))
                    .append('\n');
        }
        return all.toString();
    }

    /** Prints the traces, for another launch. */
    public static void main(String[] args) {
        System.out.print(traces());
    }

    @Test
    void theSameSeedIsTheSameRunAgainAndInAnotherLaunch() throws Exception {
        String first = traces();
        assertThat(traces()).isEqualTo(first);
        Process other = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UnlockExperimentalVMOptions",
                        "-XX:hashCode=2",
                        "-XX:TieredStopAtLevel=1",
                        "-Duser.language=tr",
                        "-Duser.timezone=Asia/Shanghai",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SameTraceTest.class.getName()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed = new String(other.getInputStream().readAllBytes(), UTF_8);
        assertThat(other.waitFor()).isZero();
        assertThat(printed).endsWith(first);
    }
}
