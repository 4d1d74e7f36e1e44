package dev.truce.story.facts;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.conduct.PolicyMapping;
import dev.truce.engine.conduct.Shortfall;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.view.RoundView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A round in which a side really fell short of a covert clause, as far as its levels are shown.
 *
 * @param round the round
 * @param clause the clause that bound in it
 * @param level the level that the side had instead
 * @param fate what the other side made of it
 */
public record MissedFloor(int round, Clause clause, int level, Fate fate) {
    /** What the other side made of it. */
    public enum Fate {
        /** It was not accused of it. */
        UNSEEN,
        /** It was accused of it, and there was no inspection. */
        ACCUSED,
        /** It was accused of it in the last round that was played, and nothing was found, whether or not anybody looked. */
        ACCUSED_AT_THE_END,
        /** It was accused of it, an inspection found nothing. */
        CLEARED,
        /** It was found. */
        FOUND
    }

    /**
     * Returns the shortfalls of a side, in order.
     *
     * @param rounds the resolved rounds, in order
     * @param scenario its accusations say whether what is detected is one first
     * @return null if a covert level on which a clause bound is not shown
     */
    public static @Nullable List<MissedFloor> of(List<RoundView> rounds, Side side, Scenario scenario) {
        PolicyMapping mapping = new PolicyMapping(scenario);
        boolean judged = scenario.accusations().exist();
        List<MissedFloor> shortfalls = new ArrayList<>();
        for (int at = 0; at < rounds.size(); at++) {
            RoundView view = rounds.get(at);
            RoundView next = at + 1 < rounds.size() ? rounds.get(at + 1) : null;
            for (Instrument instrument : scenario.instruments().of(side)) {
                Clause clause = instrument.isCovert() ? view.treaty().binding(instrument, view.round()) : null;
                int level = view.levels().get(instrument);
                if (clause != null && level == Levels.UNSEEN) {
                    return null;
                }
                if (clause != null && Shortfall.gap(mapping, clause, level) > 0) {
                    Fate fate = judged ? judged(view, next, side, instrument) : reported(view, side, instrument);
                    shortfalls.add(new MissedFloor(view.round(), clause, level, fate));
                }
            }
        }
        return shortfalls;
    }

    private static Fate reported(RoundView view, Side side, Instrument instrument) {
        return view.side(side).caughtOn() == instrument ? Fate.FOUND : Fate.UNSEEN;
    }

    /** The last round has its inspections at once unless the match was abandoned, each other one in the next round. */
    private static Fate judged(RoundView view, @Nullable RoundView next, Side side, Instrument instrument) {
        if (view.side(side).decisions().accusedOn() != instrument) {
            return Fate.UNSEEN;
        }
        RoundView inspected = next == null ? view : next;
        if (inspected.side(side).caughtOn() == instrument) {
            return Fate.FOUND;
        }
        if (next == null) {
            return Fate.ACCUSED_AT_THE_END;
        }
        return next.side(side).decisions().clearedOn() == instrument ? Fate.CLEARED : Fate.ACCUSED;
    }
}
