package dev.truce.engine.view;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.report.BrokenClause;
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
 */
public record SideFacts(
        int publicEscalationMilli,
        List<BrokenClause> brokenClauses,
        boolean snapBackRight,
        int severityMilli,
        boolean material,
        boolean notice,
        @Nullable Instrument caughtOn,
        int reputationMilli) {

    public SideFacts {
        brokenClauses = List.copyOf(brokenClauses);
    }
}
