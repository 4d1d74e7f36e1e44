package dev.truce.engine.report;

import dev.truce.engine.board.Instrument;

/** An instrument that moved from one ladder index to another. */
public record LevelChange(Instrument instrument, int from, int to) {}
