package dev.truce.rulebook;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import java.util.Arrays;

/** The postures of agreements C as levels; cn.licence_pace stays 2, and what came later at its first level. */
enum Macros {
    DEEP(0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 7, 0, 0, 2, 0, 3, 0),
    TRUCE(2, 2, 0, 0, 1, 0, 0, 1, 2, 2, 0, 5, 1, 0, 2, 0, 2, 0),
    CHEAT(2, 2, 0, 0, 1, 0, 0, 1, 1, 2, 0, 3, 1, 0, 2, 0, 1, 0),
    PRESS(4, 3, 0, 0, 1, 1, 0, 2, 1, 3, 0, 3, 2, 2, 2, 1, 1, 0),
    HARD(4, 5, 0, 0, 1, 1, 0, 2, 0, 5, 0, 1, 2, 2, 2, 1, 0, 0),
    WAR(4, 7, 0, 0, 1, 1, 0, 3, 0, 7, 0, 1, 3, 3, 2, 1, 0, 0);

    final Levels levels;

    Macros(int... levels) {
        this.levels = Levels.of(Arrays.copyOf(levels, Instrument.COUNT));
    }
}
