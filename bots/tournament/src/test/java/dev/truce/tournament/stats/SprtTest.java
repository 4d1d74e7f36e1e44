package dev.truce.tournament.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SprtTest {
    private static final int RUNS = 10_000;

    @Test
    void tenThousandRunsWithoutADifferenceSayOneNoMoreOftenThanTheLevel() {
        assertThat(share(0, Sprt.Verdict.D1)).isLessThanOrEqualTo(.05);
    }

    @Test
    void tenThousandRunsWithTheDifferenceMissItNoMoreOftenThanTheLevel() {
        assertThat(share(2, Sprt.Verdict.D0)).isLessThanOrEqualTo(.05);
    }

    private static double share(double truth, Sprt.Verdict wrong) {
        SplittableRandom random = new SplittableRandom(99);
        int count = 0;
        for (int run = 0; run < RUNS; run++) {
            Sprt test = Sprt.parse("d0=0,d1=2,alpha=.05,beta=.05");
            Sprt.Verdict verdict = Sprt.Verdict.GO_ON;
            while (verdict == Sprt.Verdict.GO_ON && test.pairs() < 100_000) {
                verdict = test.add(truth + EstimateTest.normal(random));
            }
            assertThat(verdict).isNotEqualTo(Sprt.Verdict.GO_ON);
            count += verdict == wrong ? 1 : 0;
        }
        return (double) count / RUNS;
    }

    @Test
    void theRatioIsThatOfTheFormula() {
        Sprt test = new Sprt(0, 1, .05, .05);
        for (double difference : new double[] {1, 2, 3, 0}) {
            assertThat(test.add(difference)).isEqualTo(Sprt.Verdict.GO_ON);
        }
        // Squares around 0: 14, around 1: 6; four pairs.
        assertThat(test.ratio()).isCloseTo(2 * Math.log(14.0 / 6), org.assertj.core.api.Assertions.within(1e-12));
    }

    @Test
    void pairsThatAreAllAlikeDoNotBreakIt() {
        Sprt test = new Sprt(0, 2, .05, .05);
        Sprt.Verdict verdict = Sprt.Verdict.GO_ON;
        for (int i = 0; i < Sprt.FIRST; i++) {
            verdict = test.add(0);
            assertThat(test.ratio()).isFinite();
        }
        assertThat(verdict).isEqualTo(Sprt.Verdict.D0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "d0=0",
                "d0=0,d1=0,alpha=.05,beta=.05",
                "d0=0,d1=2,alpha=.6,beta=.05",
                "d0=.,d1=2,alpha=.05,beta=.05"
            })
    void whatIsNoTestIsRefused(String text) {
        assertThatThrownBy(() -> Sprt.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
