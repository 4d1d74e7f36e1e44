package dev.truce.match;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.OfferStatus;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.Ratification;
import dev.truce.match.negotiation.OfferBook;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        boolean asked = input instanceof Input.MakeOffer make
                && make.seat().equals(Seat.head(offer.maker()))
                && make.terms().equals(offer.terms());
        if (!asked || !offer.isOpen()) {
            throw Invariants.broken(19, "offer " + offer.id() + " is " + offer.status() + " and nobody made it");
        }
    }

    private static void changed(Offer was, Offer offer, int round, Input input, boolean closed) {
        Side maker = offer.maker();
        boolean mayBe = switch (offer.status()) {
            case OPEN -> false;
            case ACCEPTED ->
                input instanceof Input.AcceptOffer accept
                        && accepts(accept, offer)
                        && was.isOpen()
                        && round <= offer.lastRound();
            case REFUSED ->
                input instanceof Input.RefuseOffer refuse
                        && was.isOpen()
                        && answers(refuse.seat(), maker.other(), refuse.offer(), offer);
            case COUNTERED ->
                input instanceof Input.MakeOffer make
                        && was.isOpen()
                        && answers(make.seat(), maker.other(), make.answers(), offer);
            case WITHDRAWN ->
                input instanceof Input.WithdrawOffer withdraw
                        && was.isOpen()
                        && answers(withdraw.seat(), maker, withdraw.offer(), offer);
            case EXPIRED -> closed && was.isOpen();
            case ENTERED, LAPSED, SUPERSEDED -> closed && was.status() == OfferStatus.ACCEPTED;
        };
        if (!mayBe) {
            boolean ended = !was.isOpen() && was.status() != OfferStatus.ACCEPTED;
            throw Invariants.broken(
                    ended ? 20 : 19,
                    "offer " + offer.id() + " was " + was.status() + " and is " + offer.status() + " by "
                            + input.getClass().getSimpleName());
        }
    }

    private static boolean accepts(Input.AcceptOffer accept, Offer offer) {
        return answers(accept.seat(), offer.maker().other(), accept.offer(), offer)
                && accept.termsHash().equals(offer.hash());
    }

    private static boolean answers(Seat seat, Side side, @Nullable OfferId named, Offer offer) {
        return seat.equals(Seat.head(side)) && offer.id().equals(named);
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
