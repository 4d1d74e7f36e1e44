package dev.truce.match.referee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.truce.engine.agreement.OfferStatus;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.payoff.FinalScore;
import dev.truce.engine.report.Ratification;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.report.TreatyChange;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Input;
import dev.truce.match.Notice;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.scenario.Scenarios;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The scripted matches of the reference, G3 and G4, played by two seats: what is signed in them was offered by one head and accepted
 * by the other, on the terms that were shown.
 */
class NegotiatedMatchTest {
    /** Orders of both sides by round, as ladder indices. */
    private static final List<String> ORDERS = List.of(
            "",
            "US.PORT=1",
            "US.PORT=0 CN.PORT=1",
            "CN.RECIP=2 CN.SOY=5 CN.PORT=0",
            "US.FENT=2 US.RECIP=2 US.S301=0 US.PORT=0 US.AFFIL=0"
                    + " CN.AGRI=0 CN.REE5=0 CN.PORT=0 CN.ENFORCE=2 CN.UEL=0",
            "",
            "US.PACE=3",
            "US.FENT=0 US.RECIP=0 US.DUTY232=0 CN.RECIP=0 CN.SOY=7 CN.ENFORCE=3 CN.REE7=0",
            "US.CHIP=0 CN.PACE=0 CN.ENFORCE=1 CN.SOY=5",
            "CN.PACE=2 CN.ENFORCE=3 CN.SOY=7",
            "US.FENT=4 US.RECIP=4",
            "US.FENT=4 US.RECIP=5 CN.RECIP=4 CN.REE7=2");

    /** What each round looks like: A of both, Dk, tension after, reputations after, points. */
    private static final List<double[]> REFERENCE = List.of(
            new double[] {0, 0, 1, 1.000000, .82, .82, 0, 0},
            new double[] {.5, 0, .9375, .990000, .78, .84, -1.370456, -.276626},
            new double[] {0, .5, .9375, 1.343500, .80, .86, -.390761, .402953},
            new double[] {0, 0, 0, 1.473275, .82, .88, -4.506300, -5.818983},
            new double[] {.5, 0, 0, 1.407629, .84, .90, -1.743458, -4.932240},
            new double[] {.5, 0, 1, 1.364959, .86, .92, 1.223006, -3.401791},
            new double[] {0, 0, 1, 1.237223, .88, .94, -3.644896, -.702849},
            new double[] {0, 0, 1, .768776, .90, .96, .905341, -.897859},
            new double[] {0, .75, 2, .999704, .92, .83, -7.159380, 3.914082},
            new double[] {0, 0, 1, .999808, .94, .85, .493221, .243772},
            new double[] {1.4118, 0, .5, 1.532228, .66, .87, 4.150707, -3.057906},
            new double[] {2, 2.068, 0, 2.409551, .68, .89, -6.051702, -3.565683});

    /** Twelve rounds of the first ruleset without chance, summits in rounds 2, 4, 8 and 12. */
    private final Table table = new Table(
            Rules.of(Scenarios.busan2025R1()),
            new MatchSetup(
                    0,
                    new Horizon.Fixed(12),
                    Table.RULES.scenario().calendar().withSummits(List.of(2, 4, 8, 12)),
                    MatchSetup.Conditions.NOISE_FREE),
            Table.terms(0));

    private final double[] tension = new double[13];

    private void play(Side maker, boolean muchTalk) {
        table.start();
        for (int round = 1; round <= 12; round++) {
            if (muchTalk) {
                haggle(round);
            }
            if (round == 5) {
                sign(maker, "truce 4");
            } else if (round == 8) {
                sign(maker.other(), "deep 8");
            }
            for (Side side : Side.values()) {
                table.hand(new Input.Does(
                        Seat.head(side),
                        round,
                        table.nextMoveId(),
                        new Deed.Submit(orders(ORDERS.get(round - 1), side))));
            }
            table.everybodyIsReady();
            tension[round] = table.referee.state().tension();
        }
    }

