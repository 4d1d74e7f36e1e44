package dev.truce.engine.report;

import dev.truce.engine.economy.Economy;
import dev.truce.engine.economy.QuarterPolicy;
import dev.truce.engine.economy.Region;

/**
 * The economy in one quarter, in full precision; never leaves the host unrounded.
 *
 * @param usWedge 2024-import-weighted mean US duty on Chinese goods, fraction
 * @param cnWedge the same of Chinese duty on US goods
 * @param usFromCn US goods imports from China, bn dollars a quarter
 * @param cnFromUs Chinese goods imports from the US, bn dollars a quarter
 * @param soyMmt Chinese soya purchases, MMT a quarter
 * @param usIncome US real income against 2024, fraction
 * @param cnIncome Chinese real income against 2024, fraction
 * @param usPrices US consumer prices, 2024 = 1
 * @param cnPrices Chinese consumer prices, 2024 = 1
 * @param usRevenue US tariff revenue, bn dollars a quarter
 * @param cnRevenue Chinese tariff revenue, bn dollars a quarter
 * @param rareEarths availability m of rare earths in the US after stocks and substitutes, 0..1
 * @param chips availability of chips in China after stocks and substitutes, 0..1
 */
public record EconomyReport(
        double usWedge,
        double cnWedge,
        double usFromCn,
        double cnFromUs,
        double soyMmt,
        double usIncome,
        double cnIncome,
        double usPrices,
        double cnPrices,
        double usRevenue,
        double cnRevenue,
        double rareEarths,
        double chips) {
    /** Reads a kernel that has just stepped under a policy. */
    public static EconomyReport of(Economy economy, QuarterPolicy policy) {
        return new EconomyReport(
                policy.usWedge(),
                policy.cnWedge(),
                economy.goodsImports(Region.US, Region.CN),
                economy.goodsImports(Region.CN, Region.US),
                economy.soyMmt(),
                economy.realIncome(Region.US),
                economy.realIncome(Region.CN),
                economy.consumerPrices(Region.US),
                economy.consumerPrices(Region.CN),
                economy.tariffRevenue(Region.US),
                economy.tariffRevenue(Region.CN),
                economy.reeAvailability(),
                economy.chipAvailability());
    }
}
