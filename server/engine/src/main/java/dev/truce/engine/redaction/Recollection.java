package dev.truce.engine.redaction;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.conduct.PolicyMapping;
import dev.truce.engine.round.Rules;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.SignalReading;

/**
 * Running means of the readings of covert instruments, in notches. One reading mistakes a level now and then; the mean of
 * four seldom does, and it still follows a change within a year. Immutable.
 */
final class Recollection {
    /** Readings that the mean looks back on. */
    private static final int MEMORY = 4;

    private final double[] means;
    private final int[] counts;

    private Recollection(double[] means, int[] counts) {
        this.means = means;
        this.counts = counts;
    }

    /** Returns what everybody knows before round 1: the start levels. */
    static Recollection start(Rules rules) {
        double[] means = new double[Instrument.COUNT];
        for (Instrument instrument : Instrument.all()) {
            if (instrument.isCovert()) {
                int start = rules.scenario().spec(instrument).start();
                means[instrument.ordinal()] = CovertEstimate.notch(rules.mapping(), instrument, start);
            }
        }
        return new Recollection(means, new int[Instrument.COUNT]);
    }

    /** Returns the means with the signals of one more round. */
    Recollection after(Rules rules, RoundView facts) {
        Recollection next = new Recollection(means.clone(), counts.clone());
        for (Clause clause : facts.expired()) {
            next.forget(rules, facts.treaty(), facts.round(), clause.instrument());
        }
        for (SignalReading signal : facts.signals()) {
            boolean fell = signal.aboutRound() < facts.round() && isExpired(facts, signal.instrument());
            // Customs report the quarter before; when the clause has just ended, that is no longer news.
            if (!fell) {
                next.add(signal.instrument().ordinal(), signal.notchMilli() / 1e3);
            }
        }
        return next;
    }

    /** Returns the ladder index whose notches are nearest to the mean; the less compliant of equals. */
    int level(PolicyMapping mapping, Instrument instrument) {
        int nearest = 0;
        double least = Double.MAX_VALUE;
        for (int level = 0; level < mapping.size(instrument); level++) {
            double notch = CovertEstimate.notch(mapping, instrument, level);
            double distance = Math.abs(notch - means[instrument.ordinal()]);
            if (distance < least) {
                least = distance;
                nearest = level;
            }
        }
        return nearest;
    }

    private static boolean isExpired(RoundView facts, Instrument instrument) {
        for (Clause clause : facts.expired()) {
            if (clause.instrument() == instrument) {
                return true;
            }
        }
        return false;
    }

    /** What a clause held up has gone to its fallback, unless its holder ordered otherwise. */
    private void forget(Rules rules, Treaty treaty, int round, Instrument instrument) {
        if (instrument.isCovert()) {
            int level = rules.scenario().layers().exist()
                    ? CovertEstimate.promised(rules, treaty, instrument, round)
                    : rules.scenario().spec(instrument).fallback();
            means[instrument.ordinal()] = CovertEstimate.notch(rules.mapping(), instrument, level);
            counts[instrument.ordinal()] = 0;
        }
    }

    private void add(int i, double reading) {
        counts[i] = Math.min(MEMORY, counts[i] + 1);
        means[i] += (reading - means[i]) / counts[i];
    }
}
