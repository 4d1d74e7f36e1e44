package dev.truce.tournament.branch;

import dev.truce.bot.BotFactory;
import dev.truce.bot.local.Pairing;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;

/**
 * A question to a record: what if one seat had been played otherwise from a round on? Two arms answer it. They differ in who plays that
 * seat and in nothing else.
 *
 * @param round first round that is played again, from 1
 * @param seat the seat that branches
 * @param was who plays it in the arm that goes on as it was
 * @param branch who plays it in the other arm
 * @param other who plays the other seat in both arms
 * @param futures how many futures are compared beside the record's own, 1..{@link #MAX_FUTURES}
 * @param seed from which the futures' seeds follow
 * @param botSeed seed of the bots up to the branch, and to the end with the record's own chance: with the one that they had, the arm that
 *     goes on as it was is the record
 * @param stepsPerRound steps that a bot may take in each round, at least 0
 */
public record BranchPlan(
        int round,
        Side seat,
        BotFactory was,
        BotFactory branch,
        BotFactory other,
        int futures,
        long seed,
        long botSeed,
        long stepsPerRound) {
    /** More tell nothing new about one match. */
    public static final int MAX_FUTURES = 100_000;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is out of range
     */
    public BranchPlan {
        if (round < 1) {
            throw new IllegalArgumentException("round " + round + ", expected at least 1");
        }
        if (futures < 1 || futures > MAX_FUTURES) {
            throw new IllegalArgumentException(futures + " futures, expected 1.." + MAX_FUTURES);
        }
        if (stepsPerRound < 0) {
            throw new IllegalArgumentException(stepsPerRound + " steps, expected at least 0");
        }
    }

    /** Returns who plays in an arm. */
    Pairing pairing(BotFactory inTheSeat) {
        return BySide.pick(
                seat,
                new Pairing(inTheSeat, other, botSeed, stepsPerRound),
                new Pairing(other, inTheSeat, botSeed, stepsPerRound));
    }
}
