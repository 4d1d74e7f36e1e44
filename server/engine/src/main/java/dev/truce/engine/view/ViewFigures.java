package dev.truce.engine.view;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The figures and score cards of a round. Those that come from a viewer's model are worked out when first asked for; nobody
 * can tell but by the time it takes. Equal if they say the same. Thread-safe.
 */
public final class ViewFigures {
    private @Nullable Supplier<ViewFigures> model;
    private Figures figures;
    private List<ScoreCard> scores;

    /** Holds numbers that are known. */
    public ViewFigures(Figures figures, List<ScoreCard> scores) {
        this.figures = figures;
        this.scores = List.copyOf(scores);
    }

    /** Holds numbers that a model works out when it is asked; then it is let go, as it may hold a whole economy. */
    public ViewFigures(Supplier<ViewFigures> model) {
        this(Figures.NONE, List.of());
        this.model = model;
    }

    /** Returns economy and tension. */
    public synchronized Figures figures() {
        workOut();
        return figures;
    }

    /** Returns the score cards that the viewer may see: own, both (omniscient), or none (public). */
    public synchronized List<ScoreCard> scores() {
        workOut();
        return scores;
    }

    private void workOut() {
        Supplier<ViewFigures> asked = model;
        if (asked != null) {
            ViewFigures known = asked.get();
            figures = known.figures();
            scores = known.scores();
            model = null;
        }
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof ViewFigures other && figures().equals(other.figures()) && scores().equals(other.scores());
    }

    @Override
    public int hashCode() {
        return 31 * figures().hashCode() + scores().hashCode();
    }

    @Override
    public String toString() {
        return "ViewFigures[" + figures() + ", " + scores() + "]";
    }
}
