package dev.truce.match.referee;

import dev.truce.engine.orders.Refusal;
import dev.truce.engine.report.Resolution;
import dev.truce.engine.round.Resolver;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.state.Ending;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchState;
import dev.truce.match.Defaults;
import dev.truce.match.Effect;
import dev.truce.match.MatchPhase;
import dev.truce.match.MatchTerms;
import dev.truce.match.Notice;
import dev.truce.match.Refusals;
import dev.truce.match.RoundTerms.RoundPace;
import dev.truce.match.Seat;
import dev.truce.match.deed.By;
import dev.truce.match.deed.HostAct;
import dev.truce.match.deed.SeatHolder;
import dev.truce.match.record.ClosedRound;
import dev.truce.match.record.HostedRound;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far one match has come: its state, its open round, and what each round before was resolved from. Opens, resolves and ends, and
 * tells it; judges nothing. Not thread-safe.
 */
final class MatchCourse {
    private final MatchTerms terms;
    private final Resolver resolver;
    private final @Nullable Fork fork;
    /** What everybody was told of the host's acts since the last round was closed. */
    private final List<Notice> common = new ArrayList<>();

    private final PlayedRounds played;
    private final Viewers viewers;
    private final Announcements announcements;
    private final Seating seating;
    private final PlayedCards cards;
    private final Timekeeper timekeeper;
    private final Holders holders;
    private final Absentees absentees;
    /** How the match goes: as agreed, but for another last round. */
    private MatchSetup setup;

    private MatchState state;
    private boolean begun;
    private Optional<OpenRound> open = Optional.empty();
    /** Whether the host closed the open round. */
    private boolean advanced;
    /** The round that was made the last since a round was resolved, or 0. */
    private int ended;

    /**
     * @param fork where chance is another than the setup's, or null
     */
    MatchCourse(Rules rules, MatchSetup setup, MatchTerms terms, Resolver resolver, @Nullable Fork fork) {
        this.setup = setup;
        this.terms = terms;
        this.resolver = resolver;
        this.fork = fork;
        this.state = rules.start(setup);
        this.announcements = new Announcements(rules, setup, terms, state);
        this.holders = new Holders(terms);
        this.seating = new Seating(rules, setup, terms, holders);
        this.cards = new PlayedCards(rules, setup);
        this.viewers = new Viewers(rules, setup, terms);
        this.timekeeper = new Timekeeper(terms.rounds().graceMillis());
        this.absentees = new Absentees(rules, setup, terms, holders);
        this.played = new PlayedRounds(rules, setup, terms, state);
    }

    MatchState state() {
        return state;
    }

    Optional<OpenRound> open() {
        return open;
    }

    MatchPhase phase() {
        if (state.isOver()) {
            return MatchPhase.OVER;
        } else if (open.isPresent()) {
            return timekeeper.isShut() ? MatchPhase.SHUT : MatchPhase.OPEN;
        }
        return begun ? MatchPhase.BETWEEN : MatchPhase.NEW;
    }

    /** Returns the number of the open round, from 1, shut or not, or 0 if none is open. */
    int openRound() {
        return open.isPresent() ? open.get().round() : 0;
    }

    PlayedRounds played() {
        return played;
    }

    /** What everybody was told of the host's acts since the last round was closed. */
    List<Notice> common() {
        return common;
    }

    Viewers viewers() {
        return viewers;
    }

    Announcements announcements() {
        return announcements;
    }

    Seating seating() {
        return seating;
    }

    PlayedCards cards() {
        return cards;
    }

    Timekeeper timekeeper() {
        return timekeeper;
    }

    Holders holders() {
        return holders;
    }

    MatchTerms terms() {
        return terms;
    }

    /** Returns why no seat can do anything in a round now, or null if it is the open one. */
    @Nullable
    Refusal wrongMoment(int round) {
        Refusal phase = wrongPhase();
        if (phase == null && timekeeper.isPaused()) {
            return Refusals.paused();
        }
        Refusal stale = phase != null ? phase : wrongRound(round);
        return stale == null && timekeeper.isShut() ? Refusals.isShut() : stale;
    }

    /** Returns why nothing can be done in any round, or null if one is open. */
    @Nullable
    Refusal wrongPhase() {
        return phase() == MatchPhase.BETWEEN ? Refusals.isBetween() : notGoingOn();
    }

