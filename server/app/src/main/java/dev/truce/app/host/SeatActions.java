package dev.truce.app.host;

import dev.truce.app.encoding.MatchSpec;
import dev.truce.app.host.clock.MatchClock;
import dev.truce.app.host.service.MatchServices;
import dev.truce.app.host.stream.EventStreams;
import dev.truce.app.room.Place;
import dev.truce.app.room.SeatPlan;
import dev.truce.app.room.ServerRefusals;
import dev.truce.bots.Roster;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.orders.Verdict;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Effect;
import dev.truce.match.Input;
import dev.truce.match.Notice;
import dev.truce.match.Refusals;
import dev.truce.match.Ruling;
import dev.truce.match.Seat;
import dev.truce.match.deed.By;
import dev.truce.match.deed.HostAct;
import dev.truce.match.referee.Referee;
import dev.truce.protocol.codec.InputCodec;
import dev.truce.protocol.message.RoomFact;
import dev.truce.store.BrokenStream.BrokenStreamException;
import dev.truce.store.Entry;
import dev.truce.store.StoredMatch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The referee of one match and the hands that do what it says: write what it appends, then tell, and wind the clock.
 * Confined to the tasks of its match.
 */
final class SeatActions {
    /** How soon something is tried again for which the journal had no place. */
    private static final long AGAIN_MILLIS = 50;

    private static final SortedMap<Seat, String> NOBODY =
            Collections.unmodifiableSortedMap(new TreeMap<>(Seat.CANONICAL));

    /** Hears what becomes visible, after it is on disk. */
    interface Audience {
        /** A round is about to be told as open. */
        void opens();

        /** Something was told to a viewer. */
        void told(Viewer viewer, Notice notice);

        /** Everybody has been told what follows from one input: who looks on may look once, and gets all of it together. */
        void allTold();

        /** The referee threw: the match stands still until the server is repaired. */
        void faulted(RuntimeException cause);
    }

    private final String matchId;
    private final MatchSpec spec;
    private final Supplier<Referee> maker;
    private final MatchServices services;
    private final Outbox outbox;
    private final MatchClock clock;
    private final Consumer<Runnable> mailbox;
    private final Audience audience;
    private final EventStreams streams = new EventStreams();

    private @Nullable Referee referee;
    /** Rounds whose links are written. */
    private int closedRounds;

    private boolean faulted;
    private boolean asleep;
    /** Whether the match leaves memory, now or once the journal is open: then its clock goes on no more here. */
    private boolean leaving;

    /** From the wish to start on: a person who sat down later would be in the room and not in the match. */
    private boolean starting;

    private volatile boolean begun;
    private @Nullable RoundView resolvedForAll;

    SeatActions(
            String matchId,
            MatchSpec spec,
            Supplier<Referee> maker,
            MatchServices services,
            Outbox outbox,
            Consumer<Runnable> mailbox,
            Audience audience) {
        this.matchId = matchId;
        this.spec = spec;
        this.maker = maker;
        this.services = services;
        this.outbox = outbox;
        this.clock = new MatchClock(services, this::timeUp);
        this.mailbox = mailbox;
        this.audience = audience;
    }

    /** Rules again on what was journaled; see {@link Referees#recall}. Changes nothing. */
    Referees.Recalled recall(StoredMatch stored) {
        return Referees.recall(stored, maker);
    }

    /**
     * Lives through what was journaled, without telling anybody. The clock of the open round is left standing where it was.
     *
     * @throws BrokenStreamException if it does not reach again what it had reached
     */
    void replay(StoredMatch stored, long leftMillis) {
        clock.awaitPeople();
        Referees.Recalled recalled = recall(stored);
        for (Effect effect : recalled.effects()) {
            if (signed(effect) instanceof Effect.Tell tell) {
                // Few rounds that are over are asked for again: their figures are worked out if they are.
                streams.append(tell);
            } else if (effect instanceof Effect.TellSeat tell) {
                streams.keep(tell);
            } else {
                clock.wind(effect);
            }
        }
        Referee called = recalled.referee();
        referee = called;
        if (called != null) {
            begun = true;
            closedRounds = called.closedRounds();
            clock.restore(stored.clock(), leftMillis, called.timer());
        }
    }

