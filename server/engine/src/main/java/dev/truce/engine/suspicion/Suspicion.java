package dev.truce.engine.suspicion;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.Exponential;
import dev.truce.engine.conduct.Covert;
import dev.truce.engine.conduct.Shortfall;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Knobs;
import dev.truce.engine.view.Leaks;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.SignalReading;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How likely it is that a side delivers less than a covert clause asks, given that it stands accused of it, by what one viewer was told:
 * the clauses in force, the numbers of the rules, its own readings. A fold of the viewer's rounds; nothing else computes guilt. A seat
 * reads by it the other side's guilt, with its own signals, and its own as it looks from outside, since no secret signal of its own
 * instruments reaches it. Immutable.
 */
public final class Suspicion {
    /** What a reading still counts after a round. */
    private static final double MEMORY = .7;
    /** Half of the smallest shortfall, a notch: a reading so far below the promise says nothing. */
    private static final double UNDECIDED = .5;
    /** The most that one reading says, as a logarithm. */
    private static final double MOST = 3;

    /**
     * How likely each side is to fall short in a round before anything is known of it. Fitted by the Brier score of 19,229 accusations in
     * 7,220 matches of the pool by busan-2025, seeds 500000 to 500019.
     */
    private static final BySide<Double> GUESS = new BySide<>(.30, .25);

    private static final double NOT_BOUND = -1;
    private static final int UNKNOWN = -1;

    private final Rules rules;
    /** By instrument: what the readings say, as a logarithm; 0 is nothing. */
    private final double[] evidence;
    /** By instrument: notches that a clause asked for in the last round. */
    private final double[] promised;
    /** By instrument: 1 if a leak showed a shortfall in the last round, 0 if it showed that there was none. */
    private final int[] leaked;
    /** By side: covert clauses that bound in the last round. */
    private final int[] clauses;

    private Suspicion(Rules rules, double[] evidence, double[] promised, int[] leaked, int[] clauses) {
        this.rules = rules;
        this.evidence = evidence;
        this.promised = promised;
        this.leaked = leaked;
        this.clauses = clauses;
    }

    /** Returns what is known before round 1: nothing. */
    public static Suspicion start(Rules rules) {
        double[] promised = new double[Instrument.COUNT];
        int[] leaked = new int[Instrument.COUNT];
        Arrays.fill(promised, NOT_BOUND);
        Arrays.fill(leaked, UNKNOWN);
        return new Suspicion(rules, new double[Instrument.COUNT], promised, leaked, new int[Side.values().length]);
    }

    /**
     * Returns what is known with one more round.
     *
     * @param facts the round, or null if none is over yet
     */
    public Suspicion after(@Nullable RoundView facts) {
        if (facts == null) {
            return this;
        }
        Treaty treaty = facts.treaty();
        double[] asked = new double[Instrument.COUNT];
        double[] said = new double[Instrument.COUNT];
        int[] shown = new int[Instrument.COUNT];
        int[] binding = new int[Side.values().length];
        for (Instrument instrument : Instrument.all()) {
            int i = instrument.ordinal();
            Clause clause = instrument.isCovert() ? treaty.binding(instrument, facts.round()) : null;
            asked[i] = clause == null ? NOT_BOUND : notches(clause);
            said[i] = MEMORY * evidence[i];
            shown[i] = UNKNOWN;
            if (clause != null) {
                binding[instrument.holder().ordinal()]++;
                if (Leaks.tell(facts.events(), instrument)) {
                    int level = facts.levels().get(instrument);
                    shown[i] = Shortfall.gap(rules.mapping(), clause, level) > 0 ? 1 : 0;
                }
            }
        }
        for (SignalReading signal : facts.signals()) {
            int i = signal.instrument().ordinal();
            double promise = signal.aboutRound() == facts.round() ? asked[i] : promised[i];
            if (promise != NOT_BOUND) {
                said[i] += said(promise, signal.notchMilli() / 1e3, noise(signal.instrument()));
            }
        }
        return new Suspicion(rules, said, asked, shown, binding);
    }

    /**
     * Returns what a seat of a match has to know with one more round: nothing more by rules without accusations, since its odds are not
     * asked for there. {@link #after} gives the odds of whatever was found, by any rules.
     *
     * @param facts the round, or null if none is over yet
     */
    public Suspicion forSeat(@Nullable RoundView facts) {
        return rules.scenario().accusations().exist() ? after(facts) : this;
    }

    /** Returns the guess with which the odds begin that seats are told, 0..1, by the accused side. */
    public static double guess(Side accused) {
        return GUESS.of(accused);
    }

    /** Returns how likely it is, 0..1, that an accusation of the last round is true, as seats are told. */
    public double ofGuilt(Instrument accused) {
        return ofGuilt(accused, guess(accused.holder()));
    }

    /**
     * Returns how likely it is, 0..1, that an accusation of the last round is true.
     *
     * @param accused the instrument of which the news speaks; it is 0 if no clause bound it
     * @param guess how likely it is that a side under covert clauses falls short in a round, before anything is known of it, 0..1
     */
    public double ofGuilt(Instrument accused, double guess) {
        int i = accused.ordinal();
        if (promised[i] == NOT_BOUND) {
            return 0;
        }
        if (leaked[i] != UNKNOWN) {
            return leaked[i];
        }
        double found = found(
                rules.scenario().knobs(),
                accused.holder(),
                clauses[accused.holder().ordinal()]);
        return ofGuilt(guess, found, evidence[i]);
    }

    /**
     * Returns how likely guilt is, 0..1.
     *
     * @param guess before anything is known, 0..1
     * @param found by how much the accusation makes it likelier, see {@link #found}
     * @param evidence what the readings say, as a logarithm
     */
    public static double ofGuilt(double guess, double found, double evidence) {
        double guilty = guess * found * Exponential.of(evidence);
        double innocent = 1 - guess;
        return guilty + innocent > 0 ? guilty / (guilty + innocent) : 0;
    }

    /**
     * Returns how much likelier it is that a side which falls one notch short is accused on one of its covert clauses than that one which
     * keeps all of them is.
     *
     * @param clauses covert clauses of the side in force, at least 1
     */
    public static double found(Knobs knobs, Side accused, int clauses) {
        return knobs.detection(accused, 1) / (knobs.falseAlarm() / clauses);
    }

    /**
     * Returns what one reading says, as a logarithm within -3..3: above 0 it speaks for a shortfall of a notch, below for none.
     *
     * @param promise notches that the clause asked for
     * @param reading notches that were read
     * @param noise standard deviation of such readings, notches
     */
    public static double said(double promise, double reading, double noise) {
        return Math.max(-MOST, Math.min(MOST, (promise - reading - UNDECIDED) / (noise * noise)));
    }

    private double noise(Instrument instrument) {
        Knobs knobs = rules.scenario().knobs();
        return instrument == Instrument.CN_SOY_PURCHASES ? knobs.customsNoise() : knobs.signalNoise();
    }

    private double notches(Clause clause) {
        return clause.instrument() == Instrument.CN_SOY_PURCHASES
                ? Covert.soyNotch(rules.mapping().value(clause.instrument(), clause.bound()))
                : clause.bound();
    }
}
