package dev.truce.story.facts;

import dev.truce.engine.economy.Trade2024;
import dev.truce.engine.view.Figures;
import dev.truce.story.words.NumberText;

/** What trade and tariffs are compared with. */
public final class TradeFacts {
    private TradeFacts() {}

    /** Returns US goods imports from China in percent of a quarter of 2024. */
    public static int usFromCnShare(Figures figures) {
        return usFromCnShare(figures.usFromCnUsdMillions());
    }

    /** The same for millions of dollars. */
    public static int usFromCnShare(int usdMillions) {
        return NumberText.share(usdMillions / 1000.0, Trade2024.usFromCn());
    }

    /** Returns Chinese goods imports from the US in percent of a quarter of 2024. */
    public static int cnFromUsShare(Figures figures) {
        return cnFromUsShare(figures.cnFromUsUsdMillions());
    }

    /** The same for millions of dollars. */
    public static int cnFromUsShare(int usdMillions) {
        return NumberText.share(usdMillions / 1000.0, Trade2024.cnFromUs());
    }

    /** Returns goods trade between both in tenths of a percent of a quarter of 2024. */
    public static long shareTenths(Figures figures) {
        double both = figures.usFromCnUsdMillions() / 1000.0 + figures.cnFromUsUsdMillions() / 1000.0;
        return NumberText.share(10 * both, Trade2024.usFromCn() + Trade2024.cnFromUs());
    }
}
