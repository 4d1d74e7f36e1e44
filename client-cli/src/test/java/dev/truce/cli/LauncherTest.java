package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./truce test} asks Maven for; one that only says so stands in for Maven. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final String PASSED_OVER = "-Dsurefire.failIfNoSpecifiedTests=false";

    private static final String MAVEN = """
        #!/bin/sh
        if [ "$1" = -v ]; then echo 'Apache Maven 3.9.9'; else printf '%s\\n' "$@"; fi
        """;

    @TempDir
    private Path folder = Path.of("");

    private List<String> asked(String... words) throws Exception {
        Path launcher = folder.resolve("truce");
        Files.writeString(launcher, Files.readString(Path.of("..", "truce")));
        Path maven = folder.resolve("mvn");
        Files.writeString(maven, MAVEN);
        assertThat(maven.toFile().setExecutable(true)).isTrue();
        List<String> line = new ArrayList<>(List.of("sh", launcher.toString(), "test"));
        line.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().merge("PATH", folder.toString(), (path, first) -> first + File.pathSeparator + path);
        Process process = builder.start();
        List<String> said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said.toString()).isZero();
        return said;
    }

    @Test
    void aTestThatIsNamedIsRunThoughOtherModulesHaveNone() throws Exception {
        assertThat(asked("-Dtest=SimulationTest", "-Dtest.jvm=-Dsim.from=11 -Dsim.seeds=1"))
                .contains("-Dtest=SimulationTest", "-Dtest.jvm=-Dsim.from=11 -Dsim.seeds=1", PASSED_OVER);
        assertThat(asked()).contains("verify").doesNotContain(PASSED_OVER);
        assertThat(asked("-pl", "server/engine", "-Dtest.jvm=-Dx=1"))
                .contains("server/engine")
                .doesNotContain(PASSED_OVER);
    }
}
