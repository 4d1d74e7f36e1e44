package dev.truce.engine.orders;

import dev.truce.engine.board.Instrument;

/**
 * One instrument set to one level.
 *
 * @param instrument which one
 * @param level ladder index
 */
public record Order(Instrument instrument, int level) {}
