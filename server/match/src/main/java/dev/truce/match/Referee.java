package dev.truce.match;

import dev.truce.engine.board.Side;
import dev.truce.engine.card.Card;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Verdict;
import dev.truce.engine.payoff.FinalScore;
import dev.truce.engine.payoff.Outcome;
import dev.truce.engine.report.Resolution;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.round.Resolver;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.Ending;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.state.StateHash;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.Viewer;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.match.negotiation.OfferBook;
import dev.truce.match.record.Chain;
import dev.truce.match.record.ClosedRound;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.RecordTitle;
import dev.truce.match.record.text.RecordText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Validates what seats send and advances one match. It does no I/O: it is told inputs and answers with a verdict and the effects
 * that its host must carry out. Not thread-safe; one thread at a time.
 */
public final class Referee {
    private final Rules rules;
    private final MatchSetup setup;
    private final MatchTerms terms;
    private final Resolver resolver;
    private final Viewers viewers;
    private final DeedKeys keys = new DeedKeys();
    /** Numbers of the host's acts that had an effect; looked up only, never iterated. */
    private final Set<Long> hosted = new HashSet<>();

    /** What everybody was told of the host's acts since the last round was closed. */
    private final List<Notice.HostActed> acted = new ArrayList<>();

    private final List<ClosedRound> closed = new ArrayList<>();
    private final List<RoundReport> reports = new ArrayList<>();
    private final @Nullable Chain chain;
    private final @Nullable Fork fork;
    private final Announcements announcements;
    private final Seating seating;
    private final PlayedCards cards;
    private MatchState state;
    private Optional<OpenRound> open = Optional.empty();
    /** Where the match stood after the last input: what changes between two inputs is found with the next. */
    private RefereeSnapshot last;

    /**
     * Prepares a match; {@link HostAct.Start} opens its first round.
     *
     * @param rules the compiled scenario, shared
     * @param setup what makes this match, with its secret seed
     * @param terms how the host runs it
     */
    public Referee(Rules rules, MatchSetup setup, MatchTerms terms) {
        this(rules, setup, terms, new Resolver(rules));
    }

    /** Prepares a match that shares a worker's resolver. */
    public Referee(Rules rules, MatchSetup setup, MatchTerms terms, Resolver resolver) {
        this(rules, setup, terms, resolver, null);
    }

    /**
     * Prepares a match that takes another future somewhere.
     *
     * @param fork where, or null if chance is the setup's to the end
     * @throws IllegalArgumentException if there is a fork and the terms ask for a record: nobody could play it again
     */
    public Referee(Rules rules, MatchSetup setup, MatchTerms terms, Resolver resolver, @Nullable Fork fork) {
        if (fork != null && terms.recording() != Recording.NONE) {
            throw new IllegalArgumentException("a match with a fork has two seeds, and a record has one");
        }
        this.fork = fork;
        this.rules = rules;
        this.setup = setup;
        this.terms = terms;
        this.resolver = resolver;
        this.state = rules.start(setup);
        this.announcements = new Announcements(rules, setup, terms, state);
        this.seating = new Seating(rules, setup, terms);
        this.cards = new PlayedCards(rules, setup);
        this.viewers = new Viewers(rules, setup, terms);
        this.chain = terms.recording() == Recording.NONE
                ? null
                : Chain.start(rules.scenario(), setup, terms.delegations(), state);
        this.last = moment();
    }

    /**
     * Builds the referee of a match again from its journal.
     *
     * @param inputs the accepted inputs, in order
     * @throws IllegalStateException if one of them is refused now: they are not the journal of this match
     */
    public static Referee replay(Rules rules, MatchSetup setup, MatchTerms terms, List<Input> inputs) {
        Referee referee = new Referee(rules, setup, terms);
        for (int i = 0; i < inputs.size(); i++) {
            if (referee.handle(inputs.get(i)).verdict() instanceof Verdict.Rejected rejected) {
                throw new IllegalStateException("input " + i + " of the journal is refused: "
                        + rejected.refusal().facts());
            }
        }
        return referee;
    }

    /**
     * Rules on one input. A refusal changes nothing; an accepted input's first effect is its append to the journal.
     *
     * @throws IllegalStateException if an invariant is broken; the match cannot go on
     */
    public Ruling handle(Input input) {
        Ruling ruling = rule(input);
        RefereeSnapshot after = moment();
        Invariants.check(rules.scenario(), last, input, ruling, after);
        last = after;
        return ruling;
    }

    private Ruling rule(Input input) {
        if (input instanceof Input.Does does) {
            return does(does);
        } else if (input instanceof Input.Hosts hosts) {
            return hosts(hosts);
        }
        return deadline((Input.DeadlinePassed) input);
    }

