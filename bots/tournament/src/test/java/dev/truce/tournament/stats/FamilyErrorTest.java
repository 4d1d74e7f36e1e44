package dev.truce.tournament.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** How often a table of alike bots calls any two of them separable: in at most 5 of 100 tables, whatever the leads look like. */
class FamilyErrorTest {
    private static final int BOTS = 8;
    /** The number of pairs that a tournament has if nobody says otherwise. */
    private static final int PAIRS = 30;

    /** Standard deviation of {@link EstimateTest#normal}. */
    private static final double SPREAD = 8;

    /** Returns how many tables are drawn; {@link FamilyErrorFullTest} draws more. */
    int tables() {
        return 500;
    }

    /** A share of 5 % is found as at most this, but for more than three standard errors. */
    private double highest() {
        return .05 + 3 * Math.sqrt(.05 * .95 / tables());
    }

    @Test
    void alikeBotsWithNormalLeadsAreSeparatedInAtMostFivePercentOfTables() {
        assertThat(share(EstimateTest::normal)).isLessThan(highest());
    }

    @Test
    void alikeBotsWhoseLeadsHaveTwoValuesAreSeparatedInAtMostFivePercentOfTables() {
        assertThat(share(random -> random.nextBoolean() ? 20 : -20)).isLessThan(highest());
    }

    @Test
    void alikeBotsWithRareLargeLeadsAreSeparatedInAtMostFivePercentOfTables() {
        assertThat(share(random -> EstimateTest.normal(random) * (random.nextInt(20) == 0 ? 20 : 1)))
                .isLessThan(highest());
    }

    @Test
    void theTestStillFindsADifferenceOfTwoStandardErrorsAsOftenAsStudentsT() {
        SplittableRandom random = new SplittableRandom(5);
        int found = 0;
        for (int run = 0; run < 2_000; run++) {
            double[] values = new double[PAIRS];
            for (int i = 0; i < PAIRS; i++) {
                values[i] = EstimateTest.normal(random) + SPREAD * 2 / Math.sqrt(PAIRS);
            }
            found += PairedTest.p(values) <= .05 ? 1 : 0;
        }
        // Student's t has a power of .49 here, by its noncentral distribution.
        assertThat(found / 2_000.0).isBetween(.45, .53);
    }

    private double share(ToDoubleFunction<SplittableRandom> lead) {
        SplittableRandom random = new SplittableRandom(2026);
        int wrong = 0;
        for (int table = 0; table < tables(); table++) {
            wrong += isAnySeparated(field(random, lead)) ? 1 : 0;
        }
        return (double) wrong / tables();
    }

    private static Field field(SplittableRandom random, ToDoubleFunction<SplittableRandom> lead) {
        List<String> names = new ArrayList<>();
        for (int bot = 0; bot < BOTS; bot++) {
            names.add("bot-" + bot);
        }
        Scores scores = new Scores(names);
        for (int pair = 0; pair < PAIRS; pair++) {
            for (int first = 0; first < BOTS; first++) {
                for (int second = first + 1; second < BOTS; second++) {
                    int half = (int) Math.round(lead.applyAsDouble(random) * 5_000);
                    scores.add(new ScoredPair(
                            0,
                            first,
                            second,
                            500_000 + half,
                            500_000 - half,
                            500_000 - half,
                            500_000 + half,
                            true,
                            false));
                }
            }
        }
        return new Field(scores);
    }

    private static boolean isAnySeparated(Field field) {
        double[] levels = new double[BOTS * (BOTS - 1) / 2];
        int at = 0;
        for (int first = 0; first < BOTS; first++) {
            for (int second = first + 1; second < BOTS; second++) {
                levels[at++] = PairedTest.p(field.differences(first, second));
            }
        }
        for (double level : Holm.correct(levels)) {
            if (level <= .05) {
                return true;
            }
        }
        return false;
    }
}
