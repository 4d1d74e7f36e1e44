package dev.truce.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BotFactoryTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "tft", "gtft-2", "abcdefghijklmnopqrstuvwxyz012345"})
    void namesAreLowerCaseWords(String name) {
        assertThat(Bots.named(name, seat -> seen -> Decision.HOLD).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "TFT", "2tft", "-", "tit for tat", "鹰", "abcdefghijklmnopqrstuvwxyz0123456"})
    void anyOtherNameIsRefused(String name) {
        assertThatThrownBy(() -> Bots.named(name, seat -> seen -> Decision.HOLD))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("bot name '" + name + "'");
    }
}
