package dev.truce.match.notation;

import dev.truce.engine.board.Side;
import dev.truce.match.deed.ClassAct;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Prints and reads who is added to a class, and where: {@code "Ana Ruiz" "s2210443" 5.CN.1}. Only the name has to be there, and without a number it
 * needs no quotes. In a log the number of the member stands in its place: {@code 57 5.CN.1}.
 */
final class AddNotation {
    private static final Pattern PLACE =
            Pattern.compile("([0-9]{1,3})\\.(US|CN)(?:\\.(HEAD|[0-9]))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern MEMBER = Pattern.compile("[0-9]{1,9}");

    private AddNotation() {}

    static String of(ClassAct.Add act) {
        StringBuilder text = new StringBuilder();
        if (act.member() > 0) {
            text.append(act.member()).append(' ');
        }
        if (act.member() == 0 || !act.name().isEmpty()) {
            text.append(Speech.quoted(act.name())).append(' ');
        }
        if (!act.student().isEmpty()) {
            text.append(Speech.quoted(act.student())).append(' ');
        }
        if (act.table() > 0) {
            text.append(place(act.table(), act.side(), act.seat()));
        }
        return text.toString().stripTrailing();
    }

    /** Returns a seat of a table as acts name it. */
    static String place(int table, Side side, int seat) {
        return table + "." + side + (seat == 0 ? "" : "." + seat);
    }

    static Side side(String typed) {
        return Side.valueOf(typed.toUpperCase(Locale.ROOT));
    }

    /** Returns the number of a seat: the head's where none is given. */
    static int seat(@Nullable String typed) {
        return typed == null || typed.equalsIgnoreCase("head") ? 0 : Integer.parseInt(typed);
    }

    static ClassAct.@Nullable Add read(String rest) {
        int last = LastWord.of(rest);
        Matcher placed = PLACE.matcher(rest.substring(last));
        int table = placed.matches() ? Integer.parseInt(placed.group(1)) : 0;
        Side side = placed.matches() ? side(placed.group(2)) : Side.US;
        int seat = placed.matches() ? seat(placed.group(3)) : 0;
        String who = placed.matches() ? rest.substring(0, last).strip() : rest;
        if (MEMBER.matcher(who).matches()) {
            return new ClassAct.Add("", "", Integer.parseInt(who), table, side, seat);
        }
        int blank = who.indexOf(' ');
        boolean numbered =
                blank > 0 && MEMBER.matcher(who.substring(0, blank)).matches() && who.startsWith("\"", blank + 1);
        int member = numbered ? Integer.parseInt(who.substring(0, blank)) : 0;
        String texts = numbered ? who.substring(blank + 1) : who;
        int end = end(texts);
        String number = texts.substring(end).strip();
        Optional<String> name = HostActReader.words(texts.substring(0, end));
        Optional<String> id = number.startsWith("\"") ? HostActReader.words(number) : Optional.of("");
        return name.isEmpty() || id.isEmpty() || (!number.isEmpty() && !number.startsWith("\""))
                ? null
                : new ClassAct.Add(name.get(), id.get(), member, table, side, seat);
    }

    /** Returns where the first text ends: after its closing quote, or at the end of what needs none. */
    private static int end(String texts) {
        if (!texts.startsWith("\"")) {
            return texts.length();
        }
        int at = 1;
        while (at < texts.length() && texts.charAt(at) != '"') {
            at += texts.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at + 1, texts.length());
    }
}
