package dev.truce.engine.report;

import dev.truce.engine.agreement.Clause;

/**
 * A public clause that was not kept in a round.
 *
 * @param clause the clause
 * @param level ladder index at which the instrument stood
 * @param lost depth lost by it
 */
public record BrokenClause(Clause clause, int level, double lost) {}
