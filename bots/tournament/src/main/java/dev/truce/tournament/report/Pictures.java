package dev.truce.tournament.report;

import dev.truce.story.picture.Picture;
import dev.truce.story.picture.RowChart;
import dev.truce.story.picture.Tone;
import dev.truce.tournament.table.TableRow;
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
    static final int MAX_BOTS = 40;

    private static final int ROW = 24;
    private static final int DOUBLE_ROW = 30;
    /** How far the marks of both seats are from the middle of a row. */
    private static final double BESIDE = 6;

    /** How far the second word of a legend is from the first. */
    private static final double LEGEND = 150;

    /** Draws all that can be drawn. */
    static Pictures of(Results results, Words words) {
        if (results.standings().size() > MAX_BOTS) {
            return new Pictures(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
        return new Pictures(
                Optional.of(standings(results, words)),
                Optional.of(seats(results, words)),
                Optional.of(HeatMap.of(results, words)),
                results.rounds().rounds() == 0 ? Optional.empty() : Optional.of(EscalationChart.of(results, words)),
                results.course().isEmpty() ? Optional.empty() : Optional.of(EvolutionChart.of(results, words)));
    }

    private static Picture standings(Results results, Words words) {
        List<TableRow> standings = results.standings();
        RowChart chart = chart(results, words, ROW, Measure.SCORE);
        for (int row = 0; row < standings.size(); row++) {
            value(chart, Measure.SCORE, standings.get(row), row, 0, true, Tone.US);
            chart.behind(row, Measure.SCORE.shown(standings.get(row)));
        }
        TableRow best = standings.get(0);
        TableRow last = standings.get(standings.size() - 1);
        return chart.picture(words.of(
                "picture.standings",
                intervals(results, words),
                best.text("bot"),
                Measure.SCORE.shown(best),
                last.text("bot"),
                Measure.SCORE.shown(last)));
    }

    private static Picture seats(Results results, Words words) {
        RowChart chart = chart(results, words, DOUBLE_ROW, Measure.AS_US, Measure.AS_CN);
        chart.legend(0, true, Tone.US, words.of("picture.as-us"));
        chart.legend(LEGEND, false, Tone.CN, words.of("picture.as-cn"));
        for (int row = 0; row < results.standings().size(); row++) {
            TableRow standing = results.standings().get(row);
            value(chart, Measure.AS_US, standing, row, -BESIDE, true, Tone.US);
            value(chart, Measure.AS_CN, standing, row, BESIDE, false, Tone.CN);
        }
        return chart.picture(words.of(
                "picture.seats",
                intervals(results, words),
                count(results, row -> row.number("as_us") > row.number("as_cn")),
                count(results, row -> row.number("as_cn") > row.number("as_us"))));
    }

    /** Returns a chart with a row for each bot, on which all of some measures have room. */
    private static RowChart chart(Results results, Words words, int rowHeight, Measure... measures) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (TableRow row : results.standings()) {
            for (Measure measure : measures) {
                least = Math.min(least, measure.least(row));
                most = Math.max(most, measure.most(row));
            }
        }
        List<String> names = new ArrayList<>();
        for (String name : results.ranking()) {
            names.add((names.size() + 1) + "  " + RowChart.cut(name));
        }
        return new RowChart(names, least, most, rowHeight, words.of("picture.points"));
    }

    /** Adds a value with its interval, if it has one. */
    private static void value(
            RowChart chart, Measure measure, TableRow standing, int row, double beside, boolean isRound, Tone tone) {
        if (standing.has(measure.low())) {
            chart.interval(standing.number(measure.low()), standing.number(measure.high()), row, beside, tone);
        }
        chart.value(standing.number(measure.value()), row, beside, isRound, tone);
    }

    /** Returns what is said about intervals: nothing if there were too few pairs for any. */
    private static String intervals(Results results, Words words) {
        return count(results, row -> row.has("low")) > 0 ? words.of("picture.intervals") : "";
    }

    private static long count(Results results, Predicate<TableRow> which) {
        return results.standings().stream().filter(which).count();
    }
}
