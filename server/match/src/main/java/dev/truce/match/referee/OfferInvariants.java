package dev.truce.match.referee;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferStatus;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.report.Ratification;
import dev.truce.match.Input;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.negotiation.OfferBook;
import java.util.List;

/**
 * What must hold of offers after every input: each changes only by an answer that may change it, an end is an end, and what a round
 * was resolved from is what was accepted in it.
 */
final class OfferInvariants {
    private OfferInvariants() {}

    /**
     * Checks one step of a match.
     *
     * @throws IllegalStateException naming invariant 19 or 20, whichever is broken first
     */
    // Books are immutable: the same object is the same book.
    @SuppressWarnings("ReferenceEquality")
    static void check(RefereeSnapshot before, Input input, RefereeSnapshot after) {
        boolean closed = after.reports() != before.reports();
        if (before.book() != after.book()) {
            changes(before, input, after, closed);
        }
        if (closed) {
            signed(before.book(), after);
        }
    }

    /** Walks along both books; they keep their order, and offers are only ever put in between. */
    private static void changes(RefereeSnapshot before, Input input, RefereeSnapshot after, boolean closed) {
        List<Offer> earlier = before.book().offers();
        List<Offer> later = after.book().offers();
        int at = 0;
        for (Offer offer : later) {
            Offer was = at < earlier.size() ? earlier.get(at) : null;
            if (was == null || !was.id().equals(offer.id())) {
                made(offer, input);
                continue;
            }
            at++;
            if (was == offer) {
                continue;
            }
            if (was.status() != offer.status()) {
                changed(was, offer, before.openRound(), input, closed);
            }
            if (!was.equals(offer.become(was.status()))) {
                throw Invariants.broken(19, "the terms of offer " + offer.id() + " have changed");
            }
        }
        if (at != earlier.size()) {
            throw Invariants.broken(19, "offer " + earlier.get(at).id() + " has vanished");
        }
    }

    private static void made(Offer offer, Input input) {
        boolean asked = input instanceof Input.Does does
                && does.deed() instanceof Deed.MakeOffer make
                && does.seat().equals(Seat.head(offer.maker()))
                && make.terms().equals(offer.terms());
        if (!asked || !offer.isOpen()) {
            throw Invariants.broken(19, "offer " + offer.id() + " is " + offer.status() + " and nobody made it");
        }
    }

    private static void changed(Offer was, Offer offer, int round, Input input, boolean closed) {
        Seat maker = Seat.head(offer.maker());
        Seat addressee = Seat.head(offer.maker().other());
        Seat seat = input instanceof Input.Does does ? does.seat() : null;
        Deed deed = input instanceof Input.Does does ? does.deed() : null;
        boolean mayBe = switch (offer.status()) {
            case OPEN -> false;
            case ACCEPTED ->
                addressee.equals(seat)
                        && deed instanceof Deed.Accept accept
                        && accept.offer().equals(offer.id())
                        && accept.termsHash().equals(offer.hash())
                        && was.isOpen()
                        && round <= offer.lastRound();
            case REFUSED ->
                addressee.equals(seat)
                        && deed instanceof Deed.Refuse refuse
                        && refuse.offer().equals(offer.id())
                        && was.isOpen();
            case COUNTERED ->
                addressee.equals(seat)
                        && deed instanceof Deed.MakeOffer make
                        && offer.id().equals(make.answers())
                        && was.isOpen();
            case WITHDRAWN ->
                maker.equals(seat)
                        && deed instanceof Deed.Withdraw withdraw
                        && withdraw.offer().equals(offer.id())
                        && was.isOpen();
            case EXPIRED -> closed && was.isOpen();
            case ENTERED, LAPSED, SUPERSEDED -> closed && was.status() == OfferStatus.ACCEPTED;
        };
        if (!mayBe) {
            boolean ended = !was.isOpen() && was.status() != OfferStatus.ACCEPTED;
            throw Invariants.broken(
                    ended ? 20 : 19,
                    "offer " + offer.id() + " was " + was.status() + " and is " + offer.status() + " by "
                            + (deed == null ? input : deed).getClass().getSimpleName());
        }
    }

    /** What the round was resolved from, if anything was signed, is an offer that had been accepted, and one only. */
    private static void signed(OfferBook before, RefereeSnapshot after) {
        Ratification ratified = after.ratified();
        Terms signed = ratified == null ? null : ratified.terms();
        OfferStatus expected = ratified != null && ratified.outcome() == Ratification.Outcome.ENTERED
                ? OfferStatus.ENTERED
                : OfferStatus.LAPSED;
        int counted = 0;
        for (Offer offer : before.offers()) {
            Offer now = offer.status() == OfferStatus.ACCEPTED ? after.book().find(offer.id()) : null;
            if (now != null && now.status() != OfferStatus.SUPERSEDED) {
                counted++;
                boolean same = signed != null
                        && (offer.terms().equals(signed)
                                || offer.terms().published(false).equals(signed));
                if (!same || now.status() != expected) {
                    throw Invariants.broken(
                            20, "offer " + now.id() + " is " + now.status() + " and what was signed is " + signed);
                }
            }
        }
        if (counted != (signed == null ? 0 : 1)) {
            throw Invariants.broken(20, counted + " offers count and what was signed is " + signed);
        }
    }
}
