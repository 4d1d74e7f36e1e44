package dev.truce.story.heard;

import dev.truce.engine.text.TextWidth;
import dev.truce.match.Notice;
import dev.truce.match.RoundPart;
import dev.truce.match.Seat;
import dev.truce.match.deed.SeatHolder;
import dev.truce.match.notation.TimeText;
import dev.truce.protocol.message.RoomFact;
import dev.truce.story.words.Phrases;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is said of what the host and the clock do: one table from a notice to its sentence, for everybody who hears of it. A text
 * {@code notices.KEY} is for all; {@code notices.KEY.seat}, {@code .page}, {@code .owner} or {@code .watcher} is for one kind of listener instead. Where
 * there is no text for a listener, nothing is said.
 */
public final class NoticeWords {
    /** Who is told. */
    public enum Listener {
        /** Who plays. */
        SEAT,
        /** Who plays on the page, and hears what all who play hear where it has no text of its own. */
        PAGE,
        /** Who opened the room and holds the match. */
        OWNER,
        /** Who only watches. */
        WATCHER
    }

    private static final List<Row<?>> ROWS = List.of(
            new Row<>(
                    Notice.RoundOpened.class,
                    (told, to) -> to.say(
                            "opened",
                            told.observation().openRound(),
                            told.observation().quarter())),
            new Row<>(Notice.SeatStatus.class, (told, to) -> told.ready() ? to.say("ready", told.seat()) : ""),
            new Row<>(Notice.ClockChanged.class, (told, to) -> to.clock(told)),
            new Row<>(Notice.HorizonSet.class, (told, to) -> to.say("end", told.round())),
            new Row<>(
                    Notice.RoundShut.class,
                    (told, to) -> to.say("shut", told.round(), to.phrases.of("notices.shut.cause." + told.cause()))),
            new Row<>(Notice.SeatChanged.class, (told, to) -> to.changedHands(told)),
            new Row<>(Notice.HostActed.class, (told, to) -> to.host.told(told.act())),
            new Row<>(Notice.MatchOver.class, (told, to) -> to.say("over", told.rounds())));

    private final Listener listener;
    private final Phrases phrases;
    private final UnaryOperator<String> safe;
    private final HostWords host;
    private final @Nullable Seat own;
    private final String saved;

    /**
     * @param phrases the texts of the language
     * @param safe makes text of strangers fit to be shown
     * @param own the seat of the listener, or null
     * @param saved says what the server has on disk for it
     */
    public NoticeWords(
            Listener listener, Phrases phrases, UnaryOperator<String> safe, @Nullable Seat own, String saved) {
        this.listener = listener;
        this.phrases = phrases;
        this.safe = safe;
        this.host = new HostWords(phrases, safe);
        this.own = own;
        this.saved = saved;
    }

    /** Returns the sentence about a notice in lines that fit the screen; none if there is no sentence. */
    public List<String> lines(Notice notice) {
        String sentence = sentence(notice);
        return sentence.isEmpty() ? List.of() : TextWidth.wrap("", sentence);
    }

    /** Returns what is said when something begins to be so in a room, or is not so any more, in lines that fit the screen. */
    public List<String> of(RoomFact fact, boolean holds) {
        return TextWidth.wrap("", of(phrases, fact, holds));
    }

    /** Returns what is said of what is so in a room or a class now, or is not so any more. */
    public static String of(Phrases phrases, RoomFact fact, boolean holds) {
        return phrases.of("facts." + fact + (holds ? ".begins" : ".ends"));
    }

    /** Returns what is said of a notice; nothing if this listener is not told, or hears it in other ways. */
    public String sentence(Notice notice) {
        for (Row<?> row : ROWS) {
            if (row.kind().isInstance(notice)) {
                return row.of(notice, this);
            }
        }
        return "";
    }

    private String clock(Notice.ClockChanged changed) {
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

    private String changedHands(Notice.SeatChanged changed) {
        String person = changed.holder() instanceof SeatHolder.Nobody ? "nobody" : "person";
        String who = changed.bot().isEmpty() ? person : "bot";
        String bot = safe.apply(changed.bot());
        return changed.seat().equals(own) ? say("own-seat." + who, bot) : say("acts." + who, changed.seat(), bot);
    }

    private String say(String key, Object... arguments) {
        String general = "notices." + key;
        String special = general + "." + listener.name().toLowerCase(Locale.ROOT);
        if (listener == Listener.PAGE && !phrases.has(special)) {
            special = general + ".seat";
        }
        String found = phrases.has(special) ? special : general;
        return phrases.has(found) ? phrases.of(found, arguments) : "";
    }

    /** What is said of one kind of notice. */
    private record Row<N extends Notice>(Class<N> kind, BiFunction<N, NoticeWords, String> sentence) {
        String of(Notice notice, NoticeWords to) {
            return sentence.apply(kind.cast(notice), to);
        }
    }
}
