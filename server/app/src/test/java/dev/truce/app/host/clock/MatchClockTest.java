package dev.truce.app.host.clock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.host.service.MatchServices;
import dev.truce.app.host.service.NodeLife;
import dev.truce.app.host.service.Timers;
import dev.truce.match.Effect;
import dev.truce.store.Entry;
import dev.truce.store.StoredClock;
import java.time.Clock;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MatchClockTest {
    private static final class Hands implements Timers {
        private long nanos;

        @Override
        public long nanos() {
            return nanos;
        }

        @Override
        public Alarm after(long millis, Runnable task) {
            return () -> {};
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    private final Hands hands = new Hands();
    private final NodeLife node = new NodeLife(hands, new SplittableRandom(1));
    private final MatchServices services = new MatchServices(
            null, null, null, null, hands, node, Clock.systemUTC(), null, null, null, null, null, null);
    private final MatchClock clock = new MatchClock(services, (round, timer) -> {});

    /** What is left of a clock that was written down and has not stood since, if the node is gone now. */
    private long leftAfterCrash(Entry.ClockSet written) {
        return written.clock().leftMillis(node.beat());
    }

    /** Otherwise who is killed after a slow write has less time than before. */
    @Test
    void whatTheDiskTakesIsNotCountedAfterACrash() {
        Effect.SetTimer set = new Effect.SetTimer(1, 1, 60_000);
        Entry.ClockSet written = (Entry.ClockSet) clock.written(List.of(set));
        pass(800);
        assertThat(leftAfterCrash(written)).isEqualTo(60_000);
        clock.wind(set);
        assertThat(leftAfterCrash(written)).isEqualTo(60_000);
        pass(2_000);
        assertThat(leftAfterCrash(written)).isEqualTo(58_000);
        assertThat(clock.leftMillis(1)).isEqualTo(58_000);
    }

    /** Otherwise who is killed then has the time from before the change. */
    @Test
    void whoGoesOnWhileAChangeWaitsForTheDiskWritesWhatIsLeftAfterIt() {
        clock.wind(new Effect.SetTimer(1, 1, 60_000));
        clock.awaitPeople();
        assertThat(written(new Effect.ShiftTimer(1, 2, 30_000))).isEqualTo(90_000);
        Entry.ClockSet goesOn = (Entry.ClockSet) clock.goOn();
        assertThat(goesOn.clock().leftMillis()).isEqualTo(90_000);
    }

    @Test
    void whoLeavesWhileAClockWaitsForTheDiskWritesThatItStands() {
        assertThat(written(new Effect.SetTimer(1, 1, 60_000))).isEqualTo(60_000);
        Entry.ClockSet stands = (Entry.ClockSet) clock.hold();
        assertThat(stands.clock().leftMillis()).isEqualTo(60_000);
        assertThat(stands.clock().incarnation()).isEmpty();
    }

    @Test
    void aWriteThatFailsHoldsNoOtherClockUp() {
        Effect.SetTimer set = new Effect.SetTimer(1, 1, 60_000);
        Entry.ClockSet other = (Entry.ClockSet) clock.written(List.of(set));
        clock.wind(set);
        MatchClock failing = new MatchClock(services, (round, timer) -> {});
        assertThat(failing.written(List.of(set))).isNotNull();
        pass(1_000);
        failing.fail();
        failing.fail();
        pass(2_000);
        assertThat(leftAfterCrash(other)).isEqualTo(58_000);
    }

    /** Otherwise no later round ever ends by its time, whatever is told. */
    @Test
    void aPauseInWhichARoundEndsHoldsNoClockOfALaterOne() {
        carryOut(new Effect.SetTimer(1, 1, 60_000));
        carryOut(new Effect.HoldTimer(1));
        carryOut(new Effect.CancelTimer(1));
        // The match goes on before another round opens, so that there is nothing to run.
        Entry.ClockSet next = carryOut(new Effect.SetTimer(2, 2, 30_000));
        assertThat(next).isNotNull();
        assertThat(next.clock().incarnation()).isNotEmpty();
        assertThat(clock.isRunning()).isTrue();
    }

    @Test
    void aPauseLiesAcrossARoundThatFollowsAtOnce() {
        carryOut(new Effect.SetTimer(1, 1, 60_000));
        carryOut(new Effect.HoldTimer(1));
        Entry.ClockSet next =
                carryOut(new Effect.CancelTimer(1), new Effect.SetTimer(2, 2, 30_000), new Effect.HoldTimer(2));
        assertThat(next).isNotNull();
        assertThat(next.clock()).isEqualTo(StoredClock.held(2, 30_000));
        assertThat(clock.isHeld()).isTrue();
    }

    /** Otherwise a server that is killed then gives back time that has passed. */
    @Test
    void whoWritesWhileAnEarlierPauseIsCarriedOutWritesThatTheClockRuns() {
        carryOut(new Effect.SetTimer(1, 1, 60_000));
        Effect hold = new Effect.HoldTimer(1);
        Effect run = new Effect.RunTimer(1, 2);
        assertThat(clock.written(List.of(hold))).isNotNull();
        assertThat(clock.written(List.of(run))).isNotNull();
        clock.wind(hold);
        Entry.ClockSet longer = (Entry.ClockSet) clock.written(List.of(new Effect.ShiftTimer(1, 3, 5_000)));
        assertThat(longer).isNotNull();
        assertThat(longer.clock().incarnation()).isNotEmpty();
    }

    /** Otherwise a failed write of one match gives all others back, after a crash, what has passed since. */
    @Test
    void aClockIsWrittenAgainInEveryLifeOfTheNode() {
        Effect.SetTimer set = new Effect.SetTimer(1, 1, 60_000);
        carryOut(set);
        assertThat(clock.again()).isNull();
        pass(1_000);
        node.renew();
        pass(2_000);
        assertThat(clock.isForgotten()).isTrue();
        Entry.ClockSet again = (Entry.ClockSet) clock.again();
        assertThat(again).isNotNull();
        pass(4_000);
        assertThat(leftAfterCrash(again)).isEqualTo(53_000);
        assertThat(clock.isForgotten()).isFalse();
    }

    @Test
    void aClockThatFoundNoPlaceInTheJournalIsWrittenLater() {
        clock.awaitPeople();
        clock.wind(new Effect.SetTimer(1, 1, 60_000));
        assertThat(clock.isForgotten()).isFalse();
        assertThat(clock.goOn()).isNotNull();
        clock.unwritten();
        assertThat(clock.isForgotten()).isTrue();
        assertThat(clock.again()).isNotNull();
    }

    /** It is written down with the change. */
    @Test
    void aClockWhoseChangeWaitsForTheDiskIsNotWrittenAgain() {
        carryOut(new Effect.SetTimer(1, 1, 60_000));
        node.renew();
        assertThat(written(new Effect.HoldTimer(1))).isEqualTo(60_000);
        assertThat(clock.again()).isNull();
    }

    private Entry.@Nullable ClockSet carryOut(Effect... effects) {
        Entry written = clock.written(List.of(effects));
        List.of(effects).forEach(clock::wind);
        return (Entry.ClockSet) written;
    }

    private void pass(long millis) {
        hands.nanos += TimeUnit.MILLISECONDS.toNanos(millis);
    }

    private long written(Effect effect) {
        Entry.ClockSet entry = (Entry.ClockSet) clock.written(List.of(effect));
        return entry.clock().leftMillis();
    }

    /** Otherwise a server that is killed in the pause comes back with another time than it told. */
    @Test
    void aPauseLeavesWhatWasWrittenDownOfIt() {
        Effect.SetTimer set = new Effect.SetTimer(1, 1, 60_000);
        assertThat(written(set)).isEqualTo(60_000);
        clock.wind(set);
        hands.nanos += TimeUnit.MILLISECONDS.toNanos(1_000);
        Effect hold = new Effect.HoldTimer(1);
        assertThat(written(hold)).isEqualTo(59_000);
        // What the disk takes.
        hands.nanos += TimeUnit.MILLISECONDS.toNanos(20);
        clock.wind(hold);
        assertThat(clock.leftMillis(1)).isEqualTo(59_000);
    }
}
