package dev.truce.bot.wire;

import java.util.ArrayList;
import java.util.List;

/** A bot's thread that runs when the test says so, with a clock that the test turns. */
final class HandTurnedThread implements BotThread {
    private record Task(long dueMillis, Runnable work) {}

    private final List<Task> tasks = new ArrayList<>();
    private long nowMillis;
    private boolean closed;

    @Override
    public void run(Runnable task) {
        runAfter(0, task);
    }

    @Override
    public void runAfter(long millis, Runnable task) {
        if (!closed) {
            tasks.add(new Task(nowMillis + millis, task));
        }
    }

    @Override
    public void close() {
        closed = true;
        tasks.clear();
    }

    /** Runs everything that is due, and what that leads to; fails if it never comes to rest. */
    void run() {
        for (int ran = 0; ran < 10_000; ran++) {
            if (!runOne()) {
                return;
            }
        }
        throw new AssertionError("the thread does not come to rest");
    }

    /** Runs the first task that is due; false if none is. */
    boolean runOne() {
        Task due = null;
        for (Task task : tasks) {
            if (task.dueMillis() <= nowMillis && (due == null || task.dueMillis() < due.dueMillis())) {
                due = task;
            }
        }
        if (due == null) {
            return false;
        }
        tasks.remove(due);
        due.work().run();
        return true;
    }

    /** Lets time pass, then runs what is due. */
    void pass(long millis) {
        nowMillis += millis;
        run();
    }
}
