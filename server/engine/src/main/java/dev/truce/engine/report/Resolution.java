package dev.truce.engine.report;

import dev.truce.engine.state.MatchState;

/**
 * What a round led to.
 *
 * @param next the state after it
 * @param report the truth about it
 */
public record Resolution(MatchState next, RoundReport report) {}
