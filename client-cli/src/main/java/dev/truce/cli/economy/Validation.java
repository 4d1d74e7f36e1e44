package dev.truce.cli.economy;

import dev.truce.engine.economy.ChokepointParameters;
import dev.truce.engine.economy.Economy;
import dev.truce.engine.economy.EconomyParameters;
import dev.truce.engine.economy.EconomyState;
import dev.truce.engine.economy.QuarterPolicy;
import dev.truce.engine.economy.Region;
import dev.truce.engine.economy.Sector;
import dev.truce.engine.economy.StartPath;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * The validation table of the model card, computed for the economy of a scenario: each row is an experiment with the bare economy beside
 * the range that data or literature give for it. What the rows compare with, and which were used for calibration, stands in the model card.
 */
final class Validation {
    /** Quarters after which a path is called long run. */
    private static final int LONG_RUN = 124;

    private static final double PERCENT = 100;
    private static final double BASIS_POINTS = 1e4;
    private static final double TRILLIONTHS = 1e12;

    private final EconomyParameters parameters;
    private final EconomyState busan;
    private final List<Row> rows = new ArrayList<>();

    /** How a value stands to its range. */
    enum Verdict {
        /** Inside the range. */
        IN,
        /** Outside the range. */
        OUT,
        /** The economy of the scenario does not model what the row measures. */
        NONE
    }

    /**
     * A row of the table.
     *
     * @param id of the experiment and, where it has several figures, of the figure
     * @param unit what the numbers count
     * @param low least value of the range
     * @param high largest value of the range
     * @param value what the economy gives; NaN if it does not model it
     * @param decimals with which the value is printed
     */
    record Row(String id, String unit, double low, double high, double value, int decimals) {
        Verdict verdict() {
            return Double.isNaN(value) ? Verdict.NONE : value >= low && value <= high ? Verdict.IN : Verdict.OUT;
        }
    }

    private Validation(EconomyParameters parameters) {
        this.parameters = parameters;
        this.busan = StartPath.BUSAN_2025.state(parameters);
    }

    /** Returns all rows for an economy. */
    static List<Row> of(EconomyParameters parameters) {
        Validation table = new Validation(parameters);
        table.structure();
        table.elasticities();
        table.year2025();
        table.tariffs();
        table.soya();
        table.replacements();
        table.earths();
        table.war();
        table.markets();
        table.world();
        return List.copyOf(table.rows);
    }

    private void add(String id, String unit, double low, double high, int decimals, double value) {
        rows.add(new Row(id, unit, low, high, value, decimals));
    }

    private void structure() {
        Economy economy = new Economy(parameters);
        double most = 0;
        for (int quarter = 0; quarter < 40; quarter++) {
            economy.step(new QuarterPolicy());
            for (Region region : Region.values()) {
                most = Math.max(most, Math.abs(economy.realIncome(region)));
                most = Math.max(most, Math.abs(economy.gap(region)));
            }
        }
        add("V1", "1e-12", 0, 1, 1, TRILLIONTHS * most);
        QuarterPolicy duty = machinery();
        for (int quarters : new int[] {1, 4, LONG_RUN}) {
            double cost = run(afterTwoIdle(), duty, quarters).unitCost(Region.CN, Sector.MCH);
            add(
                    "V2 " + when(quarters),
                    "",
                    .97,
                    1,
                    3,
                    StrictMath.log(factor(duty) * cost) / StrictMath.log(factor(duty)));
        }
    }

    private void elasticities() {
        int[] quarters = {1, 2, 3, 4, 8, LONG_RUN};
        double[] low = {-1.5, -2.6, -2.6, -2.6, -4, -4};
        double[] high = {-1.0, -1.0, -1.0, -1.7, -1.7, -2.3};
        QuarterPolicy duty = machinery();
        for (int i = 0; i < quarters.length; i++) {
            Economy economy = run(afterTwoIdle(), duty, quarters[i]);
            double ratio = relative(economy, Region.CN) / relative(economy, Region.RW);
            add(
                    "V3 " + when(quarters[i]),
                    "",
                    low[i],
                    high[i],
                    2,
                    StrictMath.log(ratio) / StrictMath.log(factor(duty)));
        }
    }

    private static double relative(Economy economy, Region exporter) {
        return economy.flow(Region.US, exporter, Sector.MCH) / economy.baselineFlow(Region.US, exporter, Sector.MCH);
    }

    private void year2025() {
        add("V4", "%", -43, -29, 1, change(quarterOf2025(2), Region.US, Region.CN));
        Economy third = quarterOf2025(3);
        add("V5 imports", "%", -44, -30, 1, change(third, Region.US, Region.CN));
        add("V5 exports", "%", -37, -23, 1, change(third, Region.CN, Region.US));
    }

