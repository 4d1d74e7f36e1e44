package dev.truce.engine.talk;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import org.jspecify.annotations.Nullable;

/** A verdict with what it was given for. */
record Ruling(WordVerdict verdict, Deed deed) {
    static Ruling of(WordVerdict verdict, Deed.Kind kind, @Nullable Side side, @Nullable Instrument instrument) {
        return new Ruling(verdict, new Deed(kind, side, instrument));
    }
}
