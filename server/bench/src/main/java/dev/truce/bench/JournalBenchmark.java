package dev.truce.bench;

import dev.truce.store.Batch;
import dev.truce.store.Batch.Appended;
import dev.truce.store.Entry;
import dev.truce.store.StoredRoom;
import dev.truce.store.sqlite.SqliteStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Speed of the journal for one entry: read again and verified, and appended in groups with a force each. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
public class JournalBenchmark {
    private static final int MATCHES = 100;
    private static final int ENTRIES = 100;
    private static final int GROUP = 16;

    private @Nullable Path folder;
    private @Nullable SqliteStore store;
    private long last;

    private SqliteStore store() {
        SqliteStore open = store;
        if (open == null) {
            throw new IllegalStateException("not open");
        }
        return open;
    }

    /** Writes matches. */
    @Setup(Level.Trial)
    public void write() throws IOException {
        folder = Files.createTempDirectory("truce-bench-");
        store = SqliteStore.open(folder);
        Random random = new Random(1);
        for (int match = 0; match < MATCHES; match++) {
            String id = "match-" + match;
            List<Entry> entries = new ArrayList<>();
            entries.add(new Entry.RoomOpened(
                    new StoredRoom(id, "ABCD%04d".formatted(match), "", "", "", new byte[64], 1, false, 0)));
            while (entries.size() < ENTRIES) {
                byte[] input = new byte[100 + random.nextInt(100)];
                random.nextBytes(input);
                entries.add(new Entry.InputAccepted(input));
            }
            saved(store().append(List.of(new Batch(id, 0, entries))));
        }
        StoredRoom growing = new StoredRoom("growing", "GROWGROW", "", "", "", new byte[64], 1, false, 0);
        saved(store().append(List.of(new Batch("growing", 0, List.of(new Entry.RoomOpened(growing))))));
        last = 1;
    }

    private static void saved(Appended appended) {
        if (!(appended instanceof Appended.Done done) || !done.fenced().isEmpty()) {
            throw new IllegalStateException("not saved: " + appended);
        }
    }

    /** Reads all matches again, as a server does at its start, but for playing them. */
    @Benchmark
    @OperationsPerInvocation(MATCHES * ENTRIES)
    public long read() {
        long entries = 0;
        for (int match = 0; match < MATCHES; match++) {
            entries += store().match("match-" + match).orElseThrow().last();
        }
        return entries;
    }

    /** Appends a group, on the disk of the folder for temporary files. */
    @Benchmark
    @OperationsPerInvocation(GROUP)
    public long append() {
        List<Batch> group = new ArrayList<>();
        for (int i = 0; i < GROUP; i++) {
            group.add(new Batch("growing", last + i, List.of(new Entry.InputAccepted(new byte[150]))));
        }
        saved(store().append(group));
        last += GROUP;
        return last;
    }

    @TearDown(Level.Trial)
    public void delete() throws IOException {
        store().close();
        Path written = folder;
        if (written != null) {
            try (Stream<Path> files = Files.walk(written)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
