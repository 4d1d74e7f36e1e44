package dev.truce.cli.pool;

import dev.truce.engine.text.TextWidth;
import java.io.PrintStream;
import java.util.function.LongSupplier;

/** One line on a terminal that is written over: what is being done, how fast, and how long it will still take. */
public final class MeterLine implements Meter {
    /** Faster than this nobody can read. */
    private static final long NANOS_BETWEEN = 250_000_000L;

    /** The last column stays free, since some terminals begin a new line after it. */
    private static final int ROOM = TextWidth.SCREEN - 1;

    private final PrintStream terminal;
    private final LongSupplier nanoTime;
    private final Pace pace = new Pace();
    private long told;

    /**
     * @param terminal where the line stands
     * @param nanoTime a clock that never goes back, nanoseconds
     */
    public MeterLine(PrintStream terminal, LongSupplier nanoTime) {
        this.terminal = terminal;
        this.nanoTime = nanoTime;
    }

    @Override
    public synchronized void begin(String now, long howMany) {
        pace.begin(now, howMany, nanoTime.getAsLong());
        tell();
    }

    @Override
    public synchronized void played(int more) {
        pace.played(more);
        if (nanoTime.getAsLong() - told >= NANOS_BETWEEN) {
            tell();
        }
    }

    @Override
    public synchronized void end() {
        terminal.print("\r" + " ".repeat(ROOM) + "\r");
        terminal.flush();
    }

    private void tell() {
        told = nanoTime.getAsLong();
        terminal.print("\r" + TextWidth.pad(TextWidth.cut(pace.line(told), ROOM), ROOM));
        terminal.flush();
    }
}
