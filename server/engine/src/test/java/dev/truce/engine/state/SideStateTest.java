package dev.truce.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.board.Instrument;
import org.junit.jupiter.api.Test;

class SideStateTest {
    private static final SideState ACCUSED =
            new SideState(1.1, .2, 3, 4, true, false, 2, 7, 8, 9, 10, Instrument.CN_SOY_PURCHASES, false, true);

    @Test
    void whetherAnAccusationIsTrueChangesNothingElse() {
        SideState really = ACCUSED.withAccusedReally(true);
        assertThat(really.accusedReally()).isTrue();
        assertThat(really).isNotEqualTo(ACCUSED);
        assertThat(really.withAccusedReally(false)).isEqualTo(ACCUSED);
    }
}
