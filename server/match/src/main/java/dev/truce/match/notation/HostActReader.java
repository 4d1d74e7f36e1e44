package dev.truce.match.notation;

import dev.truce.engine.board.Side;
import dev.truce.match.deed.HostAct;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what stands after the word of an act of the host; null if it is not an act. Judges words, not whether they make sense now. */
final class HostActReader {
    private static final Pattern CARD_ROUND = Pattern.compile("R([0-9]{1,2})\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTER_CARD = Pattern.compile("(R)?([0-9]{1,2})", Pattern.CASE_INSENSITIVE);
    private static final Pattern CARD = Pattern.compile(".+");

    private static final Pattern TIMER = Pattern.compile("R([0-9]{1,9}) ([0-9]{1,18})", Pattern.CASE_INSENSITIVE);

    private static final Pattern EXTEND = Pattern.compile("(?:R([0-9]{1,9})\\s+)?(\\S+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern GRANT =
            Pattern.compile("(?:R([0-9]{1,9})\\s+)?(US|CN)(?:\\.(HEAD|[1-9]))?\\s+(\\S+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SEAT =
            Pattern.compile("(US|CN)(?:\\.(HEAD|[1-9]))?(?:\\s+(.+))?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern ADVANCE =
            Pattern.compile("(?:R([0-9]{1,9}))?(?:\\s+(\".*\"))?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern ANNOUNCE = Pattern.compile("(?:#([0-9]{1,9})\\s+)?(.*)", Pattern.DOTALL);

    private static final Pattern OPEN =
            Pattern.compile("(?:R([0-9]{1,9}))?\\s*([0-9]+:\\S+)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern ROUND = Pattern.compile("(?:R([0-9]{1,9}))?", Pattern.CASE_INSENSITIVE);

    private static final Pattern LAST = Pattern.compile("(?:R|ROUND\\s+)?([0-9]{1,9})", Pattern.CASE_INSENSITIVE);

    private HostActReader() {}

    /** Reads words: between quotes as they were printed, or as people type them. */
    static Optional<String> words(String rest) {
        if (!rest.startsWith("\"")) {
            return rest.isBlank() ? Optional.empty() : Optional.of(rest.strip());
        } else if (rest.length() < 2 || !rest.endsWith("\"")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Speech.unescaped(rest.substring(1, rest.length() - 1)));
        } catch (DeedSyntax wrong) {
            return Optional.empty();
        }
    }

    /** The round stands first or last, not both: the name of a card that ends like a round is read as it is printed. */
    static HostAct.@Nullable PlayCard card(String rest, int round) {
        Matcher first = CARD_ROUND.matcher(rest);
        HostAct.PlayCard play = first.lookingAt()
                ? new HostAct.PlayCard(Integer.parseInt(first.group(1)), rest.substring(first.end()))
                : cardFirst(rest, round);
        return CARD.matcher(play.card()).matches() ? play : null;
    }

    /** Reads a card and its round, if it has one: {@code in round 5}, {@code round 5}, {@code in r5} or {@code r5}. */
    private static HostAct.PlayCard cardFirst(String typed, int round) {
        int last = LastWord.of(typed);
        Matcher named = AFTER_CARD.matcher(typed.substring(last));
        String before = typed.substring(0, last).strip();
        if (named.matches() && !before.isEmpty()) {
            boolean isShort = named.group(1) != null;
            String card = isShort ? before : LastWord.cut(before, "ROUND");
            if (isShort || card.length() < before.length()) {
                return new HostAct.PlayCard(Integer.parseInt(named.group(2)), LastWord.cut(card, "IN"));
            }
        }
        return new HostAct.PlayCard(round, typed);
    }

    static HostAct.@Nullable TimeUp timeUp(String rest, int round) {
        Matcher timer = TIMER.matcher(rest);
        return timer.matches()
                ? new HostAct.TimeUp(Integer.parseInt(timer.group(1)), Long.parseLong(timer.group(2)))
                : null;
    }

    static HostAct.@Nullable Extend extend(String rest, int round) {
        Matcher typed = EXTEND.matcher(rest);
        if (!typed.matches()) {
            return null;
        }
        long millis = TimeText.read(typed.group(2)).orElse(0L);
        return HostAct.Extend.isInRange(millis) ? new HostAct.Extend(round(typed.group(1), round), millis) : null;
    }

    static HostAct.@Nullable Grant grant(String rest, int round) {
        Matcher typed = GRANT.matcher(rest);
        if (!typed.matches()) {
            return null;
        }
        long millis = TimeText.read(typed.group(4)).orElse(0L);
        if (millis <= 0 || !HostAct.Extend.isInRange(millis)) {
            return null;
        }
        int seat = seat(typed.group(3));
        return new HostAct.Grant(round(typed.group(1), round), millis, side(typed.group(2)), seat);
    }

    static HostAct.@Nullable Advance advance(String rest, int round) {
        Matcher typed = ADVANCE.matcher(rest);
        if (!typed.matches()) {
            return null;
        }
        String expected = typed.group(2) == null ? "" : words(typed.group(2)).orElse("");
        return new HostAct.Advance(round(typed.group(1), round), expected);
    }

    static HostAct.@Nullable Announce announce(String rest, int round) {
        Matcher typed = ANNOUNCE.matcher(rest);
        if (!typed.matches()) {
            return null;
        }
        int number = typed.group(1) == null ? 0 : Integer.parseInt(typed.group(1));
        return words(typed.group(2))
                .map(text -> new HostAct.Announce(number, text))
                .orElse(null);
    }

    static HostAct.@Nullable Message message(String rest, int round) {
        Matcher typed = SEAT.matcher(rest);
        if (!typed.matches() || typed.group(3) == null) {
            return null;
        }
        return words(typed.group(3))
                .map(text -> new HostAct.Message(side(typed.group(1)), seat(typed.group(2)), text))
                .orElse(null);
    }

    static HostAct.@Nullable StandIn standIn(String rest, int round) {
        Matcher typed = SEAT.matcher(rest);
        return typed.matches() && typed.group(3) != null
                ? new HostAct.StandIn(side(typed.group(1)), seat(typed.group(2)), typed.group(3))
                : null;
    }

    static HostAct.@Nullable HandBack handBack(String rest, int round) {
        Matcher typed = SEAT.matcher(rest);
        return typed.matches() && typed.group(3) == null
                ? new HostAct.HandBack(side(typed.group(1)), seat(typed.group(2)))
                : null;
    }

    static HostAct.@Nullable Vacate vacate(String rest, int round) {
        HostAct.HandBack seat = handBack(rest, round);
        return seat == null ? null : new HostAct.Vacate(seat.side(), seat.seat());
    }

    static HostAct.@Nullable Revoke revoke(String rest, int round) {
        HostAct.HandBack seat = handBack(rest, round);
        return seat == null ? null : new HostAct.Revoke(seat.side(), seat.seat());
    }

    /** Reads which round opens, the next if none is named, and for how long. */
    static HostAct.@Nullable OpenRound open(String rest, int round) {
        Matcher typed = OPEN.matcher(rest);
        if (!typed.matches()) {
            return null;
        }
        long millis = typed.group(2) == null
                ? HostAct.OpenRound.USUAL
                : TimeText.read(typed.group(2)).orElse(Long.MAX_VALUE);
        boolean known = HostAct.OpenRound.isInRange(millis);
        return known ? new HostAct.OpenRound(round(typed.group(1), round + 1), millis) : null;
    }

    static HostAct.@Nullable Reveal reveal(String rest, int round) {
        Matcher typed = ROUND.matcher(rest);
        return typed.matches() ? new HostAct.Reveal(round(typed.group(1), round)) : null;
    }

    static HostAct.@Nullable EndWith endWith(String rest, int round) {
        Matcher typed = LAST.matcher(rest);
        return typed.matches() ? new HostAct.EndWith(Integer.parseInt(typed.group(1))) : null;
    }

    private static Side side(String typed) {
        return Side.valueOf(typed.toUpperCase(Locale.ROOT));
    }

    private static int seat(@Nullable String typed) {
        return typed == null || typed.equalsIgnoreCase("head") ? 0 : Integer.parseInt(typed);
    }

    private static int round(@Nullable String named, int otherwise) {
        return named == null ? otherwise : Integer.parseInt(named);
    }
}
