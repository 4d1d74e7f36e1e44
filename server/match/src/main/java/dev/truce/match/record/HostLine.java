package dev.truce.match.record;

import dev.truce.engine.board.Side;
import dev.truce.match.deed.SeatHolder;
import dev.truce.match.deed.Takeover;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The written form of what the host did with a round: {@code US.1 BOT negotiator}, {@code US.1 PERSON}, {@code US.1 NOBODY}, {@code END 8} and
 * {@code ADVANCED}, in this order, then of who was away, {@code US.2 ABSENT}, and of a head who was not, {@code US PRESENT}. Reads exactly what
 * it wrote; a line of another kind is none of it.
 */
public final class HostLine {
    /** The host closed the round. */
    private static final String ADVANCED = "ADVANCED";

    private static final String PERSON = "PERSON";
    private static final String NOBODY = "NOBODY";
    private static final String BOT = "BOT ";
    private static final String ABSENT = "ABSENT";
    private static final String PRESENT = "PRESENT";
    private static final Pattern MINISTER = Pattern.compile("(US|CN)(?:\\.([1-9]))? (?:ABSENT|(PRESENT))");
    private static final Pattern END = Pattern.compile("END ([1-9][0-9]?)");
    private static final Pattern TAKEOVER =
            Pattern.compile("(US|CN)(?:\\.([1-9]))? (?:PERSON|(NOBODY)|BOT ([a-z0-9-]{1,64}))");

    private HostLine() {}

    /** Returns a takeover as records write it. */
    public static String write(Takeover takeover) {
        return seat(takeover) + " " + word(takeover.holder());
    }

    private static String word(SeatHolder holder) {
        if (holder instanceof SeatHolder.Bot bot) {
            return BOT + bot.name();
        }
        return holder instanceof SeatHolder.Nobody ? NOBODY : PERSON;
    }

    /** Returns the seat as records write it. */
    public static String seat(Takeover takeover) {
        return seat(takeover.side(), takeover.seat());
    }

    private static String seat(Side side, int number) {
        return side + (number == 0 ? "" : "." + number);
    }

    /** Returns a minister who was away as records write him. */
    public static String write(AbsentMinister minister) {
        return seat(minister.side(), minister.seat()) + " " + (minister.present() ? PRESENT : ABSENT);
    }

    /** Reads a minister who was away; empty if the line is of another kind. */
    public static Optional<AbsentMinister> readAbsent(String text) {
        Matcher line = MINISTER.matcher(text);
        if (!line.matches()) {
            return Optional.empty();
        }
        int seat = line.group(2) == null ? 0 : Integer.parseInt(line.group(2));
        return Optional.of(new AbsentMinister(Side.valueOf(line.group(1)), seat, line.group(3) != null));
    }

    /** Returns what the host did with a round, a line each. */
    public static List<String> lines(HostedRound round) {
        List<String> lines = new ArrayList<>();
        round.takeovers().forEach(each -> lines.add(write(each)));
        if (round.end() != 0) {
            lines.add("END " + round.end());
        }
        if (round.advanced()) {
            lines.add(ADVANCED);
        }
        return lines;
    }

    /**
     * Reads a line.
     *
     * @param before what the lines before it say
     * @return what all of them say, or empty if the line is of another kind or does not stand in its place
     */
    public static Optional<HostedRound> read(String text, HostedRound before) {
        Matcher end = END.matcher(text);
        if (before.advanced()) {
            return Optional.empty();
        } else if (text.equals(ADVANCED)) {
            return Optional.of(new HostedRound(before.takeovers(), before.end(), true));
        } else if (before.end() != 0) {
            return Optional.empty();
        } else if (end.matches()) {
            return Optional.of(new HostedRound(before.takeovers(), Integer.parseInt(end.group(1)), false));
        }
        return readTakeover(text).map(before::and);
    }

    private static Optional<Takeover> readTakeover(String text) {
        Matcher line = TAKEOVER.matcher(text);
        if (!line.matches()) {
            return Optional.empty();
        }
        int seat = line.group(2) == null ? 0 : Integer.parseInt(line.group(2));
        SeatHolder present = line.group(4) == null ? new SeatHolder.Person() : new SeatHolder.Bot(line.group(4));
        SeatHolder holder = line.group(3) == null ? present : new SeatHolder.Nobody();
        return Optional.of(new Takeover(Side.valueOf(line.group(1)), seat, holder));
    }
}
