package dev.truce.app.host.stream;

import dev.truce.engine.view.Viewer;
import dev.truce.match.Effect;
import dev.truce.match.Notice;
import dev.truce.match.Seat;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was told in one match: a stream for each viewer, and beside it what single seats were told. Written by the tasks of the match, read from any
 * thread.
 */
public final class EventStreams {
    private final Map<Viewer, EventStream> streams = new EnumMap<>(Viewer.class);
    /** What single seats were told beside their sides; replaced, never changed. */
    private volatile Map<Seat, List<Notice>> privately = Map.of();

    private volatile int openRound;
    private volatile boolean over;

    /** A match of which nothing is told yet. */
    public EventStreams() {
        for (Viewer viewer : Viewer.values()) {
            streams.put(viewer, new EventStream());
        }
    }

    /** Returns the stream of a viewer. */
    public EventStream of(Viewer viewer) {
        EventStream stream = streams.get(viewer);
        if (stream == null) {
            throw new IllegalStateException("no stream for " + viewer);
        }
        return stream;
    }

    /** Appends what a viewer is told. */
    public void append(Effect.Tell tell) {
        of(tell.viewer()).append(tell.notice());
        if (tell.notice() instanceof Notice.RoundOpened opened) {
            openRound = opened.observation().openRound();
        } else if (tell.notice() instanceof Notice.MatchOver) {
            over = true;
        }
    }

    /** Keeps what a seat is told alone: its brief. */
    public void keep(Effect.TellSeat tell) {
        Map<Seat, List<Notice>> more = new HashMap<>(privately);
        List<Notice> told = new ArrayList<>(more.getOrDefault(tell.seat(), List.of()));
        told.add(tell.notice());
        more.put(tell.seat(), List.copyOf(told));
        privately = Map.copyOf(more);
    }

    /** Returns what a seat was told alone. */
    public List<Notice> alone(Seat seat) {
        return privately.getOrDefault(seat, List.of());
    }

    /**
     * Forgets all streams until {@link #remember}; what seats were told alone stays.
     *
     * @param wanted runs when somebody asks for an event that is forgotten; from any thread
     */
    public void forget(Runnable wanted) {
        streams.values().forEach(stream -> stream.forget(wanted));
    }

    /** Knows again what was forgotten. */
    public void remember(List<Effect> effects) {
        Map<Viewer, List<Notice>> told = new EnumMap<>(Viewer.class);
        for (Effect effect : effects) {
            if (effect instanceof Effect.Tell tell) {
                told.computeIfAbsent(tell.viewer(), viewer -> new ArrayList<>()).add(tell.notice());
            }
        }
        streams.forEach((viewer, stream) -> stream.remember(told.getOrDefault(viewer, List.of())));
    }

    /** The open round; 0 before the first. */
    public int openRound() {
        return openRound;
    }

    public boolean isOver() {
        return over;
    }
}
