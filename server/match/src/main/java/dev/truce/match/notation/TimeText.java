package dev.truce.match.notation;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The written form of a stretch of time: minutes and seconds, {@code 1:00} or {@code -0:30}. */
public final class TimeText {
    private static final Pattern TIME = Pattern.compile("([+-]?)([0-9]{1,5}):([0-5][0-9])(?:\\.([0-9]{3}))?");

    private TimeText() {}

    /** Returns a time; thousandths only if there are any. */
    public static String of(long millis) {
        long abs = Math.abs(millis);
        String thousandths = abs % 1000 == 0 ? "" : String.format(Locale.ROOT, ".%03d", abs % 1000);
        return String.format(
                Locale.ROOT, "%s%d:%02d%s", millis < 0 ? "-" : "", abs / 60_000, abs / 1000 % 60, thousandths);
    }

    /** Returns what is left, rounded up to whole seconds, so that it is nothing only when it is over. */
    public static String left(long millis) {
        return of(Math.max(0, millis + 999) / 1000 * 1000);
    }

    /** Reads a time, in milliseconds; empty if the text is none. */
    public static Optional<Long> read(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            return Optional.empty();
        }
        long millis = Long.parseLong(time.group(2)) * 60_000
                + Long.parseLong(time.group(3)) * 1000
                + (time.group(4) == null ? 0 : Long.parseLong(time.group(4)));
        return Optional.of(time.group(1).equals("-") ? -millis : millis);
    }
}
