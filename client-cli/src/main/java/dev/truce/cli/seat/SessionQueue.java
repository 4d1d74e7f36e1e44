package dev.truce.cli.seat;

import dev.truce.protocol.client.Heard;
import dev.truce.protocol.client.SeatListener;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Brings what happens on other threads to the session's thread, in order. Bounded: a thread that posts into a full queue waits,
 * which slows the connection down and loses nothing.
 */
public final class SessionQueue implements SeatListener {
    private static final int ROOM = 1_024;

    private final LinkedBlockingDeque<Happening> happenings = new LinkedBlockingDeque<>(ROOM);

    public void post(Happening happening) {
        try {
            happenings.putLast(happening);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes the oldest, or null if there is none within {@code millis}. */
    public @Nullable Happening poll(long millis) throws InterruptedException {
        return happenings.pollFirst(millis, TimeUnit.MILLISECONDS);
    }

    /** Returns whether it holds that a match has begun, without taking anything. */
    public boolean hasBegun() {
        return happenings.stream().anyMatch(each -> Happening.heard(each) instanceof Heard.Begun);
    }

    @Override
    public void hear(Heard heard) {
        // A session has no use for what it would only wake up for.
        if (!(heard instanceof Heard.ServerTime || heard instanceof Heard.OfClass)) {
            post(new Happening.Hears(heard));
        }
    }
}
