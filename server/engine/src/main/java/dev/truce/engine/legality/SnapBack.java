package dev.truce.engine.legality;

import dev.truce.engine.board.Side;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.state.SideState;

/** The right to suspend clauses without breach (agreements A6). */
public final class SnapBack {
    private SnapBack() {}

    /**
     * Returns whether a side has the right in the open round: in the round before, the other side led by more than
     * {@code lead} in public escalation, or was caught, or committed an unjustified public breach.
     */
    public static boolean isRightOf(Side side, MatchState state, double lead) {
        SideState own = state.side(side);
        SideState other = state.side(side.other());
        return other.publicEscalation() - own.publicEscalation() > lead || other.caught() || other.unjustifiedBreach();
    }
}
