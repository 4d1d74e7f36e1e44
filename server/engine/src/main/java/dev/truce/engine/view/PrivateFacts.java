package dev.truce.engine.view;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import java.util.List;

/**
 * What a side alone learns about itself in a round.
 *
 * @param side whose
 * @param typeMicro private type, millionths; 1 on average
 * @param chanceMicro points of luck, millionths: the income noise exactly as drawn
 * @param redLines red lines that the side had in the round
 */
public record PrivateFacts(Side side, int typeMicro, int chanceMicro, List<Instrument> redLines) {
    public PrivateFacts {
        redLines = List.copyOf(redLines);
    }
}
