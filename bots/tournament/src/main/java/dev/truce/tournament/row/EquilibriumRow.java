package dev.truce.tournament.row;

import dev.truce.engine.board.Side;
import dev.truce.tournament.table.ResultTable;

/**
 * A policy that is played in a Nash equilibrium of the matrix of one iteration.
 *
 * @param iteration from 0
 * @param number of the equilibrium, from 1
 * @param role the seat
 * @param policy its name
 * @param weight its probability, above 0
 * @param value what the role gets in the equilibrium
 * @param residual the larger regret of both roles in the matrix
 * @param isTaken whether it is the meta-strategy
 */
public record EquilibriumRow(
        int iteration,
        int number,
        Side role,
        String policy,
        double weight,
        double value,
        double residual,
        boolean isTaken) {
    private static final String POINTS = "points";

    /** One row for each policy that is played in an equilibrium. */
    public static final ResultTable<EquilibriumRow> TABLE = ResultTable.<EquilibriumRow>named("equilibria")
            .column("iteration", "number of the iteration")
            .whole("", EquilibriumRow::iteration)
            .column("equilibrium", "number of the Nash equilibrium of its matrix, from 1")
            .whole("", EquilibriumRow::number)
            .column("role", "the seat, US or CN")
            .text(row -> row.role.name())
            .column("policy", "a policy that is played in it")
            .text(EquilibriumRow::policy)
            .column("weight", "its probability")
            .decimal(6, "", EquilibriumRow::weight)
            .column("value", "what the role gets in it")
            .decimal(4, POINTS, EquilibriumRow::value)
            .column("residual", "what either role could get more by another policy of the matrix: 0 but for rounding")
            .decimal(6, POINTS, EquilibriumRow::residual)
            .column(
                    "taken",
                    "1 if it is the meta-strategy: the one that gives both roles most together, of equals the first")
            .flag(EquilibriumRow::isTaken)
            .build();
}
