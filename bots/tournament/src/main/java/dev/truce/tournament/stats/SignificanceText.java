package dev.truce.tournament.stats;

import dev.truce.story.words.NumberText;

/** Levels as people read them: four decimals, and never a level of nothing, which no finite sample has. */
public final class SignificanceText {
    /** The smallest that four decimals can show. */
    private static final double LEAST = .0001;

    private SignificanceText() {}

    /**
     * Returns a level as text, for example {@code 0.0313} or {@code <0.0001}.
     *
     * @param level 0 to 1; 0 stands for one that is too small for its source to tell
     */
    public static String of(double level) {
        return level < LEAST ? "<0.0001" : NumberText.decimals(level, 4);
    }
}
