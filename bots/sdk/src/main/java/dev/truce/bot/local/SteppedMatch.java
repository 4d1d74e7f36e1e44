package dev.truce.bot.local;

import dev.truce.bot.Bot;
import dev.truce.bot.BotFactory;
import dev.truce.bot.BotFault;
import dev.truce.bot.Decision;
import dev.truce.bot.Talks;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.scenario.Calendar;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.match.Notice;
import dev.truce.match.Recording;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A match whose two sides are decided for from outside: look, decide for both, step. The same referee and redaction as in every other
 * match. Not thread-safe.
 */
public final class SteppedMatch {
    private final InProcessMatch.Table table;
    private final Calendar calendar;
    private final SteppedBot us = new SteppedBot();
    private final SteppedBot cn = new SteppedBot();

    /** Does what it is told. */
    private static final class SteppedBot implements Bot {
        private Decision next = Decision.HOLD;

        @Override
        public Decision decide(Observation observation) {
            return next;
        }
    }

    SteppedMatch(InProcessMatch worker, MatchSetup setup) {
        Pairing pairing = new Pairing(BotFactory.of("us", seat -> us), BotFactory.of("cn", seat -> cn), 0, 0);
        this.table = worker.new Table(setup, pairing, Recording.NONE, null);
        this.calendar = setup.calendar();
        table.start();
    }

    /** Returns what a side sees: the open round, or how the match ended. */
    public Observation seen(Side side) {
        Observation opened = table.seen(side);
        if (opened == null) {
            throw new IllegalStateException("round 1 was not told to " + side);
        }
        RoundView last = table.last(side);
        return table.over() == null || last == null ? opened : ended(opened, last);
    }

    /** Returns what a side has heard from the other in the rounds before the open one. */
    public Talks heard(Side side) {
        return table.talks(side, seen(side).openRound());
    }

    /** Returns the result, or null while a round is open. */
    public Notice.@Nullable MatchOver over() {
        return table.over();
    }

    /**
     * Plays the open round.
     *
     * @throws IllegalStateException if the match is over
     */
    public void step(Decision ofUs, Decision ofCn) {
        if (table.over() != null) {
            throw new IllegalStateException("the match is over");
        }
        us.next = ofUs;
        cn.next = ofCn;
        table.round();
    }

    /** Returns what was wrong with the decisions for a side so far. */
    public List<BotFault> faults(Side side) {
        return table.conduct(side).faults();
    }

    private Observation ended(Observation opened, RoundView last) {
        int next = last.round() + 1;
        return new Observation(
                opened.viewer(),
                next,
                true,
                calendar.quarter(next),
                calendar.isSummit(next),
                opened.knownRounds(),
                last.levels(),
                last.next(),
                Observation.Climate.quiet(
                        opened.investigationRounds(),
                        BySide.each(side -> last.side(side).reputationMilli()),
                        last.figures().tensionTenths()),
                List.of(),
                List.of(),
                last);
    }
}
