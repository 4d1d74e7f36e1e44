package dev.truce.bot;

import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.scenario.Scenario;

/**
 * What a bot is given at the start of a match.
 *
 * @param side the side it plays
 * @param scenario the scenario, which is public
 * @param random its own random stream, independent of the match's
 * @param budget counts the steps it may take in each round
 */
public record BotSeat(Side side, Scenario scenario, SplitMix64 random, StepBudget budget) {
    /** Keeps the streams of bots apart from those of matches, which are keyed by small numbers. */
    private static final long BOTS = 0x426F7473L;

    /**
     * Returns a seat whose random stream follows from a seed and the side, so that a bot plays alike in process and over
     * the wire.
     *
     * <p>The stream is SplitMix64 from {@code mix(mix(mix(botSeed) ^ 0x426F7473) ^ side)}, side 0 for US and 1 for CN.
     * SplitMix64 can be run backwards: a bot can work out its seed, so a host must not make it from a seed that the bot
     * may not know.
     *
     * @param botSeed the bot's own seed, never the match's
     * @param stepsPerRound steps that it may take in each round, at least 0
     */
    public static BotSeat seeded(Side side, Scenario scenario, long botSeed, long stepsPerRound) {
        return new BotSeat(side, scenario, new SplitMix64(stream(side, botSeed)), new StepBudget(stepsPerRound));
    }

    /** Has the stream go on as that of a seat with another bot seed begins; the bot keeps all that it has drawn. */
    void reseed(long botSeed) {
        random.restart(stream(side, botSeed));
    }

    private static long stream(Side side, long botSeed) {
        return SplitMix64.mix(SplitMix64.mix(SplitMix64.mix(botSeed) ^ BOTS) ^ side.ordinal());
    }
}
