package dev.truce.cli.terminal;

import dev.truce.cli.text.Texts;
import dev.truce.engine.text.TextWidth;
import java.io.PrintStream;
import java.util.function.LongSupplier;

/**
 * Tells how far a study is, how fast it goes and how long it will still take: on a terminal in one line that is written over, elsewhere
 * in a line every ten seconds, so that work that takes less says nothing. Thread-safe.
 */
public final class Meter {
    private static final double NANOS = 1e9;
    /** A person cannot read faster than this. */
    private static final long NANOS_ON_A_TERMINAL = 250_000_000L;

    private static final long NANOS_ELSEWHERE = 10_000_000_000L;

    /** The last column stays free, since some terminals begin a new line after it. */
    private static final int ROOM = TextWidth.SCREEN - 1;

    private final PrintStream out;
    private final LongSupplier nanoTime;
    private final boolean redraws;
    private final String work;
    private final long matches;
    private final long began;
    private long played;
    private long told;

    /**
     * Begins.
     *
     * @param out where the lines go
     * @param nanoTime a clock that never goes back, nanoseconds
     * @param redraws whether lines may be written over
     * @param work what is done, in words
     * @param matches how many matches it takes, at least 1
     */
    public Meter(PrintStream out, LongSupplier nanoTime, boolean redraws, String work, long matches) {
        this.out = out;
        this.nanoTime = nanoTime;
        this.redraws = redraws;
        this.work = work;
        this.matches = matches;
        this.began = nanoTime.getAsLong();
        this.told = began;
        if (redraws) {
            tell(began);
        }
    }

    /** Counts matches that are over; called by any thread. */
    public synchronized void played(int more) {
        played += more;
        long now = nanoTime.getAsLong();
        if (now - told >= (redraws ? NANOS_ON_A_TERMINAL : NANOS_ELSEWHERE)) {
            tell(now);
        }
    }

    /** Removes the line: all work is done. */
    public synchronized void end() {
        if (redraws) {
            out.print("\r" + " ".repeat(ROOM) + "\r");
            out.flush();
        }
    }

    private void tell(long now) {
        told = now;
        if (redraws) {
            out.print("\r" + TextWidth.pad(TextWidth.cut(line(now), ROOM), ROOM));
        } else {
            out.println(line(now));
        }
        out.flush();
    }

    private String line(long now) {
        double seconds = (now - began) / NANOS;
        if (played == 0 || seconds <= 0) {
            return Texts.of("meter.begun", work, matches);
        }
        double rate = played / seconds;
        return Texts.of("meter.progress", work, played, matches, rate, Math.ceil((matches - played) / rate));
    }
}
