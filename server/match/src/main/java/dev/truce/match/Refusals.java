package dev.truce.match;

import dev.truce.engine.Limits;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.match.notation.TimeText;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * The refusals that come before the orders themselves are looked at. Hosts use them too, so that a code has one text wherever it is
 * decided; none tells hidden from non-existent.
 */
public final class Refusals {
    private static final String PAUSED = "refused.paused";
    private static final String SHUT = "refused.shut";
    private static final String STOOD_IN = "refused.a-bot-stands-in";
    private static final String PAUSED_AT = "refused.paused.at";

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

    /** Returns the refusal of an act at a seat that the match does not have. */
    public static Refusal noSuchSeat(List<Seat> seats) {
        return notSeated(seats).because("refused.not_seated.no-seat");
    }

    /** Returns the refusal of an answer to an offer that there never was. */
    public static Refusal unknownOffer(String field, Object name) {
        return Refusal.of(RefusalCode.UNKNOWN_OFFER, field).naming(name);
    }

    /** Returns the refusal of an answer to an offer that comes too late; it says what has become of the offer. */
    public static Refusal offerNotOpen(String field, Offer offer) {
        return Refusal.of(RefusalCode.OFFER_NOT_OPEN, field)
                .because("refused.offer_not_open." + offer.status().name().toLowerCase(Locale.ROOT), offer.id());
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
    public static Refusal hasBegun() {
        return wrongPhase("refused.has-begun");
    }

    /** Returns the refusal of what comes after the end of the match. */
    public static Refusal isOver() {
        return wrongPhase("refused.is-over");
    }

    /** Returns the refusal of a draft where the head is alone. */
    public static Refusal nobodyToDraftFor() {
        return wrongPhase("refused.head-alone");
    }

    /** Returns the refusal of an input for another round than the open one. */
    public static Refusal staleRound(int round, int open) {
        return Refusal.of(RefusalCode.STALE_ROUND, "round").naming(round, open).legal(open);
    }

    /** Returns the refusal of what a seat does while all stands still. */
    public static Refusal paused() {
        return wrongPhase(PAUSED);
    }

    /**
     * Returns the refusal of what a seat does while all stands still, with what is left of the round, which only a host knows; any other
     * refusal as it is.
     *
     * @param leftMillis what is left
     */
    public static Refusal standing(Refusal refusal, long leftMillis) {
        return refusal.key().equals(PAUSED) ? refusal.because(PAUSED_AT, TimeText.left(leftMillis)) : refusal;
    }

    /** Returns whether something was refused because all stands still: it may be done when it goes on. */
    public static boolean isOfPause(Refusal refusal) {
        return refusal.key().equals(PAUSED) || refusal.key().equals(PAUSED_AT);
    }

    /** Returns the refusal of what comes when a round takes nothing more. */
    public static Refusal isShut() {
        return wrongPhase(SHUT);
    }

    /** Returns whether something was refused because the round takes nothing more: it may be done if the round is opened again. */
    public static boolean isOfShut(Refusal refusal) {
        return refusal.key().equals(SHUT);
    }

    /** Returns the refusal of what needs a round, between two of them. */
    public static Refusal isBetween() {
        return wrongPhase("refused.between");
    }

    /** Returns the refusal of opening a round while one is open. */
    public static Refusal isOpen(int round) {
        return wrongPhase("refused.is-open", round);
    }

    /** Returns the refusal of resolving a round that still takes what seats do. */
    public static Refusal isNotShut(int round) {
        return wrongPhase("refused.is-not-shut", round);
    }

    /** Returns the refusal of a last round in a match whose end nobody knows. */
    public static Refusal endsUnknown() {
        return wrongPhase("refused.end-unknown");
    }

    /** Returns the refusal of a last round that cannot be made the last. */
    public static Refusal noEnd(int round, int first, int last) {
        return Refusal.of(RefusalCode.NO_SUCH_ROUND, "round")
                .because("refused.no-end", round, first, last)
                .legal(first + ".." + last);
    }

    /** Returns the refusal of a pause in a pause. */
    public static Refusal isPaused() {
        return wrongPhase("refused.is-paused");
    }

    /** Returns the refusal of an end of a pause where there is none. */
    public static Refusal isNotPaused() {
        return wrongPhase("refused.is-not-paused");
    }

    /** Returns the refusal of what a seat does when only others have time left. */
    public static Refusal timeIsUp() {
        return wrongPhase("refused.time-is-up");
    }

    /** Returns the refusal of less time, or of time for one seat, where the round is not in the part that could have it. */
    public static Refusal notRunning() {
        return wrongPhase("refused.not-running");
    }

    /** Returns the refusal of an act that may be done only so often in a match. */
    public static Refusal tooManyActs(int most) {
        return wrongPhase("refused.too-many-acts", most);
    }

    /**
     * Returns the refusal of closing a round with other consequences than were shown.
     *
     * @param shown what would be done, as far as the one who asks may know it
     */
    public static Refusal stalePreview(Defaults now, String shown) {
        return Refusal.of(RefusalCode.STALE_PREVIEW, "expected").naming(shown).legal(now.hash());
    }

    /** Returns the refusal of a card that was not played by the host. */
    public static Refusal noSuchCard(int round, String card) {
        return Refusal.of(RefusalCode.UNKNOWN_CARD, "card").because("refused.card-not-played", card, round);
    }

    /** Returns the refusal of a stand-in whose name no bot can have. */
    public static Refusal noBotsName() {
        return wrongPhase("refused.no-bots-name");
    }

    /** Returns the refusal of a stand-in that is there already. */
    public static Refusal standsInAlready(Seat seat, String bot) {
        return wrongPhase("refused.stands-in-already", seat, bot);
    }

    /** Returns the refusal of giving a seat back that is its person's. */
    public static Refusal nobodyStandsIn(Seat seat) {
        return wrongPhase("refused.nobody-stands-in", seat);
    }

    /** Returns the refusal of what is done on a seat that nobody holds, or of leaving it empty again. */
    public static Refusal isVacant(Seat seat) {
        return wrongPhase("refused.is-vacant", seat);
    }

    /** Returns the refusal of leaving a head's seat empty. */
    public static Refusal headIsNeeded(Seat seat) {
        return wrongPhase("refused.head-is-needed", seat);
    }

    /** Returns the refusal of what a person does on a seat on which a bot stands in for him. */
    public static Refusal aBotStandsIn(String bot) {
        return wrongPhase(STOOD_IN, bot);
    }

    /** Returns whether something was refused because a bot stands in: it may be done when the seat is given back. */
    public static boolean isOfStandIn(Refusal refusal) {
        return refusal.key().equals(STOOD_IN);
    }

    /** Returns the refusal of a timer that another has replaced. */
    public static Refusal staleTimer() {
        return wrongPhase("refused.stale-timer");
    }

    /** Returns the refusal of a seat that has changed its mind too often in one round. */
    public static Refusal tooManyChanges() {
        return wrongPhase("refused.too-many-changes", Limits.MAX_CHANGES);
    }

    /** Returns the refusal of a seat that is done before it has heard what it was offered. */
    public static Refusal unheardOffer(int heard, int made) {
        return Refusal.of(RefusalCode.UNHEARD_OFFER, "heard")
                .naming(made, heard)
                .legal(made);
    }

    private static Refusal wrongPhase(String sentence, Object... named) {
        return Refusal.of(RefusalCode.WRONG_PHASE, "match").because(sentence, named);
    }
}
