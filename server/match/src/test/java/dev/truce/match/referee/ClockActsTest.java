package dev.truce.match.referee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.Verdict;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Absences;
import dev.truce.match.Defaults;
import dev.truce.match.Input;
import dev.truce.match.MatchTerms;
import dev.truce.match.Notice;
import dev.truce.match.Refusals;
import dev.truce.match.RoundPart;
import dev.truce.match.Ruling;
import dev.truce.match.Seat;
import dev.truce.match.deed.By;
import dev.truce.match.deed.HostAct;
import dev.truce.match.record.MatchRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pause, more time, grace, closing a round early, announcements: what the owner of a room does with its time. */
class ClockActsTest {
    private final Table table = new Table(Table.setup(3, 7), Table.terms(60_000).withGrace(15_000));

    private Verdict does(HostAct act) {
        return table.hand(new Input.Hosts(act)).verdict();
    }

    private void timeIsUp() {
        assertThat(table.deadlinePasses().verdict().isAccepted()).isTrue();
    }

    private Notice.ClockChanged lastClock() {
        return table.told(Viewer.PUBLIC).stream()
                .filter(Notice.ClockChanged.class::isInstance)
                .map(Notice.ClockChanged.class::cast)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    @Test
    void whileAllStandsStillNothingIsTakenFromASeat() {
        table.start();
        table.seat("US").submits("PORT=80");
        assertThat(does(new HostAct.Pause()).isAccepted()).isTrue();
        assertThat(table.timers).containsExactly("1:60000", "1:hold");
        assertThat(lastClock().paused()).isTrue();
        for (Verdict verdict : List.of(
                table.seat("CN").submits("SOY=3"),
                table.seat("US").undoes(),
                table.seat("CN").isReady(),
                table.seat("CN").offers("renewal 4"),
                table.seat("CN").says(Channel.PUBLIC, "on?"),
                table.deadlinePasses().verdict())) {
            assertThat(verdict.code()).isEqualTo(RefusalCode.WRONG_PHASE);
            assertThat(Refusals.isOfPause(verdict.refusal())).isTrue();
        }
        assertThat(table.seat("US").sealed()).isEqualTo("PORT=80");
        assertThat(does(new HostAct.Pause()).code()).isEqualTo(RefusalCode.WRONG_PHASE);
        assertThat(does(new HostAct.Unpause()).isAccepted()).isTrue();
        assertThat(table.timers).containsExactly("1:60000", "1:hold", "1:run");
        assertThat(table.seat("CN").submits("SOY=3").isAccepted()).isTrue();
        assertThat(does(new HostAct.Unpause()).code()).isEqualTo(RefusalCode.WRONG_PHASE);
    }

    @Test
    void theAlarmOfBeforeAPauseCountsForNothingAfterIt() {
        table.start();
        long before = table.referee.timer();
        does(new HostAct.Pause());
        does(new HostAct.Unpause());
        assertThat(table.hand(Input.Hosts.timeUp(1, before)).effects()).isEmpty();
        assertThat(table.referee.openRound()).isEqualTo(1);
        timeIsUp();
        assertThat(lastClock().part()).isEqualTo(RoundPart.OVERTIME);
    }

    @Test
    void aRepeatedDeedGetsItsFirstAnswerInAPauseToo() {
        table.start();
        Ruling first = table.seat("US").sends("once", 1, "PORT=80");
        does(new HostAct.Pause());
        assertThat(table.seat("US").sends("once", 1, "PORT=80").verdict()).isEqualTo(first.verdict());
    }

    @Test
    void aRefusalInAPauseSaysWhereTheClockStands() {
        table.start();
        does(new HostAct.Pause());
        Refusal refusal = Refusals.standing(table.seat("US").undoes().refusal(), 109_001);
        assertThat(refusal.arguments()).containsExactly("1:50");
    }

    @Test
    void graceComesBeforeTheEndAndWhoIsReadyEndsIt() {
        table.start();
        timeIsUp();
        assertThat(table.referee.openRound()).isEqualTo(1);
        assertThat(table.timers).containsExactly("1:60000", "1:15000");
        assertThat(table.seat("US").submits("PORT=80").isAccepted()).isTrue();
        table.everybodyIsReady();
        assertThat(table.referee.openRound()).isEqualTo(2);
        timeIsUp();
        timeIsUp();
        assertThat(table.referee.openRound()).isEqualTo(3);
    }

    @Test
    void aSeatThatWasGivenTimeMayStillActWhenAllOthersMayNot() {
        table.start();
        assertThat(does(new HostAct.Grant(1, 30_000, Side.CN, 0)).isAccepted()).isTrue();
        timeIsUp();
        timeIsUp();
        assertThat(lastClock().part()).isEqualTo(RoundPart.EXTRA);
        assertThat(table.timers).endsWith("1:30000");
        assertThat(table.seat("US").submits("PORT=80").code()).isEqualTo(RefusalCode.WRONG_PHASE);
        assertThat(table.seat("CN").submits("SOY=3").isAccepted()).isTrue();
        assertThat(table.seat("CN").isReady().isAccepted()).isTrue();
        assertThat(table.referee.openRound()).isEqualTo(2);
    }

    @Test
    void aPauseStopsTheTimeThatOneSeatWasGivenToo() {
        table.start();
        does(new HostAct.Grant(1, 30_000, Side.CN, 0));
        timeIsUp();
        timeIsUp();
        assertThat(does(new HostAct.Pause()).isAccepted()).isTrue();
        assertThat(table.timers).endsWith("1:30000", "1:hold");
        assertThat(table.seat("CN").submits("SOY=3").code()).isEqualTo(RefusalCode.WRONG_PHASE);
        does(new HostAct.Unpause());
        assertThat(table.timers).endsWith("1:hold", "1:run");
        assertThat(table.seat("CN").submits("SOY=3").isAccepted()).isTrue();
    }

    @Test
    void noTimeIsSpentOnASeatThatIsReadyAlready() {
        table.start();
        does(new HostAct.Grant(1, 30_000, Side.CN, 0));
        table.seat("CN").isReady();
        timeIsUp();
        timeIsUp();
        assertThat(table.referee.openRound()).isEqualTo(2);
    }

    @Test
    void moreTimeForAllOpensTheRoundToAllAgain() {
        table.start();
        timeIsUp();
        assertThat(does(new HostAct.Extend(1, 60_000)).isAccepted()).isTrue();
        assertThat(lastClock().part()).isEqualTo(RoundPart.RUNNING);
        assertThat(table.timers).endsWith("1:shift 60000");
        assertThat(does(new HostAct.Extend(1, -30_000)).isAccepted()).isTrue();
        timeIsUp();
        assertThat(does(new HostAct.Extend(1, -1_000)).code()).isEqualTo(RefusalCode.WRONG_PHASE);
        assertThat(does(new HostAct.Extend(2, 1_000)).code()).isEqualTo(RefusalCode.STALE_ROUND);
        assertThatThrownBy(() -> new HostAct.Extend(1, 3_600_001)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRoundWithoutALimitGetsOne() {
        Table untimed = Table.open(3);
        assertThat(untimed.hand(new Input.Hosts(new HostAct.Grant(1, 1_000, Side.US, 0)))
                        .verdict()
                        .code())
                .isEqualTo(RefusalCode.WRONG_PHASE);
        untimed.hand(new Input.Hosts(new HostAct.Pause()));
        assertThat(untimed.timers).isEmpty();
        untimed.hand(new Input.Hosts(new HostAct.Extend(1, 60_000)));
        assertThat(untimed.timers).containsExactly("1:60000", "1:hold");
        untimed.hand(new Input.Hosts(new HostAct.Unpause()));
        untimed.deadlinePasses();
        assertThat(untimed.referee.openRound()).isEqualTo(2);
        assertThat(untimed.timers).isEmpty();
    }

    @Test
    void aRoundIsClosedEarlyOnlyAsItWasShown() {
        table.start();
        table.seat("US").submits("PORT=80");
        Refusal shown = does(new HostAct.Advance(1, "")).refusal();
        assertThat(shown.code()).isEqualTo(RefusalCode.STALE_PREVIEW);
        assertThat(shown.arguments()).containsExactly("US.head sealed, CN.head absent");
        table.seat("CN").isReady();
        Refusal stale = does(new HostAct.Advance(1, shown.legal())).refusal();
        assertThat(stale.code()).isEqualTo(RefusalCode.STALE_PREVIEW);
        assertThat(stale.arguments()).containsExactly("US.head sealed, CN.head ready");
        does(new HostAct.Pause());
        assertThat(does(new HostAct.Advance(1, stale.legal())).isAccepted()).isTrue();
        assertThat(table.referee.openRound()).isEqualTo(2);
        assertThat(table.referee.reports().get(0).orders().cn().isHold()).isTrue();
        // The pause lies across: the next round stands from its start.
        assertThat(lastClock().round()).isEqualTo(2);
        assertThat(lastClock().paused()).isTrue();
        assertThat(table.timers).containsExactly("2:60000", "2:hold");
        assertThat(does(new HostAct.Advance(1, stale.legal())).code()).isEqualTo(RefusalCode.STALE_ROUND);
    }

    @Test
    void sealedOrdersShowNeitherInAPreviewNorInItsHash() {
        Table other = new Table(Table.setup(3, 7), Table.terms(60_000));
        table.start();
        other.start();
        table.seat("US").submits("PORT=80");
        other.seat("US").submits("FENT=0");
        Verdict one = does(new HostAct.Advance(1, ""));
        Verdict two = other.hand(new Input.Hosts(new HostAct.Advance(1, ""))).verdict();
        assertThat(one.refusal()).isEqualTo(two.refusal());
    }

    @Test
    void aDeskIsShownWhatHappensToEachSeat() {
        Table other = new Table(
                Table.setup(3, 7),
                Table.terms(60_000)
                        .withAbsences(
                                Absences.all(new MatchTerms.Absence.Bot("tft", 1, new MatchTerms.Absence.Hold()))));
        other.start();
        other.hand(new Input.Hosts(new HostAct.StandIn(Side.US, 0, "hold")));
        other.seat("US").submits("PORT=80");
        Refusal shown = other.hand(new Input.Hosts(new By.Desk(1), 0, new HostAct.Advance(1, "")))
                .verdict()
                .refusal();
        String text = shown.arguments().get(0).toString();
        assertThat(text).isEqualTo("US.head sealed by hold, CN.head absent then tft");
        Refusal owner = other.hand(new Input.Hosts(new HostAct.Advance(1, "")))
                .verdict()
                .refusal();
        assertThat(owner.arguments()).containsExactly("US.head sealed, CN.head absent");
        assertThat(owner.legal()).isEqualTo(shown.legal());
        List<Defaults.OfSeat> seats = Defaults.read(text);
        assertThat(new Defaults(1, seats).shown()).isEqualTo(text);
        assertThat(seats.get(1).next()).isEqualTo("tft");
        assertThat(Defaults.read("table 3 is shut")).isEmpty();
        other.seat("US").isReady();
        Refusal ready = other.hand(new Input.Hosts(new By.Desk(1), 0, new HostAct.Advance(1, "")))
                .verdict()
                .refusal();
        assertThat(ready.arguments()).containsExactly("US.head sealed ready by hold, CN.head absent then tft");
        // What counts is the same, so what was shown holds.
        assertThat(ready.legal()).isEqualTo(shown.legal());
    }

    @Test
    void anActOfOneNumberHappensOnce() {
        table.start();
        Input more = new Input.Hosts(new By.Desk(1), 12, new HostAct.Extend(1, 60_000));
        assertThat(table.hand(more).effects()).isNotEmpty();
        Ruling again = table.hand(more);
        assertThat(again.verdict().isAccepted()).isTrue();
        assertThat(again.effects()).isEmpty();
        assertThat(table.timers).containsExactly("1:60000", "1:shift 60000");
    }

    @Test
    void anAnnouncementIsToldToAllAndChangesNothing() {
        table.start();
        String before = table.referee.stateHash();
        assertThat(does(new HostAct.Announce(0, "We begin at ten.")).isAccepted())
                .isTrue();
        for (Viewer viewer : Viewer.values()) {
            assertThat(table.told(viewer))
                    .endsWith(new Notice.HostActed(new HostAct.Announce(0, "We begin at ten."), 1));
        }
        assertThat(table.referee.stateHash()).isEqualTo(before);
        assertThat(does(new HostAct.Announce(0, "two\nlines")).code()).isEqualTo(RefusalCode.BAD_TEXT);
        assertThat(does(new HostAct.Announce(0, " ")).code()).isEqualTo(RefusalCode.BAD_TEXT);
    }

    @Test
    void whatTheHostSaysAndDoesWithTheClockStandsInTheRecordOutsideTheChain() {
        table.start();
        does(new HostAct.Announce(0, "The \"bell\" rings at ten."));
        does(new HostAct.Message(Side.CN, 0, "For you alone"));
        table.everybodyIsReady();
        table.hand(new Input.Hosts(new By.Desk(3), 7, new HostAct.Pause()));
        table.hand(new Input.Hosts(new By.Desk(3), 7, new HostAct.Pause()));
        table.hand(new Input.Hosts(new By.Desk(3), 8, new HostAct.Unpause()));
        table.everybodyIsReady();
        MatchRecord record = table.referee.record();
        assertThat(record.rounds().get(0).annotations().cn())
                .containsExactly("{\"host: ANNOUNCE 'The 'bell' rings at ten.'\"}");
        assertThat(record.rounds().get(1).annotations().cn())
                .containsExactly("{\"desk 3: PAUSE\"}", "{\"desk 3: RESUME\"}");
        Table quiet = new Table(Table.setup(3, 7), Table.terms(60_000).withGrace(15_000));
        quiet.start();
        quiet.everybodyIsReady();
        quiet.everybodyIsReady();
        assertThat(quiet.referee.record().rounds().get(1).link())
                .isEqualTo(record.rounds().get(1).link());
    }

    @Test
    void aMessageReachesOneSeatAndItsDelegationHearsOnlyThatThereWasOne() {
        table.start();
        HostAct.Message message = new HostAct.Message(Side.CN, 0, "Two more minutes?");
        int us = table.told(Viewer.US).size();
        int watching = table.told(Viewer.OMNISCIENT).size();
        assertThat(does(message).isAccepted()).isTrue();
        Notice.HostActed told = new Notice.HostActed(message, 1);
        assertThat(table.told(Viewer.CN)).endsWith(told);
        assertThat(table.told(Viewer.US)).hasSize(us);
        assertThat(table.told(Viewer.OMNISCIENT)).hasSize(watching);
        assertThat(told.heardBy(Seat.CN_HEAD)).isEqualTo(told);
        assertThat(told.heardBy(new Seat(Side.CN, 1)))
                .isEqualTo(new Notice.HostActed(new HostAct.Message(Side.CN, 0, ""), 1));
        assertThat(does(new HostAct.Message(Side.CN, 3, "Hello")).code()).isEqualTo(RefusalCode.NOT_SEATED);
        assertThat(does(new HostAct.Message(Side.CN, 0, " ")).code()).isEqualTo(RefusalCode.BAD_TEXT);
    }

    @Test
    void aCardIsTakenBackBeforeItsRoundOpens() {
        table.start();
        does(new HostAct.PlayCard(2, "leak CN.SOY"));
        does(new HostAct.PlayCard(3, "harvest-failure"));
        assertThat(does(new HostAct.WithdrawCard(2, "harvest-failure")).code()).isEqualTo(RefusalCode.UNKNOWN_CARD);
        assertThat(does(new HostAct.WithdrawCard(2, "leak CN.SOY")).isAccepted())
                .isTrue();
        table.everybodyIsReady();
        assertThat(table.referee.record().rounds().get(0).closed().cards()).isEmpty();
        assertThat(does(new HostAct.WithdrawCard(2, "leak CN.SOY")).code()).isEqualTo(RefusalCode.STALE_ROUND);
        table.everybodyIsReady();
        assertThat(does(new HostAct.WithdrawCard(3, "harvest-failure")).code()).isEqualTo(RefusalCode.STALE_ROUND);
    }

    @Test
    void playingAndTakingBackACardHasAnEnd() {
        table.start();
        for (int i = 0; i < HostActs.MAX_WITHDRAWALS; i++) {
            assertThat(does(new HostAct.PlayCard(3, "leak CN.SOY")).isAccepted())
                    .isTrue();
            assertThat(does(new HostAct.WithdrawCard(3, "leak CN.SOY")).isAccepted())
                    .isTrue();
        }
        does(new HostAct.PlayCard(3, "leak CN.SOY"));
        assertThat(does(new HostAct.WithdrawCard(3, "leak CN.SOY")).isAccepted())
                .isFalse();
    }

    @Test
    void theClockIsAmongWhatWhoComesLaterIsTold() {
        table.start();
        does(new HostAct.Pause());
        assertThat(table.referee.history(Viewer.CN)).endsWith(lastClock());
        does(new HostAct.Unpause());
        assertThat(table.referee.history(Viewer.CN))
                .filteredOn(Notice.ClockChanged.class::isInstance)
                .containsExactly(lastClock());
        table.everybodyIsReady();
        assertThat(table.referee.history(Viewer.CN)).noneMatch(Notice.ClockChanged.class::isInstance);
    }

    @Test
    void replayGivesTheSame() {
        table.start();
        table.seat("US").submits("PORT=80");
        does(new HostAct.Pause());
        does(new HostAct.Announce(0, "wait"));
        does(new HostAct.Unpause());
        does(new HostAct.Extend(1, 5_000));
        timeIsUp();
        timeIsUp();
        does(new HostAct.Advance(2, does(new HostAct.Advance(2, "")).refusal().legal()));
        Referee again = Referee.replay(Table.RULES, table.setup, table.terms, table.journal);
        assertThat(again.chain()).isEqualTo(table.referee.chain());
        assertThat(again.timer()).isEqualTo(table.referee.timer());
        assertThat(again.openRound()).isEqualTo(3);
    }

    @Test
    void nobodyActsInAMatchThatHasNotBegun() {
        for (HostAct act : List.of(new HostAct.Pause(), new HostAct.Unpause(), new HostAct.Extend(1, 1_000))) {
            assertThat(does(act).code()).isEqualTo(RefusalCode.WRONG_PHASE);
        }
        assertThat(table.journal).isEmpty();
    }
}
