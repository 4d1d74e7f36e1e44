package dev.truce.match.referee;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Input;
import dev.truce.match.Notice;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** At any moment, whoever comes back is told what those know who were there all the time, in the same order. */
class HistoryTest {

    @ParameterizedTest
    @EnumSource(Viewer.class)
    void theHistoryIsWhatStillMattersOfAllThatWasTold(Viewer viewer) {
        SplitMix64 random = new SplitMix64(11);
        Table table = Table.open(6);
        int steps = 0;
        while (!table.referee.isOver()) {
            assertThat(table.referee.history(viewer)).isEqualTo(whatStillMatters(table.told(viewer)));
            somebodyDoesSomething(table, random);
            steps++;
        }
        assertThat(table.referee.history(viewer)).isEqualTo(whatStillMatters(table.told(viewer)));
        assertThat(table.referee.history(viewer)).hasSize(7).last().isInstanceOf(Notice.MatchOver.class);
        assertThat(steps).isGreaterThan(20);
    }

    @ParameterizedTest
    @EnumSource(Viewer.class)
    void soItIsWhenTheMatchIsAbandoned(Viewer viewer) {
        Table table = Table.open(4);
        table.playRound("PORT=80", "HOLD");
        table.seat("US").submits("FENT=5");
        table.hand(new Input.Hosts(new HostAct.Abandon("the bell rang")));
        assertThat(table.referee.history(viewer)).isEqualTo(whatStillMatters(table.told(viewer)));
    }

    private static void somebodyDoesSomething(Table table, SplitMix64 random) {
        Side side = random.nextInt(2) == 0 ? Side.US : Side.CN;
        Table.At seat = table.seat(side.name());
        switch (random.nextInt(5)) {
            case 0 -> seat.undoes();
            case 1 -> seat.isNotReadyAfterAll();
            case 2 -> seat.isReady();
            default ->
                table.hand(new Input.Does(
                        Seat.head(side),
                        table.referee.openRound(),
                        table.nextMoveId(),
                        new Deed.Submit(table.atRandom(side, random).list().stream()
                                .map(RequestedOrder::of)
                                .toList())));
        }
    }

    /** The resolved rounds; then the open one with the last word about each seat, or the end; and what the host did since. */
    private static List<Notice> whatStillMatters(List<Notice> told) {
        List<Notice> resolved = new ArrayList<>();
        List<Notice> now = new ArrayList<>();
        for (Notice notice : told) {
            if (notice instanceof Notice.RoundResolved) {
                resolved.add(notice);
                now.clear();
            } else if (notice instanceof Notice.RoundOpened opened) {
                int round = opened.observation().openRound();
                now.addAll(List.of(
                        notice,
                        new Notice.SeatStatus(Seat.US_HEAD, round, false, false),
                        new Notice.SeatStatus(Seat.CN_HEAD, round, false, false)));
            } else if (notice instanceof Notice.SeatStatus status) {
                now.set(BySide.pick(status.seat().side(), 1, 2), status);
            } else if (notice instanceof Notice.HostActed) {
                now.add(notice);
            } else {
                now.removeIf(each -> !(each instanceof Notice.HostActed));
                now.add(notice);
            }
        }
        resolved.addAll(now);
        return resolved;
    }
}
