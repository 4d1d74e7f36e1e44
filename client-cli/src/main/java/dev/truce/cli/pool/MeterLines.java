package dev.truce.cli.pool;

import dev.truce.cli.text.Texts;
import java.io.PrintStream;
import java.util.function.LongSupplier;

/** A line every ten seconds, for logs and pipes; work that takes less says nothing. */
public final class MeterLines implements Meter {
    private static final long NANOS_BETWEEN = 10_000_000_000L;
    private static final double NANOS = 1e9;

    private final PrintStream out;
    private final LongSupplier nanoTime;
    private String work = "";
    private long matches = 1;
    private long played;
    private long began;
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
        work = now;
        matches = howMany;
        played = 0;
        began = nanoTime.getAsLong();
        told = began;
    }

    @Override
    public synchronized void played(int more) {
        played += more;
        long now = nanoTime.getAsLong();
        if (now - told >= NANOS_BETWEEN) {
            told = now;
            double rate = played / ((now - began) / NANOS);
            out.println(Texts.of("pool.progress", work, played, matches, rate, Math.ceil((matches - played) / rate)));
            out.flush();
        }
    }

    @Override
    public void end() {}
}
