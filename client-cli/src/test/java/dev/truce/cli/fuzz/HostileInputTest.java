package dev.truce.cli.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.protocol.wire.LeakAlarm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Feeds what is nearly right to whatever reads what strangers send. An input that is found to do harm goes into the corpus,
 * {@code src/test/resources/dev/truce/cli/fuzz/TARGET/}, and is read at each change. One input is read again with
 * {@code -Dfuzz.target=TARGET -Dfuzz.input=HEX}.
 */
class HostileInputTest {
    private static final Path CORPUS = Path.of("src/test/resources/dev/truce/cli/fuzz");

    /** No input may hold a thread longer; measured again where another process had the processor. */
    private static final long STALL_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private static final int TRIES = 5;

    /** How many inputs a target of weight 1 gets. */
    long share() {
        return 50;
    }

    /** Differs from run to run in campaigns only. */
    long seed() {
        return 13;
    }

    static Stream<Target> targets() {
        return Stream.of(
                        WireTargets.all(),
                        FileTargets.all(),
                        TypedTargets.all(),
                        LineTargets.all(),
                        JournalTargets.all())
                .flatMap(List::stream)
                .filter(target -> target.name().equals(System.getProperty("fuzz.target", target.name())));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void isTakenOrRefused(Target target) throws IOException {
        String one = System.getProperty("fuzz.input");
        if (one != null) {
            read(target, HexFormat.of().parseHex(one));
            return;
        }
        List<byte[]> seeds = new ArrayList<>(target.seeds());
        for (byte[] seed : seeds) {
            read(target, seed);
        }
        for (byte[] known : corpus(target)) {
            read(target, known);
            seeds.add(known);
        }
        SplittableRandom random = new SplittableRandom(seed());
        Mutations mutations = new Mutations(target, seeds, random);
        long[] outcomes = new long[Target.Outcome.values().length];
        long inputs = share() * target.weight();
        long began = System.nanoTime();
        for (long i = 0; i < inputs; i++) {
            outcomes[read(target, mutations.next()).ordinal()]++;
        }
        report(target, inputs, outcomes, System.nanoTime() - began);
        assertThat(outcomes).as("accepted, refused").doesNotContain(0L);
    }

    /** Once for all targets, since a look for leaks collects garbage several times. */
    @AfterAll
    static void nothingHasLeaked() {
        assertThat(LeakAlarm.leaks()).isEmpty();
    }

    /** Campaigns print what they did. */
    void report(Target target, long inputs, long[] outcomes, long nanos) {}

    private static Target.Outcome read(Target target, byte[] input) {
        long began = System.nanoTime();
        Target.Outcome outcome = tried(target, input);
        if (System.nanoTime() - began > STALL_NANOS) {
            requireQuick(target, input);
        }
        return outcome;
    }

    private static Target.Outcome tried(Target target, byte[] input) {
        try {
            return target.reader().read(input);
        } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError | AssertionError harm) {
            throw new AssertionError(shown(target, input), harm);
        }
    }

    private static void requireQuick(Target target, byte[] input) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < TRIES && best > STALL_NANOS; i++) {
            long began = System.nanoTime();
            tried(target, input);
            best = Math.min(best, System.nanoTime() - began);
        }
        assertThat(best).as("nanoseconds for %s", shown(target, input)).isLessThanOrEqualTo(STALL_NANOS);
    }

    private static String shown(Target target, byte[] input) {
        return "-Dfuzz.target=" + target.name() + " -Dfuzz.input="
                + HexFormat.of().formatHex(input);
    }

    private static List<byte[]> corpus(Target target) throws IOException {
        List<byte[]> inputs = new ArrayList<>();
        Path folder = CORPUS.resolve(target.name());
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    inputs.add(Files.readAllBytes(file));
                }
            }
        }
        return inputs;
    }
}
