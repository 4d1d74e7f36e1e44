package dev.truce.engine.economy;

/**
 * The tables of the year 2024, exactly as published with the model.
 *
 * <p>Values are customs values in billion dollars per <em>year</em>. US goods imports from China (438.9) and Chinese goods
 * imports from the US (143.5) match the US Census totals; home absorption and trade inside the rest of the world are round
 * estimates, good to about a fifth. Nothing here is read by the kernel directly: {@link Baseline} derives what it needs.
 */
final class Economy2024 {
    /** Marks a cell that {@link Baseline} solves for: home services close the accounts of a region. */
    static final double SOLVED = 0.0;

    /** Gross domestic product by region, bn a year (IMF, rounded). */
    static final double[] GDP = {29200, 18700, 62600};

    /** Chinese soya imports from the US: 12.6 bn for 26.8 million tonnes (US Census, USDA), hence bn per million tonnes. */
    static final double SOYA_PRICE = 12.6 / 26.8;

    /** Customs values by importer, then sector; the columns are the exporters US, CN, RW. No share may be zero. */
    static final double[][][] TRADE = {
        { // importer US
            {30, 0.1, 1.5}, // SOY
            {1150, 4.5, 210}, // AGF
            {1100, 1.3, 250}, // ENE
            {950, 48, 470}, // CHM
            {800, 44, 270}, // MET
            {550, 118, 480}, // MCH
            {120, 99, 270}, // ELC
            {60, 5, 75}, // SEM
            {750, 20, 530}, // VEH
            {300, 99, 270}, // CON
            {SOLVED, 20, 780}, // SVC
        },
        { // importer CN
            {12.6, 12, 41}, // SOY
            {12.1, 1900, 150}, // AGF
            {16, 1000, 640}, // ENE
            {27, 1900, 260}, // CHM
            {11, 2600, 330}, // MET
            {25, 2000, 330}, // MCH
            {3, 500, 90}, // ELC
            {13.5, 120, 415}, // SEM
            {18, 1100, 90}, // VEH
            {5.3, 900, 60}, // CON
            {55, SOLVED, 550}, // SVC
        },
        { // importer RW
            {12, 0.01, 110}, // SOY: 0.01 is the floor that keeps the foreign bundle defined
            {140, 90, 5500}, // AGF
            {310, 60, 4500}, // ENE
            {370, 380, 3500}, // CHM
            {180, 450, 4000}, // MET
            {330, 780, 3500}, // MCH
            {90, 420, 900}, // ELC
            {60, 150, 500}, // SEM
            {270, 260, 3300}, // VEH
            {70, 460, 2200}, // CON
            {1080, 380, SOLVED}, // SVC
        },
    };

    /** Long-run elasticity between foreign sources; only 2, 3 and 5 can be computed with products and square roots. */
    static final int[] SIGMA = {5, 3, 5, 3, 3, 3, 5, 2, 3, 3, 2};

    /** Share of own-sector inputs in gross output, before the cap of {@link Baseline}. */
    static final double[] INPUT_SHARE = {.50, .60, .40, .60, .60, .55, .60, .40, .60, .55, .35};

    /** Duty collected in 2024 by the US on Chinese goods; average near 10.87% (Waugh tariff tracker, HS2). */
    static final double[] US_DUTY = {.02, .17, .10, .11, .17, .13, .02, .25, .23, .125, 0};

    /** Duty collected in 2024 by China on US goods. */
    static final double[] CN_DUTY = {.03, .25, .20, .20, .25, .24, .20, .10, .22, .25, 0};

    /** Extra US layer on goods under sectoral (section 232) duties. */
    static final double[] SECTORAL_LAYER = {0, 0, 0, 0, .22, .02, 0, 0, .15, .01, 0};

    /** Share of a sector to which the US reciprocal layer applies; electronics, chips and sectoral goods are exempt. */
    static final double[] RECIPROCAL_SHARE = {1, 1, 1, .8, 0, .95, 0, 0, 0, 1, 0};

    /** Weight of Chinese rare earths in US unit costs, calibrated: a full cut costs about 0.9% of US income at first. */
    static final double[] RARE_EARTH_WEIGHT = {0, 0, 0, .0006, .0006, .0045, .0080, .0060, .0100, .0004, 0};

    /** Weight of US chips and tools in Chinese unit costs, calibrated. */
    static final double[] CHIP_WEIGHT = {0, 0, 0, 0, 0, .0016, .0080, .0140, .0030, 0, .0003};

    private Economy2024() {}
}
