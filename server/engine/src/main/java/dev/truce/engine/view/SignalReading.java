package dev.truce.engine.view;

import dev.truce.engine.board.Instrument;

/**
 * One noisy reading of a covert instrument.
 *
 * @param instrument which one
 * @param aboutRound the round that it tells about; customs soya is a round late
 * @param notchMilli the reading, thousandths of a notch
 */
public record SignalReading(Instrument instrument, int aboutRound, int notchMilli) {}
