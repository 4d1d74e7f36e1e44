package dev.truce.app.host.matches;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.config.ServerLimits;
import dev.truce.engine.board.Side;
import dev.truce.match.Notice;
import dev.truce.match.deed.Deed;
import dev.truce.store.chain.MemoryStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A machine that lets nobody think for a while costs a bot of the server no more than the rounds that ended meanwhile. */
class StalledMachineTest {
    private static final int ROUNDS = 4;
    private static final long WINDOW_MILLIS = 60_000;

    private final Queue<Runnable> thinking = new ConcurrentLinkedQueue<>();

    private void think() {
        for (Runnable task = thinking.poll(); task != null; task = thinking.poll()) {
            task.run();
        }
    }

    @ParameterizedTest
    @CsvSource({"20, 1", "59999, 1", "60000, 2", "125000, 3"})
    void aStallCostsTheRoundsThatEndInIt(long stallMillis, int firstOfTheBot) throws Exception {
        MatchesAlone alone = new MatchesAlone(new MemoryStore(), ServerLimits.STANDARD, Runnable::run, thinking::add);
        MatchesAlone.Sitting ann = alone.begin(ROUNDS, WINDOW_MILLIS, "hold");
        Notice.RoundOpened first = MatchesAlone.opened(ann.view(), 1);
        assertThat(first.windowMillis()).isEqualTo(WINDOW_MILLIS);
        pass(alone, ann, stallMillis);
        for (int round = firstOfTheBot; round <= ROUNDS; round++) {
            MatchesAlone.opened(ann.view(), round);
            MatchesAlone.does(ann, round, "s", new Deed.Submit(List.of()));
            MatchesAlone.does(ann, round, "r", new Deed.Ready(true, 0));
            int now = round;
            while (!told(ann).stream()
                    .anyMatch(notice -> notice instanceof Notice.RoundResolved resolved
                            && resolved.view().round() == now)) {
                think();
                Thread.onSpinWait();
            }
        }
        while (!(ann.view().event(ann.view().lastEvent()) instanceof Notice.MatchOver)) {
            Thread.onSpinWait();
        }
        List<Integer> sealed = told(ann).stream()
                .filter(Notice.SeatStatus.class::isInstance)
                .map(Notice.SeatStatus.class::cast)
                .filter(status -> status.seat().side() == Side.CN && status.submitted() && status.ready())
                .map(Notice.SeatStatus::round)
                .distinct()
                .toList();
        List<Integer> expected = new ArrayList<>();
        for (int round = firstOfTheBot; round <= ROUNDS; round++) {
            expected.add(round);
        }
        assertThat(sealed).isEqualTo(expected);
        alone.close();
    }

    /** Lets time pass window by window: each round is told to be over before the next one runs down. */
    private static void pass(MatchesAlone alone, MatchesAlone.Sitting ann, long millis) {
        long left = millis;
        for (int round = 1; left > 0; round++) {
            MatchesAlone.opened(ann.view(), round);
            alone.pass(Math.min(left, WINDOW_MILLIS));
            left -= WINDOW_MILLIS;
        }
    }

    private static List<Notice> told(MatchesAlone.Sitting seat) {
        List<Notice> told = new ArrayList<>();
        for (long event = 1; event <= seat.view().lastEvent(); event++) {
            Notice notice = seat.view().event(event);
            if (notice != null) {
                told.add(notice);
            }
        }
        return told;
    }
}
