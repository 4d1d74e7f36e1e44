package dev.truce.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.payoff.FinalScore;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.scenario.PayoffWeights;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchSetup.Conditions;
import dev.truce.scenario.Scenarios;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How equal the two sides of the symmetric scenario are: all of the politics, and as much of the economy as can be. */
class SymmetricTest {
    private static final Rules RULES = Rules.of(Scenarios.named("symmetric"));
    private static final int ROUNDS = 8;

    /** What one side does; the Chinese version moves both rare earths, and both covert instruments, together. */
    private enum Conduct {
        TRUCE(0, 0, 0, 1, 2),
        CHEAT(0, 0, 0, 1, 1),
        TARIFF(1, 0, 0, 1, 2),
        CHOKE(0, 0, 0, 3, 2),
        PRESS(1, 1, 1, 2, 1),
        HARD(3, 1, 1, 2, 0),
        WAR(4, 1, 1, 3, 0);

        private final int tariff;
        private final int port;
        private final int probe;
        private final int choke;
        private final int notch;

        Conduct(int tariff, int port, int probe, int choke, int notch) {
            this.tariff = tariff;
            this.port = port;
            this.probe = probe;
            this.choke = choke;
            this.notch = notch;
        }

        Orders us() {
            return Orders.of(
                    new Order(Instrument.US_RECIPROCAL_TARIFF, tariff),
                    new Order(Instrument.US_PORT_FEE, port),
                    new Order(Instrument.US_SECTION301_INVESTIGATION, probe),
                    new Order(Instrument.US_CHIP_CONTROL, choke),
                    new Order(Instrument.US_LICENCE_PACE, notch));
        }

        Orders cn() {
            return Orders.of(
                    new Order(Instrument.CN_RECIPROCAL_TARIFF, tariff),
                    new Order(Instrument.CN_PORT_FEE, port),
                    new Order(Instrument.CN_UNRELIABLE_ENTITIES, probe),
                    new Order(Instrument.CN_RARE_EARTHS_APRIL, choke),
                    new Order(Instrument.CN_RARE_EARTHS_OCTOBER, choke == 1 ? 0 : choke),
                    new Order(Instrument.CN_SOY_PURCHASES, notch),
                    new Order(Instrument.CN_FENTANYL_ENFORCEMENT, notch));
        }
    }

    @ParameterizedTest
    @EnumSource(Conduct.class)
    void mirroredConductGivesMirroredComponentsExceptIncome(Conduct us) {
        for (Conduct cn : Conduct.values()) {
            Play play = play(us, cn);
            Play mirrored = play(cn, us);
            for (Component component : Component.values()) {
                if (component != Component.INCOME) {
                    assertThat(play.score(Side.US).points().of(component))
                            .as("%s against %s, %s", us, cn, component)
                            .isCloseTo(mirrored.score(Side.CN).points().of(component), within(1e-9));
                }
            }
            assertThat(play.state().us().reputation())
                    .isEqualTo(mirrored.state().cn().reputation());
            assertThat(play.state().tension()).isCloseTo(mirrored.state().tension(), within(1e-9));
        }
    }

    @ParameterizedTest
    @EnumSource(Conduct.class)
    void equalConductScoresWithinTwoPointsOnBothSides(Conduct both) {
        Play play = play(both, both);
        assertThat(score(play, Side.US)).isCloseTo(score(play, Side.CN), within(2.0));
    }

    @ParameterizedTest
    @EnumSource(Conduct.class)
    void mirroredConductScoresWithinEightPoints(Conduct us) {
        for (Conduct cn : Conduct.values()) {
            assertThat(score(play(us, cn), Side.US))
                    .as("%s against %s", us, cn)
                    .isCloseTo(score(play(cn, us), Side.CN), within(8.0));
        }
    }

    @Test
    void mutualWarCostsBothNearlyTheSameIncome() {
        Play war = play(Conduct.WAR, Conduct.WAR);
        double us = war.score(Side.US).points().of(Component.INCOME);
        double cn = war.score(Side.CN).points().of(Component.INCOME);
        assertThat(us).isNegative();
        assertThat(cn / us).isBetween(.97, 1.03);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void anEqualTariffIsEqualEscalation(int level) {
        var start = RULES.scenario().startLevels();
        double us = RULES.escalation().tariff(Side.US, start.with(Instrument.US_RECIPROCAL_TARIFF, level));
        double cn = RULES.escalation().tariff(Side.CN, start.with(Instrument.CN_RECIPROCAL_TARIFF, level));
        assertThat(us).isCloseTo(cn, within(1e-12));
    }

    @Test
    void weightsDifferInIncomeOnly() {
        Scenario scenario = RULES.scenario();
        assertThat(withIncome(scenario.cn(), scenario.us().income())).isEqualTo(scenario.us());
    }

    @Test
    void itIsADilemmaPressingATruceKeeperPaysAndPressingEachOtherDoesNot() {
        double truce = score(play(Conduct.TRUCE, Conduct.TRUCE), Side.US);
        assertThat(score(play(Conduct.CHEAT, Conduct.TRUCE), Side.US)).isGreaterThan(truce);
        assertThat(score(play(Conduct.CHEAT, Conduct.TRUCE), Side.CN)).isLessThan(truce - 5);
        assertThat(score(play(Conduct.PRESS, Conduct.PRESS), Side.US)).isLessThan(truce - 20);
        assertThat(score(play(Conduct.WAR, Conduct.WAR), Side.US)).isLessThan(truce - 60);
    }

    private static PayoffWeights withIncome(PayoffWeights w, double income) {
        return new PayoffWeights(
                income,
                w.revenue(),
                w.farm(),
                w.industry(),
                w.prices(),
                w.fentanyl(),
                w.ownRestraint(),
                w.partnerRestraint(),
                w.technology(),
                w.humiliation(),
                w.tension(),
                w.firmness(),
                w.agreement(),
                w.summit(),
                w.breach(),
                w.withdrawal(),
                w.caught(),
                w.chokepoint(),
                w.prestige(),
                w.supply(),
                w.eased232(),
                w.portFee(),
                w.investigation(),
                w.entities(),
                w.agriTariff(),
                w.communique(),
                w.leverage(),
                w.leverageBase());
    }

    private static double score(Play play, Side side) {
        FinalScore score = play.score(side);
        return score.score();
    }

    /** Without chance, and with a truce that does not run out, so that what is compared is conduct. */
    private static Play play(Conduct us, Conduct cn) {
        MatchSetup setup = new MatchSetup(
                0, new Horizon.Fixed(ROUNDS), RULES.scenario().calendar(), new Conditions(false, true, false));
        Play play = new Play(RULES, setup);
        for (int i = 0; i < ROUNDS; i++) {
            play.round(new JointOrders(us.us(), cn.cn()));
        }
        return play;
    }
}
