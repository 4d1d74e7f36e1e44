package dev.truce.engine.indicator;

/**
 * The formulas of the indicators, one number after the other with what anchors it. What has no anchor is design, and only
 * news: no rule of the game reads an indicator.
 */
final class MarketRules {
    /** Soya futures after the summit of 30 October 2025: 10.80 dollars nearby on 31 October (CBOT). */
    static final double SOYA_START = 1080;
    /** Between 10.07 on 10 October, with no Chinese purchases, and 10.80 with the truce's 6.25 million tonnes: 12 a tonne. */
    static final double SOYA_PER_MMT = 12;
    /** Design: a cent for each point of Chinese duty on soya above that of the start. */
    static final double SOYA_PER_DUTY_POINT = 1;
    /** Half of the way to what purchases are worth in a quarter. */
    static final double SOYA_SPEED = .5;

    /** Equity indices are counted from the start of the match. */
    static final double EQUITIES_START = 1000;
    /** Design: the growth of a quarter in which nothing happens. */
    static final double EQUITIES_DRIFT = .005;
    /** 3 to 8 April 2025: both sides went to the top of the scale, six points in all, and the S&P 500 lost 12.1 %. */
    static final double EQUITIES_PER_POINT_UP = -.02;
    /** 12 May 2025: both came down about three points each, and the S&P 500 gained 3.3 % on the day; half as strong as up. */
    static final double EQUITIES_PER_POINT_DOWN = -.01;
    /** Design: a percent of real income moves stocks by two. */
    static final double EQUITIES_PER_INCOME = 2;

    /** Dysprosium oxide in Rotterdam on 1 April 2025, before the controls: 250 to 310 dollars a kilogram. */
    static final double DYSPROSIUM_FREE = 280;
    /** Exports cut by 75 % or more tripled prices within a month (spring 2025). */
    static final double DYSPROSIUM_TRIPLED_AT = .75;

    /** 600 dollars a box were 27 % of the spot rate in autumn 2025. */
    static final double FREIGHT_START = 2220;
    /** Rates rose 8 % in the two weeks after both first fees came in: 4 % for a step of either side. */
    static final double FREIGHT_PER_FEE_STEP = .04;
    /** Design: half of a change in volume shows in rates. */
    static final double FREIGHT_PER_VOLUME = .5;

    /** Presidential approval, Gallup, October 2025. */
    static final double US_APPROVAL_START = 41;
    /** Design: there are no comparable polls in China. */
    static final double CN_APPROVAL_START = 60;
    /** Design: percentage points of approval for a point of score components. */
    static final double APPROVAL_PER_POINT = 4;
    /** Design: of farmers in China, for a million tonnes a quarter less imported from the US. */
    static final double CN_FARMERS_PER_MMT = 1;
    /** Design: of farmers in China, for a point of the agricultural tariff. */
    static final double CN_FARMERS_PER_TARIFF_POINT = .4;
    /** Half of the way to the new opinion in a quarter. */
    static final double APPROVAL_SPEED = .5;

    /** Design: what a panic takes off stocks. */
    static final double PANIC = -.08;
    /** Design: what a failed harvest adds to soya futures. */
    static final double HARVEST_FAILURE = .06;

    static final double APPROVAL_LEAST = 5;
    static final double MAX_APPROVAL = 95;

    private MarketRules() {}

    /** Soya on 30 October 2025: down 2.2 % on an agreement without details. */
    static double soya(Reaction reaction) {
        return switch (reaction) {
            case NONE -> 0;
            case FIGURES_PUBLISHED -> .022;
            case FIGURES_IN_PRIVATE -> .007;
            case NO_DETAILS, ENDED -> -.022;
        };
    }

    /** 12 May 2025, a joint statement with figures, +3.3 %; 30 October 2025, about -1.0 %; 10 October 2025, -2.7 %. */
    static double equities(Reaction reaction) {
        return switch (reaction) {
            case NONE -> 0;
            case FIGURES_PUBLISHED -> .033;
            case FIGURES_IN_PRIVATE -> .01;
            case NO_DETAILS -> -.01;
            case ENDED -> -.027;
        };
    }

    static double soya(double before, double mmt, double mmtAtStart, double dutyPoints, Reaction reaction) {
        double fair = SOYA_START + SOYA_PER_MMT * (mmt - mmtAtStart) - SOYA_PER_DUTY_POINT * Math.max(0, dutyPoints);
        return Math.max(1, before + SOYA_SPEED * (fair - before) + before * soya(reaction));
    }

    static double equities(double before, double escalationRise, double incomeRise, Reaction reaction) {
        double perPoint = escalationRise > 0 ? EQUITIES_PER_POINT_UP : EQUITIES_PER_POINT_DOWN;
        double change =
                EQUITIES_DRIFT + perPoint * escalationRise + EQUITIES_PER_INCOME * incomeRise + equities(reaction);
        return Math.max(1, before * (1 + change));
    }

    static double dysprosium(double availability) {
        double cut = Math.min(1, Math.max(0, 1 - availability) / DYSPROSIUM_TRIPLED_AT);
        return DYSPROSIUM_FREE * (1 + 2 * cut);
    }

    static double freight(double volumeAgainstStart, double feeSteps) {
        double volume = 1 + FREIGHT_PER_VOLUME * (volumeAgainstStart - 1);
        return FREIGHT_START * volume * (1 + FREIGHT_PER_FEE_STEP * feeSteps);
    }

    static double approval(double before, double target) {
        double bounded = Math.min(MAX_APPROVAL, Math.max(APPROVAL_LEAST, target));
        return before + APPROVAL_SPEED * (bounded - before);
    }
}
