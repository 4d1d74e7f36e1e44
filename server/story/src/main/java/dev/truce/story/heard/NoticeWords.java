package dev.truce.story.heard;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.TermsHash;
import dev.truce.engine.board.Side;
import dev.truce.match.Notice;
import dev.truce.match.Occupant;
import dev.truce.match.RoundPart;
import dev.truce.match.Seat;
import dev.truce.match.deed.SeatHolder;
import dev.truce.match.notation.TimeText;
import dev.truce.protocol.message.RoomFact;
import dev.truce.protocol.message.Wire;
import dev.truce.protocol.text.SafeText;
import dev.truce.story.delegation.SeatWords;
import dev.truce.story.heard.Hearing.Listener;
import dev.truce.story.words.Phrases;
import dev.truce.story.words.TermsWords;
import dev.truce.story.words.Wording;
import java.util.List;
import java.util.Locale;

/**
 * What is said of what the host and the clock do. A text {@code notices.KEY} is for all; {@code notices.KEY.seat}, {@code .page}, {@code .owner} or
 * {@code .watcher} is for one kind of listener instead. Where there is no text for a listener, nothing is said.
 */
public final class NoticeWords {
    /** Digits of the hash of terms by which people tell them apart. */
    private static final int DIGITS = 4;

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

    /** @param isAlone whether no side has a minister */
    String seated(Occupant occupant, boolean isAlone) {
        String alone = occupant.bot() ? "session.other.bot" : "session.other.person";
        String ofPlayer = isAlone ? alone : "session.seat.taken";
        return words.text(
                listener == Listener.OWNER ? "room.seated" : ofPlayer,
                occupant.seat().side(),
                isAlone ? SafeText.uncomposed(words.safe(occupant.name()), Wire.NAME_CHARACTERS) : name(occupant));
    }

    String ready(Occupant occupant) {
        return words.text("session.seat.ready", occupant.seat().side(), name(occupant));
    }

    private String name(Occupant occupant) {
        return new SeatWords(phrases, words::safe).of(occupant);
    }

    /** @param other the side that it was made to, or that has made it */
    String answer(Offer offer, Side other) {
        return words.text("told." + offer.status().name(), other, offer.id());
    }

    List<String> made(Offer offer) {
        OfferId answered = offer.answers();
        return List.of(
                words.text(
                        answered == null ? "told.offer" : "told.counter",
                        offer.maker(),
                        offer.id(),
                        new TermsWords(words).unbroken(offer.terms()),
                        TermsHash.of(offer.terms()).substring(0, DIGITS),
                        offer.lastRound(),
                        answered == null ? "" : answered),
                words.text("told.offer.next", offer.id()));
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
