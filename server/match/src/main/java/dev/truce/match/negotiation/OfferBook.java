package dev.truce.match.negotiation;

import dev.truce.engine.agreement.DepthValues;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.OfferStatus;
import dev.truce.engine.agreement.Signing;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Side;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.Done;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All offers of a match so far, each with what has happened to it, by the round in which they were made, within a round those of
 * the US first. So two books of the same offers are equal, no matter who was quicker. Immutable; what happens gives a new book.
 */
public final class OfferBook {
    /** No offer yet. */
    public static final OfferBook EMPTY = new OfferBook(List.of());

    private final List<Offer> offers;

    private OfferBook(List<Offer> offers) {
        this.offers = List.copyOf(offers);
    }

    /** All offers by round; within a round those of the US first, those of a side in their order. */
    public List<Offer> offers() {
        return offers;
    }

    /** Returns an offer, or null if there is none of this name. */
    public @Nullable Offer find(OfferId id) {
        for (Offer offer : offers) {
            if (offer.id().equals(id)) {
                return offer;
            }
        }
        return null;
    }

    /** Returns how many offers a side has made, which is the number of its latest. */
    public int made(Side side) {
        int made = 0;
        for (Offer offer : offers) {
            made += offer.maker() == side ? 1 : 0;
        }
        return made;
    }

    /** Returns how many offers a side has made in a round. */
    public int made(Side side, int round) {
        int made = 0;
        for (Offer offer : offers) {
            made += offer.maker() == side && offer.made() == round ? 1 : 0;
        }
        return made;
    }

    /** Returns the name that the next offer of a side will have. */
    public OfferId next(Side side) {
        return new OfferId(side, made(side) + 1);
    }

    /** Returns the offer of a side that the other has accepted in the open round, or null. */
    public @Nullable Offer accepted(Side maker) {
        for (Offer offer : offers) {
            if (offer.maker() == maker && offer.status() == OfferStatus.ACCEPTED) {
                return offer;
            }
        }
        return null;
    }

    /**
     * Returns the terms that are signed when the open round closes, or null.
     *
     * @param values what clauses are worth
     * @param round the open round
     */
    public @Nullable Terms signed(DepthValues values, int round) {
        return Signing.of(values, round, acceptedTerms(Side.US), acceptedTerms(Side.CN));
    }

    /**
     * Returns the book after a deed that was found to be in order.
     *
     * @param done an offer or an answer to one
     * @param round the open round
     * @param lastRound last round in which an offer made now can be accepted
     * @throws IllegalArgumentException if the deed is about no offer
     */
    public OfferBook after(Done done, int round, int lastRound) {
        Deed deed = done.deed();
        if (deed instanceof Deed.MakeOffer made) {
            OfferId answers = made.answers();
            OfferBook answered = answers == null ? this : with(answers, OfferStatus.COUNTERED);
            Offer[] next = answered.offers.toArray(new Offer[offers.size() + 1]);
            int at = place(answered.offers, done.side(), round);
            System.arraycopy(next, at, next, at + 1, offers.size() - at);
            next[at] = new Offer(next(done.side()), made.terms(), round, lastRound, answers, OfferStatus.OPEN);
            return new OfferBook(List.of(next));
        } else if (deed instanceof Deed.Accept accept) {
            return with(accept.offer(), OfferStatus.ACCEPTED);
        } else if (deed instanceof Deed.Refuse refuse) {
            return with(refuse.offer(), OfferStatus.REFUSED);
        } else if (deed instanceof Deed.Withdraw withdraw) {
            return with(withdraw.offer(), OfferStatus.WITHDRAWN);
        }
        throw new IllegalArgumentException("no offer changes by " + deed);
    }

    /**
     * Returns the book after a round: of the accepted offers one counted, and those whose time is up have expired.
     *
     * @param values what clauses are worth
     * @param round the round that was resolved
     * @param entered whether what was signed entered into force
     * @param over whether the match ended with the round
     */
    public OfferBook closed(DepthValues values, int round, boolean entered, boolean over) {
        if (isSettled()) {
            return this;
        }
        Side counted = Signing.counts(values, round, acceptedTerms(Side.US), acceptedTerms(Side.CN));
        Offer[] next = offers.toArray(new Offer[0]);
        for (int i = 0; i < next.length; i++) {
            Offer offer = next[i];
            if (offer.status() == OfferStatus.ACCEPTED && offer.maker() == counted) {
                next[i] = offer.become(entered ? OfferStatus.ENTERED : OfferStatus.LAPSED);
            } else if (offer.status() == OfferStatus.ACCEPTED) {
                next[i] = offer.become(OfferStatus.SUPERSEDED);
            } else if (offer.isOpen() && (over || offer.lastRound() <= round)) {
                next[i] = offer.become(OfferStatus.EXPIRED);
            }
        }
        return new OfferBook(List.of(next));
    }

    /** Returns the offers that are new here or have another status than in an earlier book. */
    // Books are immutable: the same object is the same book.
    @SuppressWarnings("ReferenceEquality")
    public List<Offer> changedSince(OfferBook earlier) {
        if (earlier == this) {
            return List.of();
        }
        List<Offer> changed = new ArrayList<>();
        int at = 0;
        for (Offer offer : offers) {
            // Books keep their order, and offers are only ever put in between.
            Offer before = at < earlier.offers.size() ? earlier.offers.get(at) : null;
            if (before == null || !before.id().equals(offer.id())) {
                changed.add(offer);
                continue;
            }
            at++;
            if (before.status() != offer.status()) {
                changed.add(offer);
            }
        }
        return changed;
    }

    /** Returns whether no offer can change any more. */
    private boolean isSettled() {
        for (Offer offer : offers) {
            if (offer.isOpen() || offer.status() == OfferStatus.ACCEPTED) {
                return false;
            }
        }
        return true;
    }

    private static int place(List<Offer> offers, Side maker, int round) {
        int place = offers.size();
        while (place > 0
                && offers.get(place - 1).made() == round
                && offers.get(place - 1).maker().compareTo(maker) > 0) {
            place--;
        }
        return place;
    }

    private @Nullable Terms acceptedTerms(Side maker) {
        Offer accepted = accepted(maker);
        return accepted == null ? null : accepted.terms();
    }

    private OfferBook with(OfferId id, OfferStatus status) {
        Offer[] next = offers.toArray(new Offer[0]);
        for (int i = 0; i < next.length; i++) {
            if (next[i].id().equals(id)) {
                next[i] = next[i].become(status);
            }
        }
        return new OfferBook(List.of(next));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OfferBook book && offers.equals(book.offers);
    }

    @Override
    public int hashCode() {
        return offers.hashCode();
    }
}
