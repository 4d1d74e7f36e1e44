package dev.truce.bots.bargain;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.scenario.RedLineRules;
import java.util.Collection;
import java.util.List;

/** How likely each candidate of the other side is to be one of its red lines, judged by what it offers. Not thread-safe. */
final class LineBeliefs {
    private static final double LEAST = .02;
    private static final double MOST = .97;
    /** What is given is hardly guarded. */
    private static final double GIVEN = .03;
    /** What is withheld although the other side gives something. */
    private static final double WITHHELD = .5;

    private static final double WITHHELD_MEMORY = .4;
    /** What was asked for in a package that nobody answered. */
    private static final double UNANSWERED = .15;

    /** Part of the belief that is left after a signature. */
    private static final double SIGNED = .05;

    /** What a side says alone that it guards, if its words come true. */
    private static final double SAID = .5;

    private static final double KNOWN_COLD = .04;

    private final RedLineRules rules;
    private final List<Instrument> candidates;
    private final double[] likely = new double[Instrument.COUNT];

    LineBeliefs(RedLineRules rules, List<Instrument> candidates) {
        this.rules = rules;
        this.candidates = candidates;
        for (Instrument candidate : candidates) {
            likely[candidate.ordinal()] = (double) rules.perSide() / candidates.size();
        }
    }

    /** Returns the probabilities by instrument; 0 for what is no candidate. Not to be changed. */
    double[] likely() {
        return likely;
    }

    double of(Instrument candidate) {
        return likely[candidate.ordinal()];
    }

    /** Learns from a package of the other side that gave something. */
    void offered(Collection<Instrument> given) {
        for (Instrument candidate : candidates) {
            double before = of(candidate);
            set(candidate, given.contains(candidate) ? GIVEN : Math.max(before, WITHHELD + WITHHELD_MEMORY * before));
        }
    }

    /** Learns from a package that was left unsigned while the other side offered none. */
    void unanswered(Collection<Instrument> asked) {
        for (Instrument candidate : asked) {
            double before = of(candidate);
            if (before > KNOWN_COLD) {
                set(candidate, before + UNANSWERED * (1 - before));
            }
        }
    }

    /** Learns from a package that the other side has signed: it would hardly have signed away what it guards. */
    void signed(Collection<Instrument> given) {
        for (Instrument candidate : given) {
            set(candidate, SIGNED * of(candidate));
        }
    }

    /**
     * Learns from a side's word that it cannot give way.
     *
     * @param credibility part of its words that come true, 0..1
     */
    void said(Instrument candidate, double credibility) {
        if (candidates.contains(candidate)) {
            double before = of(candidate);
            set(candidate, before + SAID * credibility * (1 - before));
        }
    }

    /** Takes in that lines have been redrawn. */
    void redrawn() {
        double ceases = (double) rules.replace() / rules.perSide();
        double begins = (double) rules.replace() / (candidates.size() - rules.perSide());
        for (Instrument candidate : candidates) {
            double before = of(candidate);
            set(candidate, before * (1 - ceases) + (1 - before) * begins);
        }
    }

    private void set(Instrument candidate, double probability) {
        likely[candidate.ordinal()] = Math.max(LEAST, Math.min(MOST, probability));
    }
}
