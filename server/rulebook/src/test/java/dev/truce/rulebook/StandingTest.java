package dev.truce.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.bargain.Bounds;
import dev.truce.engine.bargain.Standing;
import dev.truce.engine.board.Instrument;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is worth having if nothing is signed, layer by layer (ruleset 3, B). */
class StandingTest {
    private static final List<Clause> TRUCE = List.of(new Clause(Instrument.US_FENTANYL_TARIFF, 2, 1, 8, 1));

    private static Treaty layered(int until) {
        Clause deep = new Clause(Instrument.US_FENTANYL_TARIFF, 0, 1, until, 2);
        return Treaty.layered(List.of(deep), TRUCE, List.of(), false, 2);
    }

    /** Worth by the level that binds: of the agreement, of the truce. */
    private static double worth(Bounds bounds, double agreement, double truce) {
        return bounds.of(Instrument.US_FENTANYL_TARIFF) == 0 ? agreement : truce;
    }

    @ParameterizedTest(name = "agreement {1}, truce {2}, {0} rounds left: {3}")
    @CsvSource({
        "3, 4, 0, 4",
        "2, 4, 0, 4",
        "1, 4, 0, 2",
        "0, 4, 0, 0",
        "2, -4, 0, -4",
        "1, -4, 0, -4",
        "0, -4, 0, -4",
        "1, 4, 1, 2.5",
    })
    void anAgreementThatEndsSoonIsWorthLess(int left, double agreement, double truce, double kept) {
        Standing standing = Standing.of(layered(4 + left), 4);
        assertThat(standing.kept(bounds -> worth(bounds, agreement, truce))).isEqualTo(kept);
    }

    @Test
    void withoutAnAgreementOnTopWhatBindsCounts() {
        Treaty truceAlone = Treaty.layered(List.of(), TRUCE, List.of(), false, 1);
        assertThat(Standing.of(truceAlone, 8).kept(bounds -> worth(bounds, 4, 1)))
                .isEqualTo(1);
    }

    @Test
    void aTreatyOfOneLayerIsWorthWhatItIsToItsEnd() {
        Treaty one = Treaty.of(TRUCE, false, 1);
        assertThat(Standing.of(one, 8).kept(bounds -> worth(bounds, 4, 1))).isEqualTo(1);
    }
}
