package dev.truce.tournament.row;

import dev.truce.engine.board.Side;
import dev.truce.tournament.stats.Estimate;
import dev.truce.tournament.table.ResultTable;

/**
 * A policy of a role in one iteration, or the meta-strategy of the role.
 *
 * @param iteration from 0, in which each role has the roster alone
 * @param role the seat
 * @param policy its name, or {@link #META}
 * @param weight its probability in the meta-strategy
 * @param value what it scores against the meta-strategy of the other role
 * @param regret how much more the best response that was found scores; of the meta-strategy alone
 * @param trials matches that were played to find that response
 */
public record PsroRow(
        int iteration, Side role, String policy, double weight, Estimate value, Estimate regret, long trials) {
    /** Stands for the meta-strategy. */
    public static final String META = "meta";

    /** There is no regret of a policy alone. */
    public static final Estimate NO_REGRET = Estimate.of(new double[0]);

    private static final String POINTS = "points";

    /** For each iteration and role one row for each policy, then one for the meta-strategy. */
    public static final ResultTable<PsroRow> TABLE = ResultTable.<PsroRow>named("psro")
            .column("iteration", "number of the iteration; in 0 each role has the roster alone")
            .whole("", PsroRow::iteration)
            .column("role", "the seat, US or CN")
            .text(row -> row.role.name())
            .column("policy", "a bot of the roster, or a response by role and iteration; meta for the meta-strategy")
            .text(PsroRow::policy)
            .column("weight", "its probability in the meta-strategy of its role")
            .decimal(6, "", PsroRow::weight)
            .column(
                    "value",
                    "what it scores against the meta-strategy of the other role: a policy on the seeds of the matrix, the"
                            + " meta-strategy on fresh ones")
            .estimate(4, POINTS, PsroRow::value)
            .where(row -> row.policy.equals(META))
            .column(
                    "regret",
                    "how much more than the meta-strategy the best response that was found scores against that of the other"
                            + " role, on fresh seeds: a lower bound of the regret of the role")
            .estimate(4, POINTS, PsroRow::regret)
            .column("trials", "matches that were played to find that response")
            .whole("matches", PsroRow::trials)
            .build();
}
