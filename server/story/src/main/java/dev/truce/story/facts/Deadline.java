package dev.truce.story.facts;

import dev.truce.match.notation.TimeText;
import java.util.Optional;

/** Tells how much time a round has left, at a few marks before it closes. */
public final class Deadline {
    private static final int[] USUAL = {300, 60, 30, 10};
    /** Who hears the marks instead of seeing them is not told faster than can be said. */
    private static final int[] SPOKEN = {300, 60, 15};

    private static final long RUNS = -1;

    private final long closesUnixMillis;
    /** What is left while the clock stands, or {@link #RUNS}. */
    private final long standsMillis;
    /** Seconds before the end at which the time is told, the most first. */
    private final int[] marks;

    private int told;

    /**
     * A clock that tells the time at five minutes, one minute, thirty and ten seconds.
     *
     * @param closesUnixMillis when the round closes, 0 for never
     * @param nowUnixMillis now; marks that have passed are not told
     */
    public Deadline(long closesUnixMillis, long nowUnixMillis) {
        this(closesUnixMillis, nowUnixMillis, RUNS, USUAL);
    }

    private Deadline(long closesUnixMillis, long nowUnixMillis, long standsMillis, int[] marks) {
        this.closesUnixMillis = closesUnixMillis;
        this.standsMillis = standsMillis;
        this.marks = marks;
        told = due(nowUnixMillis);
    }

    /** Returns a clock that is spoken: it tells the time at five minutes, one minute and fifteen seconds. */
    public static Deadline spoken(long closesUnixMillis, long nowUnixMillis) {
        return new Deadline(closesUnixMillis, nowUnixMillis, RUNS, SPOKEN);
    }

    /**
     * Returns a clock that stands.
     *
     * @param leftMillis what is left, 0 if there is no limit
     */
    public static Deadline standing(long leftMillis) {
        return new Deadline(0, 0, leftMillis, USUAL);
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
        if (closesUnixMillis == 0 || told == marks.length) {
            return 60_000;
        }
        long next = closesUnixMillis - marks[told] * 1000L;
        return Math.max(1, Math.min(60_000, next - nowUnixMillis));
    }

    /** Returns the time left as minutes and seconds, rounded up, for example {@code 11:58}. */
    public String left(long nowUnixMillis) {
        return TimeText.left(leftMillis(nowUnixMillis));
    }

    /** Returns the time left, less than nothing if the round should have closed. */
    public long leftMillis(long nowUnixMillis) {
        return stands() ? standsMillis : closesUnixMillis - nowUnixMillis;
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
        while (due < marks.length && closesUnixMillis - nowUnixMillis <= marks[due] * 1000L) {
            due++;
        }
        return due;
    }
}
