package dev.truce.protocol.client;

import dev.truce.protocol.message.ClientFrame;
import dev.truce.protocol.message.ClientMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A network of which the test is the other end, and a clock that the test moves. */
final class ScriptedLine implements ConversationPort {
    final List<ClientFrame> sent = new ArrayList<>();
    final List<RuntimeException> faults = new ArrayList<>();
    private final List<Task> tasks = new ArrayList<>();
    private long now = 1_000;
    int connects;
    int drops;
    boolean ended;

    private record Task(long at, Runnable what) {}

    @Override
    public void send(ClientFrame frame) {
        sent.add(frame);
    }

    @Override
    public void drop() {
        drops++;
    }

    @Override
    public void connect() {
        connects++;
    }

    @Override
    public Timer after(long millis, Runnable what) {
        Task task = new Task(now + millis, what);
        tasks.add(task);
        return () -> tasks.remove(task);
    }

    @Override
    public long nowMillis() {
        return now;
    }

    @Override
    public void failed(RuntimeException fault) {
        faults.add(fault);
    }

    @Override
    public void end() {
        ended = true;
    }

    /** Lets time pass, and what waits for it happen. */
    void pass(long millis) {
        long until = now + millis;
        while (true) {
            Task next = tasks.stream()
                    .min(Comparator.comparingLong(Task::at))
                    .filter(task -> task.at() <= until)
                    .orElse(null);
            if (next == null) {
                now = until;
                return;
            }
            tasks.remove(next);
            now = Math.max(now, next.at());
            next.what().run();
        }
    }

    int waiting() {
        return tasks.size();
    }

    /** Returns the newest request, which has to be of a type. */
    <T extends ClientMessage> T last(Class<T> type) {
        return type.cast(sent.get(sent.size() - 1).body());
    }

    long lastId() {
        return sent.get(sent.size() - 1).requestId();
    }
}
