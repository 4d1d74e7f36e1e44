package dev.truce.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.RoundInputs;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.report.Ratification.Outcome;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.report.TreatyChange;
import dev.truce.engine.state.MatchSetup.Conditions;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Agreements A4, A5, A8: what a signature brings, and when it brings nothing. */
class SigningTest {
    private final Play play = Play.noiseFree(12, 2, 4, 8, 12);

    @Test
    void aClauseNeverBindsInItsRoundOfSigning() {
        play.round("US.FENT=2", Play.terms(3, "US.FENT=0 CN.RECIP=0"));
        assertThat(play.reports().get(0).us().brokenClauses()).isEmpty();
        Clause clause = play.state().treaty().on(Instrument.US_FENTANYL_TARIFF);
        assertThat(clause).isEqualTo(new Clause(Instrument.US_FENTANYL_TARIFF, 0, 2, 4, 2));
    }

    @Test
    void aPackageReplacesTheClausesThatItNamesAndLeavesTheOthers() {
        play.round("", Play.terms(3, "US.FENT=0"));
        assertThat(play.state().treaty().on(Instrument.US_PORT_FEE))
                .isEqualTo(new Clause(Instrument.US_PORT_FEE, 0, 1, 3, 1));
        assertThat(play.state().treaty().clauses()).hasSize(16);
    }

    @Test
    void renewingInRoundThreeLeavesRoundFourWithoutAFallback() {
        play.holding(2).round("", new Terms.Renewal(4, false));
        assertThat(play.state().treaty().clauses()).allMatch(clause -> clause.last() == 7);
        assertThat(play.hold().fallbacks()).isEmpty();
    }

    @Test
    void renewingInRoundFourComesTooLate() {
        play.holding(3);
        RoundReport four = play.round("", new Terms.Renewal(4, false));
        assertThat(four.fallbacks()).isNotEmpty();
        assertThat(play.state().treaty().clauses()).isEmpty();
    }

    @ParameterizedTest(name = "renewed in round {0} for {1}: last round {2}")
    @CsvSource({"1, 1, 4", "1, 5, 8", "1, 8, 9", "2, 8, 10", "3, 8, 11"})
    void aRenewalReachesAtMostEightRoundsAhead(int round, int rounds, int last) {
        play.holding(round - 1).round("", new Terms.Renewal(rounds, false));
        assertThat(play.state().treaty().clauses()).allMatch(clause -> clause.last() == last);
    }

    @Test
    void aChapterSignedOutsideASummitEntersAsACapAtLicensed() {
        play.round("", Play.terms(3, "US.CHIP=0"));
        assertThat(Objects.requireNonNull(play.state().treaty().on(Instrument.US_CHIP_CONTROL))
                        .bound())
                .isEqualTo(1);
        play.round("", Play.terms(3, "US.CHIP=0"));
        assertThat(Objects.requireNonNull(play.state().treaty().on(Instrument.US_CHIP_CONTROL))
                        .bound())
                .isZero();
        // While the chapter is in force it can be signed anew in any round.
        play.round("", Play.terms(3, "US.CHIP=0"));
        assertThat(play.state().treaty().on(Instrument.US_CHIP_CONTROL))
                .isEqualTo(new Clause(Instrument.US_CHIP_CONTROL, 0, 4, 6, 4));
    }

    @ParameterizedTest(name = "{0}: {1} of {2}")
    @CsvSource({
        "US.CHIP=2, LAPSED_BY_BREACH, US",
        "US.CHIP=2 CN.REE7=2, LAPSED_BY_BREACH, US",
        "US.PACE=0, LAPSED_BY_CATCH, US",
        "CN.RECIP=3, LAPSED_BY_ESCALATION, CN",
        "US.FENT=3, ENTERED,",
        "CN.PORT=1, ENTERED,"
    })
    void aSignatureIsRatifiedByDeeds(String orders, Outcome outcome, Side side) {
        RoundReport report = play.round(orders, new Terms.Renewal(4, false));
        assertThat(report.ratification().outcome()).isEqualTo(outcome);
        assertThat(report.ratification().side()).isEqualTo(side);
        assertThat(report.change() == TreatyChange.ENTERED_INTO_FORCE).isEqualTo(outcome == Outcome.ENTERED);
    }

