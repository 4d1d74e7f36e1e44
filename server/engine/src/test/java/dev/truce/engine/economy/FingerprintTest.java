package dev.truce.engine.economy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** V15: the same inputs give the same bits, interpreted or compiled, in any locale, on any JVM and processor. */
@Tag("jvm")
class FingerprintTest {
    /** The hash on the machine where it was first computed (OpenJDK 17, x86-64). Changes only with the model. */
    private static final String COMMITTED = "0754faa313dd14b1f02d6ed193696e9fd27c9bece15cfef6e714b30392b13863";

    private static final List<List<String>> OPTIONS = List.of(
            List.of(),
            List.of("-Xint"),
            List.of("-XX:TieredStopAtLevel=1"),
            // All of the kernel by the optimizing compiler at its first call; what Java needs to start is not worth
            // that.
            List.of(
                    "-Xcomp",
                    "-XX:-TieredCompilation",
                    "-XX:CompileCommand=quiet",
                    "-XX:CompileCommand=compileonly,dev.truce.*::*"),
            List.of("-Duser.language=tr", "-Duser.country=TR"),
            List.of("-Duser.language=zh", "-Duser.timezone=Asia/Shanghai", "-Dfile.encoding=UTF-16"));

    @Test
    void thisJvmGivesTheCommittedBits() throws NoSuchAlgorithmException {
        assertThat(EconomyFingerprint.fingerprint()).isEqualTo(COMMITTED);
    }

    static List<List<String>> commands() throws IOException {
        List<List<String>> commands = new ArrayList<>();
        for (Path home : homes()) {
            for (List<String> options : OPTIONS) {
                List<String> command = new ArrayList<>();
                command.add(home.resolve("bin").resolve("java").toString());
                command.addAll(options);
                commands.add(command);
            }
        }
        return commands;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void anotherJvmGivesTheCommittedBits(List<String> command, @TempDir Path folder)
            throws IOException, InterruptedException {
        List<String> full = new ArrayList<>(command);
        Collections.addAll(full, "-cp", classPath(), EconomyFingerprint.class.getName());
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder(full)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("ended in time").isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(err)).isZero();
        assertThat(Files.readString(out, StandardCharsets.US_ASCII)).isEqualTo(COMMITTED);
    }

    /** This JVM, and a newer one if the machine has it: named by JAVA_HOME_25, or beside this one. */
    private static List<Path> homes() throws IOException {
        List<Path> homes = new ArrayList<>();
        Path own = Path.of(System.getProperty("java.home"));
        homes.add(own);
        String named = System.getenv("JAVA_HOME_25");
        if (named != null) {
            homes.add(Path.of(named));
            return homes;
        }
        Path parent = own.getParent();
        if (parent != null) {
            try (DirectoryStream<Path> siblings = Files.newDirectoryStream(parent, "*25*")) {
                for (Path sibling : siblings) {
                    if (Files.isExecutable(sibling.resolve("bin").resolve("java"))) {
                        homes.add(sibling);
                        break;
                    }
                }
            }
        }
        return homes;
    }

    /** Only the classes under test and the test classes: the kernel needs no library at run time. */
    private static String classPath() {
        return location(Economy.class) + File.pathSeparator + location(EconomyFingerprint.class);
    }

    private static String location(Class<?> type) {
        try {
            return Path.of(Objects.requireNonNull(type.getProtectionDomain().getCodeSource())
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
