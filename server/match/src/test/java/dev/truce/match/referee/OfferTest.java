package dev.truce.match.referee;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferStatus;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.Verdict;
import dev.truce.engine.report.Ratification.Outcome;
import dev.truce.engine.view.RatificationView;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Input;
import dev.truce.match.Notice;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules 6: offers are made, answered, signed when the round closes, and ratified by deeds. */
class OfferTest {
    private final Table table = Table.open(6);
    private final Table.At us = table.seat("US");
    private final Table.At cn = table.seat("CN");

    private RoundView last() {
        return table.told(Viewer.PUBLIC).stream()
                .filter(Notice.RoundResolved.class::isInstance)
                .map(notice -> ((Notice.RoundResolved) notice).view())
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private List<Offer> toldOf(Viewer viewer) {
        return table.told(viewer).stream()
                .filter(Notice.OfferChanged.class::isInstance)
                .map(notice -> ((Notice.OfferChanged) notice).offer())
                .toList();
    }

    @Test
    void anAcceptedRenewalKeepsTheTruceAlive() {
        table.everybodyIsReady();
        table.everybodyIsReady();
        assertThat(us.offers("renewal 4").isAccepted()).isTrue();
        assertThat(cn.accepts("US-1").isAccepted()).isTrue();
        table.everybodyIsReady();
        assertThat(table.status("US-1")).isEqualTo(OfferStatus.ENTERED);
        assertThat(last().ratification())
                .isEqualTo(new RatificationView(Outcome.ENTERED, Table.terms("renewal 4"), null, 0));
        table.everybodyIsReady();
        assertThat(last().fallbacks()).isEmpty();
        assertThat(table.referee.state().treaty().binding(Instrument.US_FENTANYL_TARIFF, 7))
                .isNotNull();
    }

    @Test
    void aPackageBindsFromTheNextRoundOn() {
        us.offers("US.FENT=5 CN.SOY=8 for 4");
        cn.accepts("US-1");
        table.everybodyIsReady();
        Treaty treaty = table.referee.state().treaty();
        assertThat(treaty.binding(Instrument.US_FENTANYL_TARIFF, 1)).isNull();
        assertThat(treaty.binding(Instrument.US_FENTANYL_TARIFF, 2)).satisfies(clause -> {
            assertThat(clause.bound()).isEqualTo(1);
            assertThat(clause.last()).isEqualTo(5);
        });
        assertThat(last().ratification().agreement()).isEqualTo(2);
    }

    @Test
    void anOfferIsOpenUntilTheEndOfTheNextRound() {
        us.offers("renewal 4");
        table.everybodyIsReady();
        assertThat(table.status("US-1")).isEqualTo(OfferStatus.OPEN);
        table.everybodyIsReady();
        assertThat(table.status("US-1")).isEqualTo(OfferStatus.EXPIRED);
        assertThat(cn.accepts("US-1").code()).isEqualTo(RefusalCode.OFFER_NOT_OPEN);
    }

    @Test
    void anOfferOfTheRoundBeforeCanStillBeAccepted() {
        us.offers("US.FENT=5 CN.SOY=8 for 4");
        table.everybodyIsReady();
        us.offers("renewal 4");
        assertThat(cn.accepts("US-1").isAccepted()).isTrue();
        table.everybodyIsReady();
        assertThat(table.status("US-1")).isEqualTo(OfferStatus.ENTERED);
        assertThat(table.status("US-2")).isEqualTo(OfferStatus.OPEN);
    }

    @Test
    void inTheLastRoundOfAFixedMatchAnOfferIsOpenForThatRoundOnly() {
        for (int round = 1; round < 6; round++) {
            table.everybodyIsReady();
        }
        us.offers("deep 8");
        assertThat(table.offer("US-1").lastRound()).isEqualTo(6);
    }

    @Test
    void aCounterOfferAnswersTheOther() {
        us.offers("renewal 4");
        assertThat(cn.counters("US-1", "renewal 2").isAccepted()).isTrue();
        assertThat(table.status("US-1")).isEqualTo(OfferStatus.COUNTERED);
        assertThat(us.accepts("CN-1").isAccepted()).isTrue();
        table.everybodyIsReady();
        assertThat(table.status("CN-1")).isEqualTo(OfferStatus.ENTERED);
    }

    @Test
    void aRefusedOrWithdrawnOfferMakesRoomForAnother() {
        us.offers("renewal 4");
        cn.refuses("US-1");
        assertThat(us.offers("renewal 3").isAccepted()).isTrue();
        us.withdraws("US-2");
        assertThat(us.offers("renewal 2").isAccepted()).isTrue();
        assertThat(table.status("US-1")).isEqualTo(OfferStatus.REFUSED);
        assertThat(table.status("US-2")).isEqualTo(OfferStatus.WITHDRAWN);
        assertThat(table.status("US-3")).isEqualTo(OfferStatus.OPEN);
    }

    @Test
    void afterEightOffersInARoundThereIsNoNinth() {
        for (int i = 1; i <= 8; i++) {
            assertThat(us.offers("renewal 4").isAccepted()).isTrue();
            us.withdraws("US-" + i);
        }
        assertThat(us.offers("renewal 4").code()).isEqualTo(RefusalCode.ONE_OFFER_A_ROUND);
        table.everybodyIsReady();
        assertThat(us.offers("renewal 4").isAccepted()).isTrue();
    }

    @Test
    void ofTwoAcceptedOffersTheDeeperOneCounts() {
        us.offers("US.FENT=5 CN.SOY=8 for 4");
        cn.offers("truce 4");
        us.accepts("CN-1");
        cn.accepts("US-1");
        table.everybodyIsReady();
        assertThat(table.status("CN-1")).isEqualTo(OfferStatus.ENTERED);
        assertThat(table.status("US-1")).isEqualTo(OfferStatus.SUPERSEDED);
    }

    @ParameterizedTest(name = "in round {0} the offer {1} counts")
    @CsvSource({"1, US-1, CN-1", "2, CN-1, US-1"})
    void onATieTheRoundDecides(int round, String counts, String other) {
        for (int i = 1; i < round; i++) {
            table.everybodyIsReady();
        }
        us.offers("truce 4");
        cn.offers("truce 3");
        us.accepts("CN-1");
        cn.accepts("US-1");
        table.everybodyIsReady();
        assertThat(table.status(counts)).isEqualTo(OfferStatus.ENTERED);
        assertThat(table.status(other)).isEqualTo(OfferStatus.SUPERSEDED);
    }

    @Test
    void whatWasSignedLapsesWhereASideEscalates() {
        us.offers("truce 4");
        cn.accepts("US-1");
        us.submits("CHIP=strict");
        table.everybodyIsReady();
        assertThat(table.status("US-1")).isEqualTo(OfferStatus.LAPSED);
        assertThat(last().ratification())
                .isEqualTo(new RatificationView(Outcome.LAPSED_BY_BREACH, Table.terms("truce 4"), Side.US, 0));
    }

    @Test
    void noticeSinksWhatWasSignedAndEndsTheTreaty() {
        us.offers("renewal 4");
        cn.accepts("US-1");
        assertThat(cn.givesNotice(true).isAccepted()).isTrue();
        table.everybodyIsReady();
        assertThat(last().ratification().outcome()).isEqualTo(Outcome.LAPSED_BY_NOTICE);
        assertThat(last().cn().notice()).isTrue();
        assertThat(table.referee.state().treaty().bindsAny(2)).isFalse();
    }

    @Test
    void noticeCanBeTakenBackUntilTheClose() {
        cn.givesNotice(true);
        cn.givesNotice(false);
        table.everybodyIsReady();
        assertThat(last().cn().notice()).isFalse();
        assertThat(table.told(Viewer.PUBLIC))
                .contains(new Notice.NoticeGiven(Side.CN, 1, true), new Notice.NoticeGiven(Side.CN, 1, false));
    }

    @Test
    void aNewOfferHasTheOtherSideLookAgain() {
        cn.isReady();
        us.offers("renewal 4");
        assertThat(table.referee.isReady(Seat.CN_HEAD)).isFalse();
        assertThat(table.told(Viewer.PUBLIC)).last().isEqualTo(new Notice.SeatStatus(Seat.CN_HEAD, 1, false, false));
        us.isReady();
        assertThat(table.referee.openRound()).isEqualTo(1);
        Verdict early = table.hand(new Input.Does(Seat.CN_HEAD, 1, table.nextMoveId(), new Deed.Ready(true, 0)))
                .verdict();
        assertThat(early)
                .isEqualTo(new Verdict.Rejected(Refusal.of(RefusalCode.UNHEARD_OFFER, "heard")
                        .naming(1, 0)
                        .legal(1)));
        assertThat(table.hand(new Input.Does(Seat.CN_HEAD, 1, table.nextMoveId(), new Deed.Ready(true, 1)))
                        .verdict()
                        .isAccepted())
                .isTrue();
        assertThat(table.referee.openRound()).isEqualTo(2);
    }

    @Test
    void whoHasNotHeardAllIsNotDoneWithItsOrdersEither() {
        us.offers("renewal 4");
        Deed.Submit hold = new Deed.Submit(List.of());
        assertThat(table.hand(new Input.Does(
                                Seat.CN_HEAD, 1, table.nextMoveId(), hold.withReady(new Deed.Ready(true, 0))))
                        .verdict()
                        .code())
                .isEqualTo(RefusalCode.UNHEARD_OFFER);
        assertThat(table.referee.hasSealed(Seat.CN_HEAD))
                .as("nothing of it counts")
                .isFalse();
        int told = table.told(Viewer.PUBLIC).size();
        assertThat(table.hand(new Input.Does(
                                Seat.CN_HEAD, 1, table.nextMoveId(), hold.withReady(new Deed.Ready(true, 1))))
                        .verdict()
                        .isAccepted())
                .isTrue();
        assertThat(table.told(Viewer.PUBLIC).subList(told, told + 1))
                .as("both are told at once")
                .containsExactly(new Notice.SeatStatus(Seat.CN_HEAD, 1, true, true));
        assertThat(table.told(Viewer.PUBLIC)).hasSize(told + 1);
        assertThat(table.hand(new Input.Does(
                                Seat.US_HEAD, 1, table.nextMoveId(), hold.withReady(new Deed.Ready(true, 0))))
                        .verdict()
                        .isAccepted())
                .isTrue();
        assertThat(table.referee.openRound()).as("the second closes the round").isEqualTo(2);
    }

    @Test
    void ordersThatTakeReadinessBackKeepTheRoundOpen() {
        Deed.Submit hold = new Deed.Submit(List.of());
        us.isReady();
        table.hand(new Input.Does(Seat.US_HEAD, 1, table.nextMoveId(), hold.withReady(new Deed.Ready(false, 0))));
        assertThat(table.referee.hasSealed(Seat.US_HEAD)).isTrue();
        assertThat(table.referee.isReady(Seat.US_HEAD)).isFalse();
        cn.isReady();
        assertThat(table.referee.openRound()).isEqualTo(1);
    }

    @Test
    void anOfferOfAnEarlierRoundStaysHeard() {
        us.offers("renewal 4");
        table.everybodyIsReady();
        assertThat(table.hand(new Input.Does(Seat.CN_HEAD, 2, table.nextMoveId(), new Deed.Ready(true, 0)))
                        .verdict()
                        .code())
                .isEqualTo(RefusalCode.UNHEARD_OFFER);
        assertThat(table.hand(new Input.Does(Seat.CN_HEAD, 2, table.nextMoveId(), new Deed.Ready(true, 1)))
                        .verdict()
                        .isAccepted())
                .isTrue();
    }

    @Test
    void offersAreBetweenTheDelegationsAndASignedCommuniqueIsPublic() {
        us.offers("truce 4");
        us.withdraws("US-1");
        us.offers("truce 4 communique");
        assertThat(toldOf(Viewer.CN)).hasSize(3).isEqualTo(toldOf(Viewer.US));
        assertThat(toldOf(Viewer.OMNISCIENT)).isEmpty();
        assertThat(toldOf(Viewer.PUBLIC)).isEmpty();
        cn.accepts("US-2");
        assertThat(toldOf(Viewer.PUBLIC)).isEmpty();
        table.everybodyIsReady();
        assertThat(toldOf(Viewer.PUBLIC)).containsExactly(table.offer("US-2"));
        assertThat(toldOf(Viewer.OMNISCIENT)).hasSize(5).isEqualTo(toldOf(Viewer.US));
    }

    @Test
    void whoComesBackHearsWhatHasBecomeOfEveryOffer() {
        us.offers("renewal 4");
        cn.refuses("US-1");
        us.offers("renewal 2");
        table.everybodyIsReady();
        cn.offers("deep 8");
        us.givesNotice(true);
        List<Notice> history = table.referee.history(Viewer.US);
        assertThat(history.get(0)).isInstanceOf(Notice.RoundResolved.class);
        assertThat(history.subList(1, 3))
                .containsExactly(
                        new Notice.OfferChanged(table.offer("US-1"), 1),
                        new Notice.OfferChanged(table.offer("US-2"), 1));
        assertThat(history.get(3)).isInstanceOf(Notice.RoundOpened.class);
        assertThat(history.subList(6, 8))
                .containsExactly(
                        new Notice.OfferChanged(table.offer("CN-1"), 2), new Notice.NoticeGiven(Side.US, 2, true));
        assertThat(table.referee.history(Viewer.PUBLIC)).hasSize(5);
    }

    @Test
    void theSameMoveTwiceIsOneOffer() {
        Input.Does offer = new Input.Does(Seat.US_HEAD, 1, "key", new Deed.MakeOffer(Table.terms("renewal 4"), null));
        assertThat(table.hand(offer).effects()).isNotEmpty();
        assertThat(table.hand(offer).effects()).isEmpty();
        assertThat(table.referee.offers().offers()).hasSize(1);
        assertThat(table.hand(new Input.Does(Seat.US_HEAD, 1, "key", new Deed.GiveNotice(true)))
                        .verdict()
                        .code())
                .isEqualTo(RefusalCode.MOVE_ID_REUSED);
    }
}
