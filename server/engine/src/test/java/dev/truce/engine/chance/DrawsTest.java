package dev.truce.engine.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Chance is keyed: a draw depends on its key and the seed alone. */
class DrawsTest {
    @Test
    void theOrderOfDrawsAndOtherDrawsDoNotMatter() {
        List<Double> forwards = new ArrayList<>();
        Draws one = new Draws(42);
        for (Purpose purpose : Purpose.values()) {
            forwards.add(one.uniform(purpose, 3, 1, 7));
        }
        Draws two = new Draws(42);
        for (int i = Purpose.values().length - 1; i >= 0; i--) {
            two.normal(Purpose.values()[i], 3, 0, 7);
            assertThat(two.uniform(Purpose.values()[i], 3, 1, 7)).isEqualTo(forwards.get(i));
        }
    }

    @Test
    void everyPartOfTheKeyMatters() {
        HashSet<Double> seen = new HashSet<>();
        int keys = 0;
        for (long seed = 1; seed <= 3; seed++) {
            Draws draws = new Draws(seed);
            for (Purpose purpose : Purpose.values()) {
                for (int round = 0; round <= 16; round++) {
                    for (int side = 0; side <= Draws.NEITHER; side++) {
                        for (int k = 0; k <= 18; k++) {
                            seen.add(draws.uniform(purpose, round, side, k));
                            keys++;
                        }
                    }
                }
            }
        }
        assertThat(seen).hasSize(keys);
    }

    @Test
    void theIdsOfPurposesNeverChange() {
        assertThat(Purpose.values()).extracting(Purpose::id).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(new Draws(2025).uniform(Purpose.EVENT, 1, Draws.NEITHER, 0))
                .isEqualTo(new Draws(2025).uniform(Purpose.EVENT, 1, 2, 0));
    }

    @Test
    void aRestartedStreamIsThatOfItsSeed() {
        SplitMix64 fresh = new SplitMix64(7);
        SplitMix64 used = new SplitMix64(3);
        used.nextLong();
        used.restart(7);
        for (int i = 0; i < 5; i++) {
            assertThat(used.nextLong()).isEqualTo(fresh.nextLong());
        }
    }

    @Test
    void aDrawIsTheSplitMixValueOfTheDocumentedKey() {
        long stream = SplitMix64.mix(2025L);
        stream = SplitMix64.mix(stream ^ 6);
        stream = SplitMix64.mix(stream ^ 4);
        stream = SplitMix64.mix(stream ^ 1);
        SplitMix64 walk = new SplitMix64(stream);
        for (int k = 0; k < 20; k++) {
            assertThat(new Draws(2025).uniform(Purpose.DETECTION, 4, 1, k)).isEqualTo(walk.nextDouble());
        }
    }

    @Test
    void theGeneratorIsThePublishedOne() {
        // First values of SplitMix64 from seed 1234567, as published with the algorithm's reference code.
        SplitMix64 stream = new SplitMix64(1234567);
        assertThat(stream.nextLong()).isEqualTo(6457827717110365317L);
        assertThat(stream.nextLong()).isEqualTo(3203168211198807973L);
    }

    @Test
    void drawsAreCounted() {
        Draws draws = new Draws(1);
        draws.uniform(Purpose.TYPE, 1, 0, 0);
        draws.normal(Purpose.TYPE, 1, 0, 0);
        assertThat(draws.count()).isEqualTo(2);
    }

    @Test
    void uniformAndNormalNumbersHaveTheirMoments() {
        int n = 40_000;
        Draws draws = new Draws(7);
        double uniforms = 0;
        double normals = 0;
        double squares = 0;
        for (int round = 0; round < n; round++) {
            double u = draws.uniform(Purpose.INCOME, round, 0, 0);
            assertThat(u >= 0 && u < 1).isTrue();
            uniforms += u;
            double x = draws.normal(Purpose.SIGNAL, round, 0, 8);
            assertThat(Math.abs(x) <= 3.4641016).isTrue();
            normals += x;
            squares += x * x;
        }
        assertThat(uniforms / n).isCloseTo(.5, within(4.5 * .2887 / Math.sqrt(n)));
        assertThat(normals / n).isCloseTo(0, within(4.5 / Math.sqrt(n)));
        assertThat(squares / n).isCloseTo(1, within(.03));
    }
}
