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
    /** The last offer of the other side by the round in which it was made, from round 0. */
    private final List<@Nullable Known> lastOf = new ArrayList<>();

    private int count;
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

        int number() {
            return latest.id().number();
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
        Known made = new Known(offer, notice.round());
        known.add(made);
        if (offer.maker() == own) {
            return false;
        }
        count = Math.max(count, offer.id().number());
        while (lastOf.size() <= offer.made()) {
            lastOf.add(null);
        }
        Known last = lastOf.get(offer.made());
        if (last == null || last.number() < made.number()) {
            lastOf.set(offer.made(), made);
        }
        return true;
    }

    /** Records what somebody said. */
    void take(Notice.Said words) {
        if (words.seat().side() != own) {
            said.removeIf(old -> old.round() < words.round() - 1);
            said.add(words);
        }
    }

    /** How many offers of the other side there are in the match: they are numbered from 1. */
    int count() {
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
        Known last = round < lastOf.size() ? lastOf.get(round) : null;
        return last == null ? null : last.latest;
    }
}
