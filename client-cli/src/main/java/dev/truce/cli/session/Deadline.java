package dev.truce.cli.session;

import java.util.Locale;
import java.util.Optional;

/** Tells how much time a round has left, at five minutes, one minute, thirty and ten seconds before it closes. */
final class Deadline {
    private static final long[] MARKS_SECONDS = {300, 60, 30, 10};

    private final long closesUnixMillis;
    private int told;

    /**
     * @param closesUnixMillis when the round closes, 0 for never
     * @param nowUnixMillis now; marks that have passed are not told
     */
    Deadline(long closesUnixMillis, long nowUnixMillis) {
        this.closesUnixMillis = closesUnixMillis;
        told = due(nowUnixMillis);
    }

    /** Returns the time left if it is to be told now: once, however many marks have passed. */
    Optional<String> tell(long nowUnixMillis) {
        int due = due(nowUnixMillis);
        boolean tells = due > told && nowUnixMillis < closesUnixMillis;
        told = Math.max(told, due);
        return tells ? Optional.of(left(nowUnixMillis)) : Optional.empty();
    }

    /** Returns for how long nothing is to be told, at most a minute. */
    long quietMillis(long nowUnixMillis) {
        if (closesUnixMillis == 0 || told == MARKS_SECONDS.length) {
            return 60_000;
        }
        long next = closesUnixMillis - MARKS_SECONDS[told] * 1000;
        return Math.max(1, Math.min(60_000, next - nowUnixMillis));
    }

    /** Returns the time left as minutes and seconds, rounded up, for example {@code 11:58}. */
    String left(long nowUnixMillis) {
        long seconds = Math.max(0, (closesUnixMillis - nowUnixMillis + 999) / 1000);
        return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }

    boolean isNever() {
        return closesUnixMillis == 0;
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
