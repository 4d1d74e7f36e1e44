package dev.truce.engine.economy;

import static dev.truce.engine.economy.Experiments.LONG_RUN;
import static dev.truce.engine.economy.Experiments.assertPrinted;
import static dev.truce.engine.economy.Experiments.cnImportsChange;
import static dev.truce.engine.economy.Experiments.from2024;
import static dev.truce.engine.economy.Experiments.realIncomeBp;
import static dev.truce.engine.economy.Experiments.run;
import static dev.truce.engine.economy.Experiments.usImportsChange;
import static dev.truce.engine.economy.Region.CN;
import static dev.truce.engine.economy.Region.RW;
import static dev.truce.engine.economy.Region.US;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables that were measured with the reference run; tolerance is the printed digits. */
class MeasuredBehaviourTest {
    @ParameterizedTest(name = "add-on {0}")
    @CsvSource({
        ".10, -10.7, -17.5, -21.5, -2.4, -0.7, 0.0, -20.0",
        ".30, -25.9, -40.5, -49.5, -9.2, -6.1, -7.7, -45.9",
        ".60, -40.1, -58.9, -71.3, -20.9, -15.9, -23.4, -65.7",
        "1.25, -56.4, -75.6, -88.9, -45.6, -32.9, -49.3, -81.2",
    })
    void aUnilateralAddOnOnAllChineseGoods(
            double addOn, double m1, double m4, double mLong, double us1, double us4, double usLong, double cnLong) {
        QuarterPolicy policy = new QuarterPolicy().layers(addOn, 0, 0, 0);
        Economy first = from2024(policy, 1);
        Economy fourth = from2024(policy, 4);
        Economy last = from2024(policy, LONG_RUN);
        assertPrinted("imports q1", usImportsChange(first), m1, 1);
        assertPrinted("imports q4", usImportsChange(fourth), m4, 1);
        assertPrinted("imports long run", usImportsChange(last), mLong, 1);
        assertPrinted("RI US q1", realIncomeBp(first, US), us1, 1);
        assertPrinted("RI US q4", realIncomeBp(fourth, US), us4, 1);
        assertPrinted("RI US long run", realIncomeBp(last, US), usLong, 1);
        assertPrinted("RI CN long run", realIncomeBp(last, CN), cnLong, 1);
    }

    @Test
    void longRunRevenueIsLargestNearFortyPoints() {
        Economy economy = from2024(new QuarterPolicy().layers(.40, 0, 0, 0), LONG_RUN);
        double bp = 1e4 * (economy.tariffRevenue(US) - economy.baselineRevenue(US)) / economy.baselineLabourIncome(US);
        assertPrinted("revenue, bp of GDP", bp, 15.7, 1);
    }

    @ParameterizedTest(name = "headline {0}")
    @CsvSource({
        "27, 0, 0, 92, 97, -2.6, -16.0",
        "37, .05, .05, 77, 85, -3.8, -26.2",
        "47, .10, .10, 65, 75, -6.6, -37.5",
        "57, .20, .10, 53, 75, -9.7, -49.8",
        "81, .20, .34, 42, 46, -20.5, -65.0",
        "101, .20, .54, 37, 33, -27.8, -75.1",
        "131, .20, .84, 31, 22, -36.5, -86.4",
        "172, .20, 1.25, 27, 14, -45.3, -96.7",
    })
    void tradeFallsSmoothlyWithTheHeadlineRate(
            int headline, double fent, double rec, double usImports, double cnImports, double riUs, double riCn) {
        QuarterPolicy policy = new QuarterPolicy().layers(fent, rec, 1, rec).chip(.75);
        Economy economy = run(StartPath.busan(), policy, 8);
        assertPrinted("US imports from CN, %", 100 + usImportsChange(economy), usImports, 0);
        assertPrinted("CN imports from US, %", 100 + cnImportsChange(economy), cnImports, 0);
        assertPrinted("RI US", realIncomeBp(economy, US), riUs, 1);
        assertPrinted("RI CN", realIncomeBp(economy, CN), riCn, 1);
        assertThat(QuarterPolicy.headlineBasisPoints((int) Math.round(1e4 * fent), (int) Math.round(1e4 * rec)))
                .isEqualTo(100 * headline);
    }

    @ParameterizedTest(name = "quarter {0}")
    @CsvSource({
        "1, .30, -89",
        "2, .34, -52",
        "3, .38, -40",
        "4, .42, -32",
        "5, .46, -27",
        "6, .50, -22",
        "7, .54, -18",
        "8, .58, -15"
    })
    void aRareEarthBanHurtsAtOnceAndFades(int quarter, double m, double cost) {
        Economy ban = PolicyPath.REE_BAN.after(quarter);
        Economy truce = PolicyPath.HOLD_TRUCE.after(quarter);
        assertPrinted("m", ban.reeAvailability(), m, 2);
        assertPrinted("RI US against truce", realIncomeBp(ban, US) - realIncomeBp(truce, US), cost, 0);
    }

