package dev.truce.story.topic;

import dev.truce.engine.explain.Cause;
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

    /** What is not named is at most this part of all, as one fifth; unless very many parts are small. */
    private static final int REST = 5;

    private static final int MAX_NAMED = 7;

    /** What a side itself has ordered is named from half a point on. */
    private static final int OWN_TENTHS = 5;

    /**
     * A part.
     *
     * @param name in one or two words
     * @param title in full
     * @param tenths its size
     * @param own whether it comes of what the side itself orders
     * @param components what it consists of, in component order; they add up to it; none where its name says all
     */
    public record Part(String name, String title, long tenths, boolean own, List<Causes.Cause> components) {
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
        return of(card, round, reasons, wording, new CauseWords(wording, card.side()));
    }

    /** Returns the same with causes in words of a kind. */
    static Account of(ScoreCard card, int round, Reasons reasons, Wording wording, CauseWords words) {
        Explanation explanation = reasons.of(round, card.side(), Reference.TRUCE_PATH);
        return explanation == null
                ? ofComponents(Causes.of(card, wording.scenario().anchors()), wording)
                : of(explanation, wording, words);
    }

    /** Returns an explanation as it is printed. */
    public static Account of(Explanation explanation, Wording wording) {
        return of(explanation, wording, new CauseWords(wording, explanation.side()));
    }

    /** Returns the same with causes in words of a kind. */
    static Account of(Explanation explanation, Wording wording, CauseWords words) {
        List<Part> parts = new ArrayList<>();
        Cause judged = new Cause.OfCircumstance(Cause.Circumstance.ACCUSATION, explanation.side());
        for (Explanation.Line line : explanation.lines(wording.scenario().anchors())) {
            List<Causes.Cause> components = new ArrayList<>();
            // What an accuser pays or gets is booked where a catch is, and is none.
            boolean judging = line.share().cause().equals(judged);
            for (Component component : judging ? new Component[0] : Component.values()) {
                long tenths = line.byComponent().get(component.ordinal());
                if (tenths != 0) {
                    components.add(new Causes.Cause(component, tenths));
                }
            }
            Cause cause = line.share().cause();
            boolean own =
                    cause instanceof Cause.OfInstrument of && of.instrument().holder() == explanation.side();
            parts.add(new Part(words.name(cause), words.title(line.share()), line.tenths(), own, components));
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
                named.add(new Part(name, name, rounded[i], false, List.of()));
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
            parts.add(new Part(name, name, cause.tenths(), false, List.of(cause)));
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

    /**
     * Returns the largest parts, all that the side itself ordered, and the rest, for example {@code -12.7: breach -15.1, ..., rest -0.2}. The
     * rest is small against the whole.
     */
    public String inLong(Wording wording) {
        List<Part> named = new ArrayList<>(parts.subList(0, Math.min(NAMED, parts.size())));
        for (Part part : parts) {
            boolean large = weight(parts) < REST * (weight(parts) - weight(named));
            if (named.size() < MAX_NAMED && !named.contains(part) && (large || isOwnAct(part))) {
                named.add(part);
            }
        }
        return told(parts.stream().filter(named::contains).toList(), wording);
    }

    /** The same, of a difference from holding the truce, which it names. */
    public String againstTruce(Wording wording) {
        return parts.isEmpty() ? wording.text("why.none") : wording.text("why.truce", inLong(wording));
    }

    private static boolean isOwnAct(Part part) {
        return part.own() && Math.abs(part.tenths()) >= OWN_TENTHS;
    }

    private static long weight(List<Part> some) {
        return some.stream().mapToLong(part -> Math.abs(part.tenths())).sum();
    }

    /** The same with the so many largest parts named. */
    public String inLong(int named, Wording wording) {
        return told(parts.subList(0, Math.min(named, parts.size())), wording);
    }

    private String told(List<Part> named, Wording wording) {
        if (parts.isEmpty()) {
            return wording.text("why.none");
        }
        String sum = NumberText.signedTenth(total) + wording.text("list.colon");
        if (parts.size() == 1) {
            return sum + parts.get(0).name();
        }
        long rest = total;
        List<String> told = new ArrayList<>();
        for (Part part : named) {
            rest -= part.tenths();
            told.add(part.name() + TextWidth.HARD_BLANK + NumberText.signedTenth(part.tenths()));
        }
        if (parts.size() > named.size()) {
            told.add(wording.text("why.rest") + TextWidth.HARD_BLANK + NumberText.signedTenth(rest));
        }
        return sum + wording.phrases().row(told);
    }
}
