package dev.truce.engine.legality;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.DepthValues;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.Side;
import dev.truce.engine.report.BrokenClause;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.state.SideState;
import java.util.ArrayList;
import java.util.List;

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

    /**
     * Returns what of broken clauses counts for a side that suspends the agreement in the round: where the agreement has the clause, what
     * the truce beneath it asks for.
     *
     * @param treaty the treaty that binds in the round
     * @param broken the clauses that the side broke
     */
    public static List<BrokenClause> charged(DepthValues depth, Treaty treaty, List<BrokenClause> broken, int round) {
        Treaty truce = treaty.fallenToTruce(round);
        List<BrokenClause> charged = new ArrayList<>();
        for (BrokenClause each : broken) {
            Clause beneath = truce.binding(each.clause().instrument(), round);
            if (beneath != null && beneath.isBrokenBy(each.level())) {
                charged.add(new BrokenClause(beneath, each.level(), depth.lost(beneath, each.level())));
            }
        }
        return charged;
    }
}
