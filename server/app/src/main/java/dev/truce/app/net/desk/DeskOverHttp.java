package dev.truce.app.net.desk;

import dev.truce.app.host.classes.ClassConnection;
import dev.truce.app.host.classes.Classes.DeskPlace;
import dev.truce.app.host.service.Timers;
import dev.truce.app.http.HttpAnswer;
import dev.truce.app.room.ServerRefusals;
import dev.truce.engine.orders.Refusal;
import dev.truce.protocol.codec.json.WireJson;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassNews.TableChanged;
import dev.truce.protocol.message.ClosingCause;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.ServerMessage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A desk of a class over HTTP. It has no connection of its own: it keeps the newest state that a desk on the wire would have heard, with a
 * number, until somebody asks. Thread-safe.
 */
final class DeskOverHttp implements ClassConnection {
    /** How long a call waits for something new. */
    static final Duration WAIT = Duration.ofSeconds(25);

    /** Calls of a desk that wait at a time; the oldest is answered to make room. */
    static final int MAX_WAITING = 4;

    private final Timers timers;
    private final Consumer<DeskOverHttp> onEnd;
    private final Map<Integer, TableChanged> tables = new TreeMap<>();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private @Nullable DeskPlace place;
    private ClassNews.@Nullable Changed state;
    private long number;
    private long usedNanos;
    private @Nullable Refusal ended;

    /** A call that waits. */
    private static final class Waiting {
        private final Consumer<HttpAnswer> done;
        private Timers.@Nullable Alarm alarm;

        Waiting(Consumer<HttpAnswer> done) {
            this.done = done;
        }
    }

    /**
     * A desk that is not open yet.
     *
     * @param onEnd told when it is closed by the class
     */
    DeskOverHttp(Timers timers, Consumer<DeskOverHttp> onEnd) {
        this.timers = timers;
        this.onEnd = onEnd;
        this.usedNanos = timers.nanos();
    }

    synchronized void opened(DeskPlace opened) {
        place = opened;
    }

    /** Returns what the class has given it. */
    synchronized DeskPlace place() {
        DeskPlace opened = place;
        if (opened == null) {
            throw new IllegalStateException("the desk is not open");
        }
        return opened;
    }

    synchronized boolean isOpen() {
        return place != null && ended == null;
    }

    /** Somebody asks something. */
    synchronized void used() {
        usedNanos = timers.nanos();
    }

    /** Returns for how long nobody has asked anything. */
    synchronized long idleNanos() {
        return waiting.isEmpty() ? timers.nanos() - usedNanos : 0;
    }

    synchronized int waiting() {
        return waiting.size();
    }

    @Override
    public void tell(ClassNews news) {
        List<Waiting> told;
        synchronized (this) {
            boolean isNew;
            if (news instanceof TableChanged table) {
                isNew = !table.equals(tables.put(table.table(), table));
            } else if (news instanceof ClassNews.Changed changed) {
                isNew = !changed.equals(state);
                state = changed;
            } else {
                isNew = false;
            }
            if (!isNew) {
                return;
            }
            number++;
            told = takeWaiting();
        }
        answer(told);
    }

    private List<Waiting> takeWaiting() {
        List<Waiting> taken = new ArrayList<>(waiting);
        waiting.clear();
        return taken;
    }

    private void answer(List<Waiting> told) {
        if (told.isEmpty()) {
            return;
        }
        HttpAnswer newest = newest();
        for (Waiting each : told) {
            Timers.Alarm alarm = each.alarm;
            if (alarm != null) {
                alarm.cancel();
            }
            each.done.accept(newest);
        }
    }

    /**
     * Answers with the newest state, at once or as soon as it has another number than the one that is known, but not later than after 25
     * seconds.
     *
     * @param known number of the state that the caller has; -1 for none
     */
    void newest(long known, Consumer<HttpAnswer> done) {
        List<Waiting> told = new ArrayList<>();
        synchronized (this) {
            Waiting asks = new Waiting(done);
            if (known != number || ended != null) {
                told.add(asks);
            } else {
                waiting.add(asks);
                asks.alarm = timers.after(WAIT.toMillis(), () -> timeUp(asks));
                if (waiting.size() > MAX_WAITING) {
                    told.add(waiting.remove());
                }
            }
        }
        answer(told);
    }

    private void timeUp(Waiting asks) {
        boolean still;
        synchronized (this) {
            still = waiting.remove(asks);
            usedNanos = timers.nanos();
        }
        if (still) {
            answer(List.of(asks));
        }
    }

    private synchronized HttpAnswer newest() {
        Refusal why = ended;
        if (why != null) {
            return DeskAnswers.refused(why);
        }
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("number", number);
        ClassNews.Changed known = state;
        object.put("classChanged", known == null ? null : WireJson.content(new ServerMessage.OfClass(known)));
        object.put(
                "tables",
                tables.values().stream()
                        .map(table -> WireJson.content(new ServerMessage.OfClass(table)))
                        .toList());
        return DeskAnswers.json(object);
    }

    /** Nobody asks for it any more, or the class has closed it. */
    void end(Refusal why) {
        List<Waiting> told;
        synchronized (this) {
            ended = why;
            told = takeWaiting();
        }
        answer(told);
    }

    @Override
    public void wake() {}

    @Override
    public void takenOver() {
        onEnd.accept(this);
        end(gone());
    }

    @Override
    public void close(ClosingCause cause, String detail) {
        onEnd.accept(this);
        end(ServerRefusals.later());
    }

    static Refusal gone() {
        return Refusal.of(ConnectionCode.BAD_TOKEN, "").because("refused.http.gone");
    }
}
