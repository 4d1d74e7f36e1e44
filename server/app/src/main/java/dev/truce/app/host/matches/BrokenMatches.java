package dev.truce.app.host.matches;

import dev.truce.store.BrokenStream;
import dev.truce.store.log.LogEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The matches whose journal is not as it was written; nobody goes on from it. And the matches of which a client has heard more than
 * the journal holds: they go on, but what was acknowledged is lost. Thread-safe.
 */
public final class BrokenMatches {
    private static final Logger LOG = LoggerFactory.getLogger(BrokenMatches.class);

    private final Map<String, BrokenStream> broken = new ConcurrentSkipListMap<>();
    private final Set<String> truncated = new ConcurrentSkipListSet<>();

    /** Adds a match; the log has one line of it. */
    void add(BrokenStream found) {
        if (broken.putIfAbsent(found.stream(), found) == null) {
            LOG.error(
                    LogEvent.JOURNAL_BROKEN.marker(),
                    "JOURNAL_BROKEN: {}; this match is refused, all others go on, nothing is overwritten",
                    found);
        }
    }

    /**
     * Adds a match whose end is lost; the log has one line of it.
     *
     * @param heard number of the last event that a client has heard
     * @param told number of the last event that the match has told
     */
    void addTruncated(String matchId, long heard, long told) {
        if (truncated.add(matchId)) {
            LOG.error(
                    LogEvent.JOURNAL_TRUNCATED.marker(),
                    "JOURNAL_TRUNCATED: match {}: a client has heard event {}, the journal leads to event {}; what was"
                            + " acknowledged is lost, or the client is wrong",
                    matchId,
                    heard,
                    told);
        }
    }

    /** Returns the ids of matches whose end is lost, in order. */
    public List<String> truncated() {
        return List.copyOf(truncated);
    }

    public Optional<BrokenStream> find(String matchId) {
        return Optional.ofNullable(broken.get(matchId));
    }

    /** Returns all matches that are not as they were written, by id. */
    public List<BrokenStream> all() {
        return List.copyOf(broken.values());
    }
}