    /** Returns why nothing can be done with the match, or null if it has begun and is not over. */
    @Nullable
    Refusal notGoingOn() {
        return switch (phase()) {
            case NEW -> Refusals.notBegun();
            case OVER -> Refusals.isOver();
            default -> null;
        };
    }

    /** Returns why nothing can be done in a round now, paused or not, or null if it is the open one. */
    @Nullable
    Refusal wrongRound(int round) {
        Refusal phase = wrongPhase();
        if (phase != null) {
            return phase;
        }
        int current = openRound();
        return round == current ? null : Refusals.staleRound(round, current);
    }

    /** Begins the match. */
    void begin(List<Effect> effects) {
        begun = true;
        if (terms.rounds().pace() == RoundPace.FREE) {
            openNext(terms.windowMillis(), effects);
        }
        seating.tellBriefs(effects);
    }

    /**
     * Opens the next round.
     *
     * @param windowMillis how long it is to be open, 0 for no limit
     */
    void openNext(long windowMillis, List<Effect> effects) {
        OpenRound window = new OpenRound(state.openRound(), terms.seats(), terms.delegations());
        open = Optional.of(window);
        holders.opened();
        window.vacate(holders.vacant());
        viewers.open(state, windowMillis, effects);
        viewers.announce(cards.of(window.round()), window.round(), effects);
        timekeeper.open(window.round(), windowMillis, effects);
        if (timekeeper.isPaused()) {
            tellClock(Notice.ClockChanged.Cause.PAUSED, 0, null, effects);
        }
    }

    /** Lets a bot act on a seat, its person again, or nobody. What is sealed in a round that is shut stays. */
    void takeOver(Seat seat, SeatHolder holder, By by, List<Effect> effects) {
        boolean person = holder instanceof SeatHolder.Person;
        holders.take(seat, holder, by);
        absentees.forget(seat);
        tell(new Notice.SeatChanged(seat, openRound(), holder), effects);
        if (phase() == MatchPhase.OPEN) {
            OpenRound window = open.orElseThrow();
            if (!person) {
                announcements.strike(seat, effects);
            }
            window.takeOver(seat, person);
            window.vacate(holders.vacant());
            viewers.tellStatus(seat, window, effects);
            if (holder instanceof SeatHolder.Nobody) {
                closeIfReady(effects);
            }
        }
    }

    /** What the person on a seat has sealed or drafted in the open round is void. A bot's stays, and what is sealed in a round that is shut. */
    void cancel(Seat seat, List<Effect> effects) {
        absentees.forget(seat);
        if (phase() == MatchPhase.OPEN && holders.on(seat) instanceof SeatHolder.Person) {
            OpenRound window = open.orElseThrow();
            announcements.strike(seat, effects);
            window.takeOver(seat, false);
            viewers.tellAll(
                    new Notice.HostActed(new HostAct.Revoke(seat.side(), seat.number()), window.round()), effects);
            viewers.tellStatus(seat, window, effects);
        }
    }

    /** Returns the last round that was agreed, or 0 if nobody knows it. */
    int plannedEnd() {
        return played.setup().horizon() instanceof Horizon.Fixed fixed ? fixed.rounds() : 0;
    }

    /** Returns the number of the first round that has not opened yet. */
    int nextRound() {
        return openRound() == 0 ? state.openRound() : openRound() + 1;
    }

    /** Makes another round the last. */
    void endWith(int round, List<Effect> effects) {
        ended = round;
        setup = setup.endingWith(round);
        announcements.endWith(setup, state);
        viewers.endWith(setup);
        cards.endWith(round);
        common.removeIf(Notice.HorizonSet.class::isInstance);
        tell(new Notice.HorizonSet(round), effects);
    }

    /** Returns whether something is ordered for a seat in its absence if the open round closes now. */
    boolean keeps(Seat seat) {
        return open.orElseThrow().isAbsent(seat)
                && !absentees.orders(seat, state).isHold();
    }

    /** Returns what would be done for each seat if the open round were closed now. */
    Defaults defaults() {
        return absentees.defaults(open.orElseThrow(), state);
    }

    /** Returns what the absence of persons asks the host to do now. */
    List<HostAct> due() {
        return notGoingOn() == null ? absentees.due() : List.of();
    }

    /** Closes the open round because the host wants it. */
    void advance(List<Effect> effects) {
        close(Notice.RoundShut.Cause.ADVANCED, effects);
    }

