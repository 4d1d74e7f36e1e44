package dev.truce.env;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.card.Card;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.orders.Verdict;
import dev.truce.engine.redaction.Redaction;
import dev.truce.engine.report.Resolution;
import dev.truce.engine.round.Resolver;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.state.StateHash;
import dev.truce.engine.suspicion.Suspicion;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Notice;
import dev.truce.match.deed.AskedOrders;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.Done;
import dev.truce.match.negotiation.Negotiation;
import dev.truce.match.negotiation.OfferBook;
import dev.truce.match.record.Chain;
import dev.truce.match.record.ClosedRound;
import dev.truce.match.record.OrdersOrigin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One match without a referee: the rules, what each side may see, and what the sides say to each other, by the same classes as in every
 * other match, so that the same deeds lead to the same record. Nothing is journalled, and no clock runs. Not thread-safe; matches on one
 * thread share a resolver.
 */
public final class LabMatch {
    private static final double GRID = 1L << 32;
    private static final double MILLI = 1e3;

    private final Rules rules;
    private final Rewarding rewarding;
    private final Resolver resolver;
    private final MatchSetup setup;
    private final BySide<? extends SideMover> movers;
    private final BySide<Redaction> redactions;
    private final Negotiation negotiation;
    private final @Nullable Chain chain;
    private final double[] paid = new double[2];
    private final double[] rewards = new double[2];
    /** By side: what is ordered in the open round. */
    private final Orders[] sealed = {Orders.HOLD, Orders.HOLD};

    private MatchState state;
    /** Draws of the last round. */
    private int draws;

    private BySide<Observation> seen;
    private BySide<Suspicion> known;

    /**
     * Begins a match.
     *
     * @param isRecorded whether it keeps the hash chain of its record
     */
    LabMatch(Lab lab, Resolver resolver, MatchSetup setup, BySide<? extends SideMover> movers, boolean isRecorded) {
        Rules rules = lab.rules();
        this.rules = rules;
        this.rewarding = lab.rewarding();
        this.resolver = resolver;
        this.setup = setup;
        this.movers = movers;
        MatchState start = rules.start(setup);
        this.state = start;
        this.chain = isRecorded ? Chain.start(rules.scenario(), setup, List.of(), start) : null;
        this.redactions = BySide.each(side -> new Redaction(rules, setup, Viewer.of(side)));
        this.negotiation = new Negotiation(rules, setup, start);
        this.seen = redactions.map(redaction -> redaction.observe(start));
        Suspicion nothing = Suspicion.start(rules);
        this.known = new BySide<>(nothing, nothing);
    }

    /** Returns whether the last round is over. */
    public boolean over() {
        return state.isOver();
    }

    /** Returns how many rounds are over. */
    public int round() {
        return state.round();
    }

    /** Returns what a side sees of the open round, or of the end. */
    public Observation seen(Side side) {
        return seen.of(side);
    }

    /** Returns what a side can tell of guilt. */
    Suspicion known(Side side) {
        return known.of(side);
    }

    /** Returns all offers so far, which both sides know. */
    OfferBook offers() {
        return negotiation.book();
    }

    /** Returns what a side is rewarded with for the last round. */
    public double reward(Side side) {
        return rewards[side.ordinal()];
    }

    /** Returns the final score of a side, rounded to whole 2^-32 points; not a number as long as the match goes on. */
    public double score(Side side) {
        return over() ? scoreSoFar(state, side) : Double.NaN;
    }

    /** Scores lie on a grid, so that sums of their differences are exact. */
    private double scoreSoFar(MatchState at, Side side) {
        double whole = rules.scoreSoFar(at, side) * GRID;
        return (long) (whole < 0 ? whole - .5 : whole + .5) / GRID;
    }

    /** Returns the hash of the true state and of the last round's draws, 32 bytes, as the referee has it. */
    public byte[] hash() {
        return StateHash.of(state, draws, rules.scenario().instruments());
    }