    /**
     * Returns all that a viewer has been told that still matters: the resolved rounds, after each the offers whose last
     * change fell into it, then the open round with what was said and done in it, or the end.
     */
    public List<Notice> history(Viewer viewer) {
        List<Notice> history = new ArrayList<>();
        for (RoundView view : viewers.seen(viewer)) {
            history.add(new Notice.RoundResolved(view));
            history.addAll(announcements.offers(viewer, view.round()));
        }
        open.ifPresent(window -> {
            history.add(viewers.opened(viewer, state));
            for (Card card : cards.of(window.round())) {
                history.add(new Notice.CardPlayed(card, window.round()));
            }
            for (Seat seat : terms.seats()) {
                history.add(window.status(seat));
            }
            history.addAll(announcements.heard(viewer));
        });
        history.addAll(acted);
        if (state.isOver()) {
            history.addAll(end());
        }
        return history;
    }

    /** Returns the orders that a seat has sealed for the open round, if any; for that seat's eyes only. */
    public Optional<Orders> sealed(Seat seat) {
        return isSeated(seat) ? open.flatMap(window -> Optional.ofNullable(window.sealed(seat))) : Optional.empty();
    }

    /** Returns whether a seat has sealed orders for the open round; this much all may know. */
    public boolean hasSealed(Seat seat) {
        return sealed(seat).isPresent();
    }

    /** Returns whether the seat has said that it is done with the open round. */
    public boolean isReady(Seat seat) {
        return isSeated(seat) && open.isPresent() && open.get().isReady(seat);
    }

    /** Returns what a seat was told beside its side when the match began: its brief, if it has one. */
    public List<Notice> history(Seat seat) {
        return seating.brief(seat).stream()
                .map(brief -> (Notice) new Notice.BriefGiven(seat, brief))
                .toList();
    }

    /** Returns all offers of the match so far; for the host and for tests. */
    public OfferBook offers() {
        return announcements.book();
    }

    /** Returns the number of the open round, from 1, or 0 if none is open. */
    public int openRound() {
        return open.isPresent() ? open.get().round() : 0;
    }

    /** Returns whether the match is over. */
    public boolean isOver() {
        return state.isOver();
    }

    /** The true state, for the host and for tests. */
    public MatchState state() {
        return state;
    }

    /** Returns the truth about each resolved round, in order; for the host and for tests. */
    public List<RoundReport> reports() {
        return List.copyOf(reports);
    }

    /** Returns the hash of the true state and of the last round's draws, 64 hex digits; for the host and for tests. */
    public String stateHash() {
        int draws = reports.isEmpty() ? 0 : reports.get(reports.size() - 1).draws();
        return StateHash.hex(StateHash.of(state, draws));
    }

    /**
     * Returns the hash chain so far: the link before round 1, then one after each round.
     *
     * @throws IllegalStateException if the terms say that none is kept
     */
    public List<String> chain() {
        return kept().links();
    }

    /** Returns how many rounds are closed. */
    public int closedRounds() {
        return closed.size();
    }

    /**
     * Returns one link of the {@link #chain}, as bytes.
     *
     * @param round the round that it comes after; 0 for the link before round 1
     * @throws IllegalStateException if the terms say that none is kept
     */
    public byte[] link(int round) {
        return kept().link(round);
    }

    /**
     * Returns the record so far. It holds the seed and both sides' orders: as long as the match goes on it stays with the host.
     *
     * @throws IllegalStateException if the terms say that none is kept
     */
    public MatchRecord record() {
        return MatchRecord.of(
                        rules,
                        setup,
                        terms.delegations(),
                        RecordTitle.of(terms.usName(), terms.cnName()),
                        state,
                        reports,
                        closed,
                        kept())
                .seededBy(terms.seedOrigin())
                .withLoss(terms.lossAccepted());
    }

    private Ruling does(Input.Does does) {
        Ruling early = beforeTheDeed(does);
        if (early != null) {
            return early;
        }
        OpenRound window = open.orElseThrow();
        if (does.deed() instanceof Deed.Submit submit) {
            return submit(does, submit, window);
        } else if (does.deed() instanceof Deed.Undo) {
            return undo(does, window);
        } else if (does.deed() instanceof Deed.Ready ready) {
            return ready(does, ready, window);
        }
        return negotiate(does, window);
    }

    private Ruling submit(Input.Does does, Deed.Submit submit, OpenRound window) {
        Verdict verdict = seating.judge(does.seat(), submit.orders(), state);
        if (!(verdict instanceof Verdict.Accepted accepted)) {
            return new Ruling(verdict, List.of());
        }
        keys.keep(does, verdict);
        window.seal(does.seat(), accepted.orders());
        return new Ruling(verdict, appendAndTell(does, window, does.seat()));
    }

