package dev.truce.story.facts;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
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
        /** It was accused of it, an inspection found nothing. */
        CLEARED,
        /** It was found. */
        FOUND
    }

    /**
     * Returns the shortfalls of a side, in order.
     *
     * @param rounds the resolved rounds, in order
     * @param judged whether what is detected is an accusation first
     * @return null if a covert level on which a clause bound is not shown
     */
    public static @Nullable List<MissedFloor> of(List<RoundView> rounds, Side side, boolean judged) {
        List<MissedFloor> shortfalls = new ArrayList<>();
        for (int at = 0; at < rounds.size(); at++) {
            RoundView view = rounds.get(at);
            RoundView next = at + 1 < rounds.size() ? rounds.get(at + 1) : null;
            for (Instrument instrument : Instrument.of(side)) {
                Clause clause = instrument.isCovert() ? view.treaty().binding(instrument, view.round()) : null;
                int level = view.levels().get(instrument);
                if (clause != null && level == Levels.UNSEEN) {
                    return null;
                }
                if (clause != null && clause.isBrokenBy(level)) {
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

    /** The last round has its inspections at once, each other one in the next round. */
    private static Fate judged(RoundView view, @Nullable RoundView next, Side side, Instrument instrument) {
        if (view.side(side).decisions().accusedOn() != instrument) {
            return Fate.UNSEEN;
        }
        RoundView inspected = next == null ? view : next;
        if (inspected.side(side).caughtOn() == instrument) {
            return Fate.FOUND;
        }
        return next == null || next.side(side).decisions().clearedOn() == instrument ? Fate.CLEARED : Fate.ACCUSED;
    }
}
