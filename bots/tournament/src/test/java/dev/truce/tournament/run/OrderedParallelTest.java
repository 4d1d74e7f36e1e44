package dev.truce.tournament.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderedParallelTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void thingsComeInOrderWhateverTheNumberOfThreads(int threads) throws Exception {
        List<Integer> taken = new ArrayList<>();
        new OrderedParallel<Integer>(threads, LONG, () -> index -> {
                    // Every seventh is slow to make, so that others are finished before it.
                    int work = 0;
                    for (int i = 0; i < (index % 7 == 0 ? 200_000 : 10); i++) {
                        work += i ^ index;
                    }
                    return work == 1 ? -1 : index;
                })
                .run(3, 500, taken::add);
        assertThat(taken).isEqualTo(IntStream.range(3, 500).boxed().toList());
    }

    @Test
    void nobodyRunsFurtherAheadOfTheFirstMissingThingThanTheRingHasPlace() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        AtomicInteger most = new AtomicInteger();
        AtomicInteger ahead = new AtomicInteger();
        IntFunction<Integer> maker = index -> {
            most.accumulateAndGet(index, Math::max);
            if (index == 0) {
                // Goes on when the other thread has made all that it may.
                while (ahead.get() < 31) {
                    Thread.onSpinWait();
                }
                assertThat(most.get()).isLessThan(32);
                first.countDown();
            } else {
                ahead.incrementAndGet();
            }
            return index;
        };
        List<Integer> taken = new ArrayList<>();
        new OrderedParallel<>(2, LONG, () -> maker).run(0, 100, taken::add);
        assertThat(first.getCount()).isZero();
        assertThat(taken).hasSize(100);
    }

    @Test
    void whoTakesMayHaveEnough() throws Exception {
        List<Integer> taken = new ArrayList<>();
        new OrderedParallel<Integer>(2, LONG, () -> index -> index).run(0, 1000, made -> {
            taken.add(made);
            return made < 9;
        });
        assertThat(taken).hasSize(10);
    }

    /** The longest that a pair of models may take is longer than a clock of nanoseconds can count. */
    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT2400000H", "PT95000000H", "PT2562047788015H", "PT2562047788015215H"})
    void noPatienceIsTooLong(Duration patience) throws Exception {
        Thread taking = Thread.currentThread();
        IntFunction<Integer> maker = index -> {
            while (taking.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            return index;
        };
        List<Integer> taken = new ArrayList<>();
        new OrderedParallel<>(1, patience, () -> maker).run(0, 1, taken::add);
        assertThat(taken).containsExactly(0);
    }

    @Test
    void itStopsWhenItIsToldTo() throws Exception {
        List<Integer> taken = new ArrayList<>();
        OrderedParallel<Integer> orderedParallel = new OrderedParallel<>(1, LONG, () -> index -> index);
        orderedParallel.run(0, 1000, made -> {
            taken.add(made);
            if (made == 4) {
                orderedParallel.stop();
            }
            return true;
        });
        assertThat(taken).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void aThingThatIsNeverFinishedEndsTheWait() {
        CountDownLatch never = new CountDownLatch(1);
        OrderedParallel<Integer> orderedParallel = new OrderedParallel<>(2, Duration.ofSeconds(1), () -> index -> {
            if (index == 3) {
                await(never);
            }
            return index;
        });
        assertThatThrownBy(() -> orderedParallel.run(0, 10, made -> true))
                .isInstanceOf(StalledException.class)
                .hasMessageContaining("pair 3");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatAMakerThrowsComesOut() {
        OrderedParallel<Integer> orderedParallel = new OrderedParallel<>(2, LONG, () -> index -> {
            if (index == 5) {
                throw new IllegalArgumentException("broken");
            }
            return index;
        });
        assertThatThrownBy(() -> orderedParallel.run(0, 10, made -> true)).hasMessageContaining("broken");
    }
}
