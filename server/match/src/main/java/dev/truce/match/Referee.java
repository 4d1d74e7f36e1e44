package dev.truce.match;

import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.Verdict;
import dev.truce.engine.payoff.FinalScore;
import dev.truce.engine.payoff.Outcome;
import dev.truce.engine.round.Resolution;
import dev.truce.engine.round.Resolver;
import dev.truce.engine.round.RoundReport;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.Ending;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.view.Redaction;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.Viewer;
import dev.truce.match.record.Chain;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.RecordText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Validates what seats send and advances one match. It does no I/O: it is told inputs and answers with a verdict and the effects
 * that its host must carry out. Not thread-safe; one thread at a time.
 */
public final class Referee {
    private final Rules rules;
    private final MatchSetup setup;
    private final MatchTerms terms;
    private final Resolver resolver;
    private final Map<Viewer, Redaction> redactions = new EnumMap<>(Viewer.class);
    private final Map<Viewer, List<RoundView>> views = new EnumMap<>(Viewer.class);
    private final MoveLedger moves = new MoveLedger();
    private final List<ClosedRound> closed = new ArrayList<>();
    private final List<RoundReport> reports = new ArrayList<>();
    private final Chain chain;
    private MatchState state;
    private Optional<OpenRound> open = Optional.empty();

    /**
     * Prepares a match; {@link Input.Start} opens its first round.
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
        this.rules = rules;
        this.setup = setup;
        this.terms = terms;
        this.resolver = resolver;
        this.state = rules.start(setup);
        for (Viewer viewer : terms.viewers()) {
            redactions.put(viewer, new Redaction(rules, setup, viewer));
            views.put(viewer, new ArrayList<>());
        }
        this.chain = Chain.start(rules.scenario(), setup, state);
    }

    /** Rules on one input. A refusal changes nothing; an accepted input's first effect is its append to the journal. */
    public Ruling handle(Input input) {
        if (input instanceof Input.Submit submit) {
            return submit(submit);
        }
        if (input instanceof Input.Undo undo) {
            return undo(undo);
        }
        if (input instanceof Input.Ready ready) {
            return ready(ready);
        }
        if (input instanceof Input.Start) {
            return start(input);
        }
        if (input instanceof Input.DeadlinePassed passed) {
            return deadline(passed);
        }
        return abandon((Input.Abandon) input);
    }

    /** Returns all that a viewer has been told that still matters: the resolved rounds, then the open round or the end. */
    public List<Notice> history(Viewer viewer) {
        List<Notice> history = new ArrayList<>();
        for (RoundView view : seen(viewer)) {
            history.add(new Notice.RoundResolved(view));
        }
        open.ifPresent(window -> {
            history.add(opened(viewer));
            for (Side side : Side.values()) {
                history.add(status(window, side));
            }
        });
        if (state.isOver()) {
            history.add(over());
        }
        return history;
    }

    /** Returns the orders that a seat has sealed for the open round, if any; for that seat's eyes only. */
    public Optional<Orders> sealed(Seat seat) {
        return open.flatMap(window -> Optional.ofNullable(window.sealed(seat.side())));
    }

    /** Returns whether the seat has said that it is done with the open round. */
    public boolean isReady(Seat seat) {
        return open.isPresent() && open.get().isReady(seat.side());
    }

    /** Returns the number of the open round, from 1, or 0 if none is open. */
    public int openRound() {
        return open.map(OpenRound::round).orElse(0);
    }

    /** Returns whether the match is over. */
    public boolean isOver() {
        return state.isOver();
    }

    /** Returns the true state; for the host and for tests. */
    public MatchState state() {
        return state;
    }

    /** Returns the truth about each resolved round, in order; for the host and for tests. */
    public List<RoundReport> reports() {
        return List.copyOf(reports);
    }

