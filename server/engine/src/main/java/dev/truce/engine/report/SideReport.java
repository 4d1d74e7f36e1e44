package dev.truce.engine.report;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.payoff.Points;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The truth about one side in one round; only the debrief may show all of it.
 *
 * @param escalation A, with grace
 * @param publicEscalation Ap, with grace
 * @param compliance c
 * @param depth sum of the depth values of its binding clauses
 * @param depthKept depth minus what its public breaches lost, at least 0
 * @param brokenClauses public clauses not kept, in instrument order
 * @param lost depth lost by them
 * @param snapBackRight whether it may suspend clauses without breach in this round
 * @param severity severity of an unjustified breach, 0 if there is none
 * @param material whether that breach ends the treaty
 * @param notice whether it gave notice to leave the treaty
 * @param caught whether it was caught, false alarms included
 * @param caughtOn the clause that the news names, or null
 * @param reallyCaught whether it was caught and really short
 * @param points its points
 * @param reputation after the round
 * @param type private type of the round
 * @param redLines its secret red lines in the round
 * @param decisions accusations of it and by it, and its own text
 * @param accusedReally whether it was really short of the clause on which it is accused from this round on
 */
public record SideReport(
        double escalation,
        double publicEscalation,
        double compliance,
        double depth,
        double depthKept,
        List<BrokenClause> brokenClauses,
        double lost,
        boolean snapBackRight,
        double severity,
        boolean material,
        boolean notice,
        boolean caught,
        @Nullable Instrument caughtOn,
        boolean reallyCaught,
        Points points,
        double reputation,
        double type,
        List<Instrument> redLines,
        SideDecisions decisions,
        boolean accusedReally) {

    /** Returns whether a public clause was broken without a right to. */
    public boolean isUnjustifiedBreach() {
        return severity > 0;
    }
}
