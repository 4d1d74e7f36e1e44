package dev.truce.cli.pool;

import dev.truce.cli.text.Columns;
import dev.truce.cli.text.Texts;
import java.io.PrintStream;
import java.util.function.LongSupplier;

/** One line on a terminal that is written over: what is being done, how fast, and how long it will still take. */
public final class MeterLine implements Meter {
    /** Faster than this nobody can read. */
    private static final long NANOS_BETWEEN = 250_000_000L;

    private static final double NANOS = 1e9;
    /** The last column stays free, since some terminals begin a new line after it. */
    private static final int ROOM = Columns.SCREEN - 1;

    private final PrintStream terminal;
    private final LongSupplier nanoTime;
    private String work = "";
    private long matches = 1;
    private long played;
    private long began;
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
        work = now;
        matches = howMany;
        played = 0;
        began = nanoTime.getAsLong();
        tell();
    }

    @Override
    public synchronized void played(int more) {
        played += more;
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
        double seconds = (told - began) / NANOS;
        String line;
        if (played == 0 || seconds <= 0) {
            line = Texts.of("pool.progress.begun", work, matches);
        } else {
            double rate = played / seconds;
            line = Texts.of("pool.progress", work, played, matches, rate, Math.ceil((matches - played) / rate));
        }
        terminal.print("\r" + Columns.pad(Columns.cut(line, ROOM), ROOM));
        terminal.flush();
    }
}
