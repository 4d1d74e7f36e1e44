package dev.truce.tournament.report;

import dev.truce.tournament.table.Decimals;
import dev.truce.tournament.table.TableRow;

/**
 * A figure of the standings and where its 95 % interval stands.
 *
 * @param value column of the figure
 * @param low column of the lower end, empty if there were too few pairs
 * @param high column of the upper end
 */
record Measure(String value, String low, String high) {
    /** Over both seats. */
    static final Measure SCORE = new Measure("score", "low", "high");

    /** In the US seat. */
    static final Measure AS_US = new Measure("as_us", "as_us_low", "as_us_high");

    /** In the Chinese seat. */
    static final Measure AS_CN = new Measure("as_cn", "as_cn_low", "as_cn_high");

    /** Returns a number as pictures have it, with any count of decimals. */
    static String number(double value, int decimals) {
        return decimals == 0 ? Long.toString(Math.round(value)) : Decimals.of(value, decimals);
    }

    /** Returns the figure of a row, two decimals. */
    String shown(TableRow standing) {
        return standing.shown(value, 2);
    }

    /** Returns its interval, or a dash. */
    String interval(TableRow standing) {
        return standing.interval(low, high, 2);
    }

    /** Returns the least value of a row that a picture has to show. */
    double least(TableRow standing) {
        double least = standing.number(value);
        return standing.has(low) ? Math.min(least, standing.number(low)) : least;
    }

    /** Returns the greatest. */
    double most(TableRow standing) {
        double most = standing.number(value);
        return standing.has(high) ? Math.max(most, standing.number(high)) : most;
    }
}
