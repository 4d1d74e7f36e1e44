package dev.truce.match.referee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.state.Ending;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Input;
import dev.truce.match.MatchTerms;
import dev.truce.match.Notice;
import dev.truce.match.Recording;
import dev.truce.match.Seat;
import dev.truce.match.deed.HostAct;
import dev.truce.match.record.OrdersOrigin;
import dev.truce.match.record.RecordedRound;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The life of a match at the table. */
class RefereeTest {

    @Test
    void aRoundIsAnnouncedToEverybodyWhenItOpens() {
        Table table = Table.open(3);
        for (Viewer viewer : Viewer.values()) {
            assertThat(table.told(viewer)).singleElement().isInstanceOfSatisfying(Notice.RoundOpened.class, opened -> {
                assertThat(opened.observation().openRound()).isEqualTo(1);
                assertThat(opened.observation().viewer()).isEqualTo(viewer);
            });
        }
    }

    @Test
    void aMatchThatHasBegunCannotBeginAgain() {
        Table table = Table.open(3);
        assertThat(table.start().verdict().code()).isEqualTo(RefusalCode.WRONG_PHASE);
    }

    @Test
    void aRoundClosesWhenAllAreReadyAndNotBefore() {
        Table table = Table.open(3);
        table.seat("US").submits("PORT=80");
        table.seat("CN").submits("HOLD");
        table.seat("US").isReady();
        assertThat(table.referee.openRound()).isEqualTo(1);
        table.seat("CN").isReady();
        assertThat(table.referee.openRound()).isEqualTo(2);
    }

    @Test
    void whoeverIsResolvedIsToldBeforeTheNextRoundOpens() {
        Table table = Table.open(3);
        table.everybodyIsReady();
        List<Notice> told = table.told(Viewer.CN);
        assertThat(told.get(told.size() - 2)).isInstanceOf(Notice.RoundResolved.class);
        assertThat(told.get(told.size() - 1)).isInstanceOf(Notice.RoundOpened.class);
    }

    @Test
    void aNewSubmissionReplacesTheEarlierOne() {
        Table table = Table.open(3);
        table.seat("US").submits("PORT=80");
        table.seat("US").submits("FENT=5");
        assertThat(table.seat("US").sealed()).isEqualTo("FENT=5");
    }

    @Test
    void aRefusedSubmissionLeavesTheEarlierOneStanding() {
        Table table = Table.open(3);
        table.seat("US").submits("PORT=80");
        assertThat(table.seat("US").submits("CHIP=open").code()).isEqualTo(RefusalCode.NOT_YET_LEGAL);
        assertThat(table.seat("US").sealed()).isEqualTo("PORT=80");
    }

    @Test
    void ordersMayBeChangedWhenReadyUntilTheClose() {
        Table table = Table.open(3);
        table.seat("US").isReady();
        table.seat("US").submits("PORT=80");
        table.seat("CN").isReady();
        assertThat(closed(table, 1)).isEqualTo("PORT=80");
    }

    @Test
    void readinessMayBeWithdrawnUntilTheClose() {
        Table table = Table.open(3);
        table.seat("US").isReady();
        table.seat("US").isNotReadyAfterAll();
        table.seat("CN").isReady();
        assertThat(table.referee.openRound()).isEqualTo(1);
    }

    @Test
    void whoeverTakesOrdersBackIsNotReadyAnyMore() {
        Table table = Table.open(3);
        table.seat("US").submits("PORT=80");
        table.seat("US").isReady();
        table.seat("US").undoes();
        assertThat(table.referee.hasSealed(Seat.US_HEAD)).isFalse();
        assertThat(table.referee.isReady(Seat.US_HEAD)).isFalse();
    }

    @Test
    void readyWithoutOrdersMeansHold() {
        Table table = Table.open(3);
        table.seat("US").submits("PORT=80");
        table.everybodyIsReady();
        RecordedRound round = table.referee.record().rounds().get(0);
        assertThat(round.closed().orders().cn().isHold()).isTrue();
        assertThat(round.closed().us()).isEqualTo(OrdersOrigin.SEALED);
        assertThat(round.closed().cn()).isEqualTo(OrdersOrigin.READY);
    }

