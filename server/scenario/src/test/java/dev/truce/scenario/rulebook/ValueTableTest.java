package dev.truce.scenario.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.round.RoundReport;
import dev.truce.engine.round.TreatyChange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Agreements D: one instrument moved in round 1, everything else at Busan; points against the truce path. */
class ValueTableTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
                    US.FENT=0,    0,    -2.0, 2.3,  stays
                    US.FENT=1,    0,    -.8,  1.1,  stays
                    US.FENT=3,    .25,  -.7,  -1.1, stays
                    US.FENT=4,    .50,  -1.5, -2.1, stays
                    US.RECIP=0,   0,    -.9,  1.2,  stays
                    US.RECIP=3,   .50,  -.8,  -1.1, stays
                    US.RECIP=4,   1.12, -2.6, -2.4, ends
                    US.RECIP=7,   2.86, -6.2, -6.9, ends
                    US.S301=1,    .25,  -1.0, -.1,  stays
                    US.DUTY232=0, 0,    -.9,  .2,   stays
                    US.PORT=1,    .50,  -1.4, -.3,  stays
                    US.PORT=4,    .77,  -3.7, -.8,  stays
                    US.AFFIL=1,   .38,  -2.1, -.5,  stays
                    US.CHIP=2,    1.00, -3.1, -1.2, ends
                    US.CHIP=3,    2.00, -6.4, -3.3, ends
                    US.PACE=3,    0,    -2.2, 1.0,  stays
                    CN.RECIP=0,   0,    -.5,  .2,   stays
                    CN.RECIP=3,   1.00, -.3,  -.6,  stays
                    CN.RECIP=4,   1.41, -1.4, -1.2, ends
                    CN.RECIP=7,   3.00, -3.0, -4.7, ends
                    CN.AGRI=1,    .17,  -.6,  -.2,  stays
                    CN.AGRI=3,    .43,  -1.3, -.8,  stays
                    CN.SOY=7,     0,    -.8,  3.4,  stays
                    CN.REE7=0,    0,    -.6,  1.2,  stays
                    CN.REE7=2,    .66,  -3.6, -1.6, ends
                    CN.REE7=3,    1.41, -6.2, -6.8, ends
                    CN.REE5=1,    .12,  -1.9, -.5,  stays
                    CN.REE5=2,    .34,  -3.1, -1.0, ends
                    CN.PORT=1,    .50,  -.6,  -.4,  stays
                    CN.ENFORCE=3, 0,    -1.0, 3.5,  stays
                    CN.UEL=1,     .25,  -.6,  -.2,  stays
                    """)
    void aMoveAwayFromTheTruceIsWorthWhatTheTableSays(
            String move, double escalation, double own, double other, String treaty) {
        Moved moved = moved(move);
        assertThat(moved.report.side(moved.side).escalation()).isCloseTo(escalation, within(.01));
        assertThat(moved.points(moved.side)).isCloseTo(own, within(.1));
        assertThat(moved.points(moved.side.other())).isCloseTo(other, within(.1));
        assertThat(moved.report.change())
                .isEqualTo(treaty.equals("ends") ? TreatyChange.ENDED_BY_BREACH : TreatyChange.NONE);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
                    US.PACE=1,    3.0, -1.2
                    US.PACE=0,    5.9, -2.5
                    CN.SOY=4,     .6,  -1.6
                    CN.SOY=3,     1.2, -3.0
                    CN.SOY=1,     2.4, -5.3
                    CN.ENFORCE=1, 1.3, -3.5
                    CN.ENFORCE=0, 2.7, -7.0
                    CN.PACE=1,    1.3, -.1
                    CN.PACE=0,    2.7, -.2
                    """)
    void aCovertMoveThatIsNotFoundIsWorthWhatTheTableSays(String move, double own, double other) {
        Moved moved = moved(move);
        double charge = moved.report.side(moved.side).points().of(Component.CAUGHT);
        assertThat(moved.points(moved.side) - charge).isCloseTo(own, within(.1));
        assertThat(moved.points(moved.side.other())).isCloseTo(other, within(.1));
    }

    @ParameterizedTest(name = "a 301 tariff at level {0}")
    @CsvSource({"2, .94"})
    void aTariffAfterTheInvestigationEscalatesByItsImportShare(int level, double escalation) {
        Play play = Play.noiseFree(12, 2, 4, 8, 12);
        play.round("US.S301=1");
        play.hold();
        RoundReport third = play.round("US.DUTY301=" + level);
        assertThat(third.us().escalation()).isCloseTo(escalation, within(.01));
    }

    private record Moved(Side side, RoundReport report) {
        double points(Side whose) {
            return report.side(whose).points().total()
                    - Play.RULES.trucePath().points(1, whose).total();
        }
    }

    private static Moved moved(String move) {
        JointOrders orders = Play.orders(move);
        Side side = orders.us().isHold() ? Side.CN : Side.US;
        assertThat(Instrument.of(side)).anyMatch(instrument -> orders.of(side).has(instrument));
        return new Moved(side, Play.noiseFree(12, 2, 4, 8, 12).round(orders));
    }
}
