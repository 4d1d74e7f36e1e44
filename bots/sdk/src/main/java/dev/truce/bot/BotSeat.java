package dev.truce.bot;

import dev.truce.engine.Sha256;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.scenario.Scenario;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * What a bot is given at the start of a match.
 *
 * @param side the side it plays
 * @param scenario the scenario, which is public
 * @param random its own random stream, independent of the match's
 * @param budget counts the steps it may take in each round
 */
public record BotSeat(Side side, Scenario scenario, SplitMix64 random, StepBudget budget) {
    /** Number of the head of a delegation, as in {@link dev.truce.match.Seat}. */
    public static final int HEAD = 0;

    /**
     * Returns a seat whose random stream follows from a seed and the side, so that a bot plays alike in process and over
     * the wire.
     *
     * <p>The stream is SplitMix64 from the first 8 bytes of SHA-256 over {@code truce bot stream}, the seed, 8 bytes, big end first,
     * and one byte for the side, 0 for US and 1 for CN. SplitMix64 can be run backwards, the hash cannot: a bot that knows its
     * own stream knows neither the seed nor the stream of the other side.
     *
     * @param botSeed the bot's own seed, never the match's
     * @param stepsPerRound steps that it may take in each round, at least 0
     */
    public static BotSeat seeded(Side side, Scenario scenario, long botSeed, long stepsPerRound) {
        return new BotSeat(side, scenario, new SplitMix64(stream(side, botSeed)), new StepBudget(stepsPerRound));
    }

    /**
     * Returns the seed of the bots in the two seats of one number. It follows from the match's seed, so that a match can be played
     * again, and the match's seed cannot be recovered from it.
     *
     * <p>It is the first 8 bytes of SHA-256 over {@code truce bots} and the match's seed, 8 bytes, big end first; for a minister
     * one more byte follows, the number of the seat.
     *
     * @param match the match's seed
     * @param seat number of the seat in its delegation, {@link #HEAD} for the head
     */
    public static long seedOf(long match, int seat) {
        MessageDigest digest = digest("truce bots", match);
        if (seat != HEAD) {
            digest.update((byte) seat);
        }
        return first(digest);
    }

    /** Has the stream go on as that of a seat with another bot seed begins; the bot keeps all that it has drawn. */
    public void reseed(long botSeed) {
        random.restart(stream(side, botSeed));
    }

    private static long stream(Side side, long botSeed) {
        MessageDigest digest = digest("truce bot stream", botSeed);
        digest.update((byte) side.ordinal());
        return first(digest);
    }

    private static MessageDigest digest(String purpose, long seed) {
        MessageDigest digest = Sha256.start();
        digest.update(purpose.getBytes(StandardCharsets.US_ASCII));
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(seed).array());
        return digest;
    }

    private static long first(MessageDigest digest) {
        return ByteBuffer.wrap(digest.digest()).getLong();
    }
}
