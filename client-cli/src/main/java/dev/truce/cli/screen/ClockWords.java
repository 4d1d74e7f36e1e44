package dev.truce.cli.screen;

import dev.truce.cli.text.Texts;
import dev.truce.match.Notice.ClockChanged;
import dev.truce.match.RoundPart;
import dev.truce.match.Seat;
import dev.truce.match.notation.TimeText;

/** What the client says about the clock of a round, to seats and to the owner of the room; of a pause each hears in other words. */
public final class ClockWords {
    private ClockWords() {}

    /**
     * Returns the sentence about a change that is no pause.
     *
     * @param left what is left, as it is printed
     * @param isNever whether the round has no limit
     */
    public static String of(ClockChanged changed, String left, boolean isNever) {
        return switch (changed.cause()) {
            case PAUSED -> throw new IllegalArgumentException("a pause has words of its own");
            case UNPAUSED -> isNever ? Texts.of("session.clock.on.no-limit") : Texts.of("session.clock.on", left);
            case EXTENDED -> extended(changed, left);
            case TIME_UP ->
                Texts.of(changed.part() == RoundPart.OVERTIME ? "session.clock.grace" : "session.clock.extra", left);
        };
    }

    private static String extended(ClockChanged changed, String left) {
        String shift = TimeText.of(Math.abs(changed.shiftMillis()));
        Seat given = changed.seat();
        return given != null
                ? Texts.of("session.clock.given", given, shift)
                : Texts.of(changed.shiftMillis() < 0 ? "session.clock.less" : "session.clock.more", shift, left);
    }
}