    /**
     * Forgets what the journal has as well, until {@link #wake}; nothing may be ruled on before.
     *
     * @param wanted runs when somebody asks for an event that is forgotten; from any thread
     * @return whether it is forgotten: not while something waits for the disk, or the match has not begun or stands still
     */
    boolean sleep(Runnable wanted) {
        if (referee == null || faulted || outbox.hasFailed() || !outbox.isQuiet()) {
            return false;
        }
        referee = null;
        resolvedForAll = null;
        asleep = true;
        streams.forget(wanted);
        return true;
    }

    /** Knows again what was forgotten. The clock and what seats were told alone were not. */
    void wake(Referees.Recalled recalled) {
        streams.remember(recalled.effects().stream().map(this::signed).toList());
        referee = recalled.referee();
        asleep = false;
    }

    /** Returns what a seat has sealed for the open round, or null; for that seat only. */
    @Nullable
    Orders sealed(Seat seat) {
        Referee called = referee;
        return called == null ? null : called.sealed(seat).orElse(null);
    }

    /** Returns what a place has sealed for the open round, or null; none but a seat seals anything. */
    @Nullable
    Orders sealed(Place place) {
        Seat seat = place.held().orElse(null);
        return seat == null ? null : sealed(seat);
    }

    /** Returns the referee, called when the match begins, because only then it is known who plays. */
    private Referee referee() {
        Referee called = referee;
        if (called == null) {
            called = maker.get();
            referee = called;
        }
        return called;
    }

    /** Lets a clock that stands still since the match came into memory go on, unless the match is paused, once that can be saved. */
    void goOn() {
        if (services.journal().isSuspended()) {
            services.journal().whenOpen(() -> mailbox.accept(this::goOn));
        } else if (!leaving) {
            write(clock.goOn());
        }
    }

    private void write(@Nullable Entry changed) {
        if (changed != null && outbox.reserve()) {
            outbox.write(List.of(changed));
        } else if (changed != null) {
            clock.unwritten();
        }
    }

    /** Writes a clock down again that is forgotten. */
    void rememberClock() {
        write(clock.again());
    }

    /** Puts the wish to begin before the referee. */
    void start(Input input, Consumer<Reply<SavedDeed>> reply) {
        starting = true;
        rule(input, answer -> {
            if (answer instanceof Reply.Refused<SavedDeed>) {
                starting = false;
            }
            reply.accept(answer);
        });
    }

    /** Whether the referee knows an act of the host by its number: put before it again, it has no effect. */
    boolean hasDone(long number) {
        return referee != null && referee.hasDone(number);
    }

    /** Puts an input before the referee and does what it says. */
    void rule(Input input, Consumer<Reply<SavedDeed>> reply) {
        if (faulted) {
            reply.accept(Reply.refused(ServerRefusals.unavailable()));
            return;
        }
        if (referee == null && !isStart(input)) {
            reply.accept(Reply.refused(Refusals.notBegun()));
            return;
        }
        if (!outbox.reserve()) {
            reply.accept(outbox.busy());
            return;
        }
        Ruling ruling;
        try {
            ruling = referee().handle(input);
        } catch (RuntimeException e) {
            outbox.release();
            fault();
            audience.faulted(e);
            reply.accept(Reply.refused(ServerRefusals.unavailable()));
            return;
        }
        carryOut(ruling, letsClockRun(input, ruling), answer(input, ruling.verdict(), reply));
    }

    /** The one who lets a match go on, or opens a round, is there, if nobody else is since the match came into memory. */
    private static boolean letsClockRun(Input input, Ruling ruling) {
        boolean byHost = input instanceof Input.Hosts hosts && hosts.by().isPerson();
        return ruling.effects().stream()
                .anyMatch(effect -> effect instanceof Effect.RunTimer || (byHost && effect instanceof Effect.SetTimer));
    }

    /** The match stands still from now on. */
    void fault() {
        faulted = true;
        clock.stop();
    }

    private Outbox.Words answer(Input input, Verdict verdict, Consumer<Reply<SavedDeed>> reply) {
        return new Outbox.Words() {
            @Override
            public void say(long unixMillis) {
                if (verdict instanceof Verdict.Rejected rejected) {
                    reply.accept(Reply.refused(
                            clock.isHeld()
                                    ? Refusals.standing(rejected.refusal(), clock.leftMillis(streams.openRound()))
                                    : rejected.refusal()));
                } else if (verdict instanceof Verdict.Accepted accepted) {
                    int orders = accepted.orders().list().size();
                    long saved = unixMillis == 0 ? services.wallClock().millis() : unixMillis;
                    reply.accept(new Reply.Done<>(new SavedDeed(roundOf(input), orders, saved)));
                }
            }

            @Override
            public void withhold() {
                reply.accept(Reply.refused(ServerRefusals.later()));
            }
        };
    }

