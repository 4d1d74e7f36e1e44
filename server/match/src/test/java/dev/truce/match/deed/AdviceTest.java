package dev.truce.match.deed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.talk.Channel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Advice on an accusation, as it is whispered and read. */
class AdviceTest {
    private static final List<Component> REASONS = new ArrayList<>(Arrays.asList(Component.values()));

    static {
        REASONS.add(null);
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void adviceIsReadAsItIsWhispered(Side side) {
        for (Instrument accused : Instrument.of(side.other())) {
            for (AccusationChoice choice : AccusationChoice.values()) {
                for (Component reason : REASONS) {
                    Advice advice = new Advice(accused, choice, reason);
                    Deed.Say said = advice.whispered();
                    assertThat(said.channel()).isEqualTo(Channel.DELEGATION);
                    assertThat(advice.typed()).isEqualTo("whisper " + said.text());
                    assertThat(Advice.of(said.text(), side)).isEqualTo(advice);
                    assertThat(Advice.of("  " + said.text().toUpperCase(Locale.ROOT) + " ", side))
                            .isEqualTo(advice);
                    assertThat(Advice.of(said.text(), side.other()))
                            .as("nobody advises on an accusation of his own side")
                            .isNull();
                }
            }
        }
    }

    /** People name the instrument as they do when they decide. */
    @Test
    void theInstrumentIsOneOfTheOtherSideWhereNoSideIsNamed() {
        assertThat(Advice.of("judge soy inspect", Side.US))
                .isEqualTo(new Advice(Instrument.CN_SOY_PURCHASES, AccusationChoice.INSPECT, null));
        assertThat(Advice.of("judge pace suspend", Side.CN))
                .isEqualTo(new Advice(Instrument.US_LICENCE_PACE, AccusationChoice.SUSPEND, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "judge",
                "judge CN.SOY",
                "judge CN.SOY forgive",
                "judge CN.TEA inspect",
                "judge CN.SOY inspect for",
                "judge CN.SOY inspect for fun",
                "judge CN.SOY inspect for prices, I think",
                "do judge CN.SOY inspect"
            })
    void otherWordsAreNoAdvice(String whispered) {
        assertThat(Advice.of(whispered, Side.US)).isNull();
    }
}
