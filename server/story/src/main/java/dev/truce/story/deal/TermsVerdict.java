package dev.truce.story.deal;

import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Side;
import dev.truce.engine.forecast.TermsForecast;
import dev.truce.engine.report.Ratification;
import dev.truce.engine.view.Observation;
import dev.truce.story.topic.TermsTopic;
import dev.truce.story.words.LeverWords;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;

/**
 * What signing terms would bring a seat: its score of the next round in three cases, and what stands in the way. The figures are those of
 * {@code try}.
 *
 * @param cases the score in each case, those with the terms first
 * @param sentence what signing changes
 * @param force whether the terms would enter into force, and if not, why not
 * @param enters whether they would
 * @param lines which red lines of the seat they cross, one sentence each
 */
public record TermsVerdict(List<Case> cases, String sentence, String force, boolean enters, List<String> lines) {
    public TermsVerdict {
        cases = List.copyOf(cases);
        lines = List.copyOf(lines);
    }

    /** What both sides do. */
    public enum Kind {
        /** The terms are signed and both sides keep them. */
        KEEP,
        /** The terms are signed and the other side cheats on what is covert. */
        CHEAT,
        /** The terms are not signed. */
        UNSIGNED
    }

    /**
     * One of the cases.
     *
     * @param tenths the own score of the next round, tenths of a point
     */
    public record Case(Kind kind, String name, long tenths) {}

    /**
     * Judges terms.
     *
     * @param forecast what {@code try} says of them
     * @param side the seat's side
     * @param now the open round
     */
    public static TermsVerdict of(TermsForecast forecast, Terms terms, Side side, Observation now, Wording wording) {
        String other = wording.side(side.other());
        List<Case> cases = new ArrayList<>();
        cases.add(of(Kind.KEEP, forecast.kept(), side, wording.text("deal.case.keep")));
        TermsForecast.Future cheated = forecast.cheated();
        if (cheated != null) {
            cases.add(of(Kind.CHEAT, cheated, side, wording.text("deal.case.cheat", other)));
        }
        cases.add(of(Kind.UNSIGNED, forecast.without(), side, wording.text("deal.case.unsigned")));
        long unsigned = cases.get(cases.size() - 1).tenths();
        long gain = gain(cases);
        String sentence = gain > 0
                ? wording.text("deal.gains", NumberText.tenth(gain))
                : gain < 0 ? wording.text("deal.costs", NumberText.tenth(-gain)) : wording.text("deal.same");
        if (cheated != null) {
            sentence += wording.text(
                    "deal.cheated", other, NumberText.signedTenth(cases.get(1).tenths() - unsigned));
        }
        Ratification ratified = forecast.ratification();
        boolean enters = ratified.outcome() == Ratification.Outcome.ENTERED;
        String force = enters
                ? wording.text("deal.enters")
                : wording.text("deal.lapses", wording.ratification(ratified.outcome(), ratified.side()));
        return new TermsVerdict(cases, sentence, force, enters, lines(terms, now, wording));
    }

    /** What the terms do to red lines is one sentence, however many they cross. */
    private static List<String> lines(Terms terms, Observation now, Wording wording) {
        LeverWords levers = new LeverWords(wording);
        List<String> crossed = new ArrayList<>();
        new TermsTopic(wording)
                .prices(terms, now)
                .forEach((lever, price) ->
                        crossed.add(wording.text("deal.line", levers.name(lever), NumberText.tenth(price))));
        return crossed.isEmpty()
                ? List.of()
                : List.of(wording.text("deal.lines", wording.phrases().list(crossed)));
    }

    /** Returns by how much signing changes the score of the next round if both sides keep the terms, tenths of a point. */
    public long gain() {
        return gain(cases);
    }

    private static long gain(List<Case> cases) {
        return cases.get(0).tenths() - cases.get(cases.size() - 1).tenths();
    }

    private static Case of(Kind kind, TermsForecast.Future future, Side side, String name) {
        return new Case(kind, name, NumberText.tenths(future.next().score(side).scoreMilli()));
    }
}
