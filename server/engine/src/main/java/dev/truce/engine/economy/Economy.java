package dev.truce.engine.economy;

/**
 * The kernel: advances the three economies by one quarter.
 *
 * <p>Allocates its arrays once and nothing per step; not thread-safe, so every worker has its own. Uses only the four
 * operations, square roots, minimum and maximum in a fixed order: the same inputs give the same bits on every JVM. Money is
 * nominal bn dollars a quarter with the world wage bill as unit of account; prices, costs and wages are levels with 2024 = 1.
 *
 * <p>A quarter is a list of stages: {@link ExchangeRate}, {@link Chokepoint}, {@link UnitCosts}, {@link Sourcing}, {@link Demand}, {@link Flows},
 * {@link Incomes}.
 */
public final class Economy {
    private static final int S = Sector.COUNT;

    private final Baseline base = Baseline.OF_2024;
    private final Ledger ledger;
    private final ExchangeRate exchangeRate;
    private final UnitCosts unitCosts;
    private final Sourcing sourcing;
    private final Demand demand;
    private final Flows flows;
    private final Incomes incomes;
    private boolean stepped;

    /** Creates a kernel with the calibrated parameters, loaded with the fresh state of 2024. */
    public Economy() {
        this(EconomyParameters.DEFAULT);
    }

    /**
     * Creates a kernel, loaded with the fresh state of 2024.
     *
     * @param parameters the knobs of the scenario
     */
    public Economy(EconomyParameters parameters) {
        ledger = new Ledger(parameters);
        exchangeRate = new ExchangeRate(ledger, parameters.world());
        unitCosts = new UnitCosts(ledger, parameters);
        sourcing = new Sourcing(ledger, parameters);
        demand = new Demand(ledger, parameters);
        flows = new Flows(ledger);
        incomes = new Incomes(ledger);
        load(EconomyState.fresh2024(parameters));
    }

    /**
     * Continues from a state; the outputs of earlier steps are void until the next step.
     *
     * @param s the state, copied
     */
    public void load(EconomyState s) {
        ledger.load(s);
        stepped = false;
    }

    /**
     * Advances by one quarter.
     *
     * @param p the policy of the quarter, only read
     */
    public void step(QuarterPolicy p) {
        exchangeRate.step(p);
        double rareEarthPressure = ledger.rareEarths.step(p.ree);
        double chipPressure = ledger.chips.step(p.chip);
        unitCosts.step(rareEarthPressure, chipPressure);
        sourcing.step(p);
        demand.step(p);
        flows.step(p);
        incomes.step();
        stepped = true;
    }

    /**
     * Takes a snapshot of what the next quarter needs.
     *
     * @return an immutable copy
     */
    public EconomyState save() {
        return ledger.save();
    }

    /**
     * Real income against 2024, RI.
     *
     * @param r the region
     * @return a fraction; -0.0010 is a loss of 10 basis points
     * @throws IllegalStateException if there was no step since the last load
     */
    public double realIncome(Region r) {
        requireStep();
        return ledger.realIncome[r.index()];
    }

    /**
     * Consumer prices, CPI.
     *
     * @param r the region
     * @return level, 2024 = 1
     * @throws IllegalStateException if there was no step since the last load
     */
    public double consumerPrices(Region r) {
        requireStep();
        return ledger.consumerPrice[r.index()];
    }

    /**
     * Tariff revenue, T; 0 for the rest of the world.
     *
     * @param r the region
     * @return bn dollars a quarter
     */
    public double tariffRevenue(Region r) {
        return ledger.revenue[r.index()];
    }

    /**
     * The wage agreed for the next quarter.
     *
     * @param r the region
     * @return level, 2024 = 1
     */
    public double wage(Region r) {
        return ledger.wage[r.index()];
    }

    /**
     * Demand against the agreed wage bill; wages move to close it.
     *
     * @param r the region
     * @return value added over wage bill, minus 1
     * @throws IllegalStateException if there was no step since the last load
     */
    public double gap(Region r) {
        requireStep();
        return ledger.gap[r.index()];
    }

    /**
     * Gross output, R.
     *
     * @param r the region
     * @param s the sector
     * @return bn dollars a quarter
     */
    public double output(Region r, Sector s) {
        return ledger.output[r.index() * S + s.index()];
    }

    /**
     * Unit cost, c.
     *
     * @param r the region
     * @param s the sector
     * @return level, 2024 = 1
     * @throws IllegalStateException if there was no step since the last load
     */
    public double unitCost(Region r, Sector s) {
        requireStep();
        return ledger.cost[r.index() * S + s.index()];
    }

