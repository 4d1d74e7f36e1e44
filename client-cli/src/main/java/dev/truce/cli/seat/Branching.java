package dev.truce.cli.seat;

import dev.truce.engine.board.Side;
import java.util.List;

/** Takes a match that is over up again in one of its rounds, with a bot in the seat of this side. */
public interface Branching {
    /** The bots that may sit there. */
    List<String> bots();

    /** Returns the bot that sits there if none is named. */
    String usual();

    /** Returns the last round in which a record can branch; 0 if it cannot be played again here. */
    int lastRound(String recordText);

    /**
     * Plays it on in many futures, which takes some seconds, and returns the difference that the bot makes.
     *
     * @param round from 1 to the last one
     * @param bot one of the bots
     */
    List<String> lines(String recordText, Side side, int round, String bot) throws InterruptedException;
}
