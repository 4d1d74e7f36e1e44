package dev.truce.story.heard;

import dev.truce.match.Notice;
import dev.truce.match.RoundPart;
import dev.truce.match.Seat;
import dev.truce.match.deed.SeatHolder;
import dev.truce.match.notation.TimeText;
import dev.truce.protocol.message.RoomFact;
import dev.truce.story.heard.Hearing.Listener;
import dev.truce.story.words.Phrases;
import dev.truce.story.words.Wording;
import java.util.Locale;

/**
 * What is said of what the host and the clock do. A text {@code notices.KEY} is for all; {@code notices.KEY.seat}, {@code .page}, {@code .owner} or
 * {@code .watcher} is for one kind of listener instead. Where there is no text for a listener, nothing is said.
 */
public final class NoticeWords {
    private final Listener listener;
    private final Wording words;
    private final Phrases phrases;

    /** @param words of the listener's language */
    NoticeWords(Listener listener, Wording words) {
        this.listener = listener;
        this.words = words;
        this.phrases = words.phrases();
    }

    /** Returns what is said of what is so in a room or a class now, or is not so any more. */
    public static String of(Phrases phrases, RoomFact fact, boolean holds) {
        return phrases.of("facts." + fact + (holds ? ".begins" : ".ends"));
    }

    /** @param saved says what the server has of the seat */
    String clock(Notice.ClockChanged changed, String saved) {
        String left = TimeText.left(changed.leftMillis());
        boolean isNever = changed.leftMillis() == 0;
        return switch (changed.cause()) {
            case PAUSED -> isNever ? say("paused.no-limit", saved) : say("paused", left, saved);
            case UNPAUSED -> isNever ? say("resumed.no-limit") : say("resumed", left);
            case EXTENDED -> extended(changed, left);
            case TIME_UP -> say(changed.part() == RoundPart.OVERTIME ? "time-up.grace" : "time-up.extra", left);
        };
    }

    private String extended(Notice.ClockChanged changed, String left) {
        String shift = TimeText.of(Math.abs(changed.shiftMillis()));
        Seat given = changed.seat();
        return given != null
                ? say("time.given", given, shift)
                : say(changed.shiftMillis() < 0 ? "time.less" : "time.more", shift, left);
    }

    String shut(Notice.RoundShut shut) {
        return say("shut", shut.round(), phrases.of("notices.shut.cause." + shut.cause()));
    }

    /** @param own whether it is the listener's seat */
    String changedHands(Notice.SeatChanged changed, boolean own) {
        String person = changed.holder() instanceof SeatHolder.Nobody ? "nobody" : "person";
        String who = changed.bot().isEmpty() ? person : "bot";
        String bot = words.safe(changed.bot());
        return own ? say("own-seat." + who, bot) : say("acts." + who, changed.seat(), bot);
    }

    String say(String key, Object... arguments) {
        String general = "notices." + key;
        String special = general + "." + listener.name().toLowerCase(Locale.ROOT);
        if (listener == Listener.PAGE && !phrases.has(special)) {
            special = general + ".seat";
        }
        String found = phrases.has(special) ? special : general;
        return phrases.has(found) ? phrases.of(found, arguments) : "";
    }
}
