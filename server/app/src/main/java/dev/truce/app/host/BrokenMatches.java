package dev.truce.app.host;

import dev.truce.store.BrokenStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The matches whose journal is not as it was written; nobody goes on from it. Thread-safe. */
public final class BrokenMatches {
    private static final Logger LOG = LoggerFactory.getLogger(BrokenMatches.class);

    private final Map<String, BrokenStream> broken = new ConcurrentSkipListMap<>();

    /** Adds a match; the log has one line of it. */
    void add(BrokenStream found) {
        if (broken.putIfAbsent(found.stream(), found) == null) {
            LOG.error("JOURNAL_BROKEN: {}; this match is refused, all others go on, nothing is overwritten", found);
        }
    }

    Optional<BrokenStream> find(String matchId) {
        return Optional.ofNullable(broken.get(matchId));
    }

    /** Returns all of them, by id. */
    public List<BrokenStream> all() {
        return List.copyOf(broken.values());
    }
}
