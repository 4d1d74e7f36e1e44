package dev.truce.match;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.OfferStatus;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.orders.RoundInputs;
import dev.truce.engine.orders.Verdict.Rejected;
import dev.truce.engine.round.Resolution;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.view.Viewer;
import dev.truce.match.negotiation.Act;
import dev.truce.match.negotiation.Counsel;
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
    /** A seat that nobody has. */
    private static final int NOBODY = -1;

    private final Rules rules;
    private final MatchSetup setup;
    private final MatchTerms terms;
    private final Negotiation parley;
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
        this.parley = new Negotiation(rules, setup, start);
        this.round = start.openRound();
    }

    /** Returns all offers so far. */
    OfferBook book() {
        return parley.book();
    }

    /** Returns whether a side has given notice in the open round. */
    boolean notice(Side side) {
        return parley.notice(side);
    }

    /** Returns how many acts the open round has seen. */
    int size() {
        return parley.size();
    }

    /** Returns the acts of the open round as records keep them. */
    List<Act> acts() {
        return parley.acts();
    }

    /** Returns what the open round is resolved from. */
    RoundInputs inputs(JointOrders orders) {
        return parley.inputs(orders);
    }

    /** Returns how many offers have been made to a side. */
    int madeTo(Side side) {
        return parley.book().made(side.other());
    }

    /** Returns why a move is refused, or null if it is in order. */
    @Nullable
    Rejected refusal(Input.Move move, MatchState state) {
        int seat = move.seat().number();
        if (move instanceof Input.Draft draft) {
            return draftRefusal(draft, state);
        } else if (move instanceof Input.Vote) {
            return parley.refusal(counsel(move));
        }
        if (move instanceof Input.GiveNotice) {
            return parley.noticeRefusal(seat);
        }
        return parley.refusal(act(move), seat, move instanceof Input.AcceptOffer accept ? accept.termsHash() : null);
    }

    /**
     * Does what was found in order and tells it; an offer has the other side look again.
     *
     * @param move what a seat asks for
     * @param window the open round
     * @param effects where to tell it
     */
    void take(Input.Move move, OpenRound window, List<Effect> effects) {
        Side side = move.seat().side();
        if (move instanceof Input.Say) {
            parley.take(act(move));
            List<Notice.Said> talk = said();
            Notice.Said last = talk.get(talk.size() - 1);
            tell(viewer -> hears(viewer, last), last, effects);
            return;
        }
        window.changed(move.seat());
        if (move instanceof Input.Draft || move instanceof Input.Vote) {
            Counsel counsel = counsel(move);
            parley.take(counsel);
            tell(viewer -> viewer.sees(side), notice(counsel), effects);
            return;
        }
        if (move instanceof Input.GiveNotice notice) {
            if (notice.given()) {
                parley.take(new Act.Leaves(side));
            } else {
                parley.stay(side);
            }
            tell(viewer -> true, new Notice.NoticeGiven(side, round, notice.given()), effects);
            return;
        }
        OfferBook before = parley.book();
        parley.take(act(move));
        tellChanged(parley.book().changedSince(before), effects);
        if (move instanceof Input.MakeOffer) {
            recall(side.other(), window, effects);
        }
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
     * @param resolution what came of the open one
     * @param effects where to tell what has become of offers
     */
    void close(Resolution resolution, List<Effect> effects) {
        for (Offer offer : parley.close(resolution)) {
            changed.put(offer.id(), round);
            Notice notice = new Notice.OfferChanged(offer, round);
            for (Viewer viewer : terms.viewers()) {
                if (hears(viewer, offer)) {
                    effects.add(new Effect.Tell(viewer, notice));
                }
            }
        }
        if (terms.viewers().contains(Viewer.OMNISCIENT)) {
            resolvedBook = parley.book();
            resolvedChanges = new HashMap<>(changed);
        }
        round = resolution.next().openRound();
    }

    /** Returns what a viewer has heard of offers whose last change that it knows of fell into a round. */
    List<Notice> offers(Viewer viewer, int inRound) {
        boolean late = viewer == Viewer.OMNISCIENT;
        OfferBook book = late ? resolvedBook : parley.book();
        Map<OfferId, Integer> changes = late ? resolvedChanges : changed;
        List<Notice> heard = new ArrayList<>();
        for (Offer offer : book.offers()) {
            if (changes.getOrDefault(offer.id(), 0) == inRound && hears(viewer, offer)) {
                heard.add(new Notice.OfferChanged(offer, inRound));
            }
        }
        return heard;
    }

    /** Returns what a viewer has heard in the open round: offers, notices that stand, talk. */
    List<Notice> heard(Viewer viewer) {
        Viewer now = duringRound(viewer);
        List<Notice> heard = offers(now, round);
        for (Side side : Side.values()) {
            if (parley.notice(side)) {
                heard.add(new Notice.NoticeGiven(side, round, true));
            }
        }
        for (Notice.Said said : said()) {
            if (hears(now, said)) {
                heard.add(said);
            }
        }
        for (Counsel counsel : parley.counsel()) {
            if (now == Viewer.of(counsel.side())) {
                heard.add(notice(counsel));
            }
        }
        return heard;
    }

    private @Nullable Rejected draftRefusal(Input.Draft draft, MatchState state) {
        Side side = draft.seat().side();
        if (terms.delegation(side).isHeadAlone()) {
            return Refusals.nobodyToDraftFor();
        }
        return rules.check(setup, state, side, draft.orders()) instanceof Rejected wrong
                ? wrong
                : parley.refusal(counsel(draft));
    }

    private static Counsel counsel(Input.Move move) {
        Side side = move.seat().side();
        int seat = move.seat().number();
        if (move instanceof Input.Draft draft) {
            return new Counsel.Drafts(side, seat, ordered(draft.orders()));
        }
        Input.Vote vote = (Input.Vote) move;
        return new Counsel.Votes(
                side, seat, vote.drafter().side() == side ? vote.drafter().number() : NOBODY, vote.yes());
    }

    private Notice notice(Counsel counsel) {
        if (counsel instanceof Counsel.Drafts draft) {
            return new Notice.Drafted(new Seat(draft.side(), draft.seat()), round, draft.orders());
        }
        Counsel.Votes vote = (Counsel.Votes) counsel;
        return new Notice.Voted(
                new Seat(vote.side(), vote.seat()), round, new Seat(vote.side(), vote.drafter()), vote.yes());
    }

    private void recall(Side side, OpenRound window, List<Effect> effects) {
        for (Seat seat : terms.seats()) {
            if (seat.side() == side && window.isReady(seat)) {
                window.recall(seat);
                tell(viewer -> true, window.status(seat), effects);
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

    /** What was said in the open round. Numbers count by seat and channel, so that a gap tells nobody of a channel that it does not hear. */
    private List<Notice.Said> said() {
        List<Notice.Said> said = new ArrayList<>();
        for (Act.Says says : parley.talk()) {
            Seat seat = new Seat(says.side(), says.seat());
            int number = 1;
            for (Notice.Said earlier : said) {
                number += earlier.seat().equals(seat) && earlier.channel() == says.channel() ? 1 : 0;
            }
            said.add(new Notice.Said(seat, round, number, says.channel(), says.text(), says.statement()));
        }
        return said;
    }

    /** Returns orders that were found legal. */
    private static Orders ordered(List<RequestedOrder> requested) {
        List<Order> orders = new ArrayList<>();
        for (RequestedOrder order : requested) {
            orders.add(new Order(Instrument.all().get(order.instrument()), order.level()));
        }
        return Orders.of(orders);
    }

    private Act act(Input.Move move) {
        Side side = move.seat().side();
        if (move instanceof Input.MakeOffer make) {
            return new Act.Offers(parley.book().next(side), make.terms(), make.answers());
        } else if (move instanceof Input.AcceptOffer accept) {
            return new Act.Accepts(side, accept.offer());
        } else if (move instanceof Input.RefuseOffer refuse) {
            return new Act.Refuses(side, refuse.offer());
        } else if (move instanceof Input.WithdrawOffer withdraw) {
            return new Act.Withdraws(side, withdraw.offer());
        } else if (move instanceof Input.Say say) {
            return new Act.Says(side, say.seat().number(), say.channel(), say.text(), say.statement());
        }
        throw new IllegalArgumentException(
                "nobody speaks with " + move.getClass().getSimpleName());
    }
}
