package dev.truce.cli.screen;

import dev.truce.cli.text.Numbers;
import dev.truce.cli.text.Texts;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.scenario.Anchors;
import dev.truce.engine.view.ScoreCard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Why a round's score differs from the one on the path on which both sides hold the truce: the components in tenths of a
 * score point, rounded so that they add up to the difference of the two printed scores.
 */
public final class Causes {
    private static final int NAMED = 3;

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
        long total = Numbers.tenths(card.scoreMilli()) - Numbers.tenths(card.truceScoreMilli());
        double perPoint = anchors.score(card.side(), 1) - anchors.score(card.side(), 0);
        double[] parts = new double[Component.COUNT];
        Component[] components = Component.values();
        for (int i = 0; i < parts.length; i++) {
            parts[i] = card.differenceMicro(components[i]) / 1e6 * perPoint * 10;
        }
        long[] rounded = Numbers.addingUpTo(total, parts);
        List<Cause> causes = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            if (rounded[i] != 0) {
                causes.add(new Cause(components[i], rounded[i]));
            }
        }
        causes.sort(Comparator.comparingLong((Cause cause) -> -Math.abs(cause.tenths)));
        return new Causes(total, List.copyOf(causes));
    }

    /** Returns the difference of the printed scores, tenths. */
    public long total() {
        return total;
    }

    /** Returns the components that are not zero as printed, largest first. */
    public List<Cause> all() {
        return causes;
    }

    /** Returns whether at most one component differs, so that it fits behind the score. */
    boolean isShort() {
        return causes.size() <= 1;
    }

    /** Returns what stands behind the score in parentheses, for example {@code (+1.4: chance)}. */
    String inShort() {
        return causes.isEmpty()
                ? Texts.of("why.none.short")
                : Texts.of(
                        "why.short",
                        Numbers.signedTenth(total),
                        name(causes.get(0).component()));
    }

    /** Returns the three largest causes and the rest, for example {@code -12.7: breach -15.1, ..., rest +2.7}. */
    String inLong() {
        if (causes.isEmpty()) {
            return Texts.of("why.none");
        }
        StringBuilder text = new StringBuilder(Numbers.signedTenth(total)).append(": ");
        if (causes.size() == 1) {
            return text.append(name(causes.get(0).component())).toString();
        }
        long rest = total;
        for (int i = 0; i < Math.min(NAMED, causes.size()); i++) {
            Cause cause = causes.get(i);
            rest -= cause.tenths();
            text.append(i == 0 ? "" : ", ")
                    .append(name(cause.component()))
                    .append(' ')
                    .append(Numbers.signedTenth(cause.tenths()));
        }
        if (causes.size() > NAMED) {
            text.append(", ").append(Texts.of("why.rest")).append(' ').append(Numbers.signedTenth(rest));
        }
        return text.toString();
    }

    /** Returns a component's name in running text. */
    public static String name(Component component) {
        return Texts.of("component." + component.name());
    }
}
