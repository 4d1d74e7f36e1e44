package dev.truce.match.referee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.OfferStatus;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.report.Ratification.Outcome;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.report.TreatyChange;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.state.MatchSetup;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** G8 (e) to (h): what an offer that was accepted brings, and when it brings nothing. Without chance; summits in rounds 2, 4 and 8. */
class SignatureTest {
    private final Table table = new Table(
            new MatchSetup(
                    0,
                    new Horizon.Fixed(12),
                    Table.RULES.scenario().calendar().withSummits(List.of(2, 4, 8)),
                    MatchSetup.Conditions.NOISE_FREE),
            Table.terms(0));

    private final Table.At us = table.seat("US");
    private final Table.At cn = table.seat("CN");

    SignatureTest() {
        table.start();
    }

    private void reach(int round) {
        while (table.referee.openRound() < round) {
            table.everybodyIsReady();
        }
    }

    private void sign(String terms) {
        assertThat(us.offers(terms).isAccepted()).isTrue();
        assertThat(cn.accepts("US-" + table.referee.offers().made(Side.US)).isAccepted())
                .isTrue();
    }

    private RoundReport close() {
        table.everybodyIsReady();
        return table.referee.reports().get(table.referee.reports().size() - 1);
    }

    private Treaty treaty() {
        return table.referee.state().treaty();
    }

    private int chip() {
        return Objects.requireNonNull(treaty().on(Instrument.US_CHIP_CONTROL)).bound();
    }

    /** (e). */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aRenewalAcceptedUpToRoundThreeLeavesRoundFourWithoutAFallback(int round) {
        reach(round);
        sign("renewal 4");
        assertThat(close().change()).isEqualTo(TreatyChange.ENTERED_INTO_FORCE);
        reach(4);
        RoundReport four = close();
        assertThat(four.fallbacks()).isEmpty();
        assertThat(four.expired()).isEmpty();
        assertThat(four.treaty().clauses()).hasSize(16);
    }

    /** (e). */
    @Test
    void inRoundFourThereIsNothingLeftToRenew() {
        reach(3);
        us.offers("renewal 4");
        assertThat(close().fallbacks()).isEmpty();
        assertThat(cn.accepts("US-1").code()).isEqualTo(RefusalCode.NO_TREATY);
        assertThat(us.offers("renewal 4").code()).isEqualTo(RefusalCode.NO_TREATY);
        RoundReport four = close();
        assertThat(four.fallbacks()).hasSize(13);
        assertThat(four.ratification().outcome()).isEqualTo(Outcome.NOTHING_SIGNED);
        assertThat(treaty().clauses()).isEmpty();
    }

    /** (e), the anniversary summit: what snapped back by itself is excused in that round, so the truce can still be signed anew. */
    @Test
    void theTruceSetSignedInRoundFourDoesNotUndoTheFallback() {
        reach(4);
        sign("truce 4");
        RoundReport four = close();
        assertThat(four.fallbacks()).hasSize(13);
        assertThat(four.change()).isEqualTo(TreatyChange.ENTERED_INTO_FORCE);
        assertThat(treaty().clauses()).hasSize(16).allMatch(clause -> clause.first() == 5 && clause.last() == 8);
        assertThat(table.referee.state().levels().get(Instrument.US_RECIPROCAL_TARIFF))
                .isEqualTo(4);
    }

    /** (f). */
    @ParameterizedTest(name = "signed in round {0}, chip control is capped at level {1}")
    @CsvSource({"1, 1", "2, 0", "3, 1", "4, 0", "5, 1", "8, 0", "9, 1"})
    void aChapterSignedOutsideASummitIsACapAtLicensed(int round, int bound) {
        reach(Math.min(round, 3));
        if (round > 3) {
            sign("renewal 8");
            reach(round);
        }
        sign("US.CHIP=open CN.REE7=general for 3");
        assertThat(close().change()).isEqualTo(TreatyChange.ENTERED_INTO_FORCE);
        assertThat(chip()).isEqualTo(bound);
        assertThat(Objects.requireNonNull(treaty().on(Instrument.CN_RARE_EARTHS_APRIL))
                        .bound())
                .isZero();
        assertThat(us.submits("CHIP=open").code()).isEqualTo(bound == 0 ? null : RefusalCode.NOT_YET_LEGAL);
    }

    /** (f). */
    @Test
    void whileTheChapterIsInForceItCanBeSignedAnewInAnyRound() {
        reach(2);
        sign("US.CHIP=open for 3");
        close();
        sign("US.CHIP=open for 8");
        close();
        assertThat(treaty().on(Instrument.US_CHIP_CONTROL))
                .isEqualTo(new Clause(Instrument.US_CHIP_CONTROL, 0, 4, 11, 3));
    }

