package dev.truce.story.page;

import java.util.ArrayList;
import java.util.List;

/**
 * A sum as bars, each of which begins where the one before it ends.
 *
 * @param says a sentence for those who do not see it
 * @param bars in order, with what is counted from first and the sum last
 */
public record Waterfall(String says, List<Bar> bars) implements Block {
    public Waterfall {
        bars = List.copyOf(bars);
    }

    /**
     * A bar, in tenths.
     *
     * @param name its words
     * @param from where it begins
     * @param to where it ends
     * @param whole whether it stands for all so far, not for a part
     */
    public record Bar(String name, long from, long to, boolean whole) {
        public long adds() {
            return to - from;
        }
    }

    /**
     * Puts each part where the one before ends.
     *
     * @param name of what is counted from
     * @param start it
     * @param parts what is added; their places are not read
     * @param sum name of what all add up to
     */
    public static Waterfall of(String says, String name, long start, List<Bar> parts, String sum) {
        List<Bar> bars = new ArrayList<>();
        bars.add(new Bar(name, start, start, true));
        long at = start;
        for (Bar part : parts) {
            bars.add(new Bar(part.name(), at, at + part.adds(), false));
            at += part.adds();
        }
        bars.add(new Bar(sum, at, at, true));
        return new Waterfall(says, bars);
    }

    /** Returns a part before it has a place. */
    public static Bar part(String name, long tenths) {
        return new Bar(name, 0, tenths, false);
    }

    /** Returns the least end of a bar. */
    public long least() {
        long least = bars.get(0).to();
        for (Bar bar : bars) {
            least = Math.min(least, bar.to());
        }
        return least;
    }

    /** Returns the greatest end of a bar. */
    public long most() {
        long most = bars.get(0).to();
        for (Bar bar : bars) {
            most = Math.max(most, bar.to());
        }
        return most;
    }

    @Override
    public <R> R in(Cases<R> cases) {
        return cases.waterfall(this);
    }
}
