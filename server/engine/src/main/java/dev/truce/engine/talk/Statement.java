package dev.truce.engine.talk;

import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.board.Instrument;
import org.jspecify.annotations.Nullable;

/** A public statement of a fixed form, whose word can be compared with the deed. It binds nobody. */
public sealed interface Statement {
    /** We mean to keep what we signed. */
    record Reassure() implements Statement {}

    /** We are not content. */
    record Warn() implements Statement {}

    /**
     * We cannot give way on an instrument for now.
     *
     * @param instrument an instrument of the side that speaks
     */
    record Guard(Instrument instrument) implements Statement {}

    /**
     * We shall take an instrument to a level, or beyond.
     *
     * @param instrument an instrument of the side that speaks
     * @param level ladder index that it would reach
     * @param byRound last round in which that is to happen
     * @param unless a clause that the other side may keep instead, or null for no condition
     */
    record Threaten(
            Instrument instrument,
            int level,
            int byRound,
            @Nullable Pledge unless) implements Statement {}
}