    private void carryOut(Ruling ruling, boolean letsClockRun, Outbox.Words answer) {
        List<Entry> entries = new ArrayList<>();
        boolean resolved = false;
        for (Effect effect : ruling.effects()) {
            if (effect instanceof Effect.Append append) {
                entries.add(new Entry.InputAccepted(InputCodec.toBytes(append.input())));
            } else if (effect instanceof Effect.Tell tell
                    && tell.viewer() == Viewer.PUBLIC
                    && tell.notice() instanceof Notice.MatchOver) {
                entries.add(new Entry.MatchEnded(services.wallClock().millis()));
            } else if (effect instanceof Effect.Tell tell && tell.notice() instanceof Notice.RoundResolved) {
                resolved = true;
            }
        }
        Entry changed = clock.written(ruling.effects());
        if (changed != null) {
            entries.add(changed);
        }
        if (resolved) {
            addLinks(entries);
        }
        if (entries.isEmpty()) {
            outbox.release();
        } else {
            outbox.write(entries);
        }
        outbox.say(answer);
        if (ruling.effects().isEmpty()) {
            return;
        }
        if (!referee().due().isEmpty()) {
            askPolicy();
        }
        // The clock first: who hears that a round is open is told in the same breath when it closes.
        outbox.say(unixMillis -> {
            ruling.effects().forEach(clock::wind);
            if (letsClockRun) {
                goOn();
            }
        });
        // What a seat is told alone comes before the round is open, so that who hears of the one is told the other.
        outbox.say(unixMillis -> {
            begun = true;
            for (Effect effect : ruling.effects()) {
                if (effect instanceof Effect.TellSeat tell) {
                    streams.keep(tell);
                }
            }
        });
        outbox.say(unixMillis -> {
            ruling.effects().forEach(this::tell);
            audience.allTold();
        });
    }

    /** Does what the absence of persons asks for, one act after the other, each when the one before is ruled on. */
    void askPolicy() {
        mailbox.accept(() -> {
            Referee called = referee;
            if (called == null || faulted || outbox.hasFailed()) {
                return;
            }
            for (HostAct act : called.due()) {
                // A match may be older than this roster: then nobody takes the seat over.
                if (!(act instanceof HostAct.StandIn bot)
                        || Roster.find(bot.bot()).isPresent()) {
                    rule(new Input.Hosts(new By.Policy(), 0, act), this::askPolicyLater);
                }
            }
        });
    }

    /**
     * Gives a seat back to its person, who is there again, if a bot stands in because he was not; a desk gives back what it took. Returns
     * whether that can be written down now, if there is anything to give back.
     */
    boolean comesBack(Seat seat) {
        Referee called = referee;
        if (called == null || !called.isByPolicy(seat)) {
            return true;
        }
        if (!outbox.reserve()) {
            return false;
        }
        outbox.release();
        rule(new Input.Hosts(new By.Policy(), 0, new HostAct.HandBack(seat.side(), seat.number())), reply -> {});
        return true;
    }

    private void askPolicyLater(Reply<SavedDeed> reply) {
        if (reply instanceof Reply.Refused<SavedDeed> denied && denied.refusal().retryAfterMillis() > 0) {
            services.timers().after(AGAIN_MILLIS, this::askPolicy);
        }
    }

    private void addLinks(List<Entry> entries) {
        while (closedRounds < referee().closedRounds()) {
            closedRounds++;
            entries.add(new Entry.RoundClosed(closedRounds, referee().link(closedRounds)));
        }
    }

    /** Vouches for the record of a match that is over; every other effect stays as it is. */
    private Effect signed(Effect effect) {
        if (effect instanceof Effect.Tell tell && tell.notice() instanceof Notice.MatchOver over) {
            return new Effect.Tell(
                    tell.viewer(), over.withRecordText(services.signer().signed(over.recordText())));
        }
        return effect;
    }

