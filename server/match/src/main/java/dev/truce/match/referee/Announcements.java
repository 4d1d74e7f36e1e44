package dev.truce.match.referee;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.OfferStatus;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RoundInputs;
import dev.truce.engine.orders.Verdict;
import dev.truce.engine.report.Resolution;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Effect;
import dev.truce.match.Input;
import dev.truce.match.MatchTerms;
import dev.truce.match.Notice;
import dev.truce.match.Refusals;
import dev.truce.match.Seat;
import dev.truce.match.deed.AskedOrders;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.Done;
import dev.truce.match.negotiation.Negotiation;
import dev.truce.match.negotiation.OfferBook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Where the sides of one match speak to each other: it takes what seats ask for to the {@link Negotiation} and tells those who may hear it. */
final class Announcements {
    private final Rules rules;
    private MatchSetup setup;
    private final MatchTerms terms;
    private final Negotiation negotiation;
    /** The round in which each offer changed last; looked up only, never iterated. */
    private final Map<OfferId, Integer> changed = new HashMap<>();
    /** What an omniscient viewer will be told of the open round when it is resolved, in order; empty if there is no such viewer. */
    private final List<Notice> withheld = new ArrayList<>();
    /** The offers as they were when the open round opened, and the rounds of their last changes: all that an omniscient viewer knows. */
    private OfferBook resolvedBook = OfferBook.EMPTY;

    private Map<OfferId, Integer> resolvedChanges = Map.of();
    private int round;

    Announcements(Rules rules, MatchSetup setup, MatchTerms terms, MatchState start) {
        this.rules = rules;
        this.setup = setup;
        this.terms = terms;
        this.negotiation = new Negotiation(rules, setup, start);
        this.round = start.openRound();
    }

    /** Another round is the last from now on. */
    void endWith(MatchSetup ending, MatchState now) {
        setup = ending;
        negotiation.endWith(ending, now);
    }

    /** Returns all offers so far. */
    OfferBook book() {
        return negotiation.book();
    }

    /** Returns whether a side has given notice in the open round. */
    boolean notice(Side side) {
        return negotiation.notice(side);
    }

    /** Returns how many acts the open round has seen. */
    int size() {
        return negotiation.size();
    }

    /** Returns what was done in the open round as records keep it. */
    List<Done> deeds() {
        return negotiation.deeds();
    }

    /** Returns what the open round is resolved from. */
    RoundInputs inputs(JointOrders orders) {
        return negotiation.inputs(orders);
    }

    /** Returns how many offers have been made to a side. */
    int madeTo(Side side) {
        return negotiation.book().made(side.other());
    }

    /** Returns why a deed is refused, or null if it is in order. */
    @Nullable
    Refusal refusal(Input.Does does, MatchState state) {
        if (does.deed() instanceof Deed.PutDraft draft) {
            Side side = does.seat().side();
            if (terms.delegation(side).isHeadAlone()) {
                return Refusals.nobodyToDraftFor();
            }
            if (rules.check(setup, state, side, draft.orders()) instanceof Verdict.Rejected wrong) {
                return wrong.refusal();
            }
        }
        return negotiation.refusal(done(does));
    }

    /**
     * Does what was found in order and tells it; an offer has the other side look again.
     *
     * @param does what a seat asks for
     * @param window the open round
     * @param effects where to tell it
     */
    void take(Input.Does does, OpenRound window, List<Effect> effects) {
        Side side = does.seat().side();
        Deed deed = does.deed();
        OfferBook before = negotiation.book();
        negotiation.take(done(does));
        if (deed instanceof Deed.Say) {
            List<Notice.Said> talk = negotiation.said();
            Notice.Said last = talk.get(talk.size() - 1);
            tell(viewer -> hears(viewer, last), last, effects);
            return;
        }
        window.changed(does.seat());
        if (deed instanceof Deed.PutDraft || deed instanceof Deed.Vote) {
            tell(viewer -> viewer.sees(side), counsel(done(does)), effects);
        } else if (deed instanceof Deed.Judge judge) {
            // What is decided on an accusation stays a secret of the side until the round closes.
            tell(viewer -> viewer.sees(side), decided(side, judge, judge.choice()), effects);
        } else if (deed instanceof Deed.GiveNotice notice) {
            tell(viewer -> true, new Notice.NoticeGiven(side, round, notice.given()), effects);
        } else {
            tellChanged(negotiation.book().changedSince(before), effects);
            if (deed instanceof Deed.MakeOffer) {
                recall(side.other(), window, effects);
            }
        }
    }

    /** Strikes the draft, the votes and the decision of a seat that somebody else takes over; its side hears of a decision that is void. */
    void strike(Seat seat, List<Effect> effects) {
        Side side = seat.side();
        Done before = negotiation.decided(side);
        negotiation.strike(side, seat.number());
        if (before != null && negotiation.decided(side) == null) {
            Notice notice = decided(side, (Deed.Judge) before.deed(), AccusationChoice.REST);
            tell(viewer -> viewer.sees(side), notice, effects);
        }
    }

    private Notice decided(Side side, Deed.Judge judge, AccusationChoice choice) {
        return new Notice.Decided(side, round, judge.accused(), choice);
    }

