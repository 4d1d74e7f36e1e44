package dev.truce.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.RoundInputs;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchSetup.Conditions;
import dev.truce.scenario.Scenarios;
import org.junit.jupiter.api.Test;

/** The truce of Geneva: thin, short, and gone with its first round unless both renew it. */
class GenevaTest {
    private static final Rules RULES = Rules.of(Scenarios.named("geneva-2025"));

    private final Scenario geneva = RULES.scenario();
    private final Play play = new Play(
            RULES, new MatchSetup(0, new Horizon.Fixed(4), RULES.scenario().calendar(), Conditions.NOISE_FREE));

    @Test
    void theDisplayedTariffStartsAtFiftySevenInTheSecondQuarterOf2025() {
        assertThat(RULES.displayedTariffBasisPoints(geneva.startLevels())).isEqualTo(5700);
        assertThat(geneva.calendar().quarter(1)).isEqualTo("2025Q2");
        assertThat(geneva.calendar().isSummit(3)).isTrue();
    }

    @Test
    void itIsLessThanAThirdAsDeepAsBusanOnBothSides() {
        for (Side side : Side.values()) {
            double depth = 0;
            for (var clause : geneva.truce()) {
                if (clause.instrument().holder() == side) {
                    depth += geneva.spec(clause.instrument()).depthValues().get(clause.bound());
                }
            }
            assertThat(depth).as(side.name()).isCloseTo(.3, within(1e-12));
        }
    }

    @Test
    void unrenewedItSnapsBackInTheThirdQuarterByTwentyFourPointsOnEachSide() {
        play.holding(2);
        assertThat(RULES.displayedTariffBasisPoints(play.state().levels())).isEqualTo(8100);
        assertThat(value(Instrument.CN_RECIPROCAL_TARIFF)).isEqualTo(34);
        assertThat(play.state().treaty().clauses()).isEmpty();
        // What the truce does not name stays where it was.
        assertThat(value(Instrument.US_FENTANYL_TARIFF)).isEqualTo(20);
        assertThat(value(Instrument.CN_AGRI_TARIFF)).isEqualTo(10);
    }

    @Test
    void aRenewalSignedInRoundOneEntersIntoForceAndKeepsTheTariffsDown() {
        play.round(RoundInputs.signing(JointOrders.HOLD, new Terms.Renewal(2, true)));
        play.hold();
        assertThat(RULES.displayedTariffBasisPoints(play.state().levels())).isEqualTo(5700);
        assertThat(play.state().treaty().on(Instrument.CN_RECIPROCAL_TARIFF)).isNotNull();
        play.holding(2);
        assertThat(RULES.displayedTariffBasisPoints(play.state().levels())).isEqualTo(8100);
    }

    @Test
    void aRenewalSignedInRoundTwoComesTooLate() {
        play.hold();
        play.round(RoundInputs.signing(JointOrders.HOLD, new Terms.Renewal(2, true)));
        assertThat(RULES.displayedTariffBasisPoints(play.state().levels())).isEqualTo(8100);
    }

    private double value(Instrument instrument) {
        return geneva.spec(instrument).rung(play.level(instrument)).value();
    }
}
