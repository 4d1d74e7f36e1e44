package dev.truce.bot.local;

import dev.truce.bot.BotFactory;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;

/**
 * Who plays whom, and with which dice.
 *
 * @param us plays the US
 * @param cn plays China
 * @param botSeed seed of both bots' streams, which differ by side (see {@code BotSeat.seeded}); never the match's seed
 * @param stepsPerRound steps that each bot may take in each round, at least 0
 */
public record Pairing(BotFactory us, BotFactory cn, long botSeed, long stepsPerRound) {
    /** Returns who plays a side. */
    public BotFactory of(Side side) {
        return BySide.pick(side, us, cn);
    }
}
