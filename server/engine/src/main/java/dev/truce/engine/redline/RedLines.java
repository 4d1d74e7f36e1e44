package dev.truce.engine.redline;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import java.util.ArrayList;
import java.util.List;

/**
 * The instruments that each side guards in secret in a round, in the order of the scenario's candidates. Immutable. Only their owner
 * may see them before the match is over.
 *
 * @param us of the US
 * @param cn of China
 */
public record RedLines(List<Instrument> us, List<Instrument> cn) {
    /** No lines: scenarios without them, and sides whose lines a viewer does not see. */
    public static final RedLines NONE = new RedLines(List.of(), List.of());

    public RedLines {
        us = List.copyOf(us);
        cn = List.copyOf(cn);
    }

    /** Returns the lines that a viewer sees, each with the side that holds the instrument. */
    public static RedLines seen(List<Instrument> lines) {
        return new RedLines(
                lines.stream().filter(line -> line.holder() == Side.US).toList(),
                lines.stream().filter(line -> line.holder() == Side.CN).toList());
    }

    /** Returns the lines of a side. */
    public List<Instrument> of(Side side) {
        return BySide.pick(side, us, cn);
    }

    /** Returns the lines of both sides, those of the US first. */
    public List<Instrument> all() {
        List<Instrument> all = new ArrayList<>(us);
        all.addAll(cn);
        return List.copyOf(all);
    }

    /** Returns whether neither side has a line. */
    public boolean isEmpty() {
        return us.isEmpty() && cn.isEmpty();
    }
}