    private Ruling undo(Input.Does does, OpenRound window) {
        Verdict verdict = new Verdict.Accepted(Orders.HOLD);
        keys.keep(does, verdict);
        window.unseal(does.seat());
        return new Ruling(verdict, appendAndTell(does, window, does.seat()));
    }

    private Ruling ready(Input.Does does, Deed.Ready ready, OpenRound window) {
        Seat seat = does.seat();
        Verdict verdict = new Verdict.Accepted(window.ordersOf(seat));
        int made = announcements.madeTo(seat.side());
        if (ready.ready() && ready.heard() < made) {
            return refuse(Refusals.unheardOffer(ready.heard(), made));
        }
        if (window.isReady(seat) == ready.ready()) {
            return new Ruling(verdict, List.of());
        }
        if (!ready.ready() && !window.mayTakeReadyBack(seat)) {
            return refuse(Refusals.tooManyChanges());
        }
        keys.keep(does, verdict);
        window.ready(seat, ready.ready());
        List<Effect> effects = appendAndTell(does, window, seat);
        if (window.allAreReady()) {
            close(window, effects);
        }
        return new Ruling(verdict, effects);
    }

    /** Offers, answers to them, notices, talk, drafts and votes. */
    private Ruling negotiate(Input.Does does, OpenRound window) {
        Refusal wrong = announcements.refusal(does, state);
        if (wrong != null) {
            return refuse(wrong);
        }
        Verdict verdict = new Verdict.Accepted(window.ordersOf(does.seat()));
        keys.keep(does, verdict);
        List<Effect> effects = begin(does);
        announcements.take(does, window, effects);
        return new Ruling(verdict, effects);
    }

    private Ruling hosts(Input.Hosts hosts) {
        if (hosted.contains(hosts.number())) {
            return accept(Orders.HOLD, List.of());
        }
        Ruling ruling = hosts.act().in(new HostAct.Cases<>() {
            @Override
            public Ruling start(HostAct.Start act) {
                return Referee.this.start(hosts);
            }

            @Override
            public Ruling playCard(HostAct.PlayCard act) {
                return play(hosts, act);
            }

            @Override
            public Ruling abandon(HostAct.Abandon act) {
                return Referee.this.abandon(hosts, act);
            }
        });
        if (hosts.number() != 0 && !ruling.effects().isEmpty()) {
            hosted.add(hosts.number());
        }
        return ruling;
    }

    private Ruling start(Input input) {
        if (open.isPresent() || state.isOver()) {
            return refuse(Refusals.hasBegun());
        }
        List<Effect> effects = begin(input);
        openNext(effects);
        seating.tellBriefs(effects);
        return accept(Orders.HOLD, effects);
    }

    private Ruling deadline(Input.DeadlinePassed passed) {
        Refusal moment = wrongMoment(passed.round());
        if (moment != null) {
            return refuse(moment);
        }
        List<Effect> effects = begin(passed);
        close(open.orElseThrow(), effects);
        return accept(Orders.HOLD, effects);
    }

    private Ruling play(Input input, HostAct.PlayCard play) {
        if (state.isOver()) {
            return refuse(Refusals.isOver());
        }
        if (play.round() < state.openRound()) {
            return refuse(Refusals.staleRound(play.round(), state.openRound()));
        }
        Refusal refusal = cards.refusal(play);
        if (refusal != null) {
            return refuse(refusal);
        }
        Card card = cards.play(play);
        if (card == null) {
            return accept(Orders.HOLD, List.of());
        }
        List<Effect> effects = begin(input);
        if (play.round() == openRound()) {
            viewers.announce(List.of(card), play.round(), effects);
        }
        return accept(Orders.HOLD, effects);
    }

    private Ruling abandon(Input input, HostAct.Abandon abandon) {
        if (state.isOver()) {
            return refuse(Refusals.isOver());
        }
        List<Effect> effects = begin(input);
        tell(abandon, effects);
        open.ifPresent(window -> cancelTimer(window, effects));
        open = Optional.empty();
        state = state.endedBy(Ending.ABANDONED);
        tellTheEnd(effects);
        return accept(Orders.HOLD, effects);
    }

    /** The refusals that come before the deed itself is looked at, in order of precedence, or the answer to a repetition; else null. */
    private @Nullable Ruling beforeTheDeed(Input.Does does) {
        if (!isSeated(does.seat())) {
            return refuse(Refusals.notSeated(terms.seats()));
        }
        DeedKeys.Kept earlier = keys.find(does.seat(), does.key());
        if (earlier != null) {
            return earlier.does().equals(does)
                    ? new Ruling(earlier.verdict(), List.of())
                    : refuse(Refusals.keyReused());
        }
        Refusal moment = wrongMoment(does.round());
        if (moment != null) {
            return refuse(moment);
        }
        // Talk and readiness have limits of their own: a seat that has changed its mind too often may still speak and
        // close the round.
        boolean may = does.deed() instanceof Deed.Say
                || does.deed() instanceof Deed.Ready
                || open.orElseThrow().mayChange(does.seat());
        return may ? null : refuse(Refusals.tooManyChanges());
    }

