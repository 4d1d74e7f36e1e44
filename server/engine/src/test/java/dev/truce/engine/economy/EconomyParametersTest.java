package dev.truce.engine.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EconomyParametersTest {
    private static final EconomyParameters DEFAULT = EconomyParameters.DEFAULT;

    @Test
    void defaultsAreThoseOfTheModel() {
        assertThat(DEFAULT.delta()).isEqualTo(.25);
        assertThat(DEFAULT.rareEarths())
                .isEqualTo(new ChokepointParameters(.85, .35, .15, .8, .10, .9, .006, .035, .12));
        assertThat(DEFAULT.chips()).isEqualTo(new ChokepointParameters(.55, .25, .45, .6, .08, .95, .006, .035, .12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 1.01, Double.NaN})
    void aSourcingSpeedOutOfRangeIsRefusedByName(double delta) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULT.withDelta(delta))
                .withMessageStartingWith("delta");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "dependence, 1.1, .35, .15, .8, .1, .9, .006, .035, .12",
        "stock, .85, .9, .15, .8, .1, .9, .006, .035, .12",
        "alternatives, .85, .35, .95, .8, .1, .9, .006, .035, .12",
        "stockCap, .85, .35, .15, -1, .1, .9, .006, .035, .12",
        "stockGain, .85, .35, .15, .8, NaN, .9, .006, .035, .12",
        "alternativesCap, .85, .35, .15, .8, .1, 2.1, .006, .035, .12",
        "learning, .85, .35, .15, .8, .1, .9, -.1, .035, .12",
        "learningPerCut, .85, .35, .15, .8, .1, .9, .006, 1.5, .12",
        "floor, .85, .35, .15, .8, .1, .9, .006, .035, 0",
    })
    @SuppressWarnings("checkstyle:parameternumber")
    void aChokepointValueOutOfRangeIsRefusedByName(
            String field,
            double dependence,
            double stock,
            double alternatives,
            double stockCap,
            double stockGain,
            double alternativesCap,
            double learning,
            double learningPerCut,
            double floor) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChokepointParameters(
                        dependence,
                        stock,
                        alternatives,
                        stockCap,
                        stockGain,
                        alternativesCap,
                        learning,
                        learningPerCut,
                        floor))
                .withMessageStartingWith(field + " ");
    }

    @Test
    void aWeightOutOfRangeIsRefusedBySector() {
        List<Double> bad = new ArrayList<>(DEFAULT.chipWeights());
        bad.set(Sector.SEM.index(), .2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULT.withWeights(DEFAULT.rareEarthWeights(), bad))
                .withMessageStartingWith("chipWeights[SEM]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULT.withWeights(List.of(), DEFAULT.chipWeights()))
                .withMessageStartingWith("rareEarthWeights");
    }

    @Test
    void weightsAreCopied() {
        List<Double> weights = new ArrayList<>(DEFAULT.chipWeights());
        EconomyParameters parameters = DEFAULT.withWeights(weights, weights);
        weights.set(0, .05);
        assertThat(parameters.chipWeights()).isEqualTo(DEFAULT.chipWeights());
    }

    @Test
    void fasterSourcingMovesTradeFaster() {
        assertThat(importsAfterADuty(DEFAULT.withDelta(.5))).isLessThan(importsAfterADuty(DEFAULT));
        assertThat(importsAfterADuty(DEFAULT.withDelta(.1))).isGreaterThan(importsAfterADuty(DEFAULT));
    }

    @Test
    void withoutWeightsAChokepointCostsNothing() {
        List<Double> none = Collections.nCopies(Sector.COUNT, 0.0);
        Economy economy = new Economy(DEFAULT.withWeights(none, none));
        for (int q = 0; q < 8; q++) {
            economy.step(new QuarterPolicy().ree(0).chip(0));
        }
        assertThat(economy.reeAvailability()).isLessThan(1);
        assertThat(economy.realIncome(Region.US)).isZero();
        assertThat(economy.realIncome(Region.CN)).isZero();
    }

    @Test
    void stocksOfAScenarioAreInItsFreshState() {
        ChokepointParameters large = new ChokepointParameters(.85, .7, .2, .8, .1, .9, .006, .035, .12);
        EconomyState state =
                EconomyState.fresh2024(DEFAULT.withRareEarths(large).withChips(large));
        assertThat(state.reeStock()).isEqualTo(.7);
        assertThat(state.chipAlt()).isEqualTo(.2);
    }

    private static double importsAfterADuty(EconomyParameters parameters) {
        Economy economy = new Economy(parameters);
        for (int q = 0; q < 3; q++) {
            economy.step(new QuarterPolicy().layers(.25, 0, 0, 0));
        }
        return economy.goodsImports(Region.US, Region.CN);
    }
}
