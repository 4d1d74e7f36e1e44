package dev.truce.engine.conduct;

import static dev.truce.engine.board.Instrument.CN_SOY_PURCHASES;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.scenario.Knobs;
import java.util.List;

/** How far covert clauses are not kept (agreements A7). */
public final class Shortfall {
    private Shortfall() {}

    /** Returns the notches, at least 0, by which a covert clause is not kept; soya counts in notches of compliance. */
    public static double gap(PolicyMapping mapping, Clause clause, int level) {
        Instrument instrument = clause.instrument();
        if (instrument != CN_SOY_PURCHASES) {
            return Math.max(0, clause.bound() - level);
        }
        double bound = Covert.soyNotch(mapping.value(instrument, clause.bound()));
        return Math.max(0, bound - Covert.soyNotch(mapping.value(instrument, level)));
    }

    /** Returns how likely it is that a round detects by itself that a covert clause is not kept, 0 to 1; 0 if it is kept. */
    public static double chance(PolicyMapping mapping, Knobs knobs, Clause clause, int level) {
        double gap = gap(mapping, clause, level);
        return gap > 0 ? knobs.detection(clause.instrument().holder(), gap) : 0;
    }

    /** Returns whether a side whose levels are seen falls short of any covert clause that binds in the round. */
    public static boolean isAny(PolicyMapping mapping, Treaty treaty, Levels levels, Side side, int round) {
        for (Instrument instrument : Instrument.of(side)) {
            Clause clause = treaty.binding(instrument, round);
            if (clause != null && instrument.isCovert() && gap(mapping, clause, levels.get(instrument)) > 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns how likely it is that a round detects no shortfall of a side, 0 to 1.
     *
     * @param clauses covert clauses of that side
     * @param levels the levels of the round; those of the clauses are seen
     */
    public static double escape(PolicyMapping mapping, Knobs knobs, List<Clause> clauses, Levels levels) {
        double escape = 1;
        for (Clause clause : clauses) {
            escape *= 1 - chance(mapping, knobs, clause, levels.get(clause.instrument()));
        }
        return escape;
    }
}
