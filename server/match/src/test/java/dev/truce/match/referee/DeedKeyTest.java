package dev.truce.match.referee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.engine.Limits;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.Verdict;
import dev.truce.match.Input;
import dev.truce.match.Ruling;
import dev.truce.match.Seat;
import dev.truce.match.deed.By;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is sent twice counts once. */
class DeedKeyTest {
    private final Table table = Table.open(5);

    @Test
    void theSameDeedAgainGetsTheFirstAnswerAndDoesNothing() {
        Verdict first = table.seat("US").sends("a", 1, "PORT=80").verdict();
        table.seat("US").sends("b", 1, "FENT=5");
        Ruling again = table.seat("US").sends("a", 1, "PORT=80");
        assertThat(again.verdict()).isEqualTo(first);
        assertThat(again.effects()).isEmpty();
        assertThat(table.seat("US").sealed()).isEqualTo("FENT=5");
    }

    @Test
    void theFirstAnswerIsStillGivenRoundsLaterAndWhenTheMatchIsOver() {
        Verdict submitted = table.seat("US").sends("a", 1, "PORT=80").verdict();
        Verdict undone = table.seat("CN").undoes("b", 1).verdict();
        for (int round = 1; round <= 5; round++) {
            table.everybodyIsReady();
            assertThat(table.seat("US").sends("a", 1, "PORT=80")).isEqualTo(new Ruling(submitted, List.of()));
            assertThat(table.seat("CN").undoes("b", 1)).isEqualTo(new Ruling(undone, List.of()));
        }
        assertThat(table.referee.isOver()).isTrue();
    }

    @Test
    void theSameKeyForSomethingElseIsRefused() {
        table.seat("US").sends("a", 1, "PORT=80");
        assertThat(table.seat("US").sends("a", 1, "PORT=50").verdict().code()).isEqualTo(RefusalCode.MOVE_ID_REUSED);
        assertThat(table.seat("US").undoes("a", 1).verdict().code()).isEqualTo(RefusalCode.MOVE_ID_REUSED);
        assertThat(table.seat("US").sends("a", 2, "PORT=80").verdict().code()).isEqualTo(RefusalCode.MOVE_ID_REUSED);
        assertThat(table.seat("US").sealed()).isEqualTo("PORT=80");
    }

    @Test
    void twoSeatsMayUseTheSameKey() {
        table.seat("US").sends("a", 1, "PORT=80");
        assertThat(table.seat("CN").sends("a", 1, "PORT=640").verdict().isAccepted())
                .isTrue();
    }

    @Test
    void aRefusedDeedMayBeSentAgainUnderItsKeyWhenItIsRight() {
        assertThat(table.seat("US").sends("a", 1, "CHIP=open").verdict().isAccepted())
                .isFalse();
        assertThat(table.seat("US").sends("a", 1, "CHIP=strict").verdict().isAccepted())
                .isTrue();
    }

    @Test
    void aDelayedDeedOrUndoDoesNotTouchTheNextRound() {
        table.everybodyIsReady();
        table.seat("US").sends("now", 2, "FENT=5");
        assertThat(table.seat("US").sends("late", 1, "PORT=80").verdict().code())
                .isEqualTo(RefusalCode.STALE_ROUND);
        assertThat(table.seat("US").undoes("late undo", 1).verdict().code()).isEqualTo(RefusalCode.STALE_ROUND);
        assertThat(table.seat("US").sealed()).isEqualTo("FENT=5");
    }

    @Test
    void whatIsAnsweredAsSavedIsInTheJournalUnderItsKeyWhateverItIs() {
        table.seat("US").isReady();
        for (boolean ready : new boolean[] {true, true, false, false, true}) {
            int written = table.journal.size();
            Input said = new Input.Does(Seat.US_HEAD, 1, "said " + written, new Deed.Ready(ready, 0));
            assertThat(table.hand(said).verdict().isAccepted()).isTrue();
            assertThat(table.journal).hasSize(written + 1).endsWith(said);
        }
    }

    @Test
    void aReadinessThatWasSaidAgainDoesNotComeBackAfterItIsTakenBack() {
        Input again = new Input.Does(Seat.US_HEAD, 1, "again", new Deed.Ready(true, 0));
        table.seat("US").isReady();
        table.hand(again);
        table.seat("US").isNotReadyAfterAll();
        assertThat(table.hand(again)).isEqualTo(new Ruling(new Verdict.Accepted(Orders.HOLD), List.of()));
        assertThat(table.referee.isReady(Seat.US_HEAD)).isFalse();
        Referee replayed = Referee.replay(Table.RULES, table.setup, table.terms, table.journal);
        assertThat(replayed.handle(again).effects()).isEmpty();
        assertThat(replayed.isReady(Seat.US_HEAD)).isFalse();
    }

