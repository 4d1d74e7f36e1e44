package dev.truce.bots.minds;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.Draws;
import dev.truce.engine.redline.RedLineDraw;
import dev.truce.engine.redline.RedLines;
import dev.truce.engine.scenario.RedLineRules;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.IntToLongFunction;

/** The red lines that a supposed player has, drawn as the match draws them, from the luck that it is supposed to have. */
final class SupposedLines {
    private final RedLineRules rules;
    private final Side side;
    /** Gives the luck of a round, from 1. */
    private final IntToLongFunction luck;

    private RedLines before = RedLines.NONE;
    private RedLines lines = RedLines.NONE;

    SupposedLines(RedLineRules rules, Side side, IntToLongFunction luck) {
        this.rules = rules;
        this.side = side;
        this.luck = luck;
    }

    /** Takes in that a round has opened; called once a round, in order. */
    void opened(int round) {
        before = lines;
        if (round == 1) {
            lines = RedLineDraw.first(rules, draws(round));
        } else if (rules.isDate(round)) {
            lines = RedLineDraw.redrawn(rules, draws(round), lines, round);
        }
    }

    private Draws draws(int round) {
        return new Draws(luck.applyAsLong(round));
    }

    /** Returns the lines in the open round. */
    List<Instrument> own() {
        return lines.of(side);
    }

    /** Returns the lines in the round before. */
    List<Instrument> ownBefore() {
        return before.of(side);
    }

    /** Returns the lines that are in a state, with the supposed ones in place of this side's. */
    RedLines in(RedLines known) {
        return BySide.pick(side, new RedLines(own(), known.cn()), new RedLines(known.us(), own()));
    }

    /** Returns the last round, not after a given one, in which lines were drawn. */
    static int drawnBy(RedLineRules rules, int round) {
        int drawn = 1;
        for (int date : rules.dates()) {
            drawn = date <= round ? date : drawn;
        }
        return drawn;
    }

    /** Returns whether none of the lines is among what was given. */
    boolean fits(Collection<Instrument> given) {
        return Collections.disjoint(own(), given);
    }
}
