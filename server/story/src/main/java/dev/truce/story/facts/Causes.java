package dev.truce.story.facts;

import dev.truce.engine.explain.LargestRemainder;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.scenario.Anchors;
import dev.truce.engine.view.ScoreCard;
import dev.truce.story.words.NumberText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Why a round's score differs from the one on the path on which both sides hold the truce: the components in tenths of a
 * score point, rounded so that they add up to the difference of the two printed scores.
 */
public final class Causes {
    private final long total;
    private final List<Cause> causes;

    /** One component's part of the difference, tenths of a score point. */
    public record Cause(Component component, long tenths) {}

    private Causes(long total, List<Cause> causes) {
        this.total = total;
        this.causes = causes;
    }

    /** Returns the causes of a score card, largest first. */
    public static Causes of(ScoreCard card, Anchors anchors) {
        long total = NumberText.tenths(card.scoreMilli()) - NumberText.tenths(card.truceScoreMilli());
        double perPoint = anchors.worth(card.side(), 1);
        double[] parts = new double[Component.COUNT];
        Component[] components = Component.values();
        for (int i = 0; i < parts.length; i++) {
            parts[i] = card.differenceMicro(components[i]) / 1e6 * perPoint * 10;
        }
        long[] rounded = LargestRemainder.round(total, parts);
        List<Cause> causes = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            if (rounded[i] != 0) {
                causes.add(new Cause(components[i], rounded[i]));
            }
        }
        causes.sort(Comparator.comparingLong((Cause cause) -> -Math.abs(cause.tenths)));
        return new Causes(total, List.copyOf(causes));
    }

    /** The difference of the printed scores, tenths. */
    public long total() {
        return total;
    }

    /** The components that are not zero as printed, largest first. */
    public List<Cause> all() {
        return causes;
    }
}