    /**
     * What an importer pays for the goods of an exporter before duties and port costs: the unit cost, but for what sellers of dollar prices keep
     * of a fall of their currency.
     *
     * @param importer the buyer
     * @param exporter the seller
     * @param s the sector
     * @return level, 2024 = 1
     * @throws IllegalStateException if there was no step since the last load
     */
    public double borderPrice(Region importer, Region exporter, Sector s) {
        boolean dollars = importer == Region.US && exporter == Region.CN && s.isGoods();
        return dollars ? unitCost(exporter, s) / (1 - ledger.unseen) : unitCost(exporter, s);
    }

    /**
     * Composite price of a sector to its buyers, P.
     *
     * @param r the importer
     * @param s the sector
     * @return level, 2024 = 1
     */
    public double price(Region r, Sector s) {
        return ledger.price[r.index() * S + s.index()];
    }

    /**
     * Customs value of a flow, before tariff, X.
     *
     * @param importer the buyer
     * @param exporter the seller; the same region gives home absorption
     * @param s the sector
     * @return bn dollars a quarter
     * @throws IllegalStateException if there was no step since the last load
     */
    public double flow(Region importer, Region exporter, Sector s) {
        requireStep();
        return ledger.flow[Baseline.pair(importer.index(), exporter.index()) + s.index()];
    }

    /**
     * Customs value of all goods, {@link Sector#SOY} to {@link Sector#CON}.
     *
     * @param importer the buyer
     * @param exporter the seller
     * @return bn dollars a quarter
     * @throws IllegalStateException if there was no step since the last load
     */
    public double goodsImports(Region importer, Region exporter) {
        requireStep();
        return goods(ledger.flow, importer, exporter);
    }

    /**
     * US soya that China bought, at the price of 2024.
     *
     * @return million tonnes a quarter
     * @throws IllegalStateException if there was no step since the last load
     */
    public double soyMmt() {
        return flow(Region.CN, Region.US, Sector.SOY) / Economy2024.SOYA_PRICE;
    }

    /**
     * US soya that China would have bought without a directive; the same as {@link #soyMmt()} if there was none.
     *
     * @return million tonnes a quarter
     * @throws IllegalStateException if there was no step since the last load
     */
    public double soyMarketMmt() {
        requireStep();
        return Double.isNaN(ledger.soyaMarket) ? soyMmt() : ledger.soyaMarket;
    }

    /**
     * The part of the US need for rare earths that was met, m.
     *
     * @return 0.12..1
     * @throws IllegalStateException if there was no step since the last load
     */
    public double reeAvailability() {
        requireStep();
        return ledger.rareEarths.availability();
    }

    /**
     * The part of the Chinese need for chips and tools that was met, mc.
     *
     * @return 0.12..1
     * @throws IllegalStateException if there was no step since the last load
     */
    public double chipAvailability() {
        requireStep();
        return ledger.chips.availability();
    }

    /**
     * Gross output of a quarter of 2024, R0.
     *
     * @param r the region
     * @param s the sector
     * @return bn dollars a quarter
     */
    public double baselineOutput(Region r, Sector s) {
        return base.output[r.index() * S + s.index()];
    }

    /**
     * Customs value of a flow in a quarter of 2024, X0.
     *
     * @param importer the buyer
     * @param exporter the seller
     * @param s the sector
     * @return bn dollars a quarter
     */
    public double baselineFlow(Region importer, Region exporter, Sector s) {
        return base.flow[Baseline.pair(importer.index(), exporter.index()) + s.index()];
    }

    /**
     * Customs value of all goods in a quarter of 2024.
     *
     * @param importer the buyer
     * @param exporter the seller
     * @return bn dollars a quarter
     */
    public double baselineGoodsImports(Region importer, Region exporter) {
        return goods(base.flow, importer, exporter);
    }

    /**
     * Labour income of a quarter of 2024, L0, which is a quarter of GDP.
     *
     * @param r the region
     * @return bn dollars a quarter
     */
    public double baselineLabourIncome(Region r) {
        return base.labourIncome[r.index()];
    }

    /**
     * Tariff revenue of a quarter of 2024, T0.
     *
     * @param r the region
     * @return bn dollars a quarter
     */
    public double baselineRevenue(Region r) {
        return base.revenue[r.index()];
    }

    /**
     * Final demand of a quarter of 2024, I0.
     *
     * @param r the region
     * @return bn dollars a quarter
     */
    public double baselineIncome(Region r) {
        return base.income[r.index()];
    }

    /**
     * US soya that China bought in a quarter of 2024.
     *
     * @return million tonnes a quarter
     */
    public double baselineSoyMmt() {
        return baselineFlow(Region.CN, Region.US, Sector.SOY) / Economy2024.SOYA_PRICE;
    }

    private static double goods(double[] flow, Region importer, Region exporter) {
        int from = Baseline.pair(importer.index(), exporter.index());
        double sum = 0.0;
        for (int s = 0; s < Sector.GOODS; s++) {
            sum += flow[from + s];
        }
        return sum;
    }

    private void requireStep() {
        if (!stepped) {
            throw new IllegalStateException("no quarter has been computed since the state was loaded");
        }
    }
}
