package dev.truce.match.deed;

import dev.truce.engine.board.Side;

/**
 * Somebody else acts on a seat from now on. Records keep it.
 *
 * @param side whose delegation
 * @param seat number of the seat, 0 for the head
 * @param holder who acts now
 */
public record Takeover(Side side, int seat, SeatHolder holder) {}
