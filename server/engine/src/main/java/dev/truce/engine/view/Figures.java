package dev.truce.engine.view;

/**
 * Figures of a quarter for people, in whole units. For a seat they are estimates: its own levels and the public ones are
 * exact, the other side's covert ones are read from the signals, so no figure tells more than the signals do.
 *
 * @param estimated whether the other side's covert levels were estimated
 * @param displayedTariffBasisPoints headline US tariff
 * @param usWedgeBasisPoints mean US duty on Chinese goods that moves trade
 * @param cnWedgeBasisPoints mean Chinese duty on US goods
 * @param usFromCnUsdMillions US goods imports from China in the quarter
 * @param cnFromUsUsdMillions Chinese goods imports from the US in the quarter
 * @param soyTonnesThousands Chinese soya purchases in the quarter
 * @param usIncomeMilliBasisPoints US real income against 2024, thousandths of a basis point
 * @param cnIncomeMilliBasisPoints the same of China
 * @param usPricesBasisPoints US consumer prices against 2024
 * @param cnPricesBasisPoints Chinese consumer prices against 2024
 * @param rareEarthsPerMille availability of rare earths in the US
 * @param chipsPerMille availability of chips in China
 * @param tensionTenths tension; rounded to halves for everybody but the omniscient
 */
public record Figures(
        boolean estimated,
        int displayedTariffBasisPoints,
        int usWedgeBasisPoints,
        int cnWedgeBasisPoints,
        int usFromCnUsdMillions,
        int cnFromUsUsdMillions,
        int soyTonnesThousands,
        int usIncomeMilliBasisPoints,
        int cnIncomeMilliBasisPoints,
        int usPricesBasisPoints,
        int cnPricesBasisPoints,
        int rareEarthsPerMille,
        int chipsPerMille,
        int tensionTenths) {

    /** Percent; below this displayed tariff trade is normal in the words of the scenario's main source. */
    public static final int NORMAL_TARIFF = 30;

    /** No figures yet: what stands in a view that carries facts alone. */
    static final Figures NONE = new Figures(true, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Returns the headline US tariff in whole percent. */
    public int displayedTariff() {
        return Math.floorDiv(displayedTariffBasisPoints + 50, 100);
    }
}
