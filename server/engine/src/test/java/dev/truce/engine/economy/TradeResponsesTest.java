package dev.truce.engine.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * How the markets of soya and chips answer policy, in the year after Busan against a year in which the truce holds.
 *
 * <p>Bands are those of the validation table: of soya that China no longer buys, others bought .3 to .7 in 2018 and 2019, and the farm
 * price fell by 3 to 12 % (USDA); an embargo takes at least 30 % off US sales of chips to China.
 */
class TradeResponsesTest {
    static final EconomyParameters ANSWERING =
            EconomyParameters.DEFAULT.withResponses(new TradeResponses(.5, .25, true));

    private static Economy year(EconomyParameters parameters, QuarterPolicy policy) {
        Economy economy = new Economy(parameters);
        economy.load(StartPath.BUSAN_2025.state(parameters));
        for (int quarter = 0; quarter < 4; quarter++) {
            economy.step(policy);
        }
        return economy;
    }

    private static QuarterPolicy truce() {
        return PolicyPath.HOLD_TRUCE.policy();
    }

    private static double rerouted(EconomyParameters parameters) {
        Economy held = year(parameters, truce());
        Economy stopped = year(parameters, truce().soy(0));
        double gone = held.flow(Region.CN, Region.US, Sector.SOY) - stopped.flow(Region.CN, Region.US, Sector.SOY);
        return (stopped.flow(Region.RW, Region.US, Sector.SOY) - held.flow(Region.RW, Region.US, Sector.SOY)) / gone;
    }

    @Test
    void othersBuyMuchOfTheSoyaThatChinaDoesNot() {
        assertThat(rerouted(EconomyParameters.DEFAULT)).isLessThan(.1);
        assertThat(rerouted(ANSWERING)).isBetween(.3, .7).isCloseTo(.605, within(.001));
    }

    @Test
    void theFarmPriceFalls() {
        double held = year(ANSWERING, truce()).unitCost(Region.US, Sector.SOY);
        double stopped = year(ANSWERING, truce().soy(0)).unitCost(Region.US, Sector.SOY);
        assertThat(100 * (stopped / held - 1)).isBetween(-12.0, -3.0).isCloseTo(-5.4, within(.1));
    }

    @Test
    void anEmbargoEndsSalesOfChips() {
        assertThat(chips(truce().chip(0))).isCloseTo(-100, within(1e-9));
        assertThat(chips(truce().chip(.45))).isCloseTo(-40, within(1.0));
    }

    @Test
    void openControlSellsMoreChips() {
        QuarterPolicy open = truce().chip(1).openChips(1);
        assertThat(chips(open)).isCloseTo(33.2, within(.1));
        Economy held = year(ANSWERING, truce());
        Economy opened = year(ANSWERING, truce().chip(1).openChips(1));
        double output = opened.output(Region.US, Sector.SEM) / held.output(Region.US, Sector.SEM) - 1;
        assertThat(100 * output).isCloseTo(3.3, within(.05));
        assertThat(1e4 * (opened.realIncome(Region.US) - held.realIncome(Region.US)))
                .isCloseTo(.25, within(.005));
        assertThat(1e4 * (opened.realIncome(Region.CN) - held.realIncome(Region.CN)))
                .isCloseTo(.38, within(.005));
    }

    private static double chips(QuarterPolicy policy) {
        double held = year(ANSWERING, truce()).flow(Region.CN, Region.US, Sector.SEM);
        return 100 * (year(ANSWERING, policy).flow(Region.CN, Region.US, Sector.SEM) / held - 1);
    }

    @Test
    void atRestNothingMoves() {
        Economy economy = new Economy(ANSWERING);
        for (int quarter = 0; quarter < 40; quarter++) {
            economy.step(new QuarterPolicy());
            assertThat(economy.realIncome(Region.US)).isCloseTo(0, within(1e-12));
        }
    }

    @Test
    void aStateRemembersTheCostsThatTheNextQuarterNeeds() {
        Economy economy = new Economy(ANSWERING);
        economy.step(truce().soy(0));
        EconomyState saved = economy.save();
        assertThat(saved.size()).isEqualTo(178);
        economy.step(truce());
        Economy restored = new Economy(ANSWERING);
        double[] flat = new double[saved.size()];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = saved.at(i);
        }
        restored.load(EconomyState.of(flat));
        restored.step(truce());
        assertThat(restored.save()).isEqualTo(economy.save());
        assertThat(new Economy().save().size()).isEqualTo(175);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> restored.load(new Economy().save()))
                .withMessageContaining("costs of soya");
    }

    @Test
    void aSlopeWithoutAnExactRootIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TradeResponses(0, .3, false))
                .withMessageContaining("0, 0.25 or 0.5");
        assertThatIllegalArgumentException().isThrownBy(() -> new TradeResponses(1.1, 0, false));
        assertThatIllegalArgumentException().isThrownBy(() -> truce().openChips(1.2));
    }
}
