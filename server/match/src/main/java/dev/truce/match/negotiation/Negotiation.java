package dev.truce.match.negotiation;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.RoundInputs;
import dev.truce.engine.orders.Verdict.Rejected;
import dev.truce.engine.round.Ratification;
import dev.truce.engine.round.Resolution;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the sides of one match say to each other: the offers of the whole match, notices and talk of the open round. The live
 * match and the replay of its record use the same one. Not thread-safe.
 */
public final class Negotiation {
    private final Rules rules;
    private final MatchSetup setup;
    private final TalkRules talkRules;
    private final List<Act> dealings = new ArrayList<>();
    private final List<Act.Says> talk = new ArrayList<>();
    private final DraftBook draftBook = new DraftBook();
    /** What follows is indexed by side. */
    private final boolean[] notice = new boolean[2];

    private final int[] said = new int[2];
    private OfferBook opening = OfferBook.EMPTY;
    private OfferBook book = OfferBook.EMPTY;
    private OfferRules desk;
    private int round;

    /**
     * Begins with the first round open.
     *
     * @param rules the compiled scenario
     * @param setup setup of the match
     * @param start the state before round 1
     */
    public Negotiation(Rules rules, MatchSetup setup, MatchState start) {
        this.rules = rules;
        this.setup = setup;
        this.talkRules = new TalkRules(rules);
        this.desk = new OfferRules(rules, setup, start);
        this.round = start.openRound();
    }

    /** Returns all offers so far. */
    public OfferBook book() {
        return book;
    }

    /** Returns whether a side has given notice in the open round. */
    public boolean notice(Side side) {
        return notice[side.ordinal()];
    }

    /** Returns what was said in the open round, in order. */
    public List<Act.Says> talk() {
        return List.copyOf(talk);
    }

    /** Returns the drafts that stand in the open round, each with the votes on it. */
    public List<Counsel> counsel() {
        return draftBook.standing();
    }

    /** Judges what a seat puts before its delegation. */
    public @Nullable Rejected refusal(Counsel counsel) {
        return counsel instanceof Counsel.Votes vote ? draftBook.refusal(vote) : null;
    }

    /** Puts before a delegation what {@link #refusal(Counsel)} found in order. */
    public void take(Counsel counsel) {
        if (counsel instanceof Counsel.Drafts draft) {
            draftBook.take(draft);
        } else {
            draftBook.take((Counsel.Votes) counsel);
        }
    }

    /** Returns how much has been done in the open round; it grows with every act. */
    public int size() {
        return dealings.size() + talk.size() + draftBook.size();
    }

    /**
     * Judges an act.
     *
     * @param act what a seat wants to do in the open round
     * @param seat number of the seat, 0 for the head
     * @param shown for an acceptance, the hash of the terms that were shown; null if it need not be compared
     * @return why it is refused, or null if it is in order; a draft is for {@link #refusal(Counsel)} and the rules to judge
     */
    public @Nullable Rejected refusal(Act act, int seat, @Nullable String shown) {
        if (act instanceof Act.Says says) {
            return talkRules.refusal(
                    says,
                    round,
                    spoken(says.side(), says.seat()),
                    said[says.side().ordinal()]);
        }
        if (act instanceof Act.Drafts) {
            return null;
        }
        return desk.refusal(book, act, seat, shown);
    }

    /** Judges a notice, or its being taken back. */
    public @Nullable Rejected noticeRefusal(int seat) {
        return desk.notice(seat);
    }

    /** Does what {@link #refusal} found in order. */
    public void take(Act act) {
        if (act instanceof Act.Says says) {
            talk.add(says);
            said[says.side().ordinal()] += TalkRules.weight(says);
        } else if (act instanceof Act.Drafts drafts) {
            draftBook.take(drafts);
        } else if (act instanceof Act.Leaves leaves) {
            notice[leaves.side().ordinal()] = true;
        } else {
            book = desk.after(book, act);
            dealings.add(act);
        }
    }

    /** Takes a notice back. */
    public void stay(Side side) {
        notice[side.ordinal()] = false;
    }

    /** Returns what the open round is resolved from. */
    public RoundInputs inputs(JointOrders orders) {
        return new RoundInputs(orders, book.signed(rules.depthValues(), round), notice(Side.US), notice(Side.CN));
    }

    /**
     * Returns what was done in the open round in the order in which records keep it, which does not depend on who was quicker:
     * dealings first, the next of the US if it is in order by then, else the next of China; then notices that stand; then talk as
     * it was heard; then the drafts that stand.
     */
    public List<Act> acts() {
        List<Act> acts = new ArrayList<>();
        Deque<Act> us = dealings(Side.US);
        Deque<Act> cn = dealings(Side.CN);
        OfferBook at = opening;
        while (!us.isEmpty() || !cn.isEmpty()) {
            Act next = us.peek();
            if (next != null && desk.refusal(at, next, 0, null) == null) {
                us.remove();
            } else {
                next = cn.remove();
            }
            at = desk.after(at, next);
            acts.add(next);
        }
        for (Side side : Side.values()) {
            if (notice(side)) {
                acts.add(new Act.Leaves(side));
            }
        }
        acts.addAll(talk);
        acts.addAll(draftBook.acts());
        return acts;
    }

    /**
     * Goes on to the next round.
     *
     * @param resolution what came of the open one
     * @return the offers whose status changed with the close
     */
    public List<Offer> close(Resolution resolution) {
        Ratification ratification = resolution.report().ratification();
        MatchState next = resolution.next();
        OfferBook before = book;
        book = book.closed(
                rules.depthValues(), round, ratification.outcome() == Ratification.Outcome.ENTERED, next.isOver());
        opening = book;
        dealings.clear();
        talk.clear();
        draftBook.clear();
        notice[0] = false;
        notice[1] = false;
        desk = new OfferRules(rules, setup, next);
        round = next.openRound();
        return book.changedSince(before);
    }

    /** Returns the terms that would be signed if the round closed now, or null. */
    public @Nullable Terms signed() {
        return book.signed(rules.depthValues(), round);
    }

    /** Returns how often a seat has spoken in the open round. */
    private int spoken(Side side, int seat) {
        int spoken = 0;
        for (Act.Says says : talk) {
            spoken += says.side() == side && says.seat() == seat ? 1 : 0;
        }
        return spoken;
    }

    private Deque<Act> dealings(Side side) {
        Deque<Act> own = new ArrayDeque<>();
        for (Act act : dealings) {
            if (act.side() == side) {
                own.add(act);
            }
        }
        return own;
    }
}
