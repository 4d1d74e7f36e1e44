package dev.truce.match.negotiation;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.bargain.SeriousText;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RoundInputs;
import dev.truce.engine.report.Ratification;
import dev.truce.engine.report.Resolution;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchState;
import dev.truce.match.Notice;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.Done;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the sides of one match say to each other: the offers of the whole match, notices, talk, drafts and votes of the open round.
 * The live match and the replay of its record use the same one. Not thread-safe.
 */
public final class Negotiation {
    private static final Comparator<Done> BY_SEAT =
            Comparator.comparing(Done::side).thenComparingInt(Done::seat);

    private final Rules rules;
    private MatchSetup setup;
    private TalkRules talkRules;
    private final List<Done> dealings = new ArrayList<>();
    private final List<Done> talk = new ArrayList<>();
    private final DraftBook drafts = new DraftBook();
    /** What follows is indexed by side. */
    private final boolean[] notice = new boolean[2];

    private final @Nullable Done[] judged = new Done[2];

    private final int[] said = new int[2];
    private OfferBook opening = OfferBook.EMPTY;
    private OfferBook book = OfferBook.EMPTY;
    private OfferRules offerRules;
    private JudgingRules judgingRules;
    private boolean chapter;
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
        this.talkRules = new TalkRules(rules, setup);
        this.offerRules = new OfferRules(rules, setup, start);
        this.judgingRules = new JudgingRules(start);
        this.chapter = mayOpenChapter(start);
        this.round = start.openRound();
    }

    private boolean mayOpenChapter(MatchState now) {
        return now.treaty().admitsChapter(now.openRound(), setup.calendar().isSummit(now.openRound()));
    }

    /**
     * Another round is the last from now on.
     *
     * @param ending the setup that says so
     * @param now the state of the match
     */
    public void endWith(MatchSetup ending, MatchState now) {
        setup = ending;
        talkRules = new TalkRules(rules, setup);
        offerRules = new OfferRules(rules, setup, now);
    }

    /** All offers so far. */
    public OfferBook book() {
        return book;
    }

    /** Returns whether a side has given notice in the open round. */
    public boolean notice(Side side) {
        return notice[side.ordinal()];
    }

    /** Returns what was said in the open round, in order; each is a {@link Deed.Say}. */
    public List<Done> talk() {
        return List.copyOf(talk);
    }

    /** What was said in the open round, as it is told. Numbers count by seat and channel, so that a gap tells nobody of a channel that it does not hear. */
    public List<Notice.Said> said() {
        List<Notice.Said> told = new ArrayList<>();
        for (Done done : talk) {
            Deed.Say say = (Deed.Say) done.deed();
            Seat seat = new Seat(done.side(), done.seat());
            int number = 1;
            for (Notice.Said earlier : told) {
                number += earlier.seat().equals(seat) && earlier.channel() == say.channel() ? 1 : 0;
            }
            told.add(new Notice.Said(seat, round, number, say.channel(), say.text(), say.statement()));
        }
        return told;
    }

    /** Returns the drafts that stand in the open round, each with the votes on it. */
    public List<Done> counsel() {
        return drafts.standing();
    }

    /** Returns how much has been done in the open round; it grows with every deed. */
    public int size() {
        return dealings.size() + talk.size() + drafts.size();
    }

    /**
     * Judges a deed in the open round.
     *
     * @return why it is refused, or null if it is in order; whether the orders of a draft are legal is for the rules to judge
     * @throws IllegalArgumentException if it is about a seat's own orders and no business of anybody else
     */
    public @Nullable Refusal refusal(Done done) {
        return done.deed().in(new Judgement(done)).refusal();
    }

    /** Strikes the draft, the votes and the decision of a seat that somebody else takes over. */
    public void strike(Side side, int seat) {
        drafts.strike(side, seat);
        Done done = judged[side.ordinal()];
        if (done != null && done.seat() == seat) {
            judged[side.ordinal()] = null;
        }
    }

    /** Does what {@link #refusal} found in order. */
    public void take(Done done) {
        done.deed().in(new Taking(done));
    }

    /** Returns what the open round is resolved from. */
    public RoundInputs inputs(JointOrders orders) {
        RoundInputs inputs =
                new RoundInputs(orders, book.signed(rules.depthValues(), round), notice(Side.US), notice(Side.CN));
        if (!rules.scenario().accusations().exist()
                && !rules.scenario().ownText().exist()) {
            return inputs;
        }
        return inputs.deciding(BySide.each(this::choice)).tabling(BySide.each(this::hasTabled));
    }

    /** Returns what a side has decided on its accusation of the other in the open round, or null if it lets it rest; it is a {@link Deed.Judge}. */
    public @Nullable Done decided(Side side) {
        return choice(side) == AccusationChoice.REST ? null : judged[side.ordinal()];
    }

    /** Returns what a side does about its accusation of the other as things stand. */
    public AccusationChoice choice(Side side) {
        Done done = judged[side.ordinal()];
        return done != null && done.deed() instanceof Deed.Judge judge ? judge.choice() : AccusationChoice.REST;
    }

    /** Returns whether a side has tabled a text of its own in the open round that its capital takes for one. */
    private boolean hasTabled(Side side) {
        return rules.scenario().ownText().exist()
                && SeriousText.of(rules).isTabled(book.offers(), side, round, chapter);
    }

    /**
     * Returns what was done in the open round in the order in which records keep it, which does not depend on who was quicker:
     * dealings first, the next of the US if it is in order by then, else the next of China; then notices that stand; then what is decided
     * on accusations, unless they rest; then statements by
     * side and seat; then mere words as they were heard; then the drafts that stand.
     */
    public List<Done> deeds() {
        if (size() == 0 && !notice(Side.US) && !notice(Side.CN) && isResting()) {
            return List.of();
        }
        List<Done> deeds = new ArrayList<>();
        Deque<Done> us = dealings(Side.US);
        Deque<Done> cn = dealings(Side.CN);
        OfferBook at = opening;
        while (!us.isEmpty() || !cn.isEmpty()) {
            Done next = us.peek();
            if (next != null && offerRules.refusal(at, next) == null) {
                us.remove();
            } else {
                next = cn.remove();
            }
            at = offerRules.after(at, next);
            deeds.add(next);
        }
        for (Side side : Side.values()) {
            if (notice(side)) {
                deeds.add(new Done(side, 0, new Deed.GiveNotice(true)));
            }
        }
        for (Side side : Side.values()) {
            Done done = decided(side);
            if (done != null) {
                deeds.add(done);
            }
        }
        talk.stream().filter(Negotiation::isStatement).sorted(BY_SEAT).forEach(deeds::add);
        talk.stream().filter(done -> !isStatement(done)).forEach(deeds::add);
        deeds.addAll(drafts.standing());
        return deeds;
    }

    private boolean isResting() {
        return choice(Side.US) == AccusationChoice.REST && choice(Side.CN) == AccusationChoice.REST;
    }

    private static boolean isStatement(Done done) {
        return done.deed() instanceof Deed.Say says && says.statement() != null;
    }

    /**
     * Goes on to the next round.
     *
     * @param resolution the result of the open one
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
        drafts.clear();
        notice[0] = false;
        notice[1] = false;
        judged[0] = null;
        judged[1] = null;
        offerRules = new OfferRules(rules, setup, next);
        judgingRules = new JudgingRules(next);
        chapter = mayOpenChapter(next);
        round = next.openRound();
        return book.changedSince(before);
    }

    /** Returns the terms that would be signed if the round closed now, or null. */
    public @Nullable Terms signed() {
        return book.signed(rules.depthValues(), round);
    }

    /** Returns how often a seat has spoken in the open round. */
    private int spoken(Done done) {
        int spoken = 0;
        for (Done each : talk) {
            spoken += each.side() == done.side() && each.seat() == done.seat() ? 1 : 0;
        }
        return spoken;
    }

    private Deque<Done> dealings(Side side) {
        Deque<Done> own = new ArrayDeque<>();
        for (Done done : dealings) {
            if (done.side() == side) {
                own.add(done);
            }
        }
        return own;
    }

    /** What of all deeds concerns others too; whatever is done about an offer is one case. */
    private abstract static class Heard<R> implements Deed.Cases<R> {
        abstract R offer();

        private static IllegalArgumentException notHere(Deed deed) {
            return new IllegalArgumentException("nobody is told of " + deed);
        }

        @Override
        public R submit(Deed.Submit deed) {
            throw notHere(deed);
        }

        @Override
        public R undo(Deed.Undo deed) {
            throw notHere(deed);
        }

        @Override
        public R ready(Deed.Ready deed) {
            throw notHere(deed);
        }

        @Override
        public R makeOffer(Deed.MakeOffer deed) {
            return offer();
        }

        @Override
        public R accept(Deed.Accept deed) {
            return offer();
        }

        @Override
        public R refuse(Deed.Refuse deed) {
            return offer();
        }

        @Override
        public R withdraw(Deed.Withdraw deed) {
            return offer();
        }
    }

    /** The result of judging a deed. */
    private record Judged(@Nullable Refusal refusal) {}

    private final class Judgement extends Heard<Judged> {
        private final Done done;

        Judgement(Done done) {
            this.done = done;
        }

        @Override
        Judged offer() {
            return new Judged(offerRules.refusal(book, done));
        }

        @Override
        public Judged giveNotice(Deed.GiveNotice deed) {
            return new Judged(offerRules.notice(done.seat()));
        }

        @Override
        public Judged judge(Deed.Judge deed) {
            return new Judged(judgingRules.refusal(deed, done.side(), done.seat()));
        }

        @Override
        public Judged say(Deed.Say deed) {
            Side side = done.side();
            return new Judged(talkRules.refusal(deed, side, round, spoken(done), said[side.ordinal()]));
        }

        @Override
        public Judged putDraft(Deed.PutDraft deed) {
            return new Judged(null);
        }

        @Override
        public Judged vote(Deed.Vote deed) {
            return new Judged(drafts.refusal(done.side(), deed));
        }
    }

    private final class Taking extends Heard<Done> {
        private final Done done;

        Taking(Done done) {
            this.done = done;
        }

        @Override
        Done offer() {
            book = offerRules.after(book, done);
            dealings.add(done);
            return done;
        }

        @Override
        public Done giveNotice(Deed.GiveNotice deed) {
            notice[done.side().ordinal()] = deed.given();
            return done;
        }

        @Override
        public Done judge(Deed.Judge deed) {
            judged[done.side().ordinal()] = done;
            return done;
        }

        @Override
        public Done say(Deed.Say deed) {
            talk.add(done);
            said[done.side().ordinal()] += TalkRules.weight(deed);
            return done;
        }

        @Override
        public Done putDraft(Deed.PutDraft deed) {
            drafts.take(done.side(), done.seat(), deed);
            return done;
        }

        @Override
        public Done vote(Deed.Vote deed) {
            drafts.take(done.side(), done.seat(), deed);
            return done;
        }
    }
}
