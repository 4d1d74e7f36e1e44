package dev.truce.app.host.matches;

import com.sun.management.OperatingSystemMXBean;
import dev.truce.app.config.ServerLimits;
import dev.truce.store.sqlite.SqliteStore;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A start of a server that brings all its matches back: {@code Recovery DIRECTORY MATCHES ROUNDS STARTS} plays matches of two people up to a
 * round, then starts so many times, and prints how many matches came back, and how many journaled inputs a second were read, verified and
 * played again in the quickest start, and what each took of the processor in the cheapest.
 */
final class Recovery {
    private static final int MOST_ROUNDS = 12;

    private Recovery() {}

    private static double least(long[] nanos) {
        return Arrays.stream(nanos).min().orElseThrow();
    }

    public static void main(String[] args) throws Exception {
        Path data = Path.of(args[0]);
        int count = Integer.parseInt(args[1]);
        int rounds = Integer.parseInt(args[2]);
        MatchesAlone first = new MatchesAlone(SqliteStore.open(data), ServerLimits.STANDARD);
        for (int i = 0; i < count; i++) {
            List<MatchesAlone.Sitting> seats = first.begin(MOST_ROUNDS);
            for (int round = 1; round <= rounds; round++) {
                MatchesAlone.play(seats, round);
            }
        }
        first.close();
        // The start, and of each round two submissions and two that are done.
        long inputs = count * (1L + 4 * rounds);
        long[] nanos = new long[Integer.parseInt(args[3])];
        long[] processor = new long[nanos.length];
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        int back = 0;
        for (int start = 0; start < nanos.length; start++) {
            ExecutorService lookups =
                    Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
            AtomicInteger open = new AtomicInteger();
            long from = System.nanoTime();
            long busy = machine.getProcessCpuTime();
            Executor counting = task -> {
                open.incrementAndGet();
                lookups.execute(() -> {
                    task.run();
                    open.decrementAndGet();
                });
            };
            MatchesAlone again =
                    new MatchesAlone(SqliteStore.open(data), ServerLimits.STANDARD, counting, Runnable::run);
            again.pass(ServerLimits.STANDARD.restartGrace().toMillis());
            while (open.get() > 0) {
                Thread.yield();
            }
            nanos[start] = System.nanoTime() - from;
            processor[start] = machine.getProcessCpuTime() - busy;
            back = again.matches().caches().get("matches").asMap().size();
            again.close();
            lookups.shutdown();
        }
        System.out.printf(
                Locale.ROOT,
                "back %d inputs %d a second %.0f processor us each %.1f%n",
                back,
                inputs,
                inputs / (least(nanos) / 1e9),
                least(processor) / 1e3 / inputs);
        System.exit(0);
    }
}
