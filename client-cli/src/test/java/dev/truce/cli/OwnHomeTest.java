package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.config.ServerConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests have a home of their own, and so has every process that they start: none of them meets the matches of a person. */
class OwnHomeTest {
    /** The folder of the build: {@code target}, or that of the quick build in it. */
    private static final Path TARGET = Path.of("target").toAbsolutePath();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HOME",
                "XDG_CONFIG_HOME",
                "XDG_DATA_HOME",
                "XDG_STATE_HOME",
                "XDG_CACHE_HOME",
                "XDG_RUNTIME_DIR",
                "APPDATA",
                "LOCALAPPDATA",
                "TRUCE_CONFIG"
            })
    void everyNameOfAPlaceLeadsIntoTheBuild(String name) {
        assertThat(System.getenv(name)).as(name).isNotNull();
        assertThat(Path.of(System.getenv(name))).startsWithRaw(TARGET);
    }

    @Test
    void theHomeOfJavaIsTheSameAsThatOfShells() {
        assertThat(System.getProperty("user.home")).isEqualTo(System.getenv("HOME"));
        assertThat(Path.of(System.getProperty("user.home"))).isDirectory();
        assertThat(ServerConfig.defaultData()).startsWithRaw(TARGET);
    }

    @Test
    void aProcessThatATestStartsHasItToo() throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(List.of(
                        java.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Truce.class.getName(),
                        "doctor",
                        "--plain"))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        Matcher folder = Pattern.compile("/[^ ]*/truce").matcher(said.replaceAll("\\s+", ""));
        assertThat(folder.find()).as(said).isTrue();
        assertThat(Path.of(folder.group())).startsWithRaw(TARGET);
    }
}
