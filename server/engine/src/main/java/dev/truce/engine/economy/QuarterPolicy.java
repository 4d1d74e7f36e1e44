package dev.truce.engine.economy;

/**
 * The policy inputs of one quarter: duties, port costs, the soya directive and the availability of chokepoint inputs.
 *
 * <p>Mutable, reused by its owner and never shared between threads; the kernel only reads it. Rates are fractions, so 0.10
 * is ten percentage points. Duties are total rates and include the duty collected in 2024. Every setter checks its range,
 * because one NaN would spread to every price within a quarter.
 */
public final class QuarterPolicy {
    /** Largest rate accepted: 10,000%, far beyond any duty ever levied, yet small enough that no price overflows. */
    public static final double MAX_RATE = 100;

    /**
     * Largest port cost accepted, equal to the value of the goods. The exporter receives it, so far above this the model
     * would book receipts that outweigh the lost volume; real fees are near 0.02.
     */
    public static final double MAX_ICE = 1;

    /** Largest soya directive accepted, million tonnes a quarter; the kernel caps the US share at 0.6 long before. */
    public static final double MAX_SOYA_MMT = 1000;

    /** Published headline of US duties on China before the two 2025 layers, basis points. */
    private static final int HEADLINE_BASE = 2700;

    /** Export control of chips is not at its open level. */
    static final double NOT_OPEN = -1;

    private static final int GOODS = Sector.GOODS;

    final double[] usDuty = new double[Sector.COUNT];
    final double[] cnDuty = new double[Sector.COUNT];
    double iceUs;
    double iceCn;
    double soyMmt;
    double ree;
    double chip;
    double openChips;
    double rowUs;
    double rowCn;

    /** Creates the no-policy default: the duties of 2024 and nothing else. */
    public QuarterPolicy() {
        reset();
    }

    /** Returns to the no-policy default: the duties of 2024, soya left to the market, free chokepoint inputs. */
    public void reset() {
        layers(0, 0, 0, 0);
        iceUs = 0;
        iceCn = 0;
        soyMmt = -1;
        ree = 1;
        chip = 1;
        openChips = NOT_OPEN;
        rowUs = 0;
        rowCn = 0;
    }

    /**
     * Sets all duties from the layers of law, replacing what single sectors had.
     *
     * @param fent US fentanyl layer on all goods, a rate
     * @param recUs US reciprocal layer, a rate; electronics, chips and sectoral goods are exempt
     * @param k232 scale of the US sectoral layer; 1 = in force, 0 = none
     * @param recCn Chinese duty added on all US goods, a rate
     * @return this
     * @throws IllegalArgumentException if one is outside 0..{@link #MAX_RATE}
     */
    public QuarterPolicy layers(double fent, double recUs, double k232, double recCn) {
        rate("fent", fent);
        rate("recUs", recUs);
        rate("k232", k232);
        rate("recCn", recCn);
        for (int s = 0; s < GOODS; s++) {
            usDuty[s] = Economy2024.US_DUTY[s]
                    + ((fent + recUs * Economy2024.RECIPROCAL_SHARE[s]) + k232 * Economy2024.SECTORAL_LAYER[s]);
            cnDuty[s] = Economy2024.CN_DUTY[s] + recCn;
        }
        return this;
    }

    /**
     * Adds to the US duty on one sector of Chinese goods, for example a section 301 tariff.
     *
     * @param s a goods sector
     * @param rate what to add
     * @return this
     * @throws IllegalArgumentException if s is services, or the rate or its sum is outside 0..{@link #MAX_RATE}
     */
    public QuarterPolicy addUsDuty(Sector s, double rate) {
        int i = goods(s);
        usDuty[i] = rate("usDuty", usDuty[i] + rate("usDuty", rate));
        return this;
    }

    /**
     * Adds to the Chinese duty on one sector of US goods, for example an agricultural tariff.
     *
     * @param s a goods sector
     * @param rate what to add
     * @return this
     * @throws IllegalArgumentException if s is services, or the rate or its sum is outside 0..{@link #MAX_RATE}
     */
    public QuarterPolicy addCnDuty(Sector s, double rate) {
        int i = goods(s);
        cnDuty[i] = rate("cnDuty", cnDuty[i] + rate("cnDuty", rate));
        return this;
    }

    /**
     * Replaces the total US duty on one sector of Chinese goods.
     *
     * @param s a goods sector
     * @param rate the total rate, including the duty of 2024
     * @return this
     * @throws IllegalArgumentException if s is services, or the rate is outside 0..{@link #MAX_RATE}
     */
    public QuarterPolicy usDuty(Sector s, double rate) {
        usDuty[goods(s)] = rate("usDuty", rate);
        return this;
    }

    /**
     * Replaces the total Chinese duty on one sector of US goods.
     *
     * @param s a goods sector
     * @param rate the total rate, including the duty of 2024
     * @return this
     * @throws IllegalArgumentException if s is services, or the rate is outside 0..{@link #MAX_RATE}
     */
    public QuarterPolicy cnDuty(Sector s, double rate) {
        cnDuty[goods(s)] = rate("cnDuty", rate);
        return this;
    }

