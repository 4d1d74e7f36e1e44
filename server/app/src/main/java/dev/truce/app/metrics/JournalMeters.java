package dev.truce.app.metrics;

import dev.truce.store.journal.Journal.CommitListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/** Meters of the journal. */
public final class JournalMeters implements CommitListener {
    private final MeterRegistry registry;
    private final OpenRounds openRounds;
    private final Timer commit;
    private final DistributionSummary group;
    private final AtomicInteger up = new AtomicInteger(1);
    private final Counter suspensions;

    /**
     * Registers the meters.
     *
     * @param openRounds holds back commits, since one may be of a seat
     */
    public JournalMeters(MeterRegistry registry, OpenRounds openRounds) {
        this.registry = registry;
        this.openRounds = openRounds;
        this.commit = Timer.builder("truce.journal.commit")
                .description("Time to write a group of journal entries and force it to disk")
                .serviceLevelObjectives(Buckets.LATENCY)
                .register(registry);
        this.group = DistributionSummary.builder("truce.journal.group")
                .baseUnit("entries")
                .description("Journal entries that one commit made durable")
                .serviceLevelObjectives(1, 2, 4, 8, 16, 32, 64, 128, 256)
                .register(registry);
        Gauge.builder("truce.journal.up", up, AtomicInteger::get)
                .description(
                        "1 if the journal saves, 0 if the store has failed and nothing can be saved before it is open again")
                .register(registry);
        this.suspensions = Counter.builder("truce.journal.suspensions")
                .description("Store failures")
                .register(registry);
    }

    /** Watches how many writes wait. */
    public void watchDepth(IntSupplier depth) {
        Gauge.builder("truce.journal.waiting", depth, IntSupplier::getAsInt)
                .baseUnit("writes")
                .description("Writes that wait for the disk")
                .strongReference(true)
                .register(registry);
    }

    @Override
    public void committed(int entries, long nanos) {
        openRounds.measure(() -> {
            commit.record(nanos, TimeUnit.NANOSECONDS);
            group.record(entries);
        });
    }

    @Override
    public void suspended() {
        up.set(0);
        suspensions.increment();
    }

    @Override
    public void resumed() {
        up.set(1);
    }

    /** Watches the matches whose journal is broken. */
    public void watchBroken(IntSupplier broken) {
        Gauge.builder("truce.journal.broken", broken, IntSupplier::getAsInt)
                .baseUnit("matches")
                .description("Broken journals")
                .strongReference(true)
                .register(registry);
    }

    /** Buckets that meters share. */
    static final class Buckets {
        /** From a fast disk's commit to the goal of 100 ms for an acknowledgement and beyond. */
        static final Duration[] LATENCY = {
            Duration.ofNanos(500_000),
            Duration.ofMillis(1),
            Duration.ofMillis(2),
            Duration.ofMillis(4),
            Duration.ofMillis(8),
            Duration.ofMillis(16),
            Duration.ofMillis(50),
            Duration.ofMillis(100),
            Duration.ofMillis(250),
            Duration.ofSeconds(1)
        };

        private Buckets() {}
    }
}
