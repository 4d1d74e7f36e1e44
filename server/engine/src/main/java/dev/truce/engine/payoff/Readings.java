package dev.truce.engine.payoff;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.economy.Economy;
import dev.truce.engine.economy.Region;
import dev.truce.engine.economy.Sector;

/**
 * What a side's public reads off the economy in a quarter (economy 8.2), against 2024.
 *
 * @param income real income, basis points
 * @param revenue tariff revenue, basis points of GDP
 * @param farm output of the farm states, %; 0 for China
 * @param industry real manufacturing output, %
 * @param prices consumer prices, basis points
 */
public record Readings(double income, double revenue, double farm, double industry, double prices) {
    /** The part of a fall in soya output that state aid leaves to the farmers. */
    private static final double AFTER_AID = .55;

    /**
     * Reads a kernel that has just stepped.
     *
     * @throws IllegalStateException if it has not
     */
    public static Readings of(Economy economy, Side side) {
        Region region = BySide.pick(side, Region.US, Region.CN);
        double prices = economy.consumerPrices(region);
        return new Readings(
                1e4 * economy.realIncome(region),
                1e4
                        * (economy.tariffRevenue(region) - economy.baselineRevenue(region))
                        / economy.baselineLabourIncome(region),
                BySide.pick(side, farm(economy), 0),
                100 * (manufacturing(economy, region) / prices - 1),
                1e4 * (prices - 1));
    }

    private static double farm(Economy economy) {
        double soya = growth(economy, Sector.SOY);
        if (soya < 0) {
            soya *= AFTER_AID;
        }
        return 100 * (.5 * soya + .5 * growth(economy, Sector.AGF));
    }

    private static double growth(Economy economy, Sector sector) {
        return economy.output(Region.US, sector) / economy.baselineOutput(Region.US, sector) - 1;
    }

    private static double manufacturing(Economy economy, Region region) {
        double now = output(economy, region, Sector.MET) + output(economy, region, Sector.MCH);
        now += output(economy, region, Sector.ELC);
        now += output(economy, region, Sector.VEH);
        now += output(economy, region, Sector.CON);
        double then = economy.baselineOutput(region, Sector.MET) + economy.baselineOutput(region, Sector.MCH);
        then += economy.baselineOutput(region, Sector.ELC);
        then += economy.baselineOutput(region, Sector.VEH);
        then += economy.baselineOutput(region, Sector.CON);
        return now / then;
    }

    private static double output(Economy economy, Region region, Sector sector) {
        return economy.output(region, sector);
    }
}
