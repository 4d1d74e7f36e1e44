package dev.truce.engine.view;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;

/** Who looks. */
public enum Viewer {
    /** A seat of the US delegation. */
    US,
    /** A seat of the Chinese delegation. */
    CN,
    /** An observer: what is public. */
    PUBLIC,
    /** A projector, commentator or debrief that may see both sides' covert levels and true points of resolved rounds. */
    OMNISCIENT;

    /** Returns the viewer in a seat of the side. */
    public static Viewer of(Side side) {
        return BySide.pick(side, US, CN);
    }

    /** Returns whether the viewer sees the level of an instrument. */
    public boolean sees(Instrument instrument) {
        return !instrument.isCovert() || sees(instrument.holder());
    }

    /** Returns whether the viewer sees what the side keeps covert. */
    public boolean sees(Side side) {
        return this == OMNISCIENT || this == of(side);
    }
}
