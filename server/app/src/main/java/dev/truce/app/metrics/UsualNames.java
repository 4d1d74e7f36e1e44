package dev.truce.app.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import java.util.Map;

/** Mends the meters of libraries where they break the rules that {@code promtool check metrics} knows: units, suffixes, helps. */
final class UsualNames implements MeterFilter {
    /** In nanoseconds; {@link MachineMeters} has the same in seconds. */
    private static final String CPU_TIME = "process.cpu.time";

    private static final Map<String, String> NAMES = Map.of("system.cpu.count", "system.processors");

    private static final Map<String, String> HELPS = Map.of(
            "netty.allocator.memory.used", "Memory that the buffers of the network use",
            "netty.eventexecutor.tasks.pending", "Tasks that wait for an event loop");

    @Override
    public MeterFilterReply accept(Meter.Id id) {
        return id.getName().equals(CPU_TIME) ? MeterFilterReply.DENY : MeterFilterReply.NEUTRAL;
    }

    @Override
    public Meter.Id map(Meter.Id id) {
        String name = NAMES.getOrDefault(id.getName(), id.getName());
        String help = HELPS.getOrDefault(id.getName(), id.getDescription());
        return new Meter.Id(name, Tags.of(id.getTagsAsIterable()), id.getBaseUnit(), help, id.getType());
    }
}
