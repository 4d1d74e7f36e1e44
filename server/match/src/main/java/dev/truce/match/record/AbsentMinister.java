package dev.truce.match.record;

import dev.truce.engine.board.Side;

/**
 * A minister who neither sealed anything nor said that he was done when a round closed, and for whom no bot stood in. Of heads the orders say
 * that.
 *
 * @param side whose delegation
 * @param seat number of the seat, from 1
 */
public record AbsentMinister(Side side, int seat) {}
