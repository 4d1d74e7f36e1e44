package dev.truce.app.metrics;

import com.github.benmanes.caffeine.cache.Cache;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import io.micrometer.core.instrument.binder.jvm.ExecutorServiceMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.netty4.NettyAllocatorMetrics;
import io.micrometer.core.instrument.binder.netty4.NettyEventExecutorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import io.netty.util.concurrent.EventExecutor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.function.IntSupplier;

/** Meters of what the server runs on. */
public final class MachineMeters implements AutoCloseable {
    private final MeterRegistry registry;
    private final JvmGcMetrics collector = new JvmGcMetrics();

    /** Registers the meters of the virtual machine. */
    public MachineMeters(MeterRegistry registry) {
        this.registry = registry;
        registry.config().meterFilter(new UsualNames());
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        processorTime();
        new UptimeMetrics().bindTo(registry);
        collector.bindTo(registry);
    }

    /** The figure that tells how many processors the server keeps busy, under the name that all others use. */
    private void processorTime() {
        FunctionCounter.builder("process.cpu", ProcessHandle.current(), MachineMeters::cpuSeconds)
                .baseUnit("seconds")
                .description("Processor time that the server has used")
                .register(registry);
    }

    private static double cpuSeconds(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }

    /** Shows which program it is: always 1. */
    public void built(String version, String ruleset) {
        Gauge.builder("truce.build.info", () -> 1)
                .description("Version of the server, and ruleset of its first scenario")
                .tag("version", version)
                .tag("ruleset", ruleset)
                .strongReference(true)
                .register(registry);
    }

    /** Watches caches by name. */
    public void watch(Map<String, Cache<?, ?>> caches) {
        caches.forEach((name, cache) -> CaffeineCacheMetrics.monitor(registry, cache, name));
    }

    /** Watches a pool of threads. */
    public void watch(String name, ExecutorService pool) {
        new ExecutorServiceMetrics(pool, name, List.of()).bindTo(registry);
    }

    /** Watches event loops and the buffers that they use. */
    public void watch(Iterable<EventExecutor> loops) {
        new NettyEventExecutorMetrics(loops).bindTo(registry);
        if (ByteBufAllocator.DEFAULT instanceof ByteBufAllocatorMetricProvider provider) {
            new NettyAllocatorMetrics(provider).bindTo(registry);
        }
    }

    /** Shows a number of things. */
    public void watch(String name, String unit, String help, IntSupplier count) {
        Gauge.builder(name, count, IntSupplier::getAsInt)
                .baseUnit(unit)
                .description(help)
                .strongReference(true)
                .register(registry);
    }

    @Override
    public void close() {
        collector.close();
    }
}
