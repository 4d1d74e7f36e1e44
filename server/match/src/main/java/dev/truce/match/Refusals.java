package dev.truce.match;

import dev.truce.engine.Limits;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.Verdict.Rejected;
import java.util.List;
import java.util.StringJoiner;

/**
 * The refusals that come before the orders themselves are looked at. Hosts use them too, so that a code has one text wherever it is
 * decided; none tells hidden from non-existent.
 */
public final class Refusals {
    private Refusals() {}

    /** Returns the refusal of something for a match that the host does not know, or does not want known. */
    public static Rejected unknownMatch() {
        return new Rejected(RefusalCode.UNKNOWN_MATCH, "match_id", "there is no such match", "");
    }

    /** Returns the refusal of somebody who holds none of the occupied seats. */
    public static Rejected notSeated(List<Seat> occupied) {
        StringJoiner seats = new StringJoiner(", ");
        for (Seat seat : occupied) {
            seats.add(seat.toString());
        }
        return new Rejected(RefusalCode.NOT_SEATED, "seat", "the sender holds no seat in this match", seats.toString());
    }

    /** Returns the refusal of a key that was used before with other content. */
    public static Rejected keyReused() {
        return new Rejected(
                RefusalCode.MOVE_ID_REUSED, "key", "this key was used before for something else", "a new one");
    }

    /** Returns the refusal of an input that the match's phase does not allow. */
    public static Rejected wrongPhase(String why, String legal) {
        return new Rejected(RefusalCode.WRONG_PHASE, "match", why, legal);
    }

    /** Returns the refusal of a draft where the head is alone. */
    static Rejected nobodyToDraftFor() {
        return wrongPhase("the head is alone in this delegation; nobody drafts for him", "orders");
    }

    /** Returns the refusal of an input for another round than the open one. */
    public static Rejected staleRound(int round, int open) {
        return new Rejected(
                RefusalCode.STALE_ROUND,
                "round",
                "written for round " + round + ", but round " + open + " is open",
                Integer.toString(open));
    }

    /** Returns the refusal of a seat that has changed its mind too often in one round. */
    static Rejected tooManyChanges() {
        return new Rejected(
                RefusalCode.WRONG_PHASE,
                "match",
                "this seat has made " + Limits.MAX_CHANGES + " changes in this round, the most there may be",
                "ready, or the next round");
    }

    /** Returns the refusal of a seat that is done before it has heard what it was offered. */
    static Rejected unheardOffer(int heard, int made) {
        return new Rejected(
                RefusalCode.UNHEARD_OFFER,
                "heard",
                "the other side has made " + made + " offers and the seat has heard " + heard,
                Integer.toString(made));
    }
}
