package dev.truce.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import org.junit.jupiter.api.Test;

class BotSeatTest {
    /** Another value would change every recorded match of a bot that draws numbers. */
    @Test
    void theSeedOfBotsIsTheHashOfTheMatchSeed() {
        assertThat(BotSeat.seedOf(42, BotSeat.HEAD)).isEqualTo(4410649376064170725L);
        assertThat(BotSeat.seedOf(0, BotSeat.HEAD)).isEqualTo(58355307063423690L);
    }

    @Test
    void everyMinisterHasAnotherSeed() {
        assertThat(BotSeat.seedOf(42, 1)).isEqualTo(-2302868697192068020L);
        assertThat(BotSeat.seedOf(-3, 2)).isEqualTo(-3543776154420365901L);
    }

    /** Another value would change every match of a bot that draws numbers. */
    @Test
    void theStreamOfASideIsTheHashOfItsSeed() {
        assertThat(stream(Side.US, 42)).isEqualTo(-3879777504196953434L);
        assertThat(stream(Side.CN, 42)).isEqualTo(-8655956014040113075L);
        BotSeat seat = BotSeat.seeded(Side.CN, Bots.BUSAN, 7, 0);
        long drawn = seat.random().nextLong();
        seat.reseed(42);
        assertThat(seat.random().position()).isEqualTo(stream(Side.CN, 42));
        assertThat(drawn).isNotEqualTo(seat.random().nextLong());
    }

    /** A command is told its own stream as its seed. */
    @Test
    void theStreamOfTheOtherSideCannotBeWorkedOutByRunningBackwards() {
        long seed = 42;
        long mixed = unmixed(stream(Side.US, seed)) ^ Side.US.ordinal();
        assertThat(SplitMix64.mix(unmixed(seed))).isEqualTo(seed);
        assertThat(SplitMix64.mix(mixed ^ Side.CN.ordinal())).isNotEqualTo(stream(Side.CN, seed));
    }

    private static long stream(Side side, long seed) {
        return BotSeat.seeded(side, Bots.BUSAN, seed, 0).random().position();
    }

    /** The inverse of {@link SplitMix64#mix}. */
    private static long unmixed(long mixed) {
        long z = (mixed ^ (mixed >>> 31) ^ (mixed >>> 62)) * 0x319642B2D24D8EC3L;
        z = (z ^ (z >>> 27) ^ (z >>> 54)) * 0x96DE1B173F119089L;
        return z ^ (z >>> 30) ^ (z >>> 60);
    }
}