    private void tell(Effect effect) {
        if (signed(effect) instanceof Effect.Tell tell) {
            if (tell.notice() instanceof Notice.RoundOpened) {
                audience.opens();
            }
            streams.append(tell);
            audience.told(tell.viewer(), tell.notice());
            report(tell);
        }
    }

    private void report(Effect.Tell tell) {
        if (tell.notice() instanceof Notice.RoundResolved resolved) {
            // Worked out when first asked for; until then they keep what they follow from.
            resolved.view().numbers().figures();
            if (tell.viewer() == Viewer.PUBLIC) {
                resolvedForAll = resolved.view();
            } else if (tell.viewer() == Viewer.OMNISCIENT) {
                RoundView seenByAll = resolvedForAll;
                if (seenByAll != null && seenByAll.round() == resolved.view().round()) {
                    services.listener().resolved(matchId, spec, seenByAll, resolved.view());
                }
            }
        } else if (tell.notice() instanceof Notice.MatchOver ended && tell.viewer() == Viewer.PUBLIC) {
            services.listener().over(matchId, ended);
        } else if (tell.viewer() == Viewer.OMNISCIENT && !(tell.notice() instanceof Notice.SeatStatus)) {
            // Nobody else hears everything that is said.
            services.listener().negotiated(matchId, tell.notice());
        }
    }

    private void timeUp(int round, long timer) {
        mailbox.accept(() -> {
            // A clock that stands says so again once it goes on.
            if (!clock.isHeld()) {
                rule(Input.Hosts.timeUp(round, timer), reply -> {
                    if (reply instanceof Reply.Refused<SavedDeed> denied
                            && denied.refusal().retryAfterMillis() > 0) {
                        services.timers().after(AGAIN_MILLIS, () -> timeUp(round, timer));
                    }
                });
            }
        });
    }

    /** Stops the clock where it stands, because nothing can be saved or the match leaves memory, and writes that down if it can. */
    void hold() {
        leaving = true;
        if (outbox.hasFailed()) {
            clock.fail();
        }
        write(clock.hold());
    }

    EventStreams streams() {
        return streams;
    }

    long deadlineUnixMillis(int round) {
        return clock.deadlineUnixMillis(round);
    }

    /** Returns the bots that stand in for persons, by their seats in canonical order. */
    SortedMap<Seat, String> standIns() {
        return referee == null ? NOBODY : referee.standIns();
    }

    /** Returns the seats that were left empty, in canonical order. */
    List<Seat> vacant() {
        return referee == null ? List.of() : referee.vacant();
    }

    /** Returns how the sides are divided among their seats in the open round; empty before the match begins. */
    Optional<SeatPlan> plan() {
        Referee called = referee;
        return called == null
                ? Optional.empty()
                : Optional.of(new SeatPlan(called.delegation(Side.US), called.delegation(Side.CN)));
    }

    long leftMillis(int round) {
        return clock.leftMillis(round);
    }

    boolean hasStarted() {
        return begun;
    }

    /** Returns whether the match has begun or is about to. */
    boolean isStarting() {
        return starting || begun;
    }

    /** Returns whether the match has begun and is not over. */
    boolean isUnfinished() {
        return begun && !streams.isOver();
    }

    /** Whether it is forgotten what the journal has as well. */
    boolean isAsleep() {
        return asleep;
    }

    /** Whether the match stands still because its referee has thrown or cannot be called again. */
    boolean isFaulted() {
        return faulted;
    }

    boolean isTimed() {
        return clock.isRunning();
    }

    /** Whether a clock runs that has to be written down again. Safe from any thread. */
    boolean isClockForgotten() {
        return clock.isForgotten();
    }

    /** Whether a clock runs, or will once what is written down is carried out. */
    boolean goesOn() {
        return clock.goesOn();
    }

    /** Returns what is so for a while. Safe from any thread. */
    Set<RoomFact> facts() {
        return services.facts();
    }

    private static boolean isStart(Input input) {
        return input instanceof Input.Hosts hosts && hosts.act() instanceof HostAct.Start;
    }

    private static int roundOf(Input input) {
        if (input instanceof Input.Does does) {
            return does.round();
        }
        return input instanceof Input.Hosts hosts && hosts.act() instanceof HostAct.PlayCard play ? play.round() : 0;
    }
}
