package dev.truce.bot;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.board.Side;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The other side's offers in a match, as far as a seat has heard of them. */
final class HeardOffers {
    private final Side own;
    /** Each as it was heard last. */
    private final List<Offer> offers = new ArrayList<>();

    HeardOffers(Side own) {
        this.own = own;
    }

    /** Takes note of an offer or of what became of it; true if it is an offer of the other side that was not known. */
    boolean take(Offer offer) {
        if (offer.maker() == own) {
            return false;
        }
        for (int i = 0; i < offers.size(); i++) {
            if (offers.get(i).id().equals(offer.id())) {
                offers.set(i, offer);
                return false;
            }
        }
        offers.add(offer);
        return true;
    }

    /** Returns how many there are in the match: they are numbered from 1. */
    int count() {
        int count = 0;
        for (Offer offer : offers) {
            count = Math.max(count, offer.id().number());
        }
        return count;
    }

    /** Returns what a bot that decides for a round has heard: the last offer of the round before, whatever became of it. */
    Talks talks(int round) {
        Offer last = lastOf(round - 1);
        return last == null ? Talks.NONE : new Talks(last.terms());
    }

    /** Returns the last offer that was made in a round, or null. */
    @Nullable
    Offer lastOf(int round) {
        Offer last = null;
        for (Offer offer : offers) {
            boolean isLater = last == null || offer.id().number() > last.id().number();
            last = offer.made() == round && isLater ? offer : last;
        }
        return last;
    }
}
