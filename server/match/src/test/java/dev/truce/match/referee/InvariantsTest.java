package dev.truce.match.referee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.Verdict;
import dev.truce.engine.redline.RedLines;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.state.Ending;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.state.SideState;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Effect;
import dev.truce.match.Input;
import dev.truce.match.Notice;
import dev.truce.match.RoundPart;
import dev.truce.match.RoundTerms.RoundPace;
import dev.truce.match.Ruling;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each invariant catches a step that was broken by hand. */
class InvariantsTest {
    private static final Scenario SCENARIO = Table.RULES.scenario();
    private static final Input.Does READY = new Input.Does(Seat.US_HEAD, 1, "ready", new Deed.Ready(true, 0));
    private static final Ruling ACCEPTED =
            new Ruling(new Verdict.Accepted(Orders.HOLD), List.of(new Effect.Append(READY)));
    private static final Ruling NOTHING = new Ruling(new Verdict.Accepted(Orders.HOLD), List.of());

    private final Table table = Table.of(3);
    private final MatchState start = table.referee.state();
    private final RefereeSnapshot open = new RefereeSnapshot(start, 1, null, null, 0, 0, 0);

    private void isBroken(int number, RefereeSnapshot before, Input input, Ruling ruling, RefereeSnapshot after) {
        assertThatThrownBy(() -> Invariants.check(SCENARIO, before, input, ruling, after))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("invariant " + number + " is broken: ");
    }

    private static Ruling with(Effect... behindTheAppend) {
        List<Effect> effects = new java.util.ArrayList<>(ACCEPTED.effects());
        effects.addAll(List.of(behindTheAppend));
        return new Ruling(ACCEPTED.verdict(), effects);
    }

    private static Effect tell(Notice notice) {
        return new Effect.Tell(Viewer.PUBLIC, notice);
    }

