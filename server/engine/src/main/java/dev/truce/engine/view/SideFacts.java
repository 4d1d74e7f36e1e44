package dev.truce.engine.view;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.report.BrokenClause;
import dev.truce.engine.report.SideDecisions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What everybody learns about a side in a round.
 *
 * @param publicEscalationMilli public escalation Ap, thousandths
 * @param brokenClauses public clauses it did not keep
 * @param snapBackRight whether it had the right to suspend clauses in this round
 * @param severityMilli severity of an unjustified breach, thousandths; 0 if there is none
 * @param material whether that breach ended the treaty
 * @param notice whether it gave notice to leave the treaty
 * @param caughtOn the covert clause on which the news says it was caught, or null
 * @param reputationMilli shown reputation after the round, thousandths: every catch is treated as real
 * @param decisions accusations of it and by it, and its own text
 */
public record SideFacts(
        int publicEscalationMilli,
        List<BrokenClause> brokenClauses,
        boolean snapBackRight,
        int severityMilli,
        boolean material,
        boolean notice,
        @Nullable Instrument caughtOn,
        int reputationMilli,
        SideDecisions decisions) {

    public SideFacts {
        brokenClauses = List.copyOf(brokenClauses);
    }

    /** The facts about a side in a match without accusations and own texts. */
    public SideFacts(
            int publicEscalationMilli,
            List<BrokenClause> brokenClauses,
            boolean snapBackRight,
            int severityMilli,
            boolean material,
            boolean notice,
            @Nullable Instrument caughtOn,
            int reputationMilli) {
        this(
                publicEscalationMilli,
                brokenClauses,
                snapBackRight,
                severityMilli,
                material,
                notice,
                caughtOn,
                reputationMilli,
                SideDecisions.NONE);
    }
}
