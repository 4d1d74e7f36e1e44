package dev.truce.match;

import dev.truce.engine.Limits;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import java.util.List;
import java.util.StringJoiner;

/**
 * The refusals that come before the orders themselves are looked at. Hosts use them too, so that a code has one text wherever it is
 * decided; none tells hidden from non-existent.
 */
public final class Refusals {
    private Refusals() {}

    /** Returns the refusal of something for a match that the host does not know, or does not want known. */
    public static Refusal unknownMatch() {
        return Refusal.of(RefusalCode.UNKNOWN_MATCH, "match_id");
    }

    /** Returns the refusal of somebody who holds none of the occupied seats. */
    public static Refusal notSeated(List<Seat> occupied) {
        StringJoiner seats = new StringJoiner(", ");
        for (Seat seat : occupied) {
            seats.add(seat.toString());
        }
        return Refusal.of(RefusalCode.NOT_SEATED, "seat").legal(seats);
    }

    /** Returns the refusal of a key that was used before with other content. */
    public static Refusal keyReused() {
        return Refusal.of(RefusalCode.MOVE_ID_REUSED, "key");
    }

    /** Returns the refusal of what comes before the match has begun. */
    public static Refusal notBegun() {
        return wrongPhase("refused.not-begun");
    }

    /** Returns the refusal of a start of a match that has begun. */
    static Refusal hasBegun() {
        return wrongPhase("refused.has-begun");
    }

    /** Returns the refusal of what comes after the end of the match. */
    static Refusal isOver() {
        return wrongPhase("refused.is-over");
    }

    /** Returns the refusal of a draft where the head is alone. */
    static Refusal nobodyToDraftFor() {
        return wrongPhase("refused.head-alone");
    }

    /** Returns the refusal of an input for another round than the open one. */
    public static Refusal staleRound(int round, int open) {
        return Refusal.of(RefusalCode.STALE_ROUND, "round").naming(round, open).legal(open);
    }

    /** Returns the refusal of a timer that another has replaced. */
    static Refusal staleTimer() {
        return wrongPhase("refused.stale-timer");
    }

    /** Returns the refusal of a seat that has changed its mind too often in one round. */
    static Refusal tooManyChanges() {
        return Refusal.of(RefusalCode.WRONG_PHASE, "match").because("refused.too-many-changes", Limits.MAX_CHANGES);
    }

    /** Returns the refusal of a seat that is done before it has heard what it was offered. */
    static Refusal unheardOffer(int heard, int made) {
        return Refusal.of(RefusalCode.UNHEARD_OFFER, "heard")
                .naming(made, heard)
                .legal(made);
    }

    private static Refusal wrongPhase(String sentence) {
        return Refusal.of(RefusalCode.WRONG_PHASE, "match").because(sentence);
    }
}
