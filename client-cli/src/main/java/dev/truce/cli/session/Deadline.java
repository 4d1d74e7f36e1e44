package dev.truce.cli.session;

import dev.truce.cli.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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

    /** Returns what is to be told now: at most one text, however many marks have passed. */
    List<String> tell(long nowUnixMillis) {
        List<String> lines = new ArrayList<>();
        int due = due(nowUnixMillis);
        if (due > told && nowUnixMillis < closesUnixMillis) {
            lines.add(Texts.of("session.time", left(nowUnixMillis)));
        }
        told = Math.max(told, due);
        return lines;
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
