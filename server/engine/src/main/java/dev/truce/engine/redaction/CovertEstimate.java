package dev.truce.engine.redaction;

import static dev.truce.engine.board.Instrument.CN_FENTANYL_ENFORCEMENT;
import static dev.truce.engine.board.Instrument.CN_LICENCE_PACE;
import static dev.truce.engine.board.Instrument.CN_SOY_PURCHASES;
import static dev.truce.engine.board.Instrument.US_LICENCE_PACE;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.conduct.Covert;
import dev.truce.engine.conduct.PolicyMapping;
import dev.truce.engine.round.Rules;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.SignalReading;

/**
 * What the covert instruments of a round stand at as far as a viewer can tell, in notches: exact where it sees the level,
 * else the signal of the round taken into 0..3, else the level that the clause promises or, without one, the fallback.
 */
final class CovertEstimate {
    private static final double MAX_NOTCHES = 3;

    private final Rules rules;
    private final RoundView facts;

    private CovertEstimate(Rules rules, RoundView facts) {
        this.rules = rules;
        this.facts = facts;
    }

    /** Reads the covert levels of a round off its facts. */
    static Covert of(Rules rules, RoundView facts) {
        CovertEstimate estimate = new CovertEstimate(rules, facts);
        PolicyMapping mapping = rules.mapping();
        int soy = facts.levels().get(CN_SOY_PURCHASES);
        double soyNotch = estimate.notch(CN_SOY_PURCHASES);
        return new Covert(
                estimate.notch(US_LICENCE_PACE),
                estimate.notch(CN_LICENCE_PACE),
                estimate.notch(CN_FENTANYL_ENFORCEMENT),
                soyNotch,
                soy == Levels.UNSEEN ? Covert.soyMmt(soyNotch) : mapping.value(CN_SOY_PURCHASES, soy));
    }

    /**
     * Returns what escalation counts: an instrument that fell back by itself has its earlier level. Where the viewer cannot
     * see whether it did, the end of its clause in this round is taken as a sign of it.
     */
    static Covert graced(Rules rules, RoundView facts, Covert now, Covert before, Levels graced) {
        return new Covert(
                graced(facts, US_LICENCE_PACE, graced, now.usPace(), before.usPace()),
                graced(facts, CN_LICENCE_PACE, graced, now.cnPace(), before.cnPace()),
                graced(facts, CN_FENTANYL_ENFORCEMENT, graced, now.enforcement(), before.enforcement()),
                facts.viewer().sees(CN_SOY_PURCHASES)
                        ? Covert.soyNotch(rules.mapping().value(graced, CN_SOY_PURCHASES))
                        : now.soyNotch(),
                now.soyMmt());
    }

    private static double graced(RoundView facts, Instrument instrument, Levels graced, double now, double before) {
        if (facts.viewer().sees(instrument)) {
            return graced.get(instrument);
        }
        for (Clause clause : facts.expired()) {
            if (clause.instrument() == instrument && facts.treaty().binding(instrument, facts.round()) == null) {
                return before;
            }
        }
        return now;
    }

    /** Returns the notches that a level of a covert instrument amounts to. */
    static double notch(PolicyMapping mapping, Instrument instrument, int level) {
        return instrument == CN_SOY_PURCHASES ? Covert.soyNotch(mapping.value(instrument, level)) : level;
    }

    /** Returns the level that a clause promises in a round or, without one, the fallback. */
    static int promised(Rules rules, Treaty treaty, Instrument instrument, int round) {
        Clause clause = treaty.binding(instrument, round);
        return clause != null
                ? clause.bound()
                : rules.scenario().spec(instrument).fallback();
    }

    private double notch(Instrument instrument) {
        int level = facts.levels().get(instrument);
        if (level != Levels.UNSEEN) {
            return notch(rules.mapping(), instrument, level);
        }
        for (SignalReading signal : facts.signals()) {
            if (signal.instrument() == instrument) {
                return Math.min(MAX_NOTCHES, Math.max(0, signal.notchMilli() / 1e3));
            }
        }
        return notch(rules.mapping(), instrument, promised(rules, facts.treaty(), instrument, facts.round()));
    }
}
