package dev.truce.app.host.matches;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start of a server brings all its matches back. */
class RecoveryTest {
    @TempDir
    Path data;

    int matches() {
        return 20;
    }

    int rounds() {
        return 4;
    }

    int starts() {
        return 1;
    }

    List<String> options() {
        return List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m");
    }

    void judge(String said) {
        assertThat(said).contains("back 20 inputs 340 ");
    }

    @Test
    void aStartBringsAllMatchesBack() throws Exception {
        judge(IdleMatchTest.run(
                options(),
                Recovery.class,
                data.toString(),
                Integer.toString(matches()),
                Integer.toString(rounds()),
                Integer.toString(starts())));
    }
}