    /** Returns the hash chain of the record: the link before round 1, then one after each round, 64 hex digits each; nothing if it is not kept. */
    List<String> chain() {
        return chain == null ? List.of() : chain.links();
    }

    /** Returns why a side may not do something beside its orders now, or null if it may. */
    @Nullable
    Refusal refusal(Side side, Deed deed) {
        return negotiation.refusal(new Done(side, 0, deed));
    }

    /** Does something for a side beside its orders, and has both hear what of it they may. */
    Verdict does(Side side, Deed deed) {
        Done done = new Done(side, 0, deed);
        Refusal wrong = negotiation.refusal(done);
        if (wrong != null) {
            return new Verdict.Rejected(wrong);
        }
        OfferBook before = negotiation.book();
        int spoken = negotiation.talk().size();
        negotiation.take(done);
        tell(negotiation.book().changedSince(before), state.openRound());
        List<Notice.Said> said = negotiation.said();
        for (Notice.Said words : said.subList(spoken, said.size())) {
            if (words.channel() != Channel.DELEGATION) {
                movers.of(side.other()).heard(words);
            }
        }
        return new Verdict.Accepted(Orders.HOLD);
    }

    /** Seals orders of a side in place of those before, if they are legal. */
    Verdict orders(Side side, List<RequestedOrder> requested) {
        Verdict verdict = rules.check(setup, state, side, requested);
        if (verdict.isAccepted()) {
            seals(side, AskedOrders.ordered(requested));
        }
        return verdict;
    }

    /** Seals orders of a side that are known to be legal. */
    void seals(Side side, Orders orders) {
        sealed[side.ordinal()] = orders;
    }

    /** Returns whether a side may give all these orders in the open round. */
    boolean mayOrder(Side side, Orders orders) {
        return rules.isLegal(setup, state, side, orders);
    }

    /**
     * Plays the open round.
     *
     * @throws IllegalStateException if the match is over
     */
    void play() {
        if (over()) {
            throw new IllegalStateException("the match is over");
        }
        movers.us().opens(this);
        movers.cn().opens(this);
        movers.us().answers(this);
        movers.cn().answers(this);
        close();
    }

    private void close() {
        int round = state.openRound();
        JointOrders orders = new JointOrders(sealed[0], sealed[1]);
        List<Card> cards = rules.scenario().cards().of(round);
        Resolution resolution =
                resolver.resolve(setup, state, negotiation.inputs(orders).with(cards));
        MatchState after = resolution.next();
        state = after;
        draws = resolution.report().draws();
        if (chain != null) {
            ClosedRound closed = new ClosedRound(round, orders, OrdersOrigin.SEALED, OrdersOrigin.SEALED)
                    .with(negotiation.deeds())
                    .playing(cards);
            chain.add(closed, after, draws);
        }
        BySide<RoundView> views = redactions.map(redaction -> redaction.view(resolution.report(), after));
        tell(negotiation.close(resolution), round);
        known = BySide.each(side -> known.of(side).forSeat(views.of(side)));
        seen = redactions.map(redaction -> redaction.observe(after));
        for (Side side : Side.values()) {
            int i = side.ordinal();
            sealed[i] = Orders.HOLD;
            rewards[i] = reward(after, side, views.of(side));
        }
    }

    private double reward(MatchState after, Side side, RoundView view) {
        if (rewarding == Rewarding.SHOWN) {
            return view.scores().get(0).scoreMilli() / MILLI;
        }
        double earned = rewarding == Rewarding.SCORE ? scoreSoFar(after, side) : rules.pointsSoFar(after, side);
        double reward = earned - paid[side.ordinal()];
        paid[side.ordinal()] = earned;
        return reward;
    }

    private void tell(List<Offer> changed, int round) {
        for (Offer offer : changed) {
            Notice notice = new Notice.OfferChanged(offer, round);
            movers.us().heard(notice);
            movers.cn().heard(notice);
        }
    }
}
