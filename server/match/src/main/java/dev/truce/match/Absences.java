package dev.truce.match;

import dev.truce.match.MatchTerms.Absence;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is done for each seat whose person is away when a round closes.
 *
 * @param usual for all seats but the others
 * @param others seats for which something else is done, in canonical order
 */
public record Absences(Absence usual, SortedMap<Seat, Absence> others) {
    /** Every seat holds. */
    public static final Absences HOLD = all(new Absence.Hold());

    public Absences {
        SortedMap<Seat, Absence> copy = new TreeMap<>(Seat.CANONICAL);
        copy.putAll(others);
        others = copy;
    }

    /** Returns a copy of the seats for which something else is done, in canonical order. */
    @Override
    public SortedMap<Seat, Absence> others() {
        return new TreeMap<>(others);
    }

    /** Returns the same for all seats. */
    public static Absences all(Absence absence) {
        return new Absences(absence, new TreeMap<>(Seat.CANONICAL));
    }

    /** Returns the same but for one seat. */
    public Absences with(Seat seat, Absence absence) {
        SortedMap<Seat, Absence> more = new TreeMap<>(Seat.CANONICAL);
        more.putAll(others);
        more.put(seat, absence);
        return new Absences(usual, more);
    }

    /** Returns the names of the bots that may take seats over. */
    public List<String> bots() {
        List<Absence> all = new ArrayList<>(others.values());
        all.add(usual);
        return all.stream()
                .filter(Absence.Bot.class::isInstance)
                .map(each -> ((Absence.Bot) each).name())
                .toList();
    }

    /** Returns what is done for a seat. */
    public Absence of(Seat seat) {
        return others.getOrDefault(seat, usual);
    }
}
