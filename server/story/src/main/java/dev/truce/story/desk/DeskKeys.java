package dev.truce.story.desk;

import dev.truce.match.Seat;
import dev.truce.match.notation.ActForm;
import dev.truce.protocol.message.ClassNews;
import dev.truce.story.desk.ClassPicture.Waiting;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Short forms of what is done most at a desk: a letter, and what it needs. Each stands for a line in the notation of acts; every other line
 * is one already.
 */
public final class DeskKeys {
    private static final Pattern LETTER = Pattern.compile("([dbovpga+mshku])(?:\\s+(.*))?", Pattern.DOTALL);
    private static final Pattern TIME_AND_TABLES = Pattern.compile("(-?[0-9]{1,3}:[0-5][0-9])((?:[\\s,]+[0-9]{1,3})*)");
    private static final Pattern TABLES = Pattern.compile("[0-9]{1,3}(?:[\\s,]+[0-9]{1,3})*");
    private static final Pattern TABLE_AND_TEXT =
            Pattern.compile("([0-9]{1,3}(?:,[0-9]{1,3})*|all)\\s+(.+)", Pattern.DOTALL);
    private static final Pattern WAITING = Pattern.compile("([0-9]{1,3})(?:\\s+([a-z0-9-]+))?");
    private static final Pattern PLACE =
            Pattern.compile("([0-9]{1,3})\\.((?:us|cn)(?:\\.(?:head|[0-9]))?)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PLACE_AND_TEXT =
            Pattern.compile(PLACE.pattern() + "\\s+(.+)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private DeskKeys() {}

    /** Returns the line that a short form stands for; another line as it is; empty if a short form lacks something. */
    public static Optional<String> line(String typed, ClassPicture picture) {
        Matcher letter = LETTER.matcher(typed.strip());
        if (!letter.matches()) {
            return Optional.of(typed.strip());
        }
        String rest = letter.group(2) == null ? "" : letter.group(2).strip();
        return switch (letter.group(1)) {
            case "d" -> alone(rest, areOpen(picture.state()) ? "DOORS CLOSED" : "DOORS OPEN");
            case "b" -> alone(rest, "START");
            case "v" -> alone(rest, "REVEAL");
            case "p" -> some(rest, "PAUSE");
            case "g" -> some(rest, "RESUME");
            case "o" -> Optional.of(("OPEN " + rest).strip());
            case "a" -> TABLES.matcher(rest).matches() ? some(rest, "ADVANCE") : Optional.empty();
            case "+" -> more(rest);
            case "m" -> message(rest);
            case "s" -> standIn(rest, picture.waiting());
            case "h" -> handBack(rest);
            case "k" -> rest.matches("[0-9]{1,9}") ? Optional.of("NEW-KEY " + rest) : Optional.empty();
            case "u" -> rest.matches("[0-9]{0,9}") ? Optional.of(("UNDO " + rest).strip()) : Optional.empty();
            default -> throw new IllegalStateException("no row for " + letter.group(1));
        };
    }

    private static boolean areOpen(ClassNews.@Nullable Changed state) {
        return state != null && state.doorsOpen();
    }

    private static Optional<String> alone(String rest, String act) {
        return rest.isEmpty() ? Optional.of(act) : Optional.empty();
    }

    /** An act at some tables, or at all if none is named. */
    private static Optional<String> some(String tables, String act) {
        if (tables.isEmpty()) {
            return Optional.of(act);
        }
        return TABLES.matcher(tables).matches()
                ? Optional.of(tables.replaceAll("[\\s,]+", ",") + ": " + act)
                : Optional.empty();
    }

    private static Optional<String> more(String rest) {
        Matcher more = TIME_AND_TABLES.matcher(rest);
        return more.matches() ? some(more.group(2).strip(), "EXTEND " + more.group(1)) : Optional.empty();
    }

    /** To one seat, to tables or to all. */
    private static Optional<String> message(String rest) {
        Matcher one = PLACE_AND_TEXT.matcher(rest);
        if (one.matches()) {
            return Optional.of(one.group(1) + ": MESSAGE " + head(one.group(2)) + " " + one.group(3));
        }
        Matcher message = TABLE_AND_TEXT.matcher(rest);
        if (!message.matches()) {
            return Optional.empty();
        }
        String where = message.group(1).equals("all") ? "" : message.group(1) + ": ";
        return Optional.of(where + "ANNOUNCE " + message.group(2));
    }

    /** A bot at a seat, which is named by its number in the list of those that are waited for. */
    private static Optional<String> standIn(String rest, List<Waiting> waiting) {
        Matcher named = WAITING.matcher(rest);
        if (!named.matches()
                || Integer.parseInt(named.group(1)) < 1
                || Integer.parseInt(named.group(1)) > waiting.size()) {
            return Optional.empty();
        }
        Waiting.Place place = waiting.get(Integer.parseInt(named.group(1)) - 1).place();
        String bot = named.group(2) == null ? ActForm.Field.BOT.usual() : named.group(2);
        return Optional.of(place.table() + ": STAND-IN " + seat(place.seat()) + " " + bot);
    }

    private static String seat(Seat seat) {
        return seat.number() == 0 ? seat.side().toString() : seat.toString();
    }

    private static Optional<String> handBack(String rest) {
        Matcher place = PLACE.matcher(rest);
        return place.matches() ? Optional.of(place.group(1) + ": HAND-BACK " + head(place.group(2))) : Optional.empty();
    }

    /** Returns a seat in the notation of acts, which names a head by its side alone. */
    private static String head(String seat) {
        return seat.toUpperCase(Locale.ROOT).replace(".HEAD", "");
    }
}
