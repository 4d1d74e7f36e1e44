package dev.truce.match.negotiation;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.OfferStatus;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.scenario.Instruments;
import dev.truce.engine.scenario.Rung;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchState;
import dev.truce.match.Refusals;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.Done;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Judges offers, answers to them and notices of one open round. Every refusal is the first of {@link RefusalCode}, in order, that
 * applies. Keeps nothing; the {@link OfferBook} is given.
 */
public final class OfferRules {
    /** Most offers of a side in one round: each but the first answers an answer, and so many answers make a round of bargaining. */
    public static final int MAX_A_ROUND = 8;

    /** Most offers of a side in a match, so that the record of any match stays small: two a round in the longest one. */
    public static final int MAX_A_MATCH = 128;

    private final Rules rules;
    private final int round;
    private final int lastRound;
    private final boolean treaty;

    /**
     * Makes the rules of a round.
     *
     * @param rules the compiled scenario
     * @param setup setup of the match
     * @param state the state with which the round opens
     */
    public OfferRules(Rules rules, MatchSetup setup, MatchState state) {
        this.rules = rules;
        this.round = state.openRound();
        int next = round + 1;
        this.lastRound = setup.horizon() instanceof Horizon.Fixed fixed ? Math.min(next, fixed.rounds()) : next;
        this.treaty = state.treaty().bindsAny(round);
    }

    /**
     * Judges what a seat does about offers.
     *
     * @param book the offers so far
     * @param done an offer or an answer to one
     * @return why it is refused, or null if it is in order
     */
    public @Nullable Refusal refusal(OfferBook book, Done done) {
        Deed deed = done.deed();
        Side side = done.side();
        if (deed instanceof Deed.MakeOffer made) {
            return offering(book, made, side, done.seat());
        } else if (deed instanceof Deed.Accept accept) {
            return accepting(book, accept, side, done.seat());
        } else if (deed instanceof Deed.Refuse refuse) {
            Refusal wrong = standing(book, refuse.offer(), side.other(), "offer");
            return wrong != null ? wrong : onlyTheHead(done.seat());
        } else if (deed instanceof Deed.Withdraw withdraw) {
            Refusal wrong = standing(book, withdraw.offer(), side, "offer");
            return wrong != null ? wrong : onlyTheHead(done.seat());
        }
        throw new IllegalArgumentException("this is not about offers: " + deed);
    }

    /** Judges a notice, or its being taken back. */
    public @Nullable Refusal notice(int seat) {
        Refusal wrong = onlyTheHead(seat);
        if (wrong != null) {
            return wrong;
        }
        return treaty ? null : Refusal.of(RefusalCode.NO_TREATY, "notice").because("refused.no-treaty.notice");
    }

    /** Returns the book after what {@link #refusal} found in order. */
    public OfferBook after(OfferBook book, Done done) {
        return book.after(done, round, lastRound);
    }

    private @Nullable Refusal offering(OfferBook book, Deed.MakeOffer made, Side side, int seat) {
        OfferId answers = made.answers();
        Refusal wrong = answers == null ? null : standing(book, answers, side.other(), "answers");
        if (wrong != null) {
            return wrong;
        }
        wrong = oneARound(book, side);
        if (wrong != null) {
            return wrong;
        }
        wrong = onlyTheHead(seat);
        if (wrong != null) {
            return wrong;
        }
        wrong = onTheLadders(made.terms());
        wrong = wrong != null ? wrong : layered(made.terms());
        return wrong != null ? wrong : renewable(made.terms());
    }

    private @Nullable Refusal accepting(OfferBook book, Deed.Accept accept, Side side, int seat) {
        Side maker = side.other();
        Refusal wrong = standing(book, accept.offer(), maker, "offer");
        Offer offer = book.find(accept.offer());
        if (wrong != null || offer == null) {
            return wrong;
        }
        if (!accept.termsHash().equals(offer.hash())) {
            return Refusal.of(RefusalCode.TERMS_DIFFER, "terms_hash")
                    .naming(offer.id())
                    .legal(offer.hash());
        }
        Offer earlier = book.accepted(maker);
        if (earlier != null) {
            return Refusal.of(RefusalCode.ONE_ACCEPTANCE_A_ROUND, "offer").naming(side, earlier.id());
        }
        wrong = onlyTheHead(seat);
        return wrong != null ? wrong : renewable(offer.terms());
    }

