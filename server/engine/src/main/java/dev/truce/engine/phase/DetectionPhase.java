package dev.truce.engine.phase;

import static dev.truce.engine.board.Instrument.CN_FENTANYL_ENFORCEMENT;
import static dev.truce.engine.board.Instrument.CN_LICENCE_PACE;
import static dev.truce.engine.board.Instrument.CN_SOY_PURCHASES;
import static dev.truce.engine.board.Instrument.US_LICENCE_PACE;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.chance.Purpose;
import dev.truce.engine.conduct.Covert;
import dev.truce.engine.conduct.Shortfall;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.report.Signals;
import dev.truce.engine.scenario.Knobs;
import org.jspecify.annotations.Nullable;

/**
 * Shortfalls under covert clauses are found by chance, clause by clause, with false alarms for the honest; and both sides
 * receive noisy signals (agreements A7). Without noise a side is caught exactly when it is more likely than not.
 *
 * <p>Where detection leads to accusations, first those of the round before are judged as their makers chose, then new ones are made. In
 * the last round they are inspected at once, since nobody could decide on them any more. Without noise there are none.
 */
final class DetectionPhase implements Phase {
    /** Key of the draw for a false alarm, after those of the instruments that there were first: no count, so that one more shifts no chance. */
    private static final int FALSE_ALARM = 18;
    /** Keys of the draws of verdicts: on an accusation of the round before, and on one of the last round. */
    private static final int VERDICT = 19;

    private static final int LAST_VERDICT = 20;
    /** Without noise, the combined probability beyond which a side is caught. */
    private static final double MORE_LIKELY_THAN_NOT = .5;

    @Override
    public String name() {
        return "detection-and-signals";
    }

    @Override
    public void apply(RoundDraft draft) {
        if (draft.tables.scenario.accusations().exist()) {
            accuse(draft, draft.first());
            accuse(draft, draft.second());
        } else {
            detect(draft, draft.first());
            detect(draft, draft.second());
        }
        Covert covert = draft.covert;
        Knobs knobs = draft.tables.knobs;
        draft.signals = new Signals(
                covert.usPace() + noise(draft, US_LICENCE_PACE, knobs.signalNoise()),
                covert.cnPace() + noise(draft, CN_LICENCE_PACE, knobs.signalNoise()),
                covert.enforcement() + noise(draft, CN_FENTANYL_ENFORCEMENT, knobs.signalNoise()),
                draft.state.soyNotch() + noise(draft, CN_SOY_PURCHASES, knobs.customsNoise()));
    }

    private static void accuse(RoundDraft draft, SideDraft side) {
        if (!draft.noise) {
            return;
        }
        detect(draft, side);
        side.accusedOn = side.caughtOn;
        side.accusedReally = side.reallyCaught;
        side.caughtOn = null;
        side.reallyCaught = false;
        Instrument open = side.before.accusedOn();
        if (open != null && draft.other(side).choice != AccusationChoice.REST) {
            judge(draft, side, open, side.before.accusedReally(), VERDICT);
        }
        if (side.accusedOn != null && draft.isLast()) {
            judge(draft, side, side.accusedOn, side.accusedReally, LAST_VERDICT);
        }
    }

    /** What is not there is never found; a side is found at most once in a round. */
    private static void judge(RoundDraft draft, SideDraft side, Instrument on, boolean really, int key) {
        boolean found = really
                && draw(draft, side, key) < draft.tables.scenario.accusations().found();
        if (found) {
            side.caughtOn = side.caughtOn == null ? on : side.caughtOn;
            side.reallyCaught = true;
        } else if (key == VERDICT) {
            side.clearedOn = on;
        }
    }

    private static void detect(RoundDraft draft, SideDraft side) {
        Instrument found = null;
        Instrument likeliest = null;
        double highest = 0;
        double escape = 1;
        int clauses = 0;
        for (Instrument instrument : Instrument.of(side.side)) {
            Clause clause = draft.treaty.binding(instrument, draft.round);
            if (clause == null || !instrument.isCovert()) {
                continue;
            }
            clauses++;
            double chance =
                    Shortfall.chance(draft.tables.mapping, draft.tables.knobs, clause, draft.levels.get(instrument));
            escape *= 1 - chance;
            if (chance > highest) {
                highest = chance;
                likeliest = instrument;
            }
            // A round counts its draws: none is made where nothing can be found.
            if (chance > 0 && draft.noise && found == null && draw(draft, side, key(instrument)) < chance) {
                found = instrument;
            }
        }
        boolean shortfall = likeliest != null;
        if (!draft.noise) {
            found = 1 - escape > MORE_LIKELY_THAN_NOT ? likeliest : null;
        } else if (!shortfall && clauses > 0) {
            found = falseAlarm(draft, side, clauses);
        }
        side.caughtOn = found;
        side.reallyCaught = shortfall && found != null;
    }

    /** A false alarm names one of the clauses in force, each as likely as the others, so the news does not give it away. */
    private static @Nullable Instrument falseAlarm(RoundDraft draft, SideDraft side, int clauses) {
        double chance = draft.tables.knobs.falseAlarm();
        double drawn = draw(draft, side, FALSE_ALARM);
        if (!(drawn < chance)) {
            return null;
        }
        int pick = Math.min(clauses - 1, (int) (drawn / chance * clauses));
        for (Instrument instrument : Instrument.of(side.side)) {
            if (instrument.isCovert() && draft.treaty.binding(instrument, draft.round) != null && pick-- == 0) {
                return instrument;
            }
        }
        throw new IllegalStateException("no covert clause of " + side.side + " binds in round " + draft.round);
    }

    /** Returns the key of the draw for an instrument: its place, or after the keys above. */
    private static int key(Instrument instrument) {
        int place = instrument.ordinal();
        return place < FALSE_ALARM ? place : place + LAST_VERDICT - FALSE_ALARM + 1;
    }

    private static double draw(RoundDraft draft, SideDraft side, int k) {
        return draft.draws.uniform(Purpose.DETECTION, draft.round, side.side.ordinal(), k);
    }

    private static double noise(RoundDraft draft, Instrument instrument, double deviation) {
        if (!draft.noise) {
            return 0;
        }
        int side = instrument.holder().ordinal();
        return deviation * draft.draws.normal(Purpose.SIGNAL, draft.round, side, instrument.ordinal());
    }
}
