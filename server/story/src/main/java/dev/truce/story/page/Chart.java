package dev.truce.story.page;

import dev.truce.story.words.NumberText;
import dev.truce.story.words.Phrases;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Figures by round.
 *
 * @param title its words
 * @param first the round of the first values
 * @param curves in order, all as long
 * @param line what the only curve is measured against, or null; with it the curve is drawn as bars
 * @param key what the letters mean, or empty
 * @param dots what the columns of dots mean where curves are drawn in braille, or empty
 * @param says a sentence for those who do not see it, or empty
 */
public record Chart(
        String title,
        int first,
        List<Curve> curves,
        @Nullable Line line,
        String key,
        String dots,
        String says) {
    public Chart {
        curves = List.copyOf(curves);
    }

    /**
     * A figure over the rounds.
     *
     * @param letter with which it is drawn
     * @param name its words
     * @param tenths one value a round
     */
    public record Curve(char letter, String name, List<Long> tenths) {
        public Curve {
            tenths = List.copyOf(tenths);
        }
    }

    /**
     * A line at one height.
     *
     * @param at where it is
     * @param text what stands at its end
     * @param below what stands below that
     */
    public record Line(int at, String text, String below) {}

    public static Chart bars(String title, List<Long> tenths, Line line) {
        return new Chart(title, 1, List.of(new Curve('#', title, tenths)), line, "", "", "");
    }

    /** Returns the curves of both sides. */
    public static Chart ofSides(String title, List<Long> us, List<Long> cn, String key, String dots) {
        return new Chart(title, 1, List.of(new Curve('U', "US", us), new Curve('C', "CN", cn)), null, key, dots, "");
    }

    /** Returns curves from a round on. */
    public static Chart from(int first, String title, List<Curve> curves, String key) {
        return new Chart(title, first, curves, null, key, "", "");
    }

    public int rounds() {
        return curves.isEmpty() ? 0 : curves.get(0).tenths().size();
    }

    /** Returns the chart with a sentence that says of each curve where it begins and ends. */
    public Chart said(Phrases phrases) {
        if (rounds() == 0) {
            return this;
        }
        List<String> ends = new ArrayList<>();
        for (Curve curve : curves) {
            String begins = NumberText.tenth(curve.tenths().get(0));
            String stops = NumberText.tenth(curve.tenths().get(rounds() - 1));
            ends.add(
                    curves.size() == 1
                            ? phrases.of("chart.end", begins, stops)
                            : phrases.of("chart.ends", curve.name(), begins, stops));
        }
        String sentence = phrases.of("chart.says", title, phrases.clauses(ends));
        return new Chart(title, first, curves, line, key, dots, sentence);
    }
}
