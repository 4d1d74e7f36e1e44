package dev.truce.app.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.Delegation;
import dev.truce.engine.delegation.DelegationMode;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatchSpecTest {
    @Test
    void aSpecComesBackAsItWasAndDoesNotShowItsSeed() {
        String salt = "00112233445566778899aabbccddeeff";
        MatchSpec spec = new MatchSpec(new MatchSeed(-8_877_665_544_332_211L, -5L, salt), 12, 600_000, true);
        assertThat(MatchSpec.of(spec.toBytes())).isEqualTo(spec);
        assertThat(spec.toString()).doesNotContain("8877665544332211").doesNotContain(salt);
        MatchSpec chosen = new MatchSpec(MatchSeed.chosen(7), 12, 600_000, true);
        assertThat(MatchSpec.of(chosen.toBytes())).isEqualTo(chosen);
        assertThatThrownBy(() -> MatchSpec.of(new byte[] {9, 9})).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void delegationsComeBackAsTheyWere() {
        MatchSpec spec = new MatchSpec(
                MatchSeed.chosen(7),
                12,
                0,
                false,
                List.of(
                        Delegation.usual(Side.US, DelegationMode.PORTFOLIO, 5),
                        Delegation.usual(Side.CN, DelegationMode.PORTFOLIO, 2)));
        assertThat(MatchSpec.of(spec.toBytes())).isEqualTo(spec);
    }
}
