package dev.truce.story.debrief;

import dev.truce.match.Seat;
import java.util.List;

/**
 * How often the person in a seat took part.
 *
 * @param rounds rounds that were resolved at the table
 * @param own rounds of these from his first on
 * @param held rounds of these in which he held the seat, and no bot and nobody before him
 * @param took rounds of these in which he sealed, was ready, or did something else
 */
public record Participation(int rounds, int own, int held, int took) {
    /** Checks the counts. */
    public Participation {
        if (took < 0 || took > held || held > own || own > rounds) {
            throw new IllegalArgumentException(took + " of " + held + " of " + own + " of " + rounds);
        }
    }

    /** Returns his rounds in which a bot stood in, nobody held the seat, or he did nothing. */
    public int absent() {
        return own - took;
    }

    /** Returns whether he was absent in half of his rounds or more. */
    public boolean isAbsent() {
        return own > 0 && 2 * took <= own;
    }

    /** Returns the participation of a seat. */
    public static Participation of(List<SeatRound> rounds, Seat seat) {
        return of(rounds, seat, 0);
    }

    /**
     * Returns the participation of who has a seat at the end.
     *
     * @param from the first round that is his; those before count for nobody
     */
    public static Participation of(List<SeatRound> rounds, Seat seat, int from) {
        int all = 0;
        int his = 0;
        int held = 0;
        int took = 0;
        for (SeatRound round : rounds) {
            if (round.seat().equals(seat)) {
                all++;
                boolean own = round.round() >= from;
                his += own ? 1 : 0;
                held += own && round.byPerson() ? 1 : 0;
                took += own && round.tookPart() ? 1 : 0;
            }
        }
        return new Participation(all, his, held, took);
    }
}
