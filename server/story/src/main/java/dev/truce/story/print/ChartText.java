package dev.truce.story.print;

import dev.truce.engine.text.TextWidth;
import dev.truce.story.page.Chart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Draws charts with characters: one column of characters a round, a label of three columns before it, round numbers below. */
final class ChartText {
    static final int HEIGHT = 4;
    private static final int BLANK = 0x2800;
    /** Bits of the dots from the bottom up, as Unicode numbers them. */
    private static final int[] LEFT = {0x40, 0x04, 0x02, 0x01};

    private static final int[] RIGHT = {0x80, 0x20, 0x10, 0x08};

    private static final int MAX_ROWS = 8;
    private static final int[] STEPS = {10, 20, 25, 50, 100};
    private static final int LABEL = 4;
    private static final int USUAL_WIDTH = 28;

    private ChartText() {}

    /**
     * Draws charts beside each other, or below each other where 80 columns are not enough.
     *
     * @param marks characters of bars and curves
     */
    static List<String> lines(List<Chart> charts, Look.Charts marks) {
        List<String> titles = new ArrayList<>();
        List<List<String>> drawn = new ArrayList<>();
        for (Chart chart : charts) {
            titles.add(chart.title());
            Chart.Line line = chart.line();
            List<String> lines = line == null
                    ? curves(chart.curves(), marks)
                    : bars(chart.curves().get(0).tenths(), line, marks);
            String key = marks == Look.Charts.BRAILLE ? chart.dots() : chart.key();
            if (!key.isEmpty()) {
                lines.add(" ".repeat(LABEL) + key);
            }
            drawn.add(lines);
        }
        return beside(titles, drawn);
    }

    /** Draws bars that stand on the bottom, with the line across them. */
    private static List<String> bars(List<Long> tenths, Chart.Line line, Look.Charts marks) {
        int rule = line.at();
        long highest = tenths.stream().mapToLong(Long::longValue).max().orElse(0) / 10;
        int step = step((int) Math.max(0, highest - rule) / 10 + 1);
        List<String> lines = new ArrayList<>();
        int top = (int) Math.max(rule + step, rule + (highest - rule) / step * step);
        for (int level = top; level > rule; level -= step) {
            lines.add(label(level) + barRow(tenths, level, step, marks));
        }
        lines.add(" ".repeat(LABEL) + barRow(tenths, rule, step, marks));
        lines.add(label(rule) + "=".repeat(tenths.size()) + " " + line.text());
        lines.add(label(rule - 10) + barRow(tenths, Integer.MIN_VALUE, step, marks) + " " + line.below());
        lines.add(axis(tenths.size()));
        return lines;
    }

    /** Draws curves as letters, with an asterisk where they meet; two curves in braille have a column of dots each. */
    private static List<String> curves(List<Chart.Curve> curves, Look.Charts marks) {
        long lowest = Long.MAX_VALUE;
        long highest = Long.MIN_VALUE;
        for (Chart.Curve curve : curves) {
            for (long tenths : curve.tenths()) {
                lowest = Math.min(lowest, Math.floorDiv(tenths, 10));
                highest = Math.max(highest, Math.floorDiv(tenths, 10));
            }
        }
        int step = step((int) (Math.floorDiv(highest, 10) - Math.floorDiv(lowest, 10)) + 1);
        long bottom = Math.floorDiv(lowest, step) * step;
        List<String> lines = new ArrayList<>();
        for (long level = Math.floorDiv(highest, step) * step; level >= bottom; level -= step) {
            StringBuilder row = new StringBuilder(label((int) level));
            for (int i = 0; i < curves.get(0).tenths().size(); i++) {
                row.append(
                        marks == Look.Charts.BRAILLE ? dots(curves, i, level, step) : letter(curves, i, level, step));
            }
            lines.add(row.toString());
        }
        lines.add(axis(curves.get(0).tenths().size()));
        return lines;
    }

    private static char letter(List<Chart.Curve> curves, int round, long level, int step) {
        char drawn = '.';
        for (Chart.Curve curve : curves) {
            if (Math.floorDiv(curve.tenths().get(round), 10L * step) * step == level) {
                drawn = drawn == '.' ? curve.letter() : '*';
            }
        }
        return drawn;
    }

