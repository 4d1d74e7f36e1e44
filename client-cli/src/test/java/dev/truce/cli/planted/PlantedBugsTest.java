package dev.truce.cli.planted;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The tests can fail: each bug of a list is planted in turn, in a JVM of its own, and the tests that are named for it find it. The list is
 * {@code planted-bugs.txt}; who finds a bug that no test had found adds it there with the test that does.
 */
@Execution(ExecutionMode.CONCURRENT)
@Tag("planted")
class PlantedBugsTest {
    private static final long MAX_SECONDS = 240;
    private static final String CLASS_PATH = System.getProperty("java.class.path");

    @TempDir
    private Path folder = Path.of("");

    /**
     * All in a campaign, {@code -Dtest.jvm=-Dplanted=all}; those whose number an expression matches, {@code -Dplanted=4[0-9]}; else those whose
     * tests are quick, and of these with {@code -Dplanted.part=1/4} each fourth, beginning with the second.
     */
    static List<PlantedBug> bugs() {
        String wanted = System.getProperty("planted", "");
        if (!wanted.isEmpty()) {
            return PlantedBug.all().stream()
                    .filter(bug ->
                            wanted.equals("all") || bug.name().split(":")[0].matches(wanted))
                    .toList();
        }
        String[] part = System.getProperty("planted.part", "0/1").split("/");
        int first = Integer.parseInt(part[0]);
        int parts = Integer.parseInt(part[1]);
        List<PlantedBug> quick =
                PlantedBug.all().stream().filter(bug -> !bug.campaign()).toList();
        return IntStream.range(0, quick.size())
                .filter(at -> at % parts == first % parts)
                .mapToObj(quick::get)
                .toList();
    }

    /** The tests of each module that are named for a bug. */
    static Stream<Arguments> modules() {
        Map<Path, TreeSet<String>> tests = new LinkedHashMap<>();
        bugs().forEach(bug ->
                tests.computeIfAbsent(bug.module(), any -> new TreeSet<>()).addAll(bug.tests()));
        return tests.entrySet().stream().map(module -> Arguments.of(module.getKey(), List.copyOf(module.getValue())));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void passWithoutABug(Path module, List<String> tests) throws Exception {
        run(NamedTests.PASSED, module, tests, "");
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void findTheBug(PlantedBug bug) throws Exception {
        bug.plant(folder, CLASS_PATH);
        run(NamedTests.FAILED, bug.module(), bug.tests(), folder.resolve("classes") + File.pathSeparator);
    }

    private void run(int expected, Path module, List<String> tests, String before) throws Exception {
        // Those of the module stand first, as in its own build: several modules have a test of the same name.
        StringBuilder path = new StringBuilder(before + testClasses(module) + File.pathSeparator + CLASS_PATH);
        for (PlantedBug bug : PlantedBug.all()) {
            path.append(File.pathSeparator).append(testClasses(bug.module()));
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-ea",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Duser.timezone=UTC",
                "-Djunit.jupiter.execution.parallel.enabled=false",
                // It may end without removing what it made.
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                path.toString(),
                NamedTests.class.getName()));
        command.addAll(tests);
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(command)
                .directory(module.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            assertThat(process.waitFor(MAX_SECONDS, TimeUnit.SECONDS))
                    .as("ends within %d s", MAX_SECONDS)
                    .isTrue();
            assertThat(process.exitValue()).as(end(said)).isEqualTo(expected);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Where the build of this test has put those of another module: the quick one has a folder of its own. */
    private static Path testClasses(Path module) {
        Path own = Path.of("").toAbsolutePath();
        for (String entry : CLASS_PATH.split(File.pathSeparator)) {
            Path path = Path.of(entry);
            if (path.endsWith("test-classes") && path.startsWith(own)) {
                return module.resolve(own.relativize(path));
            }
        }
        throw new IllegalStateException("no folder of tests in " + CLASS_PATH);
    }

    private static String end(Path said) throws IOException {
        List<String> lines = Files.readAllLines(said, StandardCharsets.UTF_8);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
    }
}
