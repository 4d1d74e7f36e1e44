package dev.truce.bots;

import dev.truce.bot.BotSeat;
import dev.truce.bot.local.InProcessMatch;
import dev.truce.bot.local.Pairing;
import dev.truce.bots.strategy.Matcher;
import dev.truce.engine.Limits;
import dev.truce.engine.board.BySide;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.MatchSetup;
import dev.truce.match.Notice;
import dev.truce.match.Recording;

/**
 * Finds what a hand is worth: the mean scores of 64 matches of bot {@code match} in both seats with the chance of one setup. The bots' own
 * dice are the same for every setup, so that two hands differ by nothing else.
 */
public final class ParMatches {
    /** Seeds of the bots' own dice, a match each. */
    private static final int DICE_SEEDS = 64;

    private ParMatches() {}

    /** Plays the matches, one after the other, and returns the mean score of each side, points. */
    public static BySide<Double> of(Rules rules, MatchSetup setup) {
        InProcessMatch runner = new InProcessMatch(rules);
        double us = 0;
        double cn = 0;
        for (int i = 0; i < DICE_SEEDS; i++) {
            Pairing pairing = new Pairing(
                    Matcher.FACTORY, Matcher.FACTORY, BotSeat.seedOf(i, BotSeat.HEAD), Limits.STEPS_A_ROUND);
            Notice.MatchOver over = runner.play(setup, pairing, Recording.NONE).result();
            us += over.us().score();
            cn += over.cn().score();
        }
        return new BySide<>(us / DICE_SEEDS, cn / DICE_SEEDS);
    }
}
