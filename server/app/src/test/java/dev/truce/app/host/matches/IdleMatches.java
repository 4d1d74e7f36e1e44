package dev.truce.app.host.matches;

import dev.truce.app.config.ServerLimits;
import dev.truce.app.host.View;
import dev.truce.store.sqlite.SqliteStore;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a match takes of the heap whose two people think. {@code IdleMatches DIRECTORY MATCHES ROUNDS} prints the bytes of a match after
 * so many rounds, first at once and then when all sleep; with any fourth word also what the heap holds. It runs in a process of its own,
 * since it counts all that is on the heap.
 */
final class IdleMatches {
    private static final int WARM_UP = 20;
    private static final int MOST_ROUNDS = 12;
    private static final long LONG_MILLIS = 60_000;

    /** How many looks in a row have to find nothing given back, and how many there are at most. */
    private static final int QUIET = 4;

    private static final int MOST_LOOKS = 40;

    /** Less than a match that is awake. */
    private static final long NOISE_BYTES = 10_000;

    /** What connections keep, so that it is counted. */
    private static final List<View> VIEWS = new ArrayList<>();

    private IdleMatches() {}

    private static void play(MatchesAlone alone, int count, int rounds) {
        for (int i = 0; i < count; i++) {
            List<MatchesAlone.Sitting> seats = alone.begin(MOST_ROUNDS);
            for (int round = 1; round <= rounds; round++) {
                MatchesAlone.play(seats, round);
            }
            for (MatchesAlone.Sitting seat : seats) {
                MatchesAlone.opened(seat.view(), rounds + 1);
                VIEWS.add(seat.view());
            }
        }
    }

    private static long heap() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            memory.gc();
            least = Math.min(least, memory.getHeapMemoryUsage().getUsed());
        }
        return least;
    }

    /**
     * What the heap holds when all sleep. One for which the journal has not answered yet cannot, and on a busy machine that takes a while: they are
     * asked again until nothing more is given back.
     */
    private static long heapAsleep(MatchesAlone alone) {
        long least = Long.MAX_VALUE;
        for (int quiet = 0, i = 0; quiet < QUIET && i < MOST_LOOKS; i++) {
            alone.pass(LONG_MILLIS);
            long heap = heap();
            quiet = heap < least - NOISE_BYTES ? 0 : quiet + 1;
            least = Math.min(least, heap);
        }
        return least;
    }

    public static void main(String[] args) throws Exception {
        int count = Integer.parseInt(args[1]);
        int rounds = Integer.parseInt(args[2]);
        MatchesAlone alone = new MatchesAlone(SqliteStore.open(Path.of(args[0])), ServerLimits.STANDARD);
        play(alone, WARM_UP, rounds);
        // Those of the warm-up sleep in both measurements.
        long before = heapAsleep(alone);
        play(alone, count, rounds);
        long idle = heap();
        if (args.length > 3) {
            System.out.println(MatchesAlone.histogram());
        }
        long asleep = heapAsleep(alone);
        if (args.length > 3) {
            System.out.println(MatchesAlone.histogram());
        }
        System.out.printf(Locale.ROOT, "idle %d asleep %d%n", (idle - before) / count, (asleep - before) / count);
        System.exit(0);
    }
}
