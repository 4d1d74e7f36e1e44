package dev.truce.story.topic;

import dev.truce.engine.explain.Explanation;
import dev.truce.engine.explain.Explanation.Reference;
import dev.truce.engine.explain.LargestRemainder;
import dev.truce.engine.explain.Share;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.text.TextWidth;
import dev.truce.engine.view.ScoreCard;
import dev.truce.story.facts.Causes;
import dev.truce.story.facts.Reasons;
import dev.truce.story.words.CauseWords;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A difference of two printed scores as a sum of named parts, tenths of a score point.
 *
 * @param total the difference
 * @param parts what it consists of, largest first; they add up to it
 */
public record Account(long total, List<Part> parts) {
    private static final int NAMED = 3;

    /**
     * A part.
     *
     * @param name in one or two words
     * @param title in full
     * @param tenths its size
     * @param components what it consists of, in component order; they add up to it
     */
    public record Part(String name, String title, long tenths, List<Causes.Cause> components) {
        public Part {
            components = List.copyOf(components);
        }
    }

    public Account {
        parts = List.copyOf(parts);
    }

    /**
     * Returns how a round's score differs from holding the truce: by instruments and events if that is known, else by
     * components.
     */
    public static Account of(ScoreCard card, int round, Reasons reasons, Wording wording) {
        Explanation explanation = reasons.of(round, card.side(), Reference.TRUCE_PATH);
        return explanation == null
                ? ofComponents(Causes.of(card, wording.scenario().anchors()), wording)
                : of(explanation, wording);
    }

    /** Returns an explanation as it is printed. */
    public static Account of(Explanation explanation, Wording wording) {
        CauseWords words = new CauseWords(wording, explanation.side());
        List<Part> parts = new ArrayList<>();
        for (Explanation.Line line : explanation.lines(wording.scenario().anchors())) {
            List<Causes.Cause> components = new ArrayList<>();
            for (Component component : Component.values()) {
                long tenths = line.byComponent().get(component.ordinal());
                if (tenths != 0) {
                    components.add(new Causes.Cause(component, tenths));
                }
            }
            parts.add(new Part(words.name(line.share().cause()), words.title(line.share()), line.tenths(), components));
        }
        return new Account(explanation.tenths(), parts);
    }

    /**
     * Returns how much a side's rounds differed from holding the truce on average, by instrument and event.
     *
     * @param explanations of rounds of one side, against the truce path; at least one
     */
    public static Account mean(List<Explanation> explanations, Wording wording) {
        CauseWords words = new CauseWords(wording, explanations.get(0).side());
        Map<String, Double> sums = new LinkedHashMap<>();
        long milli = 0;
        for (Explanation explanation : explanations) {
            milli += explanation.scoreMilli() - explanation.referenceScoreMilli();
            double tenthsPerMicro =
                    explanation.tenthsPerMicro(wording.scenario().anchors());
            for (Share share : explanation.shares()) {
                sums.merge(words.name(share.cause()), share.totalMicro() * tenthsPerMicro, Double::sum);
            }
        }
        int rounds = explanations.size();
        double[] parts = sums.values().stream().mapToDouble(sum -> sum / rounds).toArray();
        long total = parts.length == 0 ? 0 : Math.floorDiv(milli + 50L * rounds, 100L * rounds);
        long[] rounded = LargestRemainder.round(total, parts);
        List<Part> named = new ArrayList<>();
        int i = 0;
        for (String name : sums.keySet()) {
            if (rounded[i] != 0) {
                named.add(new Part(name, name, rounded[i], List.of()));
            }
            i++;
        }
        named.sort(Comparator.comparingLong((Part part) -> -Math.abs(part.tenths())));
        return new Account(total, named);
    }

    private static Account ofComponents(Causes causes, Wording wording) {
        List<Part> parts = new ArrayList<>();
        for (Causes.Cause cause : causes.all()) {
            String name = wording.component(cause.component());
            parts.add(new Part(name, name, cause.tenths(), List.of(cause)));
        }
        return new Account(causes.total(), parts);
    }

    /** Returns whether there is at most one part, so that it fits after the score. */
    public boolean isShort() {
        return parts.size() <= 1;
    }

    /** Returns what stands after the score in parentheses, for example {@code (+1.4: chance)}. */
    public String inShort(Wording wording) {
        return parts.isEmpty()
                ? wording.text("why.none.short")
                : wording.text(
                        "why.short", NumberText.signedTenth(total), parts.get(0).name());
    }

    /** Returns the three largest parts and the rest, for example {@code -12.7: breach -15.1, ..., rest -0.2}. */
    public String inLong(Wording wording) {
        return inLong(NAMED, wording);
    }

    /** The same with so many parts named. */
    public String inLong(int named, Wording wording) {
        if (parts.isEmpty()) {
            return wording.text("why.none");
        }
        StringBuilder text = new StringBuilder(NumberText.signedTenth(total)).append(": ");
        if (parts.size() == 1) {
            return text.append(parts.get(0).name()).toString();
        }
        long rest = total;
        for (int i = 0; i < Math.min(named, parts.size()); i++) {
            Part part = parts.get(i);
            rest -= part.tenths();
            text.append(i == 0 ? "" : ", ")
                    .append(part.name())
                    .append(TextWidth.HARD_BLANK)
                    .append(NumberText.signedTenth(part.tenths()));
        }
        if (parts.size() > named) {
            text.append(", ")
                    .append(wording.text("why.rest"))
                    .append(TextWidth.HARD_BLANK)
                    .append(NumberText.signedTenth(rest));
        }
        return text.toString();
    }
}
