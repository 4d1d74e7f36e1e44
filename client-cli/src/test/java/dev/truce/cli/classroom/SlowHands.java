package dev.truce.cli.classroom;

import dev.truce.bot.wire.BotThread;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Lets a bot wait before each step as a person does who reads and types. Other than the waits, steps keep their order. */
public final class SlowHands implements BotThread {
    private final BotThread thread;
    private final Random random;
    private final int leastMillis;
    private final int mostMillis;
    private long due = System.nanoTime();

    /**
     * Waits at random.
     *
     * @param thread does the steps, also those of others; closed by the caller
     */
    public SlowHands(BotThread thread, long seed, int leastMillis, int mostMillis) {
        this.thread = thread;
        this.random = new Random(seed);
        this.leastMillis = leastMillis;
        this.mostMillis = mostMillis;
    }

    @Override
    public synchronized void run(Runnable task) {
        long wait = leastMillis + random.nextInt(mostMillis - leastMillis + 1);
        long now = System.nanoTime();
        due = Math.max(due, now + TimeUnit.MILLISECONDS.toNanos(wait));
        thread.runAfter(TimeUnit.NANOSECONDS.toMillis(due - now), task);
    }

    @Override
    public void runAfter(long millis, Runnable task) {
        thread.runAfter(millis, task);
    }

    @Override
    public void close() {}
}
