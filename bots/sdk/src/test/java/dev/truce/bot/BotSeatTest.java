package dev.truce.bot;

import static org.assertj.core.api.Assertions.assertThat;

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
}
