package dev.truce.engine.redline;

import dev.truce.engine.board.Instrument;

/**
 * What one red line takes from its owner in a round.
 *
 * @param line the instrument
 * @param points at most 0
 */
public record RedLineCharge(Instrument line, double points) {}