    /** One side offers, the other accepts what it was told. */
    private void sign(Side maker, String terms) {
        assertThat(table.seat(maker.name()).offers(terms).isAccepted()).isTrue();
        String offer = maker + "-" + table.referee.offers().made(maker);
        assertThat(table.seat(maker.other().name()).accepts(offer).isAccepted()).isTrue();
    }

    /** Offers of which nothing comes: one is taken back, one refused, one countered and the counter-offer refused, a notice taken back. */
    private void haggle(int round) {
        Table.At us = table.seat("US");
        Table.At cn = table.seat("CN");
        us.offers("deep 8 communique");
        us.withdraws("US-" + table.referee.offers().made(Side.US));
        us.offers("US.FENT=5 CN.SOY=10 for 8");
        cn.refuses("US-" + table.referee.offers().made(Side.US));
        us.offers("US.PORT=140 CN.PORT=1120 for 8");
        String countered = "US-" + table.referee.offers().made(Side.US);
        cn.counters(countered, "US.CHIP=open for 8");
        String counter = "CN-" + table.referee.offers().made(Side.CN);
        us.refuses(counter);
        assertThat(table.status(countered)).isEqualTo(OfferStatus.COUNTERED);
        assertThat(table.status(counter)).isEqualTo(OfferStatus.REFUSED);
        if (round <= 3) {
            assertThat(us.givesNotice(true).isAccepted()).isTrue();
            assertThat(us.givesNotice(false).isAccepted()).isTrue();
        }
    }

    private static List<RequestedOrder> orders(String text, Side side) {
        List<RequestedOrder> orders = new ArrayList<>();
        for (String item : text.isEmpty() ? new String[0] : text.split(" ")) {
            String[] parts = item.split("=");
            Instrument instrument = Instrument.find(parts[0], Side.US).orElseThrow();
            if (instrument.holder() == side) {
                orders.add(new RequestedOrder(instrument.ordinal(), Integer.parseInt(parts[1])));
            }
        }
        return orders;
    }

    private RoundReport report(int round) {
        return table.referee.reports().get(round - 1);
    }

    private void isThatOfTheReference() {
        for (int round = 1; round <= 12; round++) {
            RoundReport report = report(round);
            double[] expected = REFERENCE.get(round - 1);
            String in = "round " + round;
            assertThat(report.us().escalation()).as(in).isCloseTo(expected[0], within(5e-5));
            assertThat(report.cn().escalation()).as(in).isCloseTo(expected[1], within(5e-5));
            assertThat(report.depthKept()).as(in).isCloseTo(expected[2], within(1e-9));
            assertThat(tension[round]).as(in).isCloseTo(expected[3], within(1e-6));
            assertThat(report.us().reputation()).as(in).isCloseTo(expected[4], within(1e-9));
            assertThat(report.cn().reputation()).as(in).isCloseTo(expected[5], within(1e-9));
            assertThat(report.us().points().total()).as(in).isCloseTo(expected[6], within(1e-6));
            assertThat(report.cn().points().total()).as(in).isCloseTo(expected[7], within(1e-6));
        }
        Notice.MatchOver over = over();
        end(over.us(), -20.748357, -2.589536, 74.0610);
        end(over.cn(), -11.845300, -1.995895, 72.0188);
    }

    private static void end(FinalScore score, double terminal, double mean, double points) {
        assertThat(score.terminal()).isCloseTo(terminal, within(1e-6));
        assertThat(score.mean()).isCloseTo(mean, within(1e-6));
        assertThat(score.score()).isCloseTo(points, within(1e-4));
    }

    private Notice.MatchOver over() {
        List<Notice> told = table.told(Viewer.PUBLIC);
        return (Notice.MatchOver) told.get(told.size() - 1);
    }

    @ParameterizedTest(name = "the truce set is offered by {0}, the deep set by the other")
    @EnumSource(Side.class)
    void theScriptedMatchIsThatOfTheReferenceWhoeverOffers(Side maker) {
        play(maker, false);
        isThatOfTheReference();
        assertThat(table.status(maker + "-1")).isEqualTo(OfferStatus.ENTERED);
        assertThat(table.status(maker.other() + "-1")).isEqualTo(OfferStatus.ENTERED);
    }