    /** The open round takes nothing more: it is resolved, or shut until the host reveals it. */
    private void close(Notice.RoundShut.Cause cause, List<Effect> effects) {
        advanced = cause == Notice.RoundShut.Cause.ADVANCED;
        if (terms.rounds().pace() == RoundPace.GATED) {
            timekeeper.shut(effects);
            tell(new Notice.RoundShut(openRound(), cause), effects);
        } else {
            resolve(effects);
        }
    }

    /** Resolves the open round and goes on. */
    void resolve(List<Effect> effects) {
        OpenRound window = open.orElseThrow();
        timekeeper.stop(effects);
        absentees.count(window);
        for (Seat seat : terms.seats()) {
            if (keeps(seat)) {
                window.keep(seat, absentees.orders(seat, state));
            }
        }
        ClosedRound round = window.close(holders.standIns().keySet())
                .with(announcements.deeds())
                .playing(cards.of(window.round()))
                .hosted(new HostedRound(holders.recent(), ended, advanced));
        ended = 0;
        Resolution resolution = resolver.resolve(
                chance(), state, announcements.inputs(round.orders()).with(round.cards()));
        state = resolution.next();
        open = Optional.empty();
        common.clear();
        played.add(round, resolution);
        announcements.disclose(effects);
        viewers.resolved(resolution, effects);
        announcements.close(resolution, effects);
        if (state.isOver()) {
            tellTheEnd(effects);
        } else if (terms.rounds().pace() == RoundPace.FREE) {
            openNext(terms.windowMillis(), effects);
        }
    }

    /** Closes the open round if all on whom it waits are ready. */
    void closeIfReady(List<Effect> effects) {
        if (open.orElseThrow().areReady(timekeeper.awaited(terms.seats()))) {
            close(Notice.RoundShut.Cause.ALL_READY, effects);
        }
    }

    /**
     * Gives the open round more time, or less; one that is shut is open again.
     *
     * @param seat the seat that is given it, after all others; null for everybody
     */
    void extend(long millis, @Nullable Seat seat, List<Effect> effects) {
        boolean shut = timekeeper.isShut();
        timekeeper.extend(millis, seat, effects);
        if (shut) {
            common.removeIf(Notice.RoundShut.class::isInstance);
            OpenRound window = open.orElseThrow();
            // Who was there until the round was shut may have missed it; from now on it waits for those who are there
            // now.
            window.vacate(holders.vacant());
            if (seat != null && window.isReady(seat)) {
                window.recall(seat);
                viewers.tellStatus(seat, window, effects);
            }
        }
        tellClock(Notice.ClockChanged.Cause.EXTENDED, millis, seat, effects);
    }

    /** The clock of the open round has run down: closes it, or lets its next part run and tells that. */
    void runDown(List<Effect> effects) {
        if (timekeeper.runDown(open.orElseThrow().working(), effects)) {
            close(Notice.RoundShut.Cause.TIME, effects);
        } else {
            tellClock(Notice.ClockChanged.Cause.TIME_UP, 0, null, effects);
        }
    }

    /** Tells everybody what the clock does now. */
    void tellClock(Notice.ClockChanged.Cause cause, long shiftMillis, @Nullable Seat seat, List<Effect> effects) {
        Notice changed = new Notice.ClockChanged(
                openRound(), timekeeper.part(), timekeeper.isPaused(), cause, shiftMillis, seat, 0);
        common.removeIf(Notice.ClockChanged.class::isInstance);
        tell(changed, effects);
    }

    /** Ends the match before its time. */
    void abandon(List<Effect> effects) {
        timekeeper.stop(effects);
        open = Optional.empty();
        state = state.endedBy(Ending.ABANDONED);
        tellTheEnd(effects);
    }

    /** Tells everybody something, also those who look at the open round later. */
    void tell(Notice notice, List<Effect> effects) {
        common.add(notice);
        viewers.tellAll(notice, effects);
    }

    /** Returns the setup whose seed gives the open round its chance. */
    private MatchSetup chance() {
        return fork == null ? setup : fork.chance(setup, state.openRound());
    }

    private void tellTheEnd(List<Effect> effects) {
        for (Notice notice : end()) {
            viewers.tellAll(notice, effects);
        }
    }

    /** Returns what all are told at the end: what the ministers were out for, if there were any, then the rest. */
    List<Notice> end() {
        List<Notice> end = new ArrayList<>(seating.scores(state, played.reports()));
        end.add(played.over(state));
        return end;
    }
}