    private Economy quarterOf2025(int quarter) {
        StartPath path = StartPath.BUSAN_2025;
        Economy economy = new Economy(parameters);
        economy.load(new StartPath(path.idleQuarters(), path.quarters().subList(0, quarter - 1)).state(parameters));
        StartPath.Quarter last = path.quarters().get(quarter - 1);
        economy.step(new QuarterPolicy()
                .layers(last.fent(), last.recUs(), last.k232(), last.recCn())
                .soy(last.soy())
                .ree(last.ree())
                .chip(last.chip()));
        return economy;
    }

    private void tariffs() {
        QuarterPolicy war = new QuarterPolicy().layers(.162, 0, 0, .13);
        Economy fourth = from2024(war, 4);
        add("V6 prices", "%", .18, .36, 3, PERCENT * (fourth.consumerPrices(Region.US) - 1));
        add("V6 income q4", "%", -.08, -.01, 3, PERCENT * fourth.realIncome(Region.US));
        add("V6 income q8", "%", -.08, -.01, 3, PERCENT * from2024(war, 8).realIncome(Region.US));
        QuarterPolicy thirty = new QuarterPolicy().layers(.30, 0, 0, 0);
        add("V7 q8", "%", -55, -33, 1, change(from2024(thirty, 8), Region.US, Region.CN));
        add("V7 long run", "%", -55, -33, 1, change(from2024(thirty, LONG_RUN), Region.US, Region.CN));
        add("V8", "points", 20, 80, 0, revenuePeak());
    }

    private int revenuePeak() {
        int best = 0;
        double most = 0;
        for (int points = 0; points <= 150; points += 5) {
            double revenue = from2024(new QuarterPolicy().layers(points / PERCENT, 0, 0, 0), LONG_RUN)
                    .tariffRevenue(Region.US);
            if (revenue > most) {
                most = revenue;
                best = points;
            }
        }
        return best;
    }

    private void soya() {
        QuarterPolicy duty = new QuarterPolicy().layers(0, 0, 0, .25);
        Economy market = from2024(duty, 4);
        add("V9 market", "%", -65, -30, 1, PERCENT * (market.soyMmt() / market.baselineSoyMmt() - 1));
        add("V9 directive 0", "MMT", 0, 0, 1, from2024(duty.soy(0), 4).soyMmt());
    }

    private void replacements() {
        QuarterPolicy both = new QuarterPolicy().layers(.20, .10, 1, .10);
        for (int quarters : new int[] {4, 16}) {
            Economy economy = from2024(both, quarters);
            double gain =
                    economy.goodsImports(Region.US, Region.RW) - economy.baselineGoodsImports(Region.US, Region.RW);
            double loss =
                    economy.baselineGoodsImports(Region.US, Region.CN) - economy.goodsImports(Region.US, Region.CN);
            add("V10 " + when(quarters), "", .4, .9, 2, gain / loss);
        }
    }

    private void earths() {
        add("V11 need .9", "%", 0, .5, 1, carCostRise(.9));
        add("V11 need .6", "%", 1, 4, 1, carCostRise(.6));
        add("V11 need .3", "%", 12, 35, 1, carCostRise(.3));
        double first = banCost(1);
        add("V11 ban", "bp", -150, -40, 1, first);
        add("V12", "", 0, .35, 2, banCost(8) / first);
    }

    /** What cars cost more in the US if a fixed part of its need for rare earths is met. */
    private double carCostRise(double met) {
        Economy economy =
                new Economy(parameters.withRareEarths(new ChokepointParameters(0, 0, met, 0, 0, 1, 0, 0, .12)));
        economy.step(new QuarterPolicy());
        return PERCENT * (economy.unitCost(Region.US, Sector.VEH) - 1);
    }

    private double banCost(int quarter) {
        QuarterPolicy ban = truce().ree(.05);
        return BASIS_POINTS
                * (run(busan, ban, quarter).realIncome(Region.US)
                        - run(busan, truce(), quarter).realIncome(Region.US));
    }

    private void war() {
        QuarterPolicy war = new QuarterPolicy().layers(.20, 1.25, 1, 1.25).chip(.75);
        for (int quarters : new int[] {8, 12}) {
            Economy economy = run(busan, war, quarters);
            for (Region region : List.of(Region.US, Region.CN)) {
                String id = "V13 " + region + " " + when(quarters);
                add(id, "bp", -200, 0, 1, BASIS_POINTS * economy.realIncome(region));
            }
        }
        double atBusan = new QuarterPolicy().layers(.10, .10, 1, .10).usWedge();
        double atPeak = new QuarterPolicy().layers(.20, 1.25, 1, 1.25).usWedge();
        add("V14 Busan", "%", 29.8 - 3, 29.8 + 3, 1, PERCENT * atBusan);
        add("V14 peak", "%", 99 - 8, 105 + 8, 1, PERCENT * atPeak);
    }

