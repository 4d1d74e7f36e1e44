package dev.truce.cli.fuzz;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;

/** {@link HostileInputTest} with more inputs: {@code -Dtest.jvm="-Dfuzz.share=5000 -Dfuzz.seed=7"}. */
@Tag("campaign")
class HostileInputCampaignTest extends HostileInputTest {
    @Override
    long share() {
        return Long.getLong("fuzz.share", 2_500);
    }

    @Override
    long seed() {
        return Long.getLong("fuzz.seed", System.nanoTime());
    }

    @Override
    void report(Target target, long inputs, long[] outcomes, long nanos) {
        System.out.printf(
                "%s: %d inputs, accepted and refused %s, %d s%n",
                target, inputs, Arrays.toString(outcomes), TimeUnit.NANOSECONDS.toSeconds(nanos));
    }
}
