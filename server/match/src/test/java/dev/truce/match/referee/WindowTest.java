package dev.truce.match.referee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.engine.orders.RefusalCode;
import dev.truce.match.Input;
import dev.truce.match.MatchTerms;
import dev.truce.match.Recording;
import dev.truce.match.Ruling;
import dev.truce.match.Seat;
import dev.truce.match.deed.HostAct;
import dev.truce.match.record.OrdersOrigin;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Windows, deadlines and who is absent. */
class WindowTest {
    private final Table table = new Table(Table.setup(3, 7), Table.terms(60_000));

    @Test
    void aTimerRunsForTheOpenRoundAndNoOther() {
        table.start();
        assertThat(table.timers).containsExactly("1:60000");
        table.everybodyIsReady();
        assertThat(table.timers).containsExactly("2:60000");
        table.everybodyIsReady();
        table.everybodyIsReady();
        assertThat(table.timers).isEmpty();
    }

    @Test
    void withoutAWindowNoTimerRuns() {
        assertThat(Table.open(3).timers).isEmpty();
    }

    @Test
    void atTheDeadlineWhoeverSealedNothingHolds() {
        table.start();
        table.seat("US").submits("PORT=80");
        table.deadlinePasses();
        assertThat(table.referee.openRound()).isEqualTo(2);
        assertThat(table.referee.record().rounds().get(0).closed().us()).isEqualTo(OrdersOrigin.SEALED);
        assertThat(table.referee.record().rounds().get(0).closed().cn()).isEqualTo(OrdersOrigin.ABSENT);
        assertThat(table.referee.reports().get(0).orders().cn().isHold()).isTrue();
    }

    @Test
    void aDeadlineThatComesTooLateClosesNoOtherRound() {
        table.start();
        table.everybodyIsReady();
        Ruling late = table.hand(Input.Hosts.timeUp(1, 1));
        assertThat(late.verdict().code()).isEqualTo(RefusalCode.STALE_ROUND);
        assertThat(table.referee.openRound()).isEqualTo(2);
    }

    @Test
    void aTimerThatAnotherHasReplacedClosesNothing() {
        table.start();
        table.everybodyIsReady();
        assertThat(table.referee.timer()).isEqualTo(2);
        int written = table.journal.size();
        Ruling stale = table.hand(Input.Hosts.timeUp(2, 1));
        assertThat(stale.verdict().code()).isEqualTo(RefusalCode.WRONG_PHASE);
        assertThat(stale.effects()).isEmpty();
        assertThat(table.journal).hasSize(written);
        assertThat(table.referee.openRound()).isEqualTo(2);
        assertThat(table.hand(Input.Hosts.timeUp(2, 2)).verdict().isAccepted()).isTrue();
        assertThat(table.referee.openRound()).isEqualTo(3);
    }

    @Test
    void sealedOrdersCountWhetherReadyWasSaidOrTheDeadlinePassed() {
        Table other = new Table(Table.setup(3, 7), Table.terms(60_000));
        for (Table each : List.of(table, other)) {
            each.start();
            each.seat("US").submits("PORT=80");
            each.seat("CN").submits("SOY=3");
        }
        table.deadlinePasses();
        other.everybodyIsReady();
        assertThat(table.referee.chain()).isEqualTo(other.referee.chain());
    }

    @Test
    void closingTheMatchStopsItsTimer() {
        table.start();
        table.hand(new Input.Hosts(new HostAct.Abandon("the bell rang")));
        assertThat(table.timers).isEmpty();
    }

    @Test
    void termsThatCannotBeKeptAreRefusedAtOnce() {
        assertThatThrownBy(() -> Table.terms(-1)).hasMessageContaining("window -1 ms");
        assertThatThrownBy(() -> Table.terms(MatchTerms.MAX_WINDOW_MILLIS + 1)).hasMessageContaining("a week");
        assertThatThrownBy(() -> new MatchTerms(
                        0, new MatchTerms.Absence.Hold(), List.of(), Table.EVERYBODY, Recording.TEXT, "a", "b"))
                .hasMessageContaining("no seat is occupied");
        assertThatThrownBy(() -> new MatchTerms(
                        0,
                        new MatchTerms.Absence.Hold(),
                        List.of(new Seat(dev.truce.engine.board.Side.US, 1)),
                        Table.EVERYBODY,
                        Recording.TEXT,
                        "a",
                        "b"))
                .hasMessageContaining("US.1 is no seat");
        assertThatThrownBy(() -> MatchTerms.untimed("two\nlines", "b")).hasMessageContaining("one line");
    }
}
