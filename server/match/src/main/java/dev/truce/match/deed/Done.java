package dev.truce.match.deed;

import dev.truce.engine.board.Side;

/**
 * Something that a seat did in a round. Records keep it; an offer's name is not in it, since the book numbers offers as they come.
 *
 * @param side whose delegation
 * @param seat number of the seat, 0 for the head
 * @param deed what it did
 */
public record Done(Side side, int seat, Deed deed) {}
