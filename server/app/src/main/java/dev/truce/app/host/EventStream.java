package dev.truce.app.host;

import dev.truce.match.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one viewer of a match has been told, numbered from 1 without gaps. The numbers follow from the inputs alone, so they
 * are the same after a restart, and every connection of the viewer reads the one list at its own pace: nothing is queued for
 * a slow reader. Thread-safe.
 */
public final class EventStream {
    private final List<Notice> events = new ArrayList<>();

    /** Appends an event; everything that it follows from is on disk. */
    synchronized void append(Notice event) {
        events.add(event);
    }

    /** Returns an event by its number, or null if it has not happened yet. */
    public synchronized @Nullable Notice get(long sequence) {
        return sequence >= 1 && sequence <= events.size() ? events.get((int) (sequence - 1)) : null;
    }

    /** Returns the number of the latest event, 0 if there is none. */
    public synchronized long last() {
        return events.size();
    }

    /** Returns the latest event that opened a round. */
    synchronized Optional<Notice.RoundOpened> lastOpened() {
        for (int i = events.size() - 1; i >= 0; i--) {
            if (events.get(i) instanceof Notice.RoundOpened opened) {
                return Optional.of(opened);
            }
        }
        return Optional.empty();
    }
}