    private static @Nullable Refusal standing(OfferBook book, OfferId id, Side maker, String field) {
        Offer offer = book.find(id);
        if (offer == null) {
            return Refusals.unknownOffer(field, id).legal(open(book, maker));
        }
        if (offer.maker() != maker) {
            return Refusal.of(RefusalCode.NOT_YOUR_OFFER, field)
                    .naming(id, id.side())
                    .legal(open(book, maker));
        }
        if (!offer.isOpen()) {
            return Refusals.offerNotOpen(field, offer).legal(open(book, maker));
        }
        return null;
    }

    private @Nullable Refusal oneARound(OfferBook book, Side side) {
        for (Offer offer : book.offers()) {
            if (offer.maker() == side && bars(offer, round)) {
                return Refusal.of(RefusalCode.ONE_OFFER_A_ROUND, "offer")
                        .because(
                                offer.isOpen()
                                        ? "refused.one_offer_a_round.open"
                                        : "refused.one_offer_a_round.accepted",
                                offer.id());
            }
        }
        boolean round = book.made(side, this.round) >= MAX_A_ROUND;
        if (round || book.made(side) >= MAX_A_MATCH) {
            return Refusal.of(RefusalCode.ONE_OFFER_A_ROUND, "offer")
                    .because(
                            round ? "refused.one_offer_a_round.many" : "refused.one_offer_a_round.many-a-match",
                            side,
                            round ? MAX_A_ROUND : MAX_A_MATCH);
        }
        return null;
    }

    /** Returns whether an offer keeps its side from making another one in a round. */
    public static boolean bars(Offer offer, int round) {
        return offer.made() == round && (offer.isOpen() || offer.status() == OfferStatus.ACCEPTED);
    }

    private @Nullable Refusal onTheLadders(Terms terms) {
        if (terms instanceof Terms.Package clauses) {
            for (int i = 0; i < clauses.pledges().size(); i++) {
                Pledge pledge = clauses.pledges().get(i);
                Instruments instruments = rules.scenario().instruments();
                if (!instruments.has(pledge.instrument())) {
                    return Refusal.of(RefusalCode.BAD_TERMS, "terms.clauses[" + i + "].instrument")
                            .because(
                                    "refused.no-instrument", pledge.instrument().id());
                }
                InstrumentSpec spec = instruments.spec(pledge.instrument());
                if (!instruments.isOnLadder(pledge.instrument(), pledge.bound())) {
                    return Refusal.of(RefusalCode.BAD_TERMS, "terms.clauses[" + i + "].bound")
                            .because("refused.no-level", pledge.instrument().id(), pledge.bound())
                            .legal(tokens(spec));
                }
            }
        }
        return null;
    }

    /** Where agreements lie on top of the truce they are short, and they alone can be published. */
    private @Nullable Refusal layered(Terms terms) {
        int most = rules.layers().mostRounds(terms);
        if (terms.rounds() > most) {
            return Refusal.of(RefusalCode.BAD_TERMS, "terms.rounds")
                    .because("refused.bad_terms.agreement", most, terms.rounds())
                    .legal(most);
        }
        boolean truce = rules.layers().exist() && !rules.layers().isAgreement(terms, true);
        return truce && terms.communique()
                ? Refusal.of(RefusalCode.BAD_TERMS, "terms.communique")
                        .because("refused.bad_terms.published")
                        .legal("private")
                : null;
    }

    private @Nullable Refusal renewable(Terms terms) {
        return treaty || terms instanceof Terms.Package
                ? null
                : Refusal.of(RefusalCode.NO_TREATY, "terms").because("refused.no-treaty.renewal");
    }

    private static @Nullable Refusal onlyTheHead(int seat) {
        return seat == 0 ? null : Refusal.of(RefusalCode.ONLY_THE_HEAD, "seat");
    }

    private static String open(OfferBook book, Side maker) {
        StringJoiner open = new StringJoiner(" ");
        for (Offer offer : book.offers()) {
            if (offer.maker() == maker && offer.isOpen()) {
                open.add(offer.id().toString());
            }
        }
        return open.toString();
    }

    private static String tokens(InstrumentSpec spec) {
        StringJoiner tokens = new StringJoiner(" ");
        for (Rung rung : spec.ladder()) {
            tokens.add(rung.token());
        }
        return tokens.toString();
    }
}