    private static char dots(List<Chart.Curve> curves, int round, long level, int step) {
        int last = curves.size() - 1;
        return points(
                height(curves.get(0).tenths().get(round), level, step),
                height(curves.get(last).tenths().get(round), level, step));
    }

    /** Returns how many dots of a row lie below a value; less than none if it lies below the row. */
    private static int height(long tenths, long level, int step) {
        return (int) Math.floorDiv((tenths - 10 * level) * HEIGHT, 10L * step);
    }

    /** Puts charts beside each other, closer than usual if need be, or below each other where 80 columns are not enough. */
    private static List<String> beside(List<String> titles, List<List<String>> charts) {
        int[] widths = new int[charts.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = TextWidth.width(titles.get(i));
            for (String line : charts.get(i)) {
                widths[i] = Math.max(widths[i], TextWidth.width(line));
            }
        }
        for (int least : new int[] {USUAL_WIDTH, 0}) {
            int total = widths[widths.length - 1];
            int[] columns = new int[widths.length];
            for (int i = 0; i + 1 < widths.length; i++) {
                columns[i] = Math.max(least, widths[i] + 2);
                total += columns[i];
            }
            if (total <= TextWidth.SCREEN) {
                return inColumns(titles, charts, columns);
            }
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < charts.size(); i++) {
            lines.add(titles.get(i));
            charts.get(i).forEach(line -> lines.add(TextWidth.trimmed(line)));
        }
        return lines;
    }

    private static List<String> inColumns(List<String> titles, List<List<String>> charts, int[] columns) {
        int height = charts.stream().mapToInt(List::size).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (int row = -1; row < height; row++) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < charts.size(); i++) {
                List<String> chart = charts.get(i);
                String part = row < 0 ? titles.get(i) : row < chart.size() ? chart.get(row) : "";
                line.append(TextWidth.pad(part, columns[i]));
            }
            lines.add(TextWidth.trimmed(line.toString()));
        }
        return lines;
    }

    private static int step(int rowsOfTen) {
        for (int step : STEPS) {
            if ((rowsOfTen * 10 + step - 1) / step <= MAX_ROWS) {
                return step;
            }
        }
        return STEPS[STEPS.length - 1];
    }

    private static String barRow(List<Long> tenths, int level, int step, Look.Charts marks) {
        StringBuilder row = new StringBuilder();
        for (long value : tenths) {
            boolean reaches = value >= 10L * level;
            row.append(
                    switch (marks) {
                        case ASCII -> reaches ? '#' : ' ';
                        case BLOCK -> reaches ? '█' : ' ';
                        case BRAILLE -> filled(reaches ? height(value, level, step) + 1 : 0);
                    });
        }
        return row.toString();
    }

    private static String label(int level) {
        return TextWidth.padLeft(String.format(Locale.ROOT, "%d", level), LABEL - 1) + " ";
    }

    private static String axis(int rounds) {
        StringBuilder axis = new StringBuilder(" ".repeat(LABEL));
        for (int round = 1; round <= rounds; round++) {
            axis.append(round % 10);
        }
        return axis.toString();
    }

    /**
     * Returns a cell that is filled from the bottom.
     *
     * @param dots how high, 0 to 4; beyond that it is empty or full
     */
    static char filled(int dots) {
        int cell = BLANK;
        for (int i = 0; i < Math.min(dots, HEIGHT); i++) {
            cell |= LEFT[i] | RIGHT[i];
        }
        return (char) cell;
    }

    /**
     * Returns a cell with a dot in each of its columns.
     *
     * @param left height of the left one, 0 to 3 from the bottom; elsewhere there is none
     * @param right height of the right one
     */
    static char points(int left, int right) {
        return (char) (BLANK | bit(LEFT, left) | bit(RIGHT, right));
    }

    private static int bit(int[] column, int height) {
        return height >= 0 && height < HEIGHT ? column[height] : 0;
    }
}
