package dev.truce.cli.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One target under Jazzer, which looks for inputs that reach new code. Jazzer is no part of the build; {@code mvn dependency:get
 * -Dartifact=com.code-intelligence:jazzer:0.30.0} brings it, {@code -Dtest.jvm="-Dfuzz.jazzer=JAR:JAR -Dfuzz.target=deeds -Dfuzz.seconds=300"}
 * names its jars, a target and a time. What it finds is printed, and belongs into the corpus.
 */
@Tag("campaign")
class CoverageCampaignTest {
    /** A line for each class. */
    private static final Pattern INSTRUMENTED = Pattern.compile("^INFO:? Instrumented");

    @TempDir
    Path seeds;

    @Test
    void findsNoHarm() throws Exception {
        String jazzer = System.getProperty("fuzz.jazzer");
        String name = System.getProperty("fuzz.target");
        assumeTrue(jazzer != null && name != null, "asked for with -Dfuzz.jazzer and -Dfuzz.target");
        Target target = HostileInputTest.targets().findFirst().orElseThrow();
        int number = 0;
        for (byte[] seed : target.seeds()) {
            Files.write(seeds.resolve("seed-" + number++), seed);
        }
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-ea",
                        "-cp",
                        classPath() + File.pathSeparator + jazzer,
                        "-Dfuzz.target=" + name,
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + CoverageFuzz.class.getName(),
                        "--instrumentation_includes=dev.truce.**",
                        // Looks at the memory that Netty takes without Java, and fails at it.
                        "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.UnsafeSanitizer",
                        "-max_total_time=" + Integer.getInteger("fuzz.seconds", 60),
                        "-artifact_prefix=target/",
                        seeds.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader said = process.inputReader()) {
            said.lines().filter(line -> !INSTRUMENTED.matcher(line).find()).forEach(System.out::println);
        }
        assertThat(process.waitFor()).as("exit code of Jazzer").isZero();
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
