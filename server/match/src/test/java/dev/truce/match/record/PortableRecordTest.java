package dev.truce.match.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same record and the same numbers, whatever JVM plays: separate launches, because one JVM agrees with itself anyway. */
@Tag("jvm")
class PortableRecordTest {
    private static final Path HERE = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final long MAX_SECONDS = 120;

    @TempDir
    static Path folder;

    private static String expected = "";

    @BeforeAll
    static void playsHereFirst() throws IOException, InterruptedException {
        MatchRecord match = Records.small();
        Files.writeString(folder.resolve("small.twg"), Records.text(match));
        expected = run(HERE);
        assertThat(expected).startsWith("Verified[rounds=2").contains("== round 12", "[Seed \"99\"]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Xint",
                "-XX:TieredStopAtLevel=1",
                "-Duser.language=tr -Duser.country=TR -Duser.timezone=Asia/Istanbul"
                        + " -XX:+UnlockExperimentalVMOptions -XX:hashCode=0",
                "-Duser.language=zh -Duser.country=CN -Duser.timezone=Asia/Shanghai"
                        + " -XX:+UnlockExperimentalVMOptions -XX:hashCode=2",
                "-Duser.language=ar -Duser.country=EG -XX:+UnlockExperimentalVMOptions -XX:hashCode=3",
                "-Dfile.encoding=ISO-8859-1 -XX:+UnlockExperimentalVMOptions -XX:hashCode=5"
            })
    void aLaunchWithOtherOptionsGivesTheSame(String options) throws IOException, InterruptedException {
        assertThat(run(HERE, options.split(" "))).isEqualTo(expected);
    }

    @Test
    void java25GivesTheSame() throws IOException, InterruptedException {
        Optional<Path> java = java25();
        assumeTrue(java.isPresent(), "there is no Java 25 here");
        assertThat(run(java.orElseThrow())).isEqualTo(expected);
        assertThat(run(java.orElseThrow(), "-Xint")).isEqualTo(expected);
    }

    private static String run(Path java, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", classPath(), PortableMain.class.getName()));
        command.add(folder.resolve("small.twg").toString());
        Path out = Files.createTempFile(folder, "out", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        boolean ended = process.waitFor(MAX_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        String text = Files.readString(out, StandardCharsets.UTF_8);
        assertThat(ended).as("ended within %d s", MAX_SECONDS).isTrue();
        assertThat(process.waitFor()).as(text).isZero();
        return text;
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static Optional<Path> java25() throws IOException {
        List<Path> homes = new ArrayList<>();
        for (String variable : List.of("JAVA_HOME_25", "JAVA_HOME_25_X64")) {
            String home = System.getenv(variable);
            if (home != null && !home.isEmpty()) {
                homes.add(Path.of(home));
            }
        }
        Path installed = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(installed)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(installed, "*25*")) {
                found.forEach(homes::add);
            }
        }
        String program = File.separatorChar == '\\' ? "java.exe" : "java";
        return homes.stream()
                .map(home -> home.resolve("bin").resolve(program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
