package dev.truce.tournament.report;

import dev.truce.tournament.report.picture.Picture;
import dev.truce.tournament.report.picture.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The pictures of a report, by the section that they stand in; empty where there is nothing to see or so many bots that nobody
 * would see it.
 *
 * @param standings scores with intervals
 * @param seats scores by seat with intervals
 * @param crosstable heat map of who scores what against whom
 * @param escalation how hard bots press, round by round
 * @param evolution shares of a field
 */
record Pictures(
        Optional<Picture> standings,
        Optional<Picture> seats,
        Optional<Picture> crosstable,
        Optional<Picture> escalation,
        Optional<Picture> evolution) {
    /** With more bots nothing can be read off a picture. */
    static final int MOST_BOTS = 40;

    private static final int ROW = 24;
    private static final int DOUBLE_ROW = 30;
    private static final double BESIDE = 6;

    /** Draws all that can be drawn. */
    static Pictures of(Results results) {
        if (results.standings().size() > MOST_BOTS) {
            return new Pictures(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
        return new Pictures(
                Optional.of(standings(results)),
                Optional.of(seats(results)),
                Optional.of(HeatMap.of(results)),
                results.rounds().rounds() == 0 ? Optional.empty() : Optional.of(EscalationChart.of(results)),
                results.course().isEmpty() ? Optional.empty() : Optional.of(EvolutionChart.of(results)));
    }

    /** Returns those that there are, in the order of the page. */
    List<Picture> all() {
        List<Picture> all = new ArrayList<>();
        for (Optional<Picture> picture : List.of(standings, seats, crosstable, escalation, evolution)) {
            picture.ifPresent(all::add);
        }
        return all;
    }

    private static Picture standings(Results results) {
        List<String> names = results.ranking();
        double[] range = range(results, "score", "low", "high");
        RowChart chart = new RowChart(names, range[0], range[1], ROW, Words.of("picture.points"));
        for (int row = 0; row < names.size(); row++) {
            Row values = results.standings().get(row);
            chart.value(values, "score", "low", "high", row, 0, true, Tone.US);
            chart.behind(row, values.shown("score", 2));
        }
        Row best = results.standings().get(0);
        Row last = results.standings().get(names.size() - 1);
        return chart.picture(
                "standings",
                Words.of(
                        "picture.standings",
                        intervals(results),
                        best.text("bot"),
                        best.shown("score", 2),
                        last.text("bot"),
                        last.shown("score", 2)));
    }

    private static Picture seats(Results results) {
        List<String> names = results.ranking();
        double[] us = range(results, "as_us", "as_us_low", "as_us_high");
        double[] cn = range(results, "as_cn", "as_cn_low", "as_cn_high");
        RowChart chart = new RowChart(
                names, Math.min(us[0], cn[0]), Math.max(us[1], cn[1]), DOUBLE_ROW, Words.of("picture.points"));
        chart.legend(0, true, Tone.US, Words.of("picture.as-us"));
        chart.legend(150, false, Tone.CN, Words.of("picture.as-cn"));
        for (int row = 0; row < names.size(); row++) {
            Row values = results.standings().get(row);
            chart.value(values, "as_us", "as_us_low", "as_us_high", row, -BESIDE, true, Tone.US);
            chart.value(values, "as_cn", "as_cn_low", "as_cn_high", row, BESIDE, false, Tone.CN);
        }
        return chart.picture(
                "seats",
                Words.of(
                        "picture.seats",
                        intervals(results),
                        count(results, row -> row.number("as_us") > row.number("as_cn")),
                        count(results, row -> row.number("as_cn") > row.number("as_us"))));
    }

    /** Returns what is said about intervals: nothing if there were too few pairs for any. */
    private static String intervals(Results results) {
        return count(results, row -> row.has("low")) > 0 ? Words.of("picture.intervals") : "";
    }

    private static long count(Results results, Predicate<Row> which) {
        return results.standings().stream().filter(which).count();
    }

    /** Returns the least and the greatest value of columns; 0 and 1 if there is none. */
    private static double[] range(Results results, String... columns) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (Row row : results.standings()) {
            for (String column : columns) {
                if (row.has(column)) {
                    least = Math.min(least, row.number(column));
                    most = Math.max(most, row.number(column));
                }
            }
        }
        return least <= most ? new double[] {least, most} : new double[] {0, 1};
    }
}
