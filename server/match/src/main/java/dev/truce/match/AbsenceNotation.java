package dev.truce.match;

import dev.truce.engine.board.Side;
import dev.truce.match.MatchTerms.Absence;
import dev.truce.match.deed.SeatHolder;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The written form of what is done for seats whose persons are away: {@code keep; US.1 bot match 2 hold}. */
public final class AbsenceNotation {
    private static final String HOLD = "hold";
    private static final String KEEP = "keep";
    private static final Pattern BOT = Pattern.compile("bot ([a-z0-9-]{1,64}) ([1-5]) (hold|keep)");
    private static final Pattern SEAT = Pattern.compile("(US|CN)\\.(head|[1-9]) (.+)");

    private AbsenceNotation() {}

    /** Returns all of it in one line. */
    public static String of(Absences absences) {
        StringBuilder text = new StringBuilder(of(absences.usual()));
        for (Map.Entry<Seat, Absence> other : absences.others().entrySet()) {
            text.append("; ").append(other.getKey()).append(' ').append(of(other.getValue()));
        }
        return text.toString();
    }

    private static String of(Absence absence) {
        if (absence instanceof Absence.Bot bot) {
            return "bot " + bot.name() + " " + bot.afterMisses() + " " + of(bot.until());
        }
        return absence instanceof Absence.Keep ? KEEP : HOLD;
    }

    /** Reads what {@link #of(Absences)} wrote; empty if the text is something else. */
    public static Optional<Absences> read(String text) {
        Absences read = null;
        for (String part : text.split("; ", -1)) {
            Matcher seat = SEAT.matcher(part);
            Optional<Absence> absence = seat.matches() ? one(seat.group(3)) : one(part);
            if (absence.isEmpty() || seat.matches() != (read != null)) {
                return Optional.empty();
            }
            read = read == null ? Absences.all(absence.get()) : read.with(seat(seat), absence.get());
        }
        return Optional.ofNullable(read);
    }

    private static Seat seat(Matcher seat) {
        String number = seat.group(2);
        return new Seat(Side.valueOf(seat.group(1)), number.equals("head") ? 0 : Integer.parseInt(number));
    }

    private static Optional<Absence> one(String text) {
        Matcher bot = BOT.matcher(text);
        if (bot.matches() && SeatHolder.Bot.isName(bot.group(1))) {
            Absence until = bot.group(3).equals(KEEP) ? new Absence.Keep() : new Absence.Hold();
            return Optional.of(new Absence.Bot(bot.group(1), Integer.parseInt(bot.group(2)), until));
        }
        return switch (text) {
            case HOLD -> Optional.of(new Absence.Hold());
            case KEEP -> Optional.of(new Absence.Keep());
            default -> Optional.empty();
        };
    }
}
