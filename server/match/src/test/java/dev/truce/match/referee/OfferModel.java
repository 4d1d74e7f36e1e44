package dev.truce.match.referee;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.OfferStatus;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.agreement.TermsHash;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.match.Input;
import dev.truce.match.deed.Deed;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of offers, written down a second time from the rules of the game, without a line of the referee: a table of offers and
 * their statuses, and for each input all the faults that it has, whichever of them the referee may find first.
 */
final class OfferModel {
    /** An offer as it was told to the other side. */
    private static final class Entry {
        private final Terms terms;
        private final int made;
        private OfferStatus status = OfferStatus.OPEN;

        Entry(Terms terms, int made) {
            this.terms = terms;
            this.made = made;
        }
    }

    private final Map<OfferId, Entry> entries = new LinkedHashMap<>();
    private final int lastRound;

    /**
     * An empty table.
     *
     * @param lastRound last round of the match
     */
    OfferModel(int lastRound) {
        this.lastRound = lastRound;
    }

    /**
     * Returns every fault of an input, each judged as if it were the only one.
     *
     * @param input an offer or an answer to one
     * @param treaty whether a clause is in force
     */
    Set<RefusalCode> faults(Input.Does input, int openRound, boolean treaty) {
        Set<RefusalCode> faults = EnumSet.noneOf(RefusalCode.class);
        Side side = input.seat().side();
        if (input.round() != openRound) {
            faults.add(RefusalCode.STALE_ROUND);
        }
        if (input.seat().number() > 1) {
            faults.add(RefusalCode.NOT_SEATED);
        } else if (input.seat().number() == 1) {
            faults.add(RefusalCode.ONLY_THE_HEAD);
        }
        if (input.deed() instanceof Deed.MakeOffer make) {
            if (make.answers() != null) {
                standing(make.answers(), side.other(), faults);
            }
            if (hasOffer(side, openRound)) {
                faults.add(RefusalCode.ONE_OFFER_A_ROUND);
            }
            terms(make.terms(), treaty, faults);
        } else if (input.deed() instanceof Deed.Accept accept) {
            standing(accept.offer(), side.other(), faults);
            Entry entry = entries.get(accept.offer());
            if (entry != null && !TermsHash.of(entry.terms).equals(accept.termsHash())) {
                faults.add(RefusalCode.TERMS_DIFFER);
            }
            if (accepted(side.other()) != null) {
                faults.add(RefusalCode.ONE_ACCEPTANCE_A_ROUND);
            }
            if (entry != null) {
                terms(entry.terms, treaty, faults);
            }
        } else if (input.deed() instanceof Deed.Refuse refuse) {
            standing(refuse.offer(), side.other(), faults);
        } else if (input.deed() instanceof Deed.Withdraw withdraw) {
            standing(withdraw.offer(), side, faults);
        } else if (input.deed() instanceof Deed.GiveNotice && !treaty) {
            faults.add(RefusalCode.NO_TREATY);
        }
        return faults;
    }

    private void standing(OfferId id, Side maker, Set<RefusalCode> faults) {
        Entry entry = entries.get(id);
        if (entry == null) {
            faults.add(RefusalCode.UNKNOWN_OFFER);
            return;
        }
        if (id.side() != maker) {
            faults.add(RefusalCode.NOT_YOUR_OFFER);
        }
        if (entry.status != OfferStatus.OPEN) {
            faults.add(RefusalCode.OFFER_NOT_OPEN);
        }
    }

    private static void terms(Terms terms, boolean treaty, Set<RefusalCode> faults) {
        if (terms instanceof Terms.Renewal) {
            if (!treaty) {
                faults.add(RefusalCode.NO_TREATY);
            }
            return;
        }
        for (Pledge pledge : ((Terms.Package) terms).pledges()) {
            int levels =
                    Table.RULES.scenario().spec(pledge.instrument()).ladder().size();
            if (pledge.bound() < 0 || pledge.bound() >= levels) {
                faults.add(RefusalCode.BAD_TERMS);
            }
        }
    }

    /** One offer a side and round stands, and there are eight at most. */
    private boolean hasOffer(Side side, int round) {
        int made = 0;
        boolean stands = false;
        for (Map.Entry<OfferId, Entry> entry : entries.entrySet()) {
            if (entry.getKey().side() == side && entry.getValue().made == round) {
                made++;
                OfferStatus status = entry.getValue().status;
                stands |= status == OfferStatus.OPEN || status == OfferStatus.ACCEPTED;
            }
        }
        return stands || made >= 8;
    }

