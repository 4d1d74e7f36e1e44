package dev.truce.story.facts;

import dev.truce.engine.economy.Trade2024;
import dev.truce.engine.view.Figures;
import dev.truce.story.words.NumberText;

/** What trade and tariffs are compared with. */
public final class TradeFacts {
    private TradeFacts() {}

    /** Returns US goods imports from China in percent of a quarter of 2024. */
    public static int usFromCnShare(Figures figures) {
        return NumberText.share(figures.usFromCnUsdMillions() / 1000.0, Trade2024.usFromCn());
    }

    /** Returns Chinese goods imports from the US in percent of a quarter of 2024. */
    public static int cnFromUsShare(Figures figures) {
        return NumberText.share(figures.cnFromUsUsdMillions() / 1000.0, Trade2024.cnFromUs());
    }
}
