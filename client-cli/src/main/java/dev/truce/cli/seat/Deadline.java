package dev.truce.cli.seat;

import dev.truce.match.notation.TimeText;
import java.util.Optional;

/** Tells how much time a round has left, at five minutes, one minute, thirty and ten seconds before it closes. */
public final class Deadline {
    private static final long[] MARKS_SECONDS = {300, 60, 30, 10};

    private static final long RUNS = -1;

    private final long closesUnixMillis;
    /** What is left while the clock stands, or {@link #RUNS}. */
    private final long standsMillis;

    private int told;

    /**
     * @param closesUnixMillis when the round closes, 0 for never
     * @param nowUnixMillis now; marks that have passed are not told
     */
    public Deadline(long closesUnixMillis, long nowUnixMillis) {
        this(closesUnixMillis, nowUnixMillis, RUNS);
    }

    private Deadline(long closesUnixMillis, long nowUnixMillis, long standsMillis) {
        this.closesUnixMillis = closesUnixMillis;
        this.standsMillis = standsMillis;
        told = due(nowUnixMillis);
    }

    /**
     * Returns a clock that stands.
     *
     * @param leftMillis what is left, 0 if there is no limit
     */
    public static Deadline standing(long leftMillis) {
        return new Deadline(0, 0, leftMillis);
    }

    /** Returns whether the clock stands, so that no time passes. */
    public boolean stands() {
        return standsMillis != RUNS;
    }

    /** Returns the time left if it is to be told now: once, however many marks have passed. */
    public Optional<String> tell(long nowUnixMillis) {
        int due = due(nowUnixMillis);
        boolean tells = due > told && nowUnixMillis < closesUnixMillis;
        told = Math.max(told, due);
        return tells ? Optional.of(left(nowUnixMillis)) : Optional.empty();
    }

    /** Returns for how long nothing is to be told, at most a minute. */
    public long quietMillis(long nowUnixMillis) {
        if (closesUnixMillis == 0 || told == MARKS_SECONDS.length) {
            return 60_000;
        }
        long next = closesUnixMillis - MARKS_SECONDS[told] * 1000;
        return Math.max(1, Math.min(60_000, next - nowUnixMillis));
    }

    /** Returns the time left as minutes and seconds, rounded up, for example {@code 11:58}. */
    public String left(long nowUnixMillis) {
        return TimeText.left(stands() ? standsMillis : closesUnixMillis - nowUnixMillis);
    }

    /** Returns whether there is no limit. */
    public boolean isNever() {
        return closesUnixMillis == 0 && standsMillis <= 0;
    }

    private int due(long nowUnixMillis) {
        if (closesUnixMillis == 0) {
            return 0;
        }
        int due = 0;
        while (due < MARKS_SECONDS.length && closesUnixMillis - nowUnixMillis <= MARKS_SECONDS[due] * 1000) {
            due++;
        }
        return due;
    }
}
