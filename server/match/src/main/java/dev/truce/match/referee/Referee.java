package dev.truce.match.referee;

import dev.truce.engine.board.Side;
import dev.truce.engine.card.Card;
import dev.truce.engine.delegation.Delegation;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Verdict;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.round.Resolver;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.state.StateHash;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Input;
import dev.truce.match.MatchPhase;
import dev.truce.match.MatchTerms;
import dev.truce.match.Notice;
import dev.truce.match.Recording;
import dev.truce.match.Ruling;
import dev.truce.match.Seat;
import dev.truce.match.deed.HostAct;
import dev.truce.match.negotiation.OfferBook;
import dev.truce.match.record.MatchRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Validates what seats send and advances one match. It does no I/O: it is told inputs and answers with a verdict and the effects
 * that its host must carry out. Not thread-safe; one thread at a time.
 */
public final class Referee {
    private final Rules rules;
    private final MatchTerms terms;
    private final MatchCourse course;
    private final SeatDeeds deeds;
    private final HostActs acts;
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
        this.rules = rules;
        this.terms = terms;
        this.course = new MatchCourse(rules, setup, terms, resolver, fork);
        this.deeds = new SeatDeeds(course);
        this.acts = new HostActs(course);
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
            return deeds.rule(does);
        }
        return acts.rule((Input.Hosts) input);
    }

    /**
     * Returns all that a viewer has been told that still matters: the resolved rounds, after each the offers whose last
     * change fell into it, then the open round with what was said and done in it, or the end.
     */
    public List<Notice> history(Viewer viewer) {
        List<Notice> history = new ArrayList<>();
        Announcements announcements = course.announcements();
        for (RoundView view : course.viewers().seen(viewer)) {
            history.add(new Notice.RoundResolved(view));
            history.addAll(announcements.offers(viewer, view.round()));
        }
        course.open().ifPresent(window -> {
            history.add(course.viewers()
                    .opened(viewer, course.state(), course.timekeeper().windowMillis()));
            for (Card card : course.cards().of(window.round())) {
                history.add(new Notice.CardPlayed(window.round(), card));
            }
            for (Seat seat : terms.seats()) {
                history.add(window.status(seat, viewer));
            }
            history.addAll(announcements.heard(viewer));
        });
        history.addAll(course.common());
        if (isOver()) {
            history.addAll(course.end());
        }
        return history;
    }

    /** Returns the orders that a seat has sealed for the open round, if any; for that seat's eyes only. */
    public Optional<Orders> sealed(Seat seat) {
        return isSeated(seat)
                ? course.open().flatMap(window -> Optional.ofNullable(window.sealed(seat)))
                : Optional.empty();
    }

    /** Returns whether a seat has sealed orders for the open round; this much all may know. */
    public boolean hasSealed(Seat seat) {
        return sealed(seat).isPresent();
    }

    /** Returns whether the seat has said that it is done with the open round. */
    public boolean isReady(Seat seat) {
        return isSeated(seat)
                && course.open().map(window -> window.isReady(seat)).orElse(false);
    }

    /** Returns what a seat was told beside its side when the match began: its brief, if it has one. */
    public List<Notice> history(Seat seat) {
        return course.seating().brief(seat).stream()
                .map(brief -> (Notice) new Notice.BriefGiven(seat, brief))
                .toList();
    }

    /** Returns all offers of the match so far; for the host and for tests. */
    public OfferBook offers() {
        return course.announcements().book();
    }

    /** Returns where the match stands. */
    public MatchPhase phase() {
        return course.phase();
    }

    /** Returns the number of the open round, from 1, shut or not, or 0 if none is open. */
    public int openRound() {
        return course.openRound();
    }

    /** Returns the last round that was agreed, whichever the host has set since, or 0 if nobody knows it. */
    public int plannedEnd() {
        return course.plannedEnd();
    }

    /** Returns the bots that stand in for persons, by their seats in canonical order. */
    public SortedMap<Seat, String> standIns() {
        return course.holders().standIns();
    }

    /** Returns the seats that nobody holds, in canonical order. */
    public List<Seat> vacant() {
        return course.holders().vacant();
    }

    /** Returns how a side is divided among its seats in the open round; what an empty seat holds is the head's. */
    public Delegation delegation(Side side) {
        return course.holders().delegation(side);
    }

    /** Returns whether the bot on a seat stands in because its person stayed away: who comes back takes the seat again. */
    public boolean isByPolicy(Seat seat) {
        return course.holders().isByPolicy(seat);
    }

    /**
     * Returns what the absence of persons asks for now, from the state of the match alone. The host asks after every ruling and after a
     * replay, and does it in the name of {@link dev.truce.match.deed.By.Policy}.
     */
    public List<HostAct> due() {
        return course.due();
    }

    /** Returns the number of the timer that counts, 0 as long as none was set. */
    public long timer() {
        return course.timekeeper().timer();
    }

    /** Whether an act of the host had an effect under a number; sent again, it has none. */
    public boolean hasDone(long number) {
        return acts.hasDone(number);
    }

    /** Returns whether the match is over. */
    public boolean isOver() {
        return course.state().isOver();
    }

    /** The true state, for the host and for tests. */
    public MatchState state() {
        return course.state();
    }

    /** Returns the truth about each resolved round, in order; for the host and for tests. */
    public List<RoundReport> reports() {
        return List.copyOf(course.played().reports());
    }

    /** Returns the hash of the true state and of the last round's draws, 64 hex digits; for the host and for tests. */
    public String stateHash() {
        List<RoundReport> reports = course.played().reports();
        int draws = reports.isEmpty() ? 0 : reports.get(reports.size() - 1).draws();
        return StateHash.hex(StateHash.of(state(), draws, rules.scenario().instruments()));
    }

    /**
     * Returns the hash chain so far: the link before round 1, then one after each round.
     *
     * @throws IllegalStateException if the terms say that none is kept
     */
    public List<String> chain() {
        return course.played().chain().links();
    }

    /** Returns how many rounds are closed. */
    public int closedRounds() {
        return course.played().closed().size();
    }

    /**
     * Returns one link of the {@link #chain}, as bytes.
     *
     * @param round the round that it comes after; 0 for the link before round 1
     * @throws IllegalStateException if the terms say that none is kept
     */
    public byte[] link(int round) {
        return course.played().chain().link(round);
    }

    /**
     * Returns the record so far. It holds the seed and both sides' orders: as long as the match goes on it stays with the host.
     *
     * @throws IllegalStateException if the terms say that none is kept
     */
    public MatchRecord record() {
        return course.played().record(course.state());
    }

    private boolean isSeated(Seat seat) {
        return terms.seats().contains(seat);
    }

    private RefereeSnapshot moment() {
        OpenRound window = course.open().orElse(null);
        Announcements announcements = course.announcements();
        List<RoundReport> reports = course.played().reports();
        return new RefereeSnapshot(
                course.state(),
                openRound(),
                window == null ? null : window.sealed(Side.US),
                window == null ? null : window.sealed(Side.CN),
                reports.size(),
                course.played().links(),
                deeds.size(),
                announcements.book(),
                announcements.notice(Side.US),
                announcements.notice(Side.CN),
                announcements.size(),
                reports.isEmpty() ? null : reports.get(reports.size() - 1).ratification(),
                course.cards().played(),
                course.timekeeper().reading(),
                terms.rounds().pace(),
                course.holders().vacant());
    }
}
