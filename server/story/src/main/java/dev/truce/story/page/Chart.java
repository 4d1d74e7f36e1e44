package dev.truce.story.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Figures by round, from round 1.
 *
 * @param title its words
 * @param curves in order, all as long
 * @param line what the only curve is measured against, or null; with it the curve is drawn as bars
 * @param key what the letters mean, or empty
 * @param dots what the columns of dots mean where curves are drawn in braille, or empty
 */
public record Chart(
        String title, List<Curve> curves, @Nullable Line line, String key, String dots) {
    public Chart {
        curves = List.copyOf(curves);
    }

    /**
     * A figure over the rounds.
     *
     * @param letter with which it is drawn
     * @param tenths one value a round
     */
    public record Curve(char letter, List<Long> tenths) {
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
        return new Chart(title, List.of(new Curve('#', tenths)), line, "", "");
    }

    /** Returns the curves of both sides. */
    public static Chart ofSides(String title, List<Long> us, List<Long> cn, String key, String dots) {
        return new Chart(title, List.of(new Curve('U', us), new Curve('C', cn)), null, key, dots);
    }
}