    /** Notes an input that has no fault. */
    void take(Input.Does input) {
        if (input.deed() instanceof Deed.MakeOffer make) {
            if (make.answers() != null) {
                become(make.answers(), OfferStatus.COUNTERED);
            }
            Side side = input.seat().side();
            int number = 1;
            while (entries.containsKey(new OfferId(side, number))) {
                number++;
            }
            entries.put(new OfferId(side, number), new Entry(make.terms(), input.round()));
        } else if (input.deed() instanceof Deed.Accept accept) {
            become(accept.offer(), OfferStatus.ACCEPTED);
        } else if (input.deed() instanceof Deed.Refuse refuse) {
            become(refuse.offer(), OfferStatus.REFUSED);
        } else if (input.deed() instanceof Deed.Withdraw withdraw) {
            become(withdraw.offer(), OfferStatus.WITHDRAWN);
        }
    }

    /** Returns the offer of a side that the other has accepted in the open round, or null. */
    @Nullable
    OfferId accepted(Side maker) {
        for (Map.Entry<OfferId, Entry> entry : entries.entrySet()) {
            if (entry.getKey().side() == maker && entry.getValue().status == OfferStatus.ACCEPTED) {
                return entry.getKey();
            }
        }
        return null;
    }

    /** Returns which of the accepted offers counts when a round closes: the deeper one, a renewal 0; on a tie by turns. */
    @Nullable
    OfferId counts(int round) {
        OfferId us = accepted(Side.US);
        OfferId cn = accepted(Side.CN);
        if (us == null || cn == null) {
            return us == null ? cn : us;
        }
        double lead = depth(terms(us)) - depth(terms(cn));
        if (Math.abs(lead) > 1e-9) {
            return lead > 0 ? us : cn;
        }
        return round % 2 == 1 ? us : cn;
    }

    /** Returns whether both accepted offers are equally deep, so that only what both asked for is published. */
    boolean isTie() {
        OfferId us = accepted(Side.US);
        OfferId cn = accepted(Side.CN);
        return us != null && cn != null && Math.abs(depth(terms(us)) - depth(terms(cn))) <= 1e-9;
    }

    private static double depth(Terms terms) {
        double us = 0;
        double cn = 0;
        for (Pledge pledge : terms instanceof Terms.Package set ? set.pledges() : List.<Pledge>of()) {
            double value = Math.max(
                    0,
                    Table.RULES
                            .scenario()
                            .spec(pledge.instrument())
                            .depthValues()
                            .get(pledge.bound()));
            us += BySide.pick(pledge.instrument().holder(), value, 0);
            cn += BySide.pick(pledge.instrument().holder(), 0, value);
        }
        return Math.min(us, cn);
    }

    /** Returns the terms that were told when an offer was made. */
    Terms terms(OfferId id) {
        return entry(id).terms;
    }

    private Entry entry(OfferId id) {
        Entry entry = entries.get(id);
        if (entry == null) {
            throw new IllegalArgumentException("no offer " + id);
        }
        return entry;
    }

    /**
     * Notes that a round was resolved.
     *
     * @param entered whether what was signed entered into force
     * @param over whether the match ended
     */
    void close(int round, boolean entered, boolean over) {
        OfferId counts = counts(round);
        for (Map.Entry<OfferId, Entry> each : entries.entrySet()) {
            Entry entry = each.getValue();
            if (entry.status == OfferStatus.ACCEPTED) {
                boolean lost = !each.getKey().equals(counts);
                entry.status = lost ? OfferStatus.SUPERSEDED : entered ? OfferStatus.ENTERED : OfferStatus.LAPSED;
            } else if (entry.status == OfferStatus.OPEN && (over || round >= Math.min(entry.made + 1, lastRound))) {
                entry.status = OfferStatus.EXPIRED;
            }
        }
    }

    private void become(OfferId id, OfferStatus status) {
        entry(id).status = status;
    }

    /** Returns the names of all offers with a status, in the order in which they were made. */
    List<OfferId> with(OfferStatus status) {
        List<OfferId> ids = new ArrayList<>();
        entries.forEach((id, entry) -> {
            if (entry.status == status) {
                ids.add(id);
            }
        });
        return ids;
    }

    /** Returns the names of all offers. */
    List<OfferId> ids() {
        return List.copyOf(entries.keySet());
    }

    /** Returns whether the referee's book says the same. */
    boolean agrees(List<Offer> book) {
        if (book.size() != entries.size()) {
            return false;
        }
        for (Offer offer : book) {
            Entry entry = entries.get(offer.id());
            if (entry == null
                    || entry.status != offer.status()
                    || entry.made != offer.made()
                    || !entry.terms.equals(offer.terms())) {
                return false;
            }
        }
        return true;
    }
}
