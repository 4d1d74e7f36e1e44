package dev.truce.story.facts;

import dev.truce.engine.board.Side;
import dev.truce.engine.explain.Explainer;
import dev.truce.engine.explain.Explanation;
import dev.truce.engine.explain.Explanation.Reference;
import dev.truce.engine.round.Rules;
import dev.truce.engine.suspicion.Suspicion;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.ScoreCard;
import dev.truce.engine.view.Viewer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Explanations and indicators of the rounds that were shown here, worked out on this device from what was shown and nothing else. Once a
 * match is over and the truth is told, they are recalculated from the truth.
 */
public final class Reasons {
    private final @Nullable Rules rules;
    private final Map<Key, Explanation> known = new HashMap<>();
    private final Markets markets;
    private final Press press;
    private @Nullable Explainer explainer;
    private @Nullable Viewer viewer;
    private @Nullable Suspicion suspicion;

    private record Key(int round, Side side, Reference reference) {}

    private Reasons(@Nullable Rules rules, Markets markets, Press press) {
        this.rules = rules;
        this.markets = markets;
        this.press = press;
    }

    /** Explains by instruments and events. */
    public static Reasons of(Rules rules) {
        return new Reasons(rules, Markets.of(rules), Press.of(rules));
    }

    /** Explains nothing, but publishes news and indicators. */
    public static Reasons published(Rules rules) {
        return new Reasons(null, Markets.of(rules), Press.of(rules));
    }

    /** Explains nothing, so that screens name the components of a score instead. */
    public static Reasons none() {
        return new Reasons(null, Markets.none(), Press.none());
    }

    /**
     * Follows rounds; those that it knows already, or that do not follow on the ones it knows, are passed over.
     *
     * @param rounds views in round order; if they are for another viewer than before, all starts again
     */
    public void follow(List<RoundView> rounds) {
        markets.follow(rounds);
        press.follow(rounds);
        Rules with = rules;
        if (with == null) {
            return;
        }
        for (RoundView view : rounds) {
            Explainer current = explainer;
            if (current == null || view.viewer() != viewer) {
                current = new Explainer(with, with.scenario().calendar(), view.viewer());
                explainer = current;
                viewer = view.viewer();
                suspicion = Suspicion.start(with);
                known.clear();
            }
            if (view.round() == current.round() + 1) {
                current.absorb(view);
                suspicion = suspicion == null ? null : suspicion.after(view);
                for (ScoreCard card : view.scores()) {
                    for (Reference reference : Reference.values()) {
                        current.explain(card.side(), reference)
                                .ifPresent(found -> known.put(new Key(view.round(), card.side(), reference), found));
                    }
                }
            }
        }
    }

    /** The scenario that is explained, compiled, or null. */
    public @Nullable Rules rules() {
        return rules;
    }

    /** What the rounds that are known say of accusations, or null if that cannot be told here. */
    public @Nullable Suspicion suspicion() {
        return suspicion;
    }

    /** The news of the rounds that are known. */
    public Press press() {
        return press;
    }

    /** The indicators of the rounds that are known. */
    public Markets markets() {
        return markets;
    }

    /** Returns why a side's score of a round differs from a reference, or null if that cannot be told here. */
    public @Nullable Explanation of(int round, Side side, Reference reference) {
        return known.get(new Key(round, side, reference));
    }
}