    /**
     * Sets port fees and other costs that raise prices without revenue; the exporter receives them.
     *
     * @param us rate on Chinese goods that enter the US
     * @param cn rate on US goods that enter China
     * @return this
     * @throws IllegalArgumentException if one is outside 0..{@link #MAX_ICE}
     */
    public QuarterPolicy ice(double us, double cn) {
        Ranges.require("iceUs", us, 0, MAX_ICE);
        Ranges.require("iceCn", cn, 0, MAX_ICE);
        iceUs = us;
        iceCn = cn;
        return this;
    }

    /**
     * Adds to the costs of both directions, for example those of a strike.
     *
     * @param rate what to add
     * @return this
     * @throws IllegalArgumentException if a sum is outside 0..{@link #MAX_ICE}
     */
    public QuarterPolicy addIce(double rate) {
        return ice(iceUs + rate, iceCn + rate);
    }

    /**
     * Sets the Chinese purchase directive for US soya.
     *
     * @param mmt million tonnes a quarter, up to {@link #MAX_SOYA_MMT}; any negative value leaves it to the market
     * @return this
     * @throws IllegalArgumentException if it is NaN, infinite or too large
     */
    public QuarterPolicy soy(double mmt) {
        Ranges.require("soy", mmt, -MAX_SOYA_MMT, MAX_SOYA_MMT);
        soyMmt = mmt;
        return this;
    }

    /**
     * Sets the availability of Chinese rare earths to the US.
     *
     * @param a 0 = none, 1 = free
     * @return this
     * @throws IllegalArgumentException if it is outside 0..1
     */
    public QuarterPolicy ree(double a) {
        Ranges.require("ree", a, 0, 1);
        ree = a;
        return this;
    }

    /**
     * Sets the availability of US chips and chip tools to China.
     *
     * @param a 0 = none, 1 = free
     * @return this
     * @throws IllegalArgumentException if it is outside 0..1
     */
    public QuarterPolicy chip(double a) {
        Ranges.require("chip", a, 0, 1);
        chip = a;
        return this;
    }

    /**
     * Says that export control of chips is open: China may then buy more than in 2025, where the scenario has a chip quota.
     *
     * @param availability of chips before slow licences, 0..1; or a negative number if control is not open
     * @return this
     * @throws IllegalArgumentException if it is above 1 or not a number
     */
    public QuarterPolicy openChips(double availability) {
        if (!(availability <= 1)) {
            Ranges.require("openChips", availability, 0, 1);
        }
        openChips = availability < 0 ? NOT_OPEN : availability;
        return this;
    }

    /**
     * Sets duties on goods from the rest of the world; for validation experiments only.
     *
     * @param us rate added by the US
     * @param cn rate added by China
     * @return this
     * @throws IllegalArgumentException if one is outside 0..{@link #MAX_RATE}
     */
    public QuarterPolicy row(double us, double cn) {
        rowUs = rate("rowUs", us);
        rowCn = rate("rowCn", cn);
        return this;
    }

    /**
     * The total US duty on Chinese goods.
     *
     * @param s the sector
     * @return the rate; 0 for services
     */
    public double usDuty(Sector s) {
        return usDuty[s.index()];
    }

    /**
     * The total Chinese duty on US goods.
     *
     * @param s the sector
     * @return the rate; 0 for services
     */
    public double cnDuty(Sector s) {
        return cnDuty[s.index()];
    }

    /**
     * The mean US duty on Chinese goods, weighted with the imports of 2024; what trade trackers publish.
     *
     * @return a rate
     */
    public double usWedge() {
        return wedge(usDuty, Baseline.pair(0, 1));
    }

    /**
     * The mean Chinese duty on US goods, weighted with the imports of 2024.
     *
     * @return a rate
     */
    public double cnWedge() {
        return wedge(cnDuty, Baseline.pair(1, 0));
    }

    /**
     * The headline figure of US duties as it is displayed: additive, blind to exemptions, hence above {@link #usWedge()}.
     *
     * @param fentBasisPoints fentanyl layer
     * @param recUsBasisPoints reciprocal layer
     * @return headline in basis points, 2700 when both layers are off
     */
    public static int headlineBasisPoints(int fentBasisPoints, int recUsBasisPoints) {
        return Math.addExact(HEADLINE_BASE, Math.addExact(fentBasisPoints, recUsBasisPoints));
    }

    private static double wedge(double[] duty, int pair) {
        double paid = 0.0;
        double value = 0.0;
        for (int s = 0; s < GOODS; s++) {
            double weight = Baseline.OF_2024.flow[pair + s];
            paid += weight * duty[s];
            value += weight;
        }
        return paid / value;
    }

    private static double rate(String name, double rate) {
        // The text of a refusal is built only on refusal, so that setting a policy costs no allocation.
        if (!(rate >= 0 && rate <= MAX_RATE)) {
            Ranges.require(name, rate, 0, MAX_RATE);
        }
        return rate;
    }

    private static int goods(Sector s) {
        if (!s.isGoods()) {
            throw new IllegalArgumentException("services carry no duty");
        }
        return s.index();
    }
}
