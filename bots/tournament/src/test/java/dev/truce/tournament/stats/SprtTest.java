package dev.truce.tournament.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SprtTest {
    private static final String TEST = "d0=0,d1=2,alpha=.05,beta=.05";

    /** Returns how many runs are drawn; {@link SprtFullTest} draws more. */
    int runs() {
        return 500;
    }

    /** A share of 5 % is found as at most this, but for more than three standard errors. */
    private double highest() {
        return .05 + 3 * Math.sqrt(.05 * .95 / runs());
    }

    /** Draws a lead. */
    private interface Leads {
        double next(SplittableRandom random);
    }

    @Test
    void normalLeadsKeepBothErrorRates() {
        for (double spread : new double[] {.5, 5, 20}) {
            Leads leads = random -> spread / 8 * EstimateTest.normal(random);
            assertThat(share(leads, Sprt.Verdict.D1)).isLessThan(highest());
            assertThat(share(random -> 2 + leads.next(random), Sprt.Verdict.D0)).isLessThan(highest());
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {.5, 2})
    void recordedLeadsOfRealFixturesKeepBothErrorRates(double d1) {
        String test = "d0=0,d1=" + d1 + ",alpha=.05,beta=.05";
        RecordedLeads.all().forEach((fixture, leads) -> {
            double mean = Sample.mean(leads);
            assertThat(share(test, random -> drawn(random, leads) - mean, Sprt.Verdict.D1))
                    .as(fixture + ", mean d0")
                    .isLessThan(highest());
            assertThat(share(test, random -> drawn(random, leads) - mean + d1, Sprt.Verdict.D0))
                    .as(fixture + ", mean d1")
                    .isLessThan(highest());
        });
    }

    @Test
    void rareLargeLossesAreNotTakenForALead() {
        // One pair of 75 is lost by 148 points, so that a lead of 2 in all others is a mean of 0; and the mirror
        // image of it.
        assertThat(share(random -> random.nextInt(75) == 0 ? -148 : 2, Sprt.Verdict.D1))
                .isLessThan(highest());
        assertThat(share(random -> random.nextInt(75) == 0 ? 150 : 0, Sprt.Verdict.D0))
                .isLessThan(highest());
    }

    @Test
    void recordedLeadsComeToAVerdictWithinAThousandPairsInNineteenRunsOfTwenty() {
        RecordedLeads.all().forEach((fixture, leads) -> {
            double mean = Sample.mean(leads);
            SplittableRandom random = new SplittableRandom(7);
            int decided = 0;
            for (int run = 0; run < 200; run++) {
                Sprt test = Sprt.parse(TEST);
                for (int pair = 0; pair < 1_000 && test.verdict() == Sprt.Verdict.GO_ON; pair++) {
                    test.add(drawn(random, leads) - mean + 2);
                }
                decided += test.verdict() == Sprt.Verdict.D1 ? 1 : 0;
            }
            // Of which at most one in twenty may be wrong.
            assertThat(decided).as(fixture).isGreaterThanOrEqualTo(180);
        });
    }

    private static double drawn(SplittableRandom random, double[] leads) {
        return leads[random.nextInt(leads.length)];
    }

    private double share(Leads leads, Sprt.Verdict wrong) {
        return share(TEST, leads, wrong);
    }

    private double share(String text, Leads leads, Sprt.Verdict wrong) {
        SplittableRandom random = new SplittableRandom(99);
        int count = 0;
        for (int run = 0; run < runs(); run++) {
            Sprt test = Sprt.parse(text);
            Sprt.Verdict verdict = Sprt.Verdict.GO_ON;
            // A run without a verdict by then may still end with the wrong one, but hardly ever does: the bets go the
            // other way.
            while (verdict == Sprt.Verdict.GO_ON && test.pairs() < 4_000) {
                verdict = test.add(leads.next(random));
            }
            count += verdict == wrong ? 1 : 0;
        }
        return (double) count / runs();
    }

    @Test
    void evidenceIsTheLogarithmOfWhatABetterHas() {
        Sprt test = new Sprt(0, 1, .05, .05);
        assertThat(test.add(2)).isEqualTo(Sprt.Verdict.GO_ON);
        // The spread would allow 1 / (100 + 1) a point, but the worst lead allows .9 / 150 and .9 / 149.
        assertThat(test.againstD0()).isCloseTo(Math.log(1 + .006 * 2), within(1e-12));
        assertThat(test.againstD1()).isCloseTo(Math.log(1 + .9 / 149 * -1), within(1e-12));
    }

    @Test
    void leadsThatAreAllAlikeNeedAsManyPairsAsIsSaidBefore() {
        for (double lead : new double[] {0, 2}) {
            Sprt test = Sprt.parse(TEST);
            while (test.verdict() == Sprt.Verdict.GO_ON) {
                test.add(lead);
            }
            assertThat(test.verdict()).isEqualTo(lead == 0 ? Sprt.Verdict.D0 : Sprt.Verdict.D1);
            assertThat(test.pairs()).isBetween(test.pairsWithoutSpread(), test.pairsWithoutSpread() + 5);
        }
    }

    @Test
    void aTestThatLooksForALossIsTheMirrorImage() {
        Sprt gain = new Sprt(0, 2, .05, .1);
        Sprt loss = new Sprt(0, -2, .05, .1);
        SplittableRandom random = new SplittableRandom(3);
        while (gain.verdict() == Sprt.Verdict.GO_ON) {
            double lead = 2 + .1 * EstimateTest.normal(random);
            assertThat(loss.add(-lead)).isEqualTo(gain.add(lead));
        }
        assertThat(loss.d1()).isEqualTo(-2);
    }

    @Test
    void aLeadBeyondTheBoundEndsWhatTheTestCanSay() {
        Sprt test = Sprt.parse(TEST);
        assertThat(test.add(150.5)).isEqualTo(Sprt.Verdict.NOT_APPLICABLE);
        assertThat(test.add(0)).isEqualTo(Sprt.Verdict.NOT_APPLICABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "d0=0",
                "d0=0,d1=0,alpha=.05,beta=.05",
                "d0=0,d1=2,alpha=.6,beta=.05",
                "d0=0,d1=150,alpha=.05,beta=.05",
                "d0=.,d1=2,alpha=.05,beta=.05"
            })
    void whatIsNoTestIsRefused(String text) {
        assertThatThrownBy(() -> Sprt.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBoundMakesTheTestFasterAndALeadBeyondItNotApplicable() {
        Sprt usual = Sprt.parse("d0=0,d1=2,alpha=.05,beta=.05");
        Sprt bounded = Sprt.parse("d0=0,d1=2,alpha=.05,beta=.05,bound=40");
        assertThat(usual.bound()).isEqualTo(Sprt.BOUND);
        assertThat(bounded.bound()).isEqualTo(40);
        assertThat(bounded.pairsWithoutSpread()).isLessThan(usual.pairsWithoutSpread() / 2);
        while (bounded.verdict() == Sprt.Verdict.GO_ON) {
            bounded.add(2);
            usual.add(2);
        }
        assertThat(bounded.verdict()).isEqualTo(Sprt.Verdict.D1);
        assertThat(usual.verdict()).isEqualTo(Sprt.Verdict.GO_ON);
        assertThat(Sprt.parse("d0=0,d1=2,alpha=.05,beta=.05,bound=40").add(40.5))
                .isEqualTo(Sprt.Verdict.NOT_APPLICABLE);
        for (String wrong : java.util.List.of("bound=151", "bound=1", "bound=", "bound=-40")) {
            assertThat(Sprt.isTest("d0=0,d1=2,alpha=.05,beta=.05," + wrong))
                    .as(wrong)
                    .isFalse();
        }
    }
}