    @Test
    void offersOfWhichNothingCameChangeNoDigit() {
        play(Side.US, true);
        isThatOfTheReference();
        assertThat(table.referee.offers().offers()).hasSize(12 * 4 + 2);
        assertThat(table.referee.offers().offers().stream()
                        .filter(offer -> offer.status() == OfferStatus.ENTERED)
                        .map(offer -> offer.made()))
                .containsExactly(5, 8);
    }

    @Test
    void theStoryOfTheScriptedMatchIsTold() {
        play(Side.CN, false);
        assertThat(report(2).us().isUnjustifiedBreach()).isTrue();
        assertThat(report(3).cn().snapBackRight()).isTrue();
        assertThat(report(3).cn().isUnjustifiedBreach()).isFalse();
        assertThat(report(4).prevented())
                .containsExactly(Instrument.CN_RECIPROCAL_TARIFF, Instrument.CN_SOY_PURCHASES, Instrument.CN_PORT_FEE);
        assertThat(report(5).change()).isEqualTo(TreatyChange.ENTERED_INTO_FORCE);
        assertThat(report(8).change()).isEqualTo(TreatyChange.ENTERED_INTO_FORCE);
        assertThat(report(9).cn().reallyCaught()).isTrue();
        assertThat(report(9).change()).isEqualTo(TreatyChange.REDUCED_BY_CATCH);
        assertThat(report(10).corrected()).hasSize(1).allMatch(c -> c.instrument() == Instrument.US_CHIP_CONTROL);
        assertThat(report(11).us().material()).isTrue();
        assertThat(report(11).change()).isEqualTo(TreatyChange.ENDED_BY_BREACH);
        for (int round = 1; round <= 12; round++) {
            assertThat(report(round).draws()).isZero();
            assertThat(report(round).ratification().outcome())
                    .isEqualTo(
                            round == 5 || round == 8
                                    ? Ratification.Outcome.ENTERED
                                    : Ratification.Outcome.NOTHING_SIGNED);
        }
    }

    /** G3. */
    @ParameterizedTest(name = "round {0}")
    @CsvSource({
        "3, 0, 0, 1.185000, , ",
        "4, 0, 0, 1.370250, -9.017744, -4.616798",
        "5, 3.1268, 3.1768, 2.751368, -8.964780, -3.068835",
        "12, 3.1268, 3.1768, , -18.255367, -10.996885"
    })
    void whereNobodyActsTheTruceRunsOutAsInTheReference(
            int round, double escalationUs, double escalationCn, Double tensionAfter, Double us, Double cn) {
        table.start();
        for (int i = 1; i <= 12; i++) {
            table.deadlinePasses();
            tension[i] = table.referee.state().tension();
        }
        RoundReport report = report(round);
        assertThat(report.us().escalation()).isCloseTo(escalationUs, within(5e-5));
        assertThat(report.cn().escalation()).isCloseTo(escalationCn, within(5e-5));
        if (tensionAfter != null) {
            assertThat(tension[round]).isCloseTo(tensionAfter, within(1e-6));
        }
        if (us != null) {
            assertThat(report.us().points().total()).isCloseTo(us, within(1e-6));
            assertThat(report.cn().points().total()).isCloseTo(cn, within(1e-6));
        }
        assertThat(over().us().mean()).isCloseTo(-12.424835, within(1e-6));
        assertThat(over().cn().mean()).isCloseTo(-7.140768, within(1e-6));
        assertThat(over().us().score()).isCloseTo(52.7780, within(1e-4));
        assertThat(over().cn().score()).isCloseTo(57.3855, within(1e-4));
        assertThat(report(5).after().get(Instrument.US_SECTION301_INVESTIGATION))
                .isEqualTo(1);
        assertThat(report(6).after().get(Instrument.US_SECTION301_INVESTIGATION))
                .isEqualTo(2);
    }
}
