package dev.truce.app.metrics;

import dev.truce.app.net.connection.DisconnectCause;
import dev.truce.app.net.connection.NetListener;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.PhaseName;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Meters of connections. */
public final class NetMeters implements NetListener {
    private final OpenRounds openRounds;
    private final Map<PhaseName, AtomicInteger> phases = new EnumMap<>(PhaseName.class);
    private final Counter opened;
    private final Labelled<DisconnectCause, Counter> disconnects;
    private final Labelled<ConnectionCode, Counter> refusals;
    private final Labelled<RefusalCode, Counter> refusedByRules;
    private final Counter received;
    private final Counter uncaught;
    private final Counter requests;
    private final Timer lateness;

    /**
     * Registers the meters.
     *
     * @param openRounds holds back what seats do
     */
    public NetMeters(MeterRegistry registry, OpenRounds openRounds) {
        this.openRounds = openRounds;
        for (PhaseName phase : PhaseName.values()) {
            AtomicInteger count = new AtomicInteger();
            phases.put(phase, count);
            Gauge.builder("truce.open", count, AtomicInteger::get)
                    .baseUnit("connections")
                    .description("Open connections of the protocol by how far they have come")
                    .tag("phase", Labelled.word(phase))
                    .register(registry);
        }
        opened = Counter.builder("truce.connections")
                .description("Connections that were opened")
                .register(registry);
        disconnects = Labelled.countersBut(
                registry,
                DisconnectCause.class,
                List.of(DisconnectCause.HTTP_DONE),
                "truce.disconnects",
                "cause",
                "Connections that ended, by cause; not those that asked for a page and got it");
        refusals = Labelled.counters(
                registry, ConnectionCode.class, "truce.refusals", "code", "Requests that were refused, by code");
        refusedByRules = Labelled.counters(
                registry, RefusalCode.class, "truce.refusals", "code", "Requests that were refused, by code");
        received = Counter.builder("truce.frames.received")
                .description("Frames that clients sent")
                .register(registry);
        requests = Counter.builder("truce.http.requests")
                .description("HTTP requests that were answered")
                .register(registry);
        uncaught = Counter.builder("truce.uncaught")
                .description("Exceptions that nobody had expected; each is a bug")
                .register(registry);
        lateness = Timer.builder("truce.loop.lateness")
                .description("How much later than asked an event loop ran a task")
                .serviceLevelObjectives(
                        Duration.ofMillis(1),
                        Duration.ofMillis(5),
                        Duration.ofMillis(10),
                        Duration.ofMillis(50),
                        Duration.ofMillis(250))
                .register(registry);
    }

    @Override
    public void opened() {
        opened.increment();
    }

    @Override
    public void closed(DisconnectCause cause) {
        if (cause != DisconnectCause.HTTP_DONE) {
            disconnects.of(cause).increment();
        }
    }

    @Override
    public void entered(PhaseName phase) {
        count(phase).incrementAndGet();
    }

    @Override
    public void left(PhaseName phase) {
        count(phase).decrementAndGet();
    }

    private AtomicInteger count(PhaseName phase) {
        AtomicInteger count = phases.get(phase);
        if (count == null) {
            throw new IllegalStateException("no gauge for " + phase);
        }
        return count;
    }

    @Override
    public void received(@Nullable String matchId) {
        openRounds.count(matchId, received);
    }

    @Override
    public void refused(Refusal.Code code, @Nullable String matchId) {
        if (code instanceof RefusalCode rules) {
            openRounds.count(matchId, refusedByRules.of(rules));
        } else if (code instanceof ConnectionCode connection) {
            openRounds.count(matchId, refusals.of(connection));
        }
    }

    @Override
    public void requested() {
        requests.increment();
    }

    @Override
    public void uncaught() {
        uncaught.increment();
    }

    @Override
    public void late(long nanos) {
        lateness.record(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    }
}
