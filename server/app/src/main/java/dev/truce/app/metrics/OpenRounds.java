package dev.truce.app.metrics;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import io.micrometer.core.instrument.Counter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds back what is counted of the seats of a match until its round is closed, so that no figure moves by what a seat does in an open round: second
 * thoughts and tries that are refused are nobody else's business. Thread-safe.
 */
public final class OpenRounds {
    /** Matches whose figures are held back at a time; those of the one that was not heard of for longest are published. */
    private static final int MAX_MATCHES = 16_384;

    /** Single measurements that are held back: more than the seats of a match bring about in a round, and what would be more is published. */
    static final int MAX_HELD = 8_192;

    private final Cache<String, Held> open = Caffeine.newBuilder()
            .maximumSize(MAX_MATCHES)
            .executor(Runnable::run)
            .evictionListener(OpenRounds::evicted)
            .build();

    private final Held ofAll = new Held();

    /** Figures that wait: how often something happened, and single measurements. */
    private static final class Held {
        private final Map<Counter, Integer> counts = new HashMap<>();
        private final List<Runnable> figures = new ArrayList<>();

        synchronized void add(Counter counter) {
            counts.merge(counter, 1, Integer::sum);
        }

        synchronized void add(Runnable figure) {
            figures.add(figure);
            if (figures.size() >= MAX_HELD) {
                publish();
            }
        }

        synchronized void publish() {
            counts.forEach((counter, times) -> counter.increment(times));
            counts.clear();
            figures.forEach(Runnable::run);
            figures.clear();
        }
    }

    private static void evicted(@Nullable String matchId, @Nullable Held held, RemovalCause cause) {
        if (held != null) {
            held.publish();
        }
    }

    /** A match goes on; a round of it is open from now on. */
    void begin(String matchId) {
        open.asMap().putIfAbsent(matchId, new Held());
    }

    /** The round of a match is closed. */
    void closed(String matchId) {
        Held held = open.getIfPresent(matchId);
        if (held != null) {
            held.publish();
        }
        ofAll.publish();
    }

    /** A match goes on no more. */
    void end(String matchId) {
        closed(matchId);
        open.invalidate(matchId);
    }

    /** Counts something that a seat of a match brought about: at once if no round of it is open, or for null. */
    void count(@Nullable String matchId, Counter counter) {
        Held held = matchId == null ? null : open.getIfPresent(matchId);
        if (held == null) {
            counter.increment();
        } else {
            held.add(counter);
        }
    }

    /** Measures something that a seat of a match brought about: at once if no round of it is open. */
    void measure(String matchId, Runnable figure) {
        Held held = open.getIfPresent(matchId);
        if (held == null) {
            figure.run();
        } else {
            held.add(figure);
        }
    }

    /** Measures something that a seat of any match may have brought about: at once if none has an open round, else when the next round is closed. */
    void measure(Runnable figure) {
        if (open.asMap().isEmpty()) {
            figure.run();
        } else {
            ofAll.add(figure);
        }
    }

    int matches() {
        return open.asMap().size();
    }
}