    @ParameterizedTest
    @CsvSource({"US, 5.0", "CN, 4.5"})
    void aNoticeEndsAllClausesAndCostsHalfABreach(Side side, double breach) {
        Play calm = Play.noiseFree(12).holding(1);
        play.round(new RoundInputs(JointOrders.HOLD, null, side == Side.US, side == Side.CN));
        RoundReport left = play.reports().get(0);
        assertThat(left.change()).isEqualTo(TreatyChange.ENDED_BY_NOTICE);
        assertThat(left.side(side).points().of(Component.BREACH)).isCloseTo(-breach / 2 * 1.3, within(1e-12));
        assertThat(left.side(side).reputation()).isCloseTo(.8 - .15 + .02, within(1e-12));
        assertThat(left.side(side.other()).points())
                .isEqualTo(calm.reports().get(0).side(side.other()).points());
        assertThat(play.hold().fallbacks()).isNotEmpty();
    }

    @Test
    void aNoticeSinksWhatIsSignedInTheSameRound() {
        play.round(new RoundInputs(JointOrders.HOLD, new Terms.Renewal(4, false), false, true));
        assertThat(play.reports().get(0).ratification().outcome()).isEqualTo(Outcome.LAPSED_BY_NOTICE);
        assertThat(play.state().treaty().clauses()).allMatch(clause -> clause.last() == 1);
    }

    @Test
    void aCommuniqueCostsEachSideOnceAndIsWorthMoreWhileItLasts() {
        RoundReport entry = play.round("", new Terms.Renewal(4, true));
        assertThat(entry.us().points().of(Component.AGREEMENT)).isCloseTo(-2, within(1e-12));
        assertThat(entry.cn().points().of(Component.AGREEMENT)).isCloseTo(-2, within(1e-12));
        RoundReport next = play.hold();
        double word = .4 + .6 * .82;
        assertThat(next.us().points().of(Component.AGREEMENT)).isCloseTo(3.5 * (1.25 * word - .88), within(1e-9));
        assertThat(play.round("", new Terms.Renewal(4, true)).us().points().of(Component.AGREEMENT))
                .isGreaterThan(0);
        assertThat(play.round("US.PORT=1").us().points().of(Component.BREACH))
                .isCloseTo(-5 * (.5 + .86) * .2 * 1.5, within(1e-9));
    }

    @Test
    void aLapsedCommuniqueCostsNothing() {
        RoundReport report = play.round("CN.RECIP=3", new Terms.Renewal(4, true));
        RoundReport unsigned = Play.noiseFree(12, 2, 4, 8, 12).round("CN.RECIP=3");
        assertThat(report.us().points()).isEqualTo(unsigned.us().points());
        assertThat(play.state().treaty().isCommunique()).isFalse();
    }

    @Test
    void theTrucePathRenewedInTimeIsTheTruceHeldForEver() {
        Play renewed = Play.noiseFree(12, 2, 4, 8, 12);
        for (int round = 1; round <= 12; round++) {
            renewed.round("", new Terms.Renewal(4, false));
        }
        Play held = new Play(Play.setup(0, 12, new Conditions(false, true, false), 2, 4, 8, 12)).holding(12);
        for (Side side : Side.values()) {
            assertThat(renewed.score(side).mean()).isEqualTo(held.score(side).mean());
        }
    }

    @Test
    void termsAreAtLeastOneClauseAtMostOneAnInstrumentAndAtMostEightRounds() {
        Pledge pledge = new Pledge(Instrument.US_PORT_FEE, 0);
        assertThatThrownBy(() -> new Terms.Package(List.of(), 3, false)).hasMessageContaining("at least one clause");
        assertThatThrownBy(() -> new Terms.Package(List.of(pledge, pledge), 3, false))
                .hasMessageContaining("us.port_fee");
        assertThatThrownBy(() -> new Terms.Renewal(9, false)).hasMessageContaining("9 rounds");
        assertThatThrownBy(() -> new Terms.Package(List.of(pledge), 0, false)).hasMessageContaining("0 rounds");
    }
}
