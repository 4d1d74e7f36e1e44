package dev.truce.engine.indicator;

import dev.truce.engine.economy.Sector;

/**
 * Trade of one sector in a quarter.
 *
 * @param sector a goods sector
 * @param usFromCnUsdMillions US imports from China, million dollars
 * @param cnFromUsUsdMillions Chinese imports from the US, million dollars
 */
public record SectorTrade(Sector sector, int usFromCnUsdMillions, int cnFromUsUsdMillions) {}