    /** What single markets answer, where the scenario has them answer. */
    private void markets() {
        Economy held = run(busan, truce(), 4);
        Economy stopped = run(busan, truce().soy(0), 4);
        double gone = held.flow(Region.CN, Region.US, Sector.SOY) - stopped.flow(Region.CN, Region.US, Sector.SOY);
        double found = stopped.flow(Region.RW, Region.US, Sector.SOY) - held.flow(Region.RW, Region.US, Sector.SOY);
        add("V17", "", .3, .7, 3, modelled(parameters.responses().soyaReroute() > 0, () -> found / gone));
        add(
                "V18",
                "%",
                -12,
                -3,
                1,
                modelled(
                        parameters.responses().soyaSupplySlope() > 0,
                        () -> PERCENT
                                * (stopped.unitCost(Region.US, Sector.SOY) / held.unitCost(Region.US, Sector.SOY)
                                        - 1)));
        add(
                "V19",
                "%",
                -100,
                -30,
                0,
                modelled(
                        parameters.responses().chipQuota(),
                        () -> PERCENT
                                * (run(busan, truce().chip(0), 4).flow(Region.CN, Region.US, Sector.SEM)
                                                / held.flow(Region.CN, Region.US, Sector.SEM)
                                        - 1)));
    }

    /** What the rest of the world answers, where the scenario has it answer. */
    private void world() {
        QuarterPolicy war = new QuarterPolicy().layers(.162, 0, 0, .13);
        add(
                "V20",
                "%",
                -7.5,
                -2.5,
                2,
                modelled(parameters.world().answer() > 0, () -> termsOfTrade(from2024(war, 8), Region.CN)));
        add("V21", "%", 2, 6, 2, modelled(parameters.world().connectors() > 0, this::diversionIn2025));
    }

    /** Prices of exports against prices of imports, goods with the weights of 2024. */
    private static double termsOfTrade(Economy economy, Region region) {
        double sold = 0;
        double bought = 0;
        double exports = 0;
        double imports = 0;
        for (Region other : Region.values()) {
            for (Sector sector : Sector.values()) {
                if (other != region && sector.isGoods()) {
                    double out = economy.baselineFlow(other, region, sector);
                    double in = economy.baselineFlow(region, other, sector);
                    sold += out * economy.borderPrice(other, region, sector);
                    bought += in * economy.borderPrice(region, other, sector);
                    exports += out;
                    imports += in;
                }
            }
        }
        return PERCENT * (sold / exports / (bought / imports) - 1);
    }

    private double diversionIn2025() {
        double sum = 0;
        int quarters = StartPath.BUSAN_2025.quarters().size();
        for (int quarter = 1; quarter <= quarters; quarter++) {
            sum += change(quarterOf2025(quarter), Region.RW, Region.CN);
        }
        return sum / quarters;
    }

    private static double modelled(boolean there, DoubleSupplier value) {
        return there ? value.getAsDouble() : Double.NaN;
    }

    private static QuarterPolicy truce() {
        return new QuarterPolicy().layers(.10, .10, 1, .10).soy(6.25).ree(.85).chip(.75);
    }

    private static QuarterPolicy machinery() {
        return new QuarterPolicy().addUsDuty(Sector.MCH, .10);
    }

    private static double factor(QuarterPolicy policy) {
        return (1 + policy.usDuty(Sector.MCH)) / (1 + new QuarterPolicy().usDuty(Sector.MCH));
    }

    private EconomyState afterTwoIdle() {
        return from2024(new QuarterPolicy(), 2).save();
    }

    private Economy from2024(QuarterPolicy policy, int quarters) {
        return run(EconomyState.fresh2024(parameters), policy, quarters);
    }

    private Economy run(EconomyState from, QuarterPolicy policy, int quarters) {
        Economy economy = new Economy(parameters);
        economy.load(from);
        for (int quarter = 0; quarter < quarters; quarter++) {
            economy.step(policy);
        }
        return economy;
    }

    /** Goods imports against a quarter of 2024, per cent. */
    private static double change(Economy economy, Region importer, Region exporter) {
        return PERCENT
                * (economy.goodsImports(importer, exporter) / economy.baselineGoodsImports(importer, exporter) - 1);
    }

    private static String when(int quarters) {
        return quarters == LONG_RUN ? "long run" : "q" + quarters;
    }
}
