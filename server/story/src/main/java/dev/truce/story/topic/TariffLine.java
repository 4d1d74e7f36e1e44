package dev.truce.story.topic;

/** The line below which the displayed US tariff counts as normal. */
public final class TariffLine {
    /** In percent; below it trade is normal in the words of the scenario's main source. */
    public static final int NORMAL_TRADE = 30;

    private TariffLine() {}
}