    @Test
    void theLastRoundEndsTheMatchAndTellsTheTruth() {
        Table table = Table.open(2);
        table.everybodyIsReady();
        table.everybodyIsReady();
        assertThat(table.referee.isOver()).isTrue();
        assertThat(table.referee.openRound()).isZero();
        List<Notice> told = table.told(Viewer.PUBLIC);
        assertThat(told.get(told.size() - 1)).isInstanceOfSatisfying(Notice.MatchOver.class, over -> {
            assertThat(over.rounds()).isEqualTo(2);
            assertThat(over.recordText()).contains("[Seed \"7\"]", "2. US HOLD ready | CN HOLD ready #");
        });
    }

    @Test
    void aHostMayCloseAMatchAtAnyTimeOnceAndForAll() {
        for (int rounds = 0; rounds <= 1; rounds++) {
            Table table = Table.open(3);
            for (int i = 0; i < rounds; i++) {
                table.everybodyIsReady();
            }
            table.seat("US").submits("PORT=80");
            table.hand(new Input.Hosts(new HostAct.Abandon("the bell rang")));
            assertThat(table.referee.state().ending()).isEqualTo(Ending.ABANDONED);
            assertThat(table.referee.record().rounds()).hasSize(rounds);
            assertThat(table.told(Viewer.US)).last().isInstanceOf(Notice.MatchOver.class);
            assertThat(table.hand(new Input.Hosts(new HostAct.Abandon("again")))
                            .verdict()
                            .code())
                    .isEqualTo(RefusalCode.WRONG_PHASE);
            assertThat(table.seat("US").submits("HOLD").code()).isEqualTo(RefusalCode.WRONG_PHASE);
        }
    }

    @Test
    void aVacantSideHoldsAndNobodyWaitsForIt() {
        MatchTerms terms = new MatchTerms(
                0,
                new MatchTerms.Absence.Hold(),
                List.of(Seat.US_HEAD),
                Table.EVERYBODY,
                Recording.TEXT,
                "Mei",
                "nobody");
        Table table = new Table(Table.setup(2, 7), terms);
        table.start();
        table.seat("US").submits("PORT=80");
        table.seat("US").isReady();
        assertThat(table.referee.openRound()).isEqualTo(2);
        assertThat(table.referee.record().rounds().get(0).closed().cn()).isEqualTo(OrdersOrigin.ABSENT);
    }

    @Test
    void aMatchThatNobodyListensToIsPlayedAllTheSame() {
        MatchTerms silent =
                new MatchTerms(0, new MatchTerms.Absence.Hold(), List.of(), Recording.NONE, "Group A", "Group B");
        Table quiet = new Table(Table.setup(3, 7), silent);
        Table loud = Table.of(3);
        for (Table table : List.of(quiet, loud)) {
            table.start();
            table.playRound("PORT=80", "SOY=3");
            table.everybodyIsReady();
            table.everybodyIsReady();
        }
        assertThat(quiet.referee.stateHash()).isEqualTo(loud.referee.stateHash());
        assertThat(quiet.told(Viewer.US)).isEmpty();
        assertThatThrownBy(quiet.referee::record)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this match is not recorded");
    }

    @Test
    void whatIsToldLiveIsWhatALateComerIsTold() {
        Table table = Table.open(5);
        table.playRound("PORT=80; PACE=1", "SOY=3");
        table.playRound("HOLD", "REE7=tight");
        table.seat("US").submits("FENT=5");
        for (Viewer viewer : Viewer.values()) {
            List<Notice> history = table.referee.history(viewer);
            assertThat(history).hasSize(5);
            assertThat(table.told(viewer)).containsAll(history.subList(0, 4));
            assertThat(history.get(2)).isInstanceOf(Notice.RoundOpened.class);
            assertThat(history.get(3)).isEqualTo(new Notice.SeatStatus(Seat.US_HEAD, 3, true, false));
            assertThat(history.get(4)).isEqualTo(new Notice.SeatStatus(Seat.CN_HEAD, 3, false, false));
        }
    }

    @Test
    void theChainHasALinkBeforeTheFirstRoundAndOneAfterEach() {
        Table table = Table.open(3);
        table.everybodyIsReady();
        table.everybodyIsReady();
        assertThat(table.referee.chain()).hasSize(3).doesNotHaveDuplicates().allMatch(link -> link.length() == 64);
    }

    private static String closed(Table table, int round) {
        return dev.truce.match.notation.OrderText.of(
                table.referee.record().rounds().get(round - 1).closed().orders().us(), Table.RULES.scenario());
    }
}
