package dev.truce.app.host.stream;

import dev.truce.match.Notice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one viewer of a match has been told, numbered from 1 without gaps. The numbers follow from the inputs alone, so they
 * are the same after a restart, and every connection of the viewer reads the one list at its own pace: nothing is queued for
 * a slow reader. Thread-safe.
 */
public final class EventStream {
    private List<Notice> events = new ArrayList<>();
    /** How many of the events are not in the list, since the match sleeps; all of them or none. */
    private int forgotten;

    private Runnable wanted = () -> {};

    /** Appends an event; everything that it follows from is on disk. */
    synchronized void append(Notice event) {
        if (forgotten > 0) {
            throw new IllegalStateException("a match that sleeps tells nothing");
        }
        events.add(event);
    }

    /** Returns an event by its number, or null if it has not happened yet, or is forgotten until its match wakes up. */
    public @Nullable Notice get(long sequence) {
        Runnable call;
        synchronized (this) {
            if (sequence >= 1 && sequence <= events.size()) {
                return events.get((int) (sequence - 1));
            }
            if (sequence < 1 || sequence > forgotten) {
                return null;
            }
            call = wanted;
        }
        call.run();
        return null;
    }

    /** Returns the number of the latest event, 0 if there is none. */
    public synchronized long last() {
        return (long) events.size() + forgotten;
    }

    /**
     * Forgets the events, which can be read again.
     *
     * @param whenWanted runs each time somebody asks for one of them
     */
    synchronized void forget(Runnable whenWanted) {
        wanted = whenWanted;
        forgotten += events.size();
        events = List.of();
    }

    /**
     * Knows the events again.
     *
     * @throws IllegalStateException unless there are as many as were forgotten
     */
    synchronized void remember(List<Notice> again) {
        if (again.size() != forgotten) {
            throw new IllegalStateException(again.size() + " events, expected " + forgotten);
        }
        events = new ArrayList<>(again);
        forgotten = 0;
    }
}
