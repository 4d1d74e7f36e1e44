package dev.truce.engine.view;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The figures and score cards of a round. Those that come from a viewer's model are worked out when first asked for; nobody
 * can tell but by the time it takes. Equal if they say the same. Thread-safe.
 */
public final class ViewFigures {
    private final @Nullable Supplier<ViewFigures> model;
    private final Figures figures;
    private final List<ScoreCard> scores;

    private ViewFigures(@Nullable Supplier<ViewFigures> model, Figures figures, List<ScoreCard> scores) {
        this.model = model;
        this.figures = figures;
        this.scores = List.copyOf(scores);
    }

    /** Holds numbers that are known. */
    public ViewFigures(Figures figures, List<ScoreCard> scores) {
        this(null, figures, scores);
    }

    /** Holds numbers that a model works out when it is asked; each time it must give the same. */
    public ViewFigures(Supplier<ViewFigures> model) {
        this(model, Figures.NONE, List.of());
    }

    /** Returns economy and tension. */
    public Figures figures() {
        return model == null ? figures : model.get().figures();
    }

    /** Returns the score cards that the viewer may see: own, both (omniscient), or none (public). */
    public List<ScoreCard> scores() {
        return model == null ? scores : model.get().scores();
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
