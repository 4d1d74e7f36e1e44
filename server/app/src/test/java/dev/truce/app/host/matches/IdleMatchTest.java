package dev.truce.app.host.matches;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a match takes of the heap while its two people think, after half of its rounds. */
class IdleMatchTest {
    private static final int ROUNDS = 6;
    private static final Pattern BYTES = Pattern.compile("idle (\\d+) asleep (\\d+)");

    @TempDir
    Path data;

    int matches() {
        return 40;
    }

    @Test
    void aMatchTakesLittleAndAlmostNothingOnceItSleeps() throws Exception {
        String said = run(IdleMatches.class, data.toString(), Integer.toString(matches()), Integer.toString(ROUNDS));
        Matcher bytes = BYTES.matcher(said);
        assertThat(bytes.find()).as(said).isTrue();
        judge(Long.parseLong(bytes.group(1)), Long.parseLong(bytes.group(2)));
    }

    /** Runs a program in a small process of its own, and returns what it says. */
    static String run(Class<?> program, String... words) throws IOException, InterruptedException {
        return run(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"), program, words);
    }

    /** Runs a program in a process of its own with options for Java, and returns what it says. */
    static String run(List<String> options, Class<?> program, String... words)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static void judge(long idle, long asleep) {
        assertThat(idle).isLessThan(90_000);
        assertThat(asleep).isPositive().isLessThan(16_000);
    }
}
