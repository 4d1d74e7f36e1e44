package dev.truce.cli.pool;

import java.io.PrintStream;
import java.util.function.LongSupplier;

/** A line every ten seconds, for logs and pipes; work that takes less says nothing. */
public final class MeterLines implements Meter {
    private static final long NANOS_BETWEEN = 10_000_000_000L;

    private final PrintStream out;
    private final LongSupplier nanoTime;
    private final Pace pace = new Pace();
    private long told;

    /**
     * @param out where the lines go
     * @param nanoTime a clock that never goes back, nanoseconds
     */
    public MeterLines(PrintStream out, LongSupplier nanoTime) {
        this.out = out;
        this.nanoTime = nanoTime;
    }

    @Override
    public synchronized void begin(String now, long howMany) {
        told = nanoTime.getAsLong();
        pace.begin(now, howMany, told);
    }

    @Override
    public synchronized void played(int more) {
        pace.played(more);
        long now = nanoTime.getAsLong();
        if (now - told >= NANOS_BETWEEN) {
            told = now;
            out.println(pace.line(now));
            out.flush();
        }
    }

    @Override
    public void end() {}
}