    @Test
    void aSeatCannotRepeatItsReadinessForEver() {
        for (boolean ready : new boolean[] {true, false}) {
            Table other = Table.open(5);
            int first = ready ? 1 : 0;
            for (int i = 0; i < Limits.MAX_CHANGES + first; i++) {
                assertThat(saysReady(other, ready).isAccepted()).isTrue();
            }
            assertThat(saysReady(other, ready).code()).isEqualTo(RefusalCode.WRONG_PHASE);
            assertThat(other.referee.isReady(Seat.US_HEAD)).isEqualTo(ready);
        }
    }

    private static Verdict saysReady(Table other, boolean ready) {
        return ready ? other.seat("US").isReady() : other.seat("US").isNotReadyAfterAll();
    }

    @Test
    void aSeatThatNeverStopsChangingFillsItsOwnShareOnlyAndCanStillBeReady() {
        for (int i = 0; i < Limits.MAX_CHANGES; i++) {
            assertThat(table.seat("US")
                            .submits(i % 2 == 0 ? "PORT=80" : "FENT=5")
                            .isAccepted())
                    .isTrue();
        }
        assertThat(table.seat("US").submits("HOLD").code()).isEqualTo(RefusalCode.WRONG_PHASE);
        assertThat(table.seat("US").undoes().code()).isEqualTo(RefusalCode.WRONG_PHASE);
        assertThat(table.seat("CN").submits("SOY=3").isAccepted()).isTrue();
        assertThat(table.seat("US").isReady().isAccepted()).isTrue();
        assertThat(table.seat("US").isNotReadyAfterAll().isAccepted()).isTrue();
        assertThat(table.seat("US").isReady().isAccepted()).isTrue();
        table.seat("CN").isReady();
        assertThat(table.referee.openRound()).isEqualTo(2);
        assertThat(table.seat("US").submits("HOLD").isAccepted()).isTrue();
    }

    @Test
    void aSeatCannotTakeItsReadinessBackForEver() {
        for (int i = 0; i < Limits.MAX_CHANGES; i++) {
            assertThat(table.seat("US").isReady().isAccepted()).isTrue();
            assertThat(table.seat("US").isNotReadyAfterAll().isAccepted()).isTrue();
        }
        assertThat(table.seat("US").submits("PORT=80").isAccepted()).isTrue();
        assertThat(table.seat("US").isReady().isAccepted()).isTrue();
        assertThat(table.seat("US").isNotReadyAfterAll().code()).isEqualTo(RefusalCode.WRONG_PHASE);
    }

    @Test
    void aReadinessThatIsSentAgainDoesNotComeBackAfterAnOffer() {
        Input ready = new Input.Does(Seat.CN_HEAD, 1, "ready", new Deed.Ready(true, 0));
        assertThat(table.hand(ready).verdict().isAccepted()).isTrue();
        table.seat("US").offers("renewal 4");
        Ruling again = table.hand(ready);
        assertThat(again.verdict().isAccepted()).isTrue();
        assertThat(again.effects()).isEmpty();
        assertThat(table.referee.isReady(Seat.CN_HEAD)).isFalse();
        assertThat(table.hand(new Input.Does(Seat.CN_HEAD, 1, "ready", new Deed.Ready(true, 1)))
                        .verdict()
                        .code())
                .isEqualTo(RefusalCode.MOVE_ID_REUSED);
    }

    @Test
    void anActOfTheHostWithANumberCountsOnce() {
        Input card = new Input.Hosts(new By.Host(), 7, new HostAct.PlayCard(2, "leak CN.SOY"));
        assertThat(table.hand(card).effects()).isNotEmpty();
        assertThat(table.hand(card)).isEqualTo(new Ruling(new Verdict.Accepted(Orders.HOLD), List.of()));
        Input other = new Input.Hosts(new By.Host(), 7, new HostAct.PlayCard(2, "harvest-failure"));
        assertThat(table.hand(other).effects()).isEmpty();
        Referee replayed = Referee.replay(Table.RULES, table.setup, table.terms, table.journal);
        assertThat(replayed.handle(other).effects()).isEmpty();
        assertThat(replayed.handle(new Input.Hosts(new By.Host(), 8, new HostAct.PlayCard(2, "harvest-failure")))
                        .effects())
                .isNotEmpty();
    }

    @Test
    void aKeyThatIsNoneIsAFaultOfTheHost() {
        for (String id : List.of("", "x".repeat(65), "a\nb", "é")) {
            assertThatThrownBy(() -> new Input.Does(Seat.US_HEAD, 1, id, new Deed.Submit(List.of())))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new Input.Does(Seat.US_HEAD, 1, id, new Deed.Undo()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