    /** (g): without a treaty in the way, so that nothing but the level of escalation decides; 1.0 itself is too much. */
    @ParameterizedTest(name = "{0}: {1} by {2}")
    @CsvSource(delimiter = '|', textBlock = """
        US | RECIP=20                     | ENTERED              |
        US | RECIP=34                     | LAPSED_BY_ESCALATION | US
        US | CHIP=strict                  | LAPSED_BY_ESCALATION | US
        US | PORT=80; S301=active         | ENTERED              |
        US | PORT=140; S301=active        | LAPSED_BY_ESCALATION | US
        CN | RECIP=10; AGRI=25            | ENTERED              |
        CN | RECIP=20                     | LAPSED_BY_ESCALATION | CN
        CN | REE7=tight                   | ENTERED              |
        CN | REE7=banned                  | LAPSED_BY_ESCALATION | CN
        CN | SOY=0; ENFORCE=0; PACE=0     | ENTERED              |
        """)
    void anAcceptedOfferLapsesWhereASideEscalatesToOneOrMore(Side side, String orders, Outcome outcome, Side sunkBy) {
        us.givesNotice(true);
        us.submits("FENT=10; RECIP=10; S301=paused; PORT=0; AFFIL=suspended; CHIP=licensed; PACE=2");
        table.everybodyIsReady();
        // The notice has ended every clause; what would fall back is ordered.
        us.submits("FENT=10; RECIP=10; S301=paused; PORT=0; AFFIL=suspended; CHIP=licensed; PACE=2");
        cn.submits(
                "RECIP=10; AGRI=0; SOY=6.25; REE7=licensed; REE5=suspended; PACE=2; PORT=0; ENFORCE=2; UEL=suspended");
        assertThat(close().treaty().clauses()).isEmpty();
        sign("truce 4");
        assertThat(table.seat(side.name()).submits(orders).isAccepted()).isTrue();
        RoundReport report = close();
        assertThat(report.ratification().outcome()).isEqualTo(outcome);
        assertThat(report.ratification().side()).isEqualTo(sunkBy);
        assertThat(report.side(side).publicEscalation() >= 1).isEqualTo(outcome == Outcome.LAPSED_BY_ESCALATION);
        assertThat(table.status("US-1")).isEqualTo(sunkBy == null ? OfferStatus.ENTERED : OfferStatus.LAPSED);
        assertThat(treaty().clauses()).hasSize(sunkBy == null ? 16 : 0);
        // A lapsed offer does not come back in a calmer round.
        RoundReport next = close();
        assertThat(next.ratification().outcome()).isEqualTo(Outcome.NOTHING_SIGNED);
    }

    /** (h): every clause of the deep set is broken or fallen short of in the round of signing, and none is charged. */
    @Test
    void aClauseNeverBindsInItsRoundOfSigning() {
        reach(2);
        sign("deep 8");
        Table unsigned = new Table(table.setup, table.terms);
        unsigned.start();
        unsigned.everybodyIsReady();
        unsigned.everybodyIsReady();
        RoundReport signing = close();
        RoundReport without = unsigned.referee.reports().get(1);
        for (Side side : Side.values()) {
            assertThat(signing.side(side).brokenClauses()).isEmpty();
            assertThat(signing.side(side).caught()).isFalse();
            assertThat(signing.side(side).points()).isEqualTo(without.side(side).points());
            assertThat(signing.side(side).reputation())
                    .isEqualTo(without.side(side).reputation());
        }
        assertThat(treaty().clauses()).hasSize(18).allMatch(clause -> clause.first() == 3 && clause.last() == 10);
        // Nobody orders anything, so everything that was signed moves by itself.
        RoundReport next = close();
        assertThat(next.us().brokenClauses()).isEmpty();
        assertThat(next.cn().brokenClauses()).isEmpty();
        assertThat(next.depthKept()).isCloseTo(2, within(1e-9));
    }

    /** (h), the other way about: what a package replaces binds in the round of signing for the last time. */
    @Test
    void theClauseThatIsReplacedStillBindsInTheRoundOfSigning() {
        sign("US.PORT=80 for 3");
        us.submits("PORT=80");
        RoundReport signing = close();
        assertThat(signing.us().brokenClauses()).hasSize(1);
        assertThat(signing.us().isUnjustifiedBreach()).isTrue();
        assertThat(signing.change()).isEqualTo(TreatyChange.ENTERED_INTO_FORCE);
        RoundReport next = close();
        assertThat(next.us().brokenClauses()).isEmpty();
        assertThat(next.us().isUnjustifiedBreach()).isFalse();
    }
}
