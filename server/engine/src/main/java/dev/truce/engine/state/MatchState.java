package dev.truce.engine.state;

import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.economy.EconomyState;
import dev.truce.engine.redline.RedLines;
import org.jspecify.annotations.Nullable;

/**
 * The state of a match after {@code round} resolved rounds. Immutable; with the setup and the orders to come it
 * determines the rest of the match.
 *
 * @param round rounds resolved so far, 0 at the start
 * @param levels level of every instrument
 * @param treaty the treaty; clauses that ended with the last round are still in it
 * @param investigationRounds rounds in which the 301 investigation has been active, 0 when paused, 3 when concluded
 * @param courtRoundsLeft further rounds for which the court ruling holds
 * @param courtHasRuled whether the court has ruled in this match
 * @param tension tension of the relation, 1 at the start
 * @param technology technology index of the US, 0 at the start
 * @param soyNotch compliance notch of China's soya purchases in the last round, reported by customs in the next
 * @param redLines secret red lines of both sides in the open round
 * @param shallowRounds consecutive rounds in which an agreement of depth .5 or more was kept to less than .25
 * @param economy the economy after the last quarter
 * @param us the US
 * @param cn China
 * @param ending why the match stopped, or null while it goes on
 */
public record MatchState(
        int round,
        Levels levels,
        Treaty treaty,
        int investigationRounds,
        int courtRoundsLeft,
        boolean courtHasRuled,
        double tension,
        double technology,
        double soyNotch,
        RedLines redLines,
        int shallowRounds,
        EconomyState economy,
        SideState us,
        SideState cn,
        @Nullable Ending ending) {

    /** Returns the state of a side. */
    public SideState side(Side side) {
        return BySide.pick(side, us, cn);
    }

    /** Returns the number of the round that is open, from 1. */
    public int openRound() {
        return round + 1;
    }

    /** Returns whether the match is over. */
    public boolean isOver() {
        return ending != null;
    }

    /** Returns the same state with other red lines. */
    public MatchState withRedLines(RedLines lines) {
        return copy(treaty, lines, ending);
    }

    /** Returns the same state under another treaty. */
    public MatchState withTreaty(Treaty other) {
        return copy(other, redLines, ending);
    }

    /** Returns the state of a match that its host stops here. */
    public MatchState endedBy(Ending why) {
        return copy(treaty, redLines, why);
    }

    private MatchState copy(Treaty binding, RedLines lines, @Nullable Ending why) {
        return new MatchState(
                round,
                levels,
                binding,
                investigationRounds,
                courtRoundsLeft,
                courtHasRuled,
                tension,
                technology,
                soyNotch,
                lines,
                shallowRounds,
                economy,
                us,
                cn,
                why);
    }
}
