package dev.truce.engine.report;

import dev.truce.engine.agreement.Clause;
import java.util.List;

/**
 * A public clause that was not kept in a round.
 *
 * @param clause the clause
 * @param level ladder index at which the instrument stood
 * @param lost depth lost by it
 */
public record BrokenClause(Clause clause, int level, double lost) {
    /** Returns the depth lost by clauses together. */
    public static double lost(List<BrokenClause> broken) {
        double lost = 0;
        for (BrokenClause each : broken) {
            lost += each.lost();
        }
        return lost;
    }
}
