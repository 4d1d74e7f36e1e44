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
 * The matches whose journal is not as it was written; nobody goes on from it. And the matches of which a client says that it has heard more
 * than the journal holds: they go on, and the number proves nothing, since a client may send any. Thread-safe.
 */
public final class BrokenMatches {
    private static final Logger LOG = LoggerFactory.getLogger(BrokenMatches.class);

    private final Map<String, BrokenStream> broken = new ConcurrentSkipListMap<>();
    private final Set<String> claimed = new ConcurrentSkipListSet<>();

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
     * A client says that it has heard more of a match than there is; the log has one line of it for each match.
     *
     * @param heard number of the last event that the client names
     * @param told number of the last event that the match has told
     */
    void claims(String matchId, long heard, long told) {
        if (claimed.add(matchId)) {
            LOG.warn(
                    LogEvent.CLIENT_AHEAD.marker(),
                    "match {}: a client says that it has heard event {}, the journal leads to event {}; the client is"
                            + " wrong, or the end of the journal is lost",
                    matchId,
                    heard,
                    told);
        }
    }

    /** Returns the ids of matches of which a client says that it has heard more, in order. */
    public List<String> claimed() {
        return List.copyOf(claimed);
    }

    public Optional<BrokenStream> find(String matchId) {
        return Optional.ofNullable(broken.get(matchId));
    }

    /** Returns all matches that are not as they were written, by id. */
    public List<BrokenStream> all() {
        return List.copyOf(broken.values());
    }
}