    @Test
    void aRareEarthBanMakesCarsDearer() {
        double ban = PolicyPath.REE_BAN.after(1).unitCost(US, Sector.VEH);
        double truce = PolicyPath.HOLD_TRUCE.after(1).unitCost(US, Sector.VEH);
        assertPrinted("VEH unit cost, %", 100 * (ban / truce - 1), 21, 0);
    }

    @ParameterizedTest(name = "m = {0}")
    @CsvSource({".9, .1", ".8, .4", ".7, .8", ".6, 1.6", ".5, 3.6", ".4, 8.4"})
    void missingRareEarthsRaiseCarCostsConvexly(double m, double percent) {
        assertPrinted("VEH unit cost, %", carCostRise(m), percent, 1);
    }

    @ParameterizedTest(name = "m = {0}")
    @CsvSource({".3, 22", ".2, 64"})
    void severeShortageRaisesCarCostsByTensOfPercent(double m, double percent) {
        assertPrinted("VEH unit cost, %", carCostRise(m), percent, 0);
    }

    @Test
    void diversionRaisesChineseExportsToTheRestOfTheWorld() {
        Economy economy = from2024(new QuarterPolicy().layers(.20, .10, 1, .10), 16);
        double change = economy.goodsImports(RW, CN) / economy.baselineGoodsImports(RW, CN) - 1;
        assertPrinted("%", 100 * change, 3.2, 1);
    }

    @ParameterizedTest(name = "{0} quarter {1}")
    @CsvSource({
        "HOLD_TRUCE, 1, -5.44, -35.02, 41.4, -47.0, 71.81, 28.20, 6.155, .983, 1",
        "HOLD_TRUCE, 4, -5.60, -37.19, 44.1, -88.8, 71.21, 28.00, 6.249, 1, 1",
        "HOLD_TRUCE, 12, -6.29, -36.33, 40.9, -122.3, 71.31, 27.86, 6.250, 1, 1",
        "MUTUAL_WAR, 1, -120.97, -77.57, 121.4, -20.0, 45.73, 13.17, .500, .303, .789",
        "MUTUAL_WAR, 4, -68.39, -83.89, 111.9, -64.6, 33.72, 7.60, .499, .421, .673",
        "MUTUAL_WAR, 12, -57.69, -97.07, 7.6, -171.0, 27.01, 4.28, .500, .735, .950",
        "REE_BAN, 1, -94.09, -36.42, 89.5, -44.9, 71.10, 27.88, 6.155, .303, 1",
        "REE_BAN, 4, -37.93, -29.03, 68.7, -71.2, 70.55, 26.78, 6.250, .421, 1",
        "REE_BAN, 12, -13.21, -30.47, 4.7, -74.6, 70.52, 27.71, 6.250, .735, 1",
        "DEEP_DEAL, 1, -1.97, -23.59, 30.5, -50.1, 87.08, 32.37, 8.812, 1, 1",
        "DEEP_DEAL, 4, -3.96, -18.97, 20.5, -70.1, 98.24, 34.79, 9.006, 1, 1",
        "DEEP_DEAL, 12, -0.58, -8.47, 8.2, -31.4, 105.01, 36.58, 9.001, 1, 1",
    })
    // One row of the printed table is one call.
    @SuppressWarnings("checkstyle:parameternumber")
    void fourPathsFromBusan(
            PolicyPath path,
            int quarter,
            double riUs,
            double riCn,
            double cpiUs,
            double cpiCn,
            double usImports,
            double cnImports,
            double soya,
            double m,
            double mc) {
        Economy economy = path.after(quarter);
        assertPrinted("RI US", realIncomeBp(economy, US), riUs, 2);
        assertPrinted("RI CN", realIncomeBp(economy, CN), riCn, 2);
        assertPrinted("CPI US", 1e4 * (economy.consumerPrices(US) - 1), cpiUs, 1);
        assertPrinted("CPI CN", 1e4 * (economy.consumerPrices(CN) - 1), cpiCn, 1);
        assertPrinted("US imports from CN", economy.goodsImports(US, CN), usImports, 2);
        assertPrinted("CN imports from US", economy.goodsImports(CN, US), cnImports, 2);
        assertPrinted("soya", economy.soyMmt(), soya, 3);
        assertPrinted("m", economy.reeAvailability(), m, 3);
        assertPrinted("mc", economy.chipAvailability(), mc, 3);
    }

    @Test
    void wagesConvergeUnderAConstantPolicy() {
        Economy economy = from2024(new QuarterPolicy().layers(.30, 0, 0, 0), 120);
        for (Region r : Region.values()) {
            assertThat(Math.abs(economy.gap(r))).isLessThan(1e-10);
        }
    }

    /** Rise of US car costs in percent when only the part m of the rare earths is to be had, all else as in 2024. */
    private static double carCostRise(double m) {
        return carCostRise(EconomyParameters.DEFAULT, m);
    }

    static double carCostRise(EconomyParameters usual, double m) {
        ChokepointParameters fixed = new ChokepointParameters(0, 0, m, 0, 0, 1, 0, 0, .12);
        EconomyParameters parameters = usual.withRareEarths(fixed);
        Economy economy = new Economy(parameters);
        economy.step(new QuarterPolicy());
        return 100 * (economy.unitCost(US, Sector.VEH) - 1);
    }
}