    private Notice notice(Class<? extends Notice> kind, int rounds) {
        Table played = Table.open(3);
        for (int i = 0; i < rounds; i++) {
            played.everybodyIsReady();
        }
        return played.told(Viewer.PUBLIC).stream()
                .filter(kind::isInstance)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private RefereeSnapshot sealed(Orders us) {
        return new RefereeSnapshot(start, 1, us, null, 0, 0, 0);
    }

    /** The step in which round 1 was resolved to a state. */
    private void isBrokenByState(int number, MatchState state) {
        isBroken(number, open, READY, ACCEPTED, new RefereeSnapshot(state, 2, null, null, 1, 1, 0));
    }

    private MatchState afterRoundOne(Levels levels, double tension, SideState us) {
        return new MatchState(
                1,
                levels,
                start.treaty(),
                0,
                0,
                false,
                tension,
                0,
                2,
                RedLines.NONE,
                0,
                start.economy(),
                us,
                start.cn(),
                null);
    }

    private static SideState side(double reputation, double points) {
        return new SideState(1, reputation, 0, 0, false, false, 0, points, points, 0, 0);
    }

    @Test
    void ordinaryStepsBreakNothing() {
        assertThatCode(() -> {
                    Invariants.check(SCENARIO, open, READY, ACCEPTED, open);
                    Invariants.check(SCENARIO, open, READY, NOTHING, open);
                    MatchState next = afterRoundOne(start.levels(), 1, start.us());
                    Invariants.check(
                            SCENARIO,
                            open,
                            READY,
                            with(
                                    tell(notice(Notice.RoundResolved.class, 1)),
                                    tell(notice(Notice.RoundOpened.class, 1))),
                            new RefereeSnapshot(next, 2, null, null, 1, 1, 0));
                })
                .doesNotThrowAnyException();
    }

    @Test
    void theAppendComesFirst() {
        Effect status = tell(new Notice.SeatStatus(Seat.US_HEAD, 1, false, true));
        isBroken(1, open, READY, new Ruling(ACCEPTED.verdict(), List.of(status)), open);
        isBroken(1, open, READY, with(new Effect.Append(READY)), open);
        isBroken(1, open, new Input.Hosts(new HostAct.Start()), ACCEPTED, open);
    }

    @Test
    void noKeyIsAppliedTwice() {
        DeedKeys ledger = new DeedKeys();
        ledger.keep(READY, ACCEPTED.verdict());
        assertThatThrownBy(() -> ledger.keep(READY, ACCEPTED.verdict()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("invariant 2 is broken: ");
    }

    @Test
    void roundsAreToldWithoutAGap() {
        isBroken(3, open, READY, with(tell(notice(Notice.RoundOpened.class, 1))), open);
        isBroken(3, open, READY, ACCEPTED, new RefereeSnapshot(start, 2, null, null, 0, 0, 0));
    }

    @Test
    void everyRoundHasItsReportAndItsLink() {
        isBroken(4, open, READY, ACCEPTED, new RefereeSnapshot(start, 1, null, null, 1, 0, 0));
        isBroken(4, open, READY, ACCEPTED, new RefereeSnapshot(start, 1, null, null, 0, 1, 0));
        assertThatCode(() -> Invariants.check(
                        SCENARIO,
                        open,
                        READY,
                        ACCEPTED,
                        new RefereeSnapshot(start, 1, null, null, 0, RefereeSnapshot.NO_LINKS, 0)))
                .doesNotThrowAnyException();
    }

    @Test
    void numbersAreNumbersAndInRange() {
        isBrokenByState(10, afterRoundOne(start.levels(), Double.NaN, start.us()));
        isBrokenByState(10, afterRoundOne(start.levels(), -0.1, start.us()));
        isBrokenByState(10, afterRoundOne(start.levels(), 1, side(1.01, 0)));
        isBrokenByState(10, afterRoundOne(start.levels(), 1, side(.8, Double.POSITIVE_INFINITY)));
    }

    @Test
    void levelsAreOnTheirLadders() {
        isBrokenByState(11, afterRoundOne(start.levels().with(Instrument.US_PORT_FEE, 5), 1, start.us()));
        isBrokenByState(11, afterRoundOne(start.levels().with(Instrument.US_PORT_FEE, Levels.UNSEEN), 1, start.us()));
        isBroken(11, open, READY, ACCEPTED, sealed(Orders.of(new Order(Instrument.US_PORT_FEE, 5))));
    }

    @Test
    void ordersAreSealedByTheirHolderForTheOpenRound() {
        Orders port = Orders.of(new Order(Instrument.CN_PORT_FEE, 1));
        isBroken(12, open, READY, ACCEPTED, sealed(port));
        MatchState over = start.endedBy(Ending.ABANDONED);
        isBroken(12, open, READY, ACCEPTED, new RefereeSnapshot(over, 0, Orders.HOLD, null, 0, 0, 0));
    }

    @Test
    void nothingIsRevealedBeforeItsTime() {
        isBroken(13, open, READY, with(tell(notice(Notice.RoundResolved.class, 1))), open);
        isBroken(13, open, READY, with(tell(notice(Notice.MatchOver.class, 3))), open);
    }

    @Test
    void aMoveIsAcceptedOnlyInTheRoundThatItNames() {
        for (Input late : List.<Input>of(
                new Input.Does(Seat.US_HEAD, 2, "a", new Deed.Submit(List.of())),
                new Input.Does(Seat.US_HEAD, 2, "a", new Deed.Undo()),
                new Input.Does(Seat.US_HEAD, 2, "ready", new Deed.Ready(true, 0)),
                Input.Hosts.timeUp(2, 0))) {
            Ruling accepted = new Ruling(ACCEPTED.verdict(), List.of(new Effect.Append(late)));
            isBroken(14, open, late, accepted, open);
        }
    }

    @Test
    void aTimerHasTheNextNumberAndIsThatOfTheOpenRound() {
        isBroken(15, open, READY, with(new Effect.SetTimer(1, 1, 1000)), open);
        isBroken(15, open, READY, with(new Effect.SetTimer(2, 1, 1000)), open);
    }

    @Test
    void aTimerThatAnotherHasReplacedCountsForNothing() {
        Input stale = Input.Hosts.timeUp(1, 7);
        isBroken(23, open, stale, new Ruling(ACCEPTED.verdict(), List.of(new Effect.Append(stale))), open);
    }

    @Test
    void nothingIsTakenWhileAllStandsStill() {
        RefereeSnapshot paused = at(new Timekeeper.Reading(7, true, RoundPart.RUNNING, 0));
        Input up = Input.Hosts.timeUp(1, 7);
        isBroken(24, paused, up, new Ruling(ACCEPTED.verdict(), List.of(new Effect.Append(up))), paused);
        isBroken(24, paused, READY, ACCEPTED, paused);
    }

    @Test
    void aShutRoundTakesNothingAndIsResolvedByTheHostOnly() {
        RefereeSnapshot shut = at(new Timekeeper.Reading(7, false, RoundPart.SHUT, 0));
        isBroken(25, shut, READY, ACCEPTED, shut);
        MatchState next = afterRoundOne(start.levels(), 1, start.us());
        RefereeSnapshot resolved = gated(next, 0, 1, new Timekeeper.Reading(7, false, RoundPart.RUNNING, 0));
        Input reveal = new Input.Hosts(new HostAct.Reveal(1));
        Ruling revealed = new Ruling(ACCEPTED.verdict(), List.of(new Effect.Append(reveal)));
        assertThatCode(() -> Invariants.check(SCENARIO, shut, reveal, revealed, resolved))
                .doesNotThrowAnyException();
        RefereeSnapshot running = at(new Timekeeper.Reading(7, false, RoundPart.RUNNING, 0));
        isBroken(25, running, reveal, revealed, resolved);
        isBroken(25, running, READY, ACCEPTED, resolved);
    }

    @Test
    void nothingIsTakenFromASeatThatNobodyHolds() {
        RefereeSnapshot empty = gated(start, 1, 0, Timekeeper.Reading.NONE, List.of(Seat.US_HEAD));
        isBroken(31, empty, READY, ACCEPTED, empty);
    }

    private RefereeSnapshot at(Timekeeper.Reading clock) {
        return gated(start, 1, 0, clock);
    }

    private static RefereeSnapshot gated(MatchState state, int openRound, int resolved, Timekeeper.Reading clock) {
        return gated(state, openRound, resolved, clock, List.of());
    }

    private static RefereeSnapshot gated(
            MatchState state, int openRound, int resolved, Timekeeper.Reading clock, List<Seat> vacant) {
        return new RefereeSnapshot(
                state,
                openRound,
                null,
                null,
                resolved,
                resolved,
                0,
                dev.truce.match.negotiation.OfferBook.EMPTY,
                false,
                false,
                0,
                dev.truce.engine.report.Ratification.NOTHING,
                0,
                clock,
                RoundPace.GATED,
                vacant);
    }

    @Test
    void nothingChangesWithoutTheJournal() {
        isBroken(21, open, READY, NOTHING, sealed(Orders.HOLD));
        isBroken(21, open, READY, NOTHING, new RefereeSnapshot(start, 1, null, null, 0, 0, 1));
        Verdict refused = new Verdict.Rejected(Refusal.of(RefusalCode.STALE_ROUND, "round"));
        isBroken(21, open, READY, new Ruling(refused, ACCEPTED.effects()), open);
    }

    @Test
    void theStateChangesOnlyWhenARoundIsResolved() {
        MatchState other = new MatchState(
                0,
                start.levels(),
                start.treaty(),
                0,
                0,
                false,
                2,
                0,
                2,
                RedLines.NONE,
                0,
                start.economy(),
                start.us(),
                start.cn(),
                null);
        isBroken(28, open, READY, ACCEPTED, new RefereeSnapshot(other, 1, null, null, 0, 0, 0));
    }

    @Test
    void theRefereeChecksEveryInput() {
        assertThat(table.start().effects()).isNotEmpty();
        assertThat(table.seat("US").submits("PORT=80").isAccepted()).isTrue();
    }
}
