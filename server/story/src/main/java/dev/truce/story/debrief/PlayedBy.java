package dev.truce.story.debrief;

import dev.truce.match.Seat;
import java.util.List;
import java.util.Locale;

/** Who played a seat for most of a match, so that what came of it is somebody's. */
public enum PlayedBy {
    /** A person, or several after each other, did something in more than half of the rounds. */
    PERSON,
    /** A bot did, or did so more often than nobody. */
    BOT,
    /** Nobody: the person did nothing, or the seat was empty. */
    NOBODY;

    /** Returns who played a seat. */
    public static PlayedBy of(List<SeatRound> rounds, Seat seat) {
        int all = 0;
        int persons = 0;
        int bots = 0;
        for (SeatRound round : rounds) {
            if (round.seat().equals(seat)) {
                all++;
                persons += round.tookPart() ? 1 : 0;
                bots += round.manner() == SeatRound.Manner.STAND_IN ? 1 : 0;
            }
        }
        if (2 * persons > all) {
            return PERSON;
        }
        return bots > 0 && bots >= all - persons - bots ? BOT : NOBODY;
    }

    /** Returns how files write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