    /**
     * Returns the record so far.
     *
     * @throws IllegalStateException if the terms say that none is kept
     */
    public MatchRecord record() {
        if (!terms.recording()) {
            throw new IllegalStateException("this match is not recorded");
        }
        return MatchRecord.of(rules, setup, List.of(terms.usName(), terms.cnName()), state, reports, closed, chain);
    }

    private Ruling start(Input input) {
        if (open.isPresent() || state.round() > 0 || state.isOver()) {
            return refuse(RefusalCode.WRONG_PHASE, "match", "the match has already begun", "");
        }
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect.Append(input));
        openNext(effects);
        return accept(Orders.HOLD, effects);
    }

    private Ruling submit(Input.Submit submit) {
        Optional<Ruling> refusal = refused(submit.seat(), submit.round(), submit.moveId(), submit);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Side side = submit.seat().side();
        Verdict verdict = rules.check(setup, state, side, submit.orders());
        if (!(verdict instanceof Verdict.Accepted accepted)) {
            return new Ruling(verdict, List.of());
        }
        OpenRound window = open.orElseThrow();
        window.seal(side, accepted.orders());
        moves.keep(submit.seat(), submit.moveId(), submit, verdict);
        return new Ruling(verdict, appendAndTell(submit, window, side));
    }

    private Ruling undo(Input.Undo undo) {
        Optional<Ruling> refusal = refused(undo.seat(), undo.round(), undo.moveId(), undo);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        OpenRound window = open.orElseThrow();
        window.unseal(undo.seat().side());
        Verdict verdict = new Verdict.Accepted(Orders.HOLD);
        moves.keep(undo.seat(), undo.moveId(), undo, verdict);
        return new Ruling(verdict, appendAndTell(undo, window, undo.seat().side()));
    }

    private Ruling ready(Input.Ready ready) {
        if (!isSeated(ready.seat())) {
            return notSeated(ready.seat());
        }
        Optional<Ruling> refusal = wrongMoment(ready.round());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        OpenRound window = open.orElseThrow();
        window.ready(ready.seat().side(), ready.ready());
        List<Effect> effects = appendAndTell(ready, window, ready.seat().side());
        if (window.everybodyIsReady()) {
            close(window, effects);
        }
        return accept(window.close().orders().of(ready.seat().side()), effects);
    }

    private Ruling deadline(Input.DeadlinePassed passed) {
        Optional<Ruling> refusal = wrongMoment(passed.round());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect.Append(passed));
        close(open.orElseThrow(), effects);
        return accept(Orders.HOLD, effects);
    }

    private Ruling abandon(Input.Abandon abandon) {
        if (state.isOver()) {
            return refuse(RefusalCode.WRONG_PHASE, "match", "the match is over", "");
        }
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect.Append(abandon));
        open.ifPresent(window -> cancelTimer(window, effects));
        open = Optional.empty();
        state = state.endedBy(Ending.ABANDONED);
        tellAll(over(), effects);
        return accept(Orders.HOLD, effects);
    }

    /** The refusals that come before the orders are looked at, in order of precedence; or the answer to a repetition. */
    private Optional<Ruling> refused(Seat seat, int round, String moveId, Input input) {
        if (!isSeated(seat)) {
            return Optional.of(notSeated(seat));
        }
        Verdict first = moves.repeated(seat, moveId, input);
        if (first != null) {
            return Optional.of(new Ruling(first, List.of()));
        }
        if (moves.isUsed(seat, moveId)) {
            return Optional.of(refuse(
                    RefusalCode.MOVE_ID_REUSED,
                    "move_id",
                    "this move id was used before for something else",
                    "a new one"));
        }
        Optional<Ruling> moment = wrongMoment(round);
        if (moment.isEmpty() && moves.isFull()) {
            return Optional.of(refuse(
                    RefusalCode.WRONG_PHASE,
                    "move_id",
                    "more than " + MoveLedger.MOST_MOVES + " changes in one match",
                    ""));
        }
        return moment;
    }

    private Optional<Ruling> wrongMoment(int round) {
        if (open.isEmpty()) {
            String why = state.isOver() ? "the match is over" : "the match has not begun";
            return Optional.of(refuse(RefusalCode.WRONG_PHASE, "match", why, ""));
        }
        int current = open.get().round();
        if (round != current) {
            return Optional.of(refuse(
                    RefusalCode.STALE_ROUND,
                    "round",
                    "written for round " + round + ", but round " + current + " is open",
                    Integer.toString(current)));
        }
        return Optional.empty();
    }

    private void openNext(List<Effect> effects) {
        OpenRound window = new OpenRound(state.openRound());
        open = Optional.of(window);
        for (Viewer viewer : terms.viewers()) {
            effects.add(new Effect.Tell(viewer, opened(viewer)));
        }
        if (terms.windowMillis() > 0) {
            effects.add(new Effect.SetTimer(window.round(), terms.windowMillis()));
        }
    }

    private void close(OpenRound window, List<Effect> effects) {
        cancelTimer(window, effects);
        ClosedRound round = window.close();
        Resolution resolution = resolver.resolve(setup, state, round.orders());
        state = resolution.next();
        open = Optional.empty();
        closed.add(round);
        reports.add(resolution.report());
        if (terms.recording()) {
            chain.add(round, state, resolution.report().draws());
        }
        for (Viewer viewer : terms.viewers()) {
            RoundView view = redaction(viewer).view(resolution.report(), state);
            seen(viewer).add(view);
            effects.add(new Effect.Tell(viewer, new Notice.RoundResolved(view)));
        }
        if (state.isOver()) {
            tellAll(over(), effects);
        } else {
            openNext(effects);
        }
    }

    private void cancelTimer(OpenRound window, List<Effect> effects) {
        if (terms.windowMillis() > 0) {
            effects.add(new Effect.CancelTimer(window.round()));
        }
    }

    private List<Effect> appendAndTell(Input input, OpenRound window, Side side) {
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect.Append(input));
        tellAll(status(window, side), effects);
        return effects;
    }

    private void tellAll(Notice notice, List<Effect> effects) {
        for (Viewer viewer : terms.viewers()) {
            effects.add(new Effect.Tell(viewer, notice));
        }
    }

    private Notice opened(Viewer viewer) {
        return new Notice.RoundOpened(redaction(viewer).observe(state), terms.windowMillis());
    }

    private static Notice status(OpenRound window, Side side) {
        return new Notice.SeatStatus(
                Seat.head(side), window.round(), window.sealed(side) != null, window.isReady(side));
    }

    private Notice over() {
        FinalScore us = rules.finalScore(setup, state, reports, Side.US);
        FinalScore cn = rules.finalScore(setup, state, reports, Side.CN);
        String text = terms.recording() ? RecordText.write(record(), rules.scenario()) : "";
        return new Notice.MatchOver(
                state.round(), us, cn, Outcome.of(us.score() - us.truceScore(), cn.score() - cn.truceScore()), text);
    }

    private Redaction redaction(Viewer viewer) {
        Redaction redaction = redactions.get(viewer);
        if (redaction == null) {
            throw new IllegalArgumentException("nobody looks as " + viewer + " in this match");
        }
        return redaction;
    }

    private List<RoundView> seen(Viewer viewer) {
        return views.getOrDefault(viewer, List.of());
    }

    private static boolean isSeated(Seat seat) {
        return seat.number() == 0;
    }

    private static Ruling notSeated(Seat seat) {
        return refuse(
                RefusalCode.NOT_SEATED, "seat", "there is no seat " + seat + " in this match", "US.head, CN.head");
    }

    private static Ruling refuse(RefusalCode code, String field, String detail, String legal) {
        return new Ruling(new Verdict.Rejected(code, field, detail, legal), List.of());
    }

    private static Ruling accept(Orders orders, List<Effect> effects) {
        return new Ruling(new Verdict.Accepted(orders), effects);
    }
}