    private @Nullable Refusal wrongMoment(int round) {
        if (open.isEmpty()) {
            return state.isOver() ? Refusals.isOver() : Refusals.notBegun();
        }
        int current = open.get().round();
        return round == current ? null : Refusals.staleRound(round, current);
    }

    private void openNext(List<Effect> effects) {
        OpenRound window = new OpenRound(state.openRound(), terms.seats());
        open = Optional.of(window);
        viewers.open(state, effects);
        viewers.announce(cards.of(window.round()), window.round(), effects);
        if (terms.windowMillis() > 0) {
            effects.add(new Effect.SetTimer(window.round(), terms.windowMillis()));
        }
    }

    private void close(OpenRound window, List<Effect> effects) {
        cancelTimer(window, effects);
        ClosedRound round = window.close().with(announcements.deeds()).playing(cards.of(window.round()));
        Resolution resolution = resolver.resolve(
                chance(), state, announcements.inputs(round.orders()).with(round.cards()));
        state = resolution.next();
        open = Optional.empty();
        acted.clear();
        closed.add(round);
        reports.add(resolution.report());
        if (chain != null) {
            chain.add(round, state, resolution.report().draws());
        }
        announcements.disclose(effects);
        viewers.resolved(resolution, effects);
        announcements.close(resolution, effects);
        if (state.isOver()) {
            tellTheEnd(effects);
        } else {
            openNext(effects);
        }
    }

    /** Returns the setup whose seed gives the open round its chance. */
    private MatchSetup chance() {
        return fork == null ? setup : fork.chance(setup, state.openRound());
    }

    private void cancelTimer(OpenRound window, List<Effect> effects) {
        if (terms.windowMillis() > 0) {
            effects.add(new Effect.CancelTimer(window.round()));
        }
    }

    private static List<Effect> begin(Input input) {
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect.Append(input));
        return effects;
    }

    private List<Effect> appendAndTell(Input input, OpenRound window, Seat seat) {
        List<Effect> effects = begin(input);
        viewers.tellAll(window.status(seat), effects);
        return effects;
    }

    /** Tells everybody what was done, also those who look at the open round later. */
    private void tell(HostAct act, List<Effect> effects) {
        Notice.HostActed acted = new Notice.HostActed(act, openRound());
        this.acted.add(acted);
        viewers.tellAll(acted, effects);
    }

    private void tellTheEnd(List<Effect> effects) {
        for (Notice notice : end()) {
            viewers.tellAll(notice, effects);
        }
    }

    /** What all are told at the end: what the ministers were out for, if there were any, then the rest. */
    private List<Notice> end() {
        List<Notice> end = new ArrayList<>(seating.scores(state, reports));
        end.add(over());
        return end;
    }

    private Notice over() {
        FinalScore us = rules.finalScore(setup, state, reports, Side.US);
        FinalScore cn = rules.finalScore(setup, state, reports, Side.CN);
        String text = terms.recording() == Recording.TEXT ? RecordText.write(record(), rules.scenario()) : "";
        return new Notice.MatchOver(
                state.round(), us, cn, Outcome.of(us.score() - us.truceScore(), cn.score() - cn.truceScore()), text);
    }

    private Chain kept() {
        if (chain == null) {
            throw new IllegalStateException("this match is not recorded");
        }
        return chain;
    }

    private boolean isSeated(Seat seat) {
        return terms.seats().contains(seat);
    }

    private RefereeSnapshot moment() {
        OpenRound window = open.orElse(null);
        return new RefereeSnapshot(
                state,
                openRound(),
                window == null ? null : window.sealed(Side.US),
                window == null ? null : window.sealed(Side.CN),
                reports.size(),
                chain == null ? RefereeSnapshot.NO_LINKS : chain.rounds(),
                keys.size(),
                announcements.book(),
                announcements.notice(Side.US),
                announcements.notice(Side.CN),
                announcements.size(),
                reports.isEmpty() ? null : reports.get(reports.size() - 1).ratification(),
                cards.played());
    }

    private static Ruling refuse(Refusal refusal) {
        return new Ruling(new Verdict.Rejected(refusal), List.of());
    }

    private static Ruling accept(Orders orders, List<Effect> effects) {
        return new Ruling(new Verdict.Accepted(orders), effects);
    }
}
