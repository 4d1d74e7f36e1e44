package dev.truce.story.print;

import dev.truce.story.page.Chart;

/** Draws charts as pictures in a web page. */
final class ChartPicture {
    private static final int STEP = 14;
    private static final int HEIGHT = 90;
    private static final int LEFT = 34;
    private static final int ROOM = 8;

    private final Chart chart;
    private final StringBuilder svg = new StringBuilder();
    private final long lowest;
    private final long highest;

    private ChartPicture(Chart chart) {
        this.chart = chart;
        Chart.Line line = chart.line();
        long least = line == null ? Long.MAX_VALUE : 10L * line.at();
        long most = line == null ? Long.MIN_VALUE : 10L * line.at();
        for (Chart.Curve curve : chart.curves()) {
            for (long tenths : curve.tenths()) {
                least = Math.min(least, tenths);
                most = Math.max(most, tenths);
            }
        }
        this.lowest = least;
        this.highest = most;
    }

    /** Returns a chart as an element. */
    static String of(Chart chart) {
        return new ChartPicture(chart).drawn();
    }

    private String drawn() {
        int rounds = chart.curves().get(0).tenths().size();
        int width = LEFT + STEP * rounds + 2 * ROOM;
        svg.append("<figure><figcaption>")
                .append(HtmlPrinter.escaped(chart.title()))
                .append("</figcaption><svg role=\"img\" viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(HEIGHT + 2 * ROOM)
                .append("\">");
        label(highest);
        if (lowest < highest) {
            label(lowest);
        }
        Chart.Line line = chart.line();
        if (line != null) {
            long at = 10L * line.at();
            points("rule", round -> at, rounds);
        }
        for (Chart.Curve curve : chart.curves()) {
            points("curve " + (line == null ? curve.letter() : "only"), curve.tenths()::get, rounds);
            if (line == null) {
                text(x(rounds - 1) + ROOM / 2, y(curve.tenths().get(rounds - 1)), String.valueOf(curve.letter()));
            }
        }
        svg.append("</svg>");
        String key = line == null ? chart.key() : line.at() + " " + line.text();
        return svg.append("<p class=\"key\">")
                .append(HtmlPrinter.escaped(key))
                .append("</p></figure>\n")
                .toString();
    }

    private interface Curve {
        long at(int round);
    }

    private void points(String classes, Curve curve, int rounds) {
        svg.append("<polyline class=\"").append(classes).append("\" fill=\"none\" stroke=\"currentColor\" points=\"");
        for (int i = 0; i < rounds; i++) {
            svg.append(i == 0 ? "" : " ").append(x(i)).append(',').append(y(curve.at(i)));
        }
        svg.append("\"/>");
    }

    private void label(long tenths) {
        text(0, y(tenths), Long.toString(Math.floorDiv(tenths, 10)));
    }

    private void text(int x, long y, String text) {
        svg.append("<text x=\"")
                .append(x)
                .append("\" y=\"")
                .append(y)
                .append("\">")
                .append(HtmlPrinter.escaped(text))
                .append("</text>");
    }

    private static int x(int round) {
        return LEFT + STEP * round;
    }

    private long y(long tenths) {
        return highest == lowest ? ROOM : ROOM + (highest - tenths) * HEIGHT / (highest - lowest);
    }
}
