package dev.truce.bot;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.board.Side;
import dev.truce.match.Notice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Both sides' offers in a match, as far as a seat has heard of them, and what the other side has said recently. */
final class HeardOffers {
    private static final Comparator<Offer> BY_ROUND = Comparator.comparingInt(Offer::made)
            .thenComparing(Offer::maker)
            .thenComparingInt(offer -> offer.id().number());

    private final Side own;
    private final List<Known> known = new ArrayList<>();
    /** Of at most two rounds. */
    private final List<Notice.Said> said = new ArrayList<>();

    HeardOffers(Side own) {
        this.own = own;
    }

    /** One offer: what it is, and what it was before the round in which it last changed. */
    private static final class Known {
        private Offer latest;
        private int changed;
        private @Nullable Offer before;

        Known(Offer offer, int round) {
            this.latest = offer;
            this.changed = round;
        }

        void become(Offer offer, int round) {
            before = round > changed ? latest : before;
            latest = offer;
            changed = Math.max(changed, round);
        }

        /** Returns what it was when a round opened, or null if it was not there yet. */
        @Nullable
        Offer opening(int round) {
            return changed < round ? latest : before;
        }
    }

    /** Records an offer or what happened to it; true if it is a new offer of the other side. */
    boolean take(Notice.OfferChanged notice) {
        Offer offer = notice.offer();
        for (Known each : known) {
            if (each.latest.id().equals(offer.id())) {
                each.become(offer, notice.round());
                return false;
            }
        }
        known.add(new Known(offer, notice.round()));
        return offer.maker() != own;
    }

    /** Records what somebody said. */
    void take(Notice.Said words) {
        if (words.seat().side() != own) {
            said.removeIf(old -> old.round() < words.round() - 1);
            said.add(words);
        }
    }

    /** Returns how many offers of the other side there are in the match: they are numbered from 1. */
    int count() {
        int count = 0;
        for (Known each : known) {
            if (each.latest.maker() != own) {
                count = Math.max(count, each.latest.id().number());
            }
        }
        return count;
    }

    /**
     * Returns what a bot that decides for a round has heard of the rounds before. What came in since the round opened is not in it,
     * so that a bot hears the same, no matter who was faster.
     */
    Talks talks(int round) {
        Offer last = lastOf(round - 1);
        List<Offer> open = new ArrayList<>();
        for (Known each : known) {
            Offer offer = each.opening(round);
            if (offer != null && offer.isOpen() && offer.lastRound() >= round) {
                open.add(offer);
            }
        }
        open.sort(BY_ROUND);
        List<Notice.Said> words = new ArrayList<>();
        for (Notice.Said each : said) {
            if (each.round() == round - 1) {
                words.add(each);
            }
        }
        return last == null && open.isEmpty() && words.isEmpty()
                ? Talks.NONE
                : new Talks(last == null ? null : last.terms(), open, words);
    }

    /** Returns the last offer that the other side made in a round, or null. */
    @Nullable
    Offer lastOf(int round) {
        Offer last = null;
        for (Known each : known) {
            Offer offer = each.latest;
            boolean isLater = last == null || offer.id().number() > last.id().number();
            last = offer.maker() != own && offer.made() == round && isLater ? offer : last;
        }
        return last;
    }
}
