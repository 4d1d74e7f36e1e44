package dev.truce.engine.view;

import dev.truce.engine.board.Side;

/**
 * What a side alone learns about itself in a round.
 *
 * @param side whose
 * @param typeMicro private type, millionths; 1 on average
 * @param chanceMicro points of luck, millionths: the income noise exactly as drawn
 */
public record PrivateFacts(Side side, int typeMicro, int chanceMicro) {}
