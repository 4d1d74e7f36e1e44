package dev.truce.web.desk;

/** A time of day without a calendar: hours, minutes and seconds. */
final class TimeOfDay {
    private static final int DAY_SECONDS = 24 * 60 * 60;

    private TimeOfDay() {}

    /**
     * Returns a time of day.
     *
     * @param zoneMinutes what the time here is ahead of that of Greenwich
     */
    static String of(long unixMillis, int zoneMinutes) {
        long second = Math.floorMod(Math.floorDiv(unixMillis, 1000L) + zoneMinutes * 60L, (long) DAY_SECONDS);
        return two(second / 3600) + ":" + two(second / 60 % 60) + ":" + two(second % 60);
    }

    private static String two(long number) {
        return (number < 10 ? "0" : "") + number;
    }
}
