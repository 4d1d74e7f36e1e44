package dev.truce.app.host.matches;

import dev.truce.app.config.ServerLimits;
import dev.truce.match.Notice;
import dev.truce.store.EventStore;
import dev.truce.store.chain.MemoryStore;
import dev.truce.store.sqlite.SqliteStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.management.JMException;

/**
 * What is left of matches that are over, once their people are gone. {@code FinishedMatches MATCHES [DIRECTORY]} plays so many and prints every class
 * of which more objects are there than before, and how many; last it prints how many matches are in memory and how many alarms were added.
 * It runs in a process of its own, since it counts all that is on the heap. Without a directory the journal is in
 * memory, and not counted.
 */
final class FinishedMatches {
    private static final int WARM_UP = 200;
    private static final List<String> COUNTED =
            List.of("dev.truce.app.", "dev.truce.bot", "dev.truce.engine.", "dev.truce.match.", "dev.truce.protocol.");

    private FinishedMatches() {}

    private static void play(MatchesAlone alone, int count) {
        for (int i = 0; i < count; i++) {
            List<MatchesAlone.Sitting> seats = alone.begin(1);
            MatchesAlone.play(seats, 1);
            for (MatchesAlone.Sitting seat : seats) {
                while (!(seat.view().event(seat.view().lastEvent()) instanceof Notice.MatchOver)) {
                    Thread.onSpinWait();
                }
                seat.leave();
            }
        }
    }

    /** Returns how many objects there are of each class of ours. */
    private static Map<String, Long> objects() throws JMException {
        Map<String, Long> objects = new TreeMap<>();
        MatchesAlone.histogram().lines().map(line -> line.strip().split("\\s+")).forEach(line -> {
            if (line.length > 3 && COUNTED.stream().anyMatch(line[3]::startsWith)) {
                objects.put(line[3], Long.parseLong(line[1]));
            }
        });
        return objects;
    }

    public static void main(String[] args) throws Exception {
        int count = Integer.parseInt(args[0]);
        // Fewer rooms than matches before: those that are over make way.
        ServerLimits limits = ServerLimits.STANDARD.edit().rooms(WARM_UP / 3).done();
        EventStore store = args.length > 1 ? SqliteStore.open(Path.of(args[1])) : new MemoryStore();
        MatchesAlone alone = new MatchesAlone(store, limits);
        play(alone, WARM_UP);
        int alarms = alone.alarms();
        Map<String, Long> before = objects();
        play(alone, count);
        Map<String, Long> after = objects();
        after.forEach((type, number) -> {
            // A few are there by chance: of what runs just now.
            long more = number - before.getOrDefault(type, 0L);
            if (more > count / 100) {
                System.out.println("more " + type + " " + more);
            }
        });
        System.out.println("in memory "
                + alone.matches().caches().get("matches").estimatedSize() + " alarms " + (alone.alarms() - alarms));
        System.exit(0);
    }
}