    /** Tells an omniscient viewer what was said and offered in the open round, which is resolved now. */
    void disclose(List<Effect> effects) {
        for (Notice notice : withheld) {
            effects.add(new Effect.Tell(Viewer.OMNISCIENT, notice));
        }
        withheld.clear();
    }

    /**
     * Goes on to the next round.
     *
     * @param resolution the result of the open one
     * @param effects where to tell what has become of offers
     */
    void close(Resolution resolution, List<Effect> effects) {
        for (Offer offer : negotiation.close(resolution)) {
            changed.put(offer.id(), round);
            Notice notice = new Notice.OfferChanged(offer, round);
            for (Viewer viewer : terms.viewers()) {
                if (hears(viewer, offer)) {
                    effects.add(new Effect.Tell(viewer, notice));
                }
            }
        }
        if (terms.viewers().contains(Viewer.OMNISCIENT)) {
            resolvedBook = negotiation.book();
            resolvedChanges = new HashMap<>(changed);
        }
        round = resolution.next().openRound();
    }

    /** Returns what a viewer has heard of offers whose last change that it knows of fell into a round. */
    List<Notice> offers(Viewer viewer, int inRound) {
        boolean late = viewer == Viewer.OMNISCIENT;
        OfferBook book = late ? resolvedBook : negotiation.book();
        Map<OfferId, Integer> changes = late ? resolvedChanges : changed;
        List<Notice> heard = new ArrayList<>();
        for (Offer offer : book.offers()) {
            if (changes.getOrDefault(offer.id(), 0) == inRound && hears(viewer, offer)) {
                heard.add(new Notice.OfferChanged(offer, inRound));
            }
        }
        return heard;
    }

    /** Returns what a viewer has heard in the open round: offers, notices that stand, talk, what its side has decided and drafted. */
    List<Notice> heard(Viewer viewer) {
        Viewer now = duringRound(viewer);
        List<Notice> heard = offers(now, round);
        for (Side side : Side.values()) {
            if (negotiation.notice(side)) {
                heard.add(new Notice.NoticeGiven(side, round, true));
            }
        }
        for (Notice.Said said : negotiation.said()) {
            if (hears(now, said)) {
                heard.add(said);
            }
        }
        for (Side side : Side.values()) {
            Done done = negotiation.decided(side);
            if (done != null && now == Viewer.of(side)) {
                Deed.Judge judge = (Deed.Judge) done.deed();
                heard.add(decided(side, judge, judge.choice()));
            }
        }
        for (Done done : negotiation.counsel()) {
            if (now == Viewer.of(done.side())) {
                heard.add(counsel(done));
            }
        }
        return heard;
    }

    private static Done done(Input.Does does) {
        return new Done(does.seat().side(), does.seat().number(), does.deed());
    }

    /** Returns how a draft or a vote is told to the delegation. */
    private Notice counsel(Done done) {
        Seat seat = new Seat(done.side(), done.seat());
        if (done.deed() instanceof Deed.PutDraft draft) {
            return new Notice.Drafted(seat, round, AskedOrders.ordered(draft.orders()));
        }
        Deed.Vote vote = (Deed.Vote) done.deed();
        return new Notice.Voted(seat, round, new Seat(done.side(), vote.drafter()), vote.yes());
    }

    private void recall(Side side, OpenRound window, List<Effect> effects) {
        for (Seat seat : terms.seats()) {
            if (seat.side() == side && window.isReady(seat)) {
                window.recall(seat);
                window.tell(seat, terms.viewers(), effects);
            }
        }
    }

    private void tellChanged(List<Offer> offers, List<Effect> effects) {
        for (Offer offer : offers) {
            changed.put(offer.id(), round);
            tell(viewer -> hears(viewer, offer), new Notice.OfferChanged(offer, round), effects);
        }
    }

    /** Tells something of the open round; an omniscient viewer hears at once only what the public hears. */
    private void tell(Predicate<Viewer> audience, Notice notice, List<Effect> effects) {
        for (Viewer viewer : terms.viewers()) {
            if (audience.test(duringRound(viewer))) {
                effects.add(new Effect.Tell(viewer, notice));
            } else if (audience.test(viewer)) {
                withheld.add(notice);
            }
        }
    }

    /** Returns whose ears a viewer has while a round is open: those of the public, if it is omniscient about resolved rounds. */
    private static Viewer duringRound(Viewer viewer) {
        return viewer == Viewer.OMNISCIENT ? Viewer.PUBLIC : viewer;
    }

    /** Offers are confidential between the delegations; a communique is made for the public, once it is signed. */
    private static boolean hears(Viewer viewer, Offer offer) {
        boolean signed = offer.status() == OfferStatus.ENTERED || offer.status() == OfferStatus.LAPSED;
        return viewer != Viewer.PUBLIC || (signed && offer.terms().communique());
    }

    private static boolean hears(Viewer viewer, Notice.Said said) {
        return switch (said.channel()) {
            case DELEGATION -> viewer.sees(said.seat().side());
            case OTHER_SIDE -> viewer != Viewer.PUBLIC;
            case PUBLIC -> true;
        };
    }
}
