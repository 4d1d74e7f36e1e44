package dev.truce.match.referee;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.Verdict;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Input;
import dev.truce.match.MatchPhase;
import dev.truce.match.Notice;
import dev.truce.match.RoundPart;
import dev.truce.match.RoundTerms.RoundPace;
import dev.truce.match.Seat;
import dev.truce.match.deed.HostAct;
import dev.truce.match.record.text.RecordReader;
import dev.truce.match.record.text.RecordReading;
import dev.truce.match.record.text.RecordText;
import dev.truce.match.record.verify.Verification;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rounds that open, and are resolved, when the host says so. */
class GatedTest {
    private final Table table = new Table(Table.setup(3, 7), Table.terms(60_000).withPace(RoundPace.GATED));

    private Verdict does(HostAct act) {
        return table.hand(new Input.Hosts(act)).verdict();
    }

    private void opens(int round) {
        assertThat(does(new HostAct.OpenRound(round, HostAct.OpenRound.USUAL)).isAccepted())
                .isTrue();
    }

    private void reveals(int round) {
        assertThat(does(new HostAct.Reveal(round)).isAccepted()).isTrue();
    }

    private void isRefused(Verdict verdict, String why) {
        assertThat(verdict.code()).isEqualTo(RefusalCode.WRONG_PHASE);
        assertThat(verdict.refusal()).extracting(Refusal::key).isEqualTo(why);
    }

    private Notice last() {
        return table.told(Viewer.CN).get(table.told(Viewer.CN).size() - 1);
    }

    @Test
    void aMatchThatBeginsOpensNoRound() {
        assertThat(table.referee.phase()).isEqualTo(MatchPhase.NEW);
        isRefused(does(new HostAct.OpenRound(1, 0)), "refused.not-begun");
        table.start();
        assertThat(table.referee.phase()).isEqualTo(MatchPhase.BETWEEN);
        assertThat(table.told(Viewer.US)).isEmpty();
        assertThat(table.timers).isEmpty();
        isRefused(does(new HostAct.Start()), "refused.has-begun");
        isRefused(table.seat("US").sends("early", 1, "PORT=80").verdict(), "refused.between");
        isRefused(does(new HostAct.Extend(1, 1_000)), "refused.between");
        isRefused(does(new HostAct.Reveal(1)), "refused.between");
    }

    @Test
    void theHostOpensTheNextRoundAndNoOther() {
        table.start();
        assertThat(does(new HostAct.OpenRound(2, 0)).code()).isEqualTo(RefusalCode.STALE_ROUND);
        assertThat(does(new HostAct.OpenRound(1, 300_000)).isAccepted()).isTrue();
        assertThat(table.referee.phase()).isEqualTo(MatchPhase.OPEN);
        assertThat(table.timers).containsExactly("1:300000");
        assertThat(table.told(Viewer.PUBLIC))
                .last()
                .isInstanceOfSatisfying(
                        Notice.RoundOpened.class,
                        opened -> assertThat(opened.windowMillis()).isEqualTo(300_000));
        isRefused(does(new HostAct.OpenRound(2, 0)), "refused.is-open");
    }

    @Test
    void aRoundInWhichAllAreReadyIsShutAndNotResolved() {
        table.start();
        opens(1);
        table.seat("US").submits("PORT=80");
        String before = table.referee.stateHash();
        table.everybodyIsReady();
        assertThat(table.referee.phase()).isEqualTo(MatchPhase.SHUT);
        assertThat(table.referee.stateHash()).isEqualTo(before);
        assertThat(table.timers).isEmpty();
        for (Viewer viewer : Viewer.values()) {
            assertThat(table.told(viewer)).endsWith(new Notice.RoundShut(1, Notice.RoundShut.Cause.ALL_READY));
            assertThat(table.referee.history(viewer))
                    .endsWith(new Notice.RoundShut(1, Notice.RoundShut.Cause.ALL_READY));
        }
        reveals(1);
        assertThat(table.referee.phase()).isEqualTo(MatchPhase.BETWEEN);
        assertThat(last()).isInstanceOf(Notice.RoundResolved.class);
        assertThat(table.referee.history(Viewer.CN)).noneMatch(Notice.RoundShut.class::isInstance);
        isRefused(does(new HostAct.Reveal(1)), "refused.between");
    }

    @Test
    void shutIsFinalForSeats() {
        table.start();
        opens(1);
        table.seat("US").submits("PORT=80");
        long timer = table.referee.timer();
        assertThat(table.deadlinePasses().verdict().isAccepted()).isTrue();
        assertThat(last()).isEqualTo(new Notice.RoundShut(1, Notice.RoundShut.Cause.TIME));
        isRefused(table.seat("US").submits("PORT=0"), "refused.shut");
        isRefused(table.seat("US").undoes(), "refused.shut");
        isRefused(table.seat("CN").isReady(), "refused.shut");
        isRefused(table.seat("CN").offers("renewal 4"), "refused.shut");
        isRefused(table.hand(Input.Hosts.timeUp(1, timer)).verdict(), "refused.shut");
        isRefused(does(new HostAct.Advance(1, "")), "refused.shut");
        assertThat(does(new HostAct.PlayCard(1, "leak CN.SOY")).code()).isEqualTo(RefusalCode.STALE_ROUND);
        assertThat(table.seat("US").sealed()).isEqualTo("PORT=80");
    }

    @Test
    void aDeedThatIsSentAgainGetsItsAnswerWhenTheRoundIsShut() {
        table.start();
        opens(1);
        Verdict first = table.seat("US").sends("once", 1, "PORT=80").verdict();
        table.deadlinePasses();
        assertThat(table.seat("US").sends("once", 1, "PORT=80").verdict()).isEqualTo(first);
    }

    @Test
    void moreTimeOpensARoundThatIsShut() {
        table.start();
        opens(1);
        table.deadlinePasses();
        isRefused(does(new HostAct.Extend(1, -1_000)), "refused.not-running");
        assertThat(does(new HostAct.Extend(1, 30_000)).isAccepted()).isTrue();
        assertThat(table.referee.phase()).isEqualTo(MatchPhase.OPEN);
        assertThat(table.timers).containsExactly("1:30000");
        assertThat(last())
                .isInstanceOfSatisfying(
                        Notice.ClockChanged.class,
                        changed -> assertThat(changed.part()).isEqualTo(RoundPart.RUNNING));
        assertThat(table.referee.history(Viewer.CN)).noneMatch(Notice.RoundShut.class::isInstance);
        assertThat(table.seat("CN").submits("SOY=3").isAccepted()).isTrue();
        table.everybodyIsReady();
        reveals(1);
        assertThat(table.referee.reports().get(0).orders().cn().isHold()).isFalse();
    }

    @Test
    void timeForOneSeatOpensARoundThatIsShutToThatSeat() {
        table.start();
        opens(1);
        table.everybodyIsReady();
        assertThat(does(new HostAct.Grant(1, 30_000, Side.CN, 0)).isAccepted()).isTrue();
        assertThat(table.referee.isReady(Seat.CN_HEAD)).isFalse();
        isRefused(table.seat("US").submits("PORT=80"), "refused.time-is-up");
        assertThat(table.seat("CN").submits("SOY=3").isAccepted()).isTrue();
        assertThat(table.seat("CN").isReady().isAccepted()).isTrue();
        assertThat(table.referee.phase()).isEqualTo(MatchPhase.SHUT);
    }

    @Test
    void aPauseLiesAcrossAllOfIt() {
        table.start();
        assertThat(does(new HostAct.Pause()).isAccepted()).isTrue();
        isRefused(does(new HostAct.OpenRound(1, 0)), "refused.paused");
        does(new HostAct.Unpause());
        opens(1);
        table.everybodyIsReady();
        does(new HostAct.Pause());
        isRefused(does(new HostAct.Reveal(1)), "refused.paused");
        assertThat(table.timers).isEmpty();
        does(new HostAct.Unpause());
        reveals(1);
    }

    @Test
    void aSeatThatIsLeftEmptyInAPauseShutsTheRoundAndHoldsNoLaterTimer() {
        Table seats = new Table(
                Table.setup(3, 7), Table.terms(DelegationMode.PORTFOLIO, 2).withPace(RoundPace.GATED));
        seats.start();
        seats.hand(new Input.Hosts(new HostAct.OpenRound(1, 60_000)));
        List.of("US.head", "CN.head", "CN.1").forEach(seat -> seats.at(seat).isReady());
        seats.hand(new Input.Hosts(new HostAct.Pause()));
        assertThat(seats.isTimerHeld()).isTrue();
        seats.hand(new Input.Hosts(new HostAct.Vacate(Side.US, 1)));
        assertThat(seats.referee.phase()).isEqualTo(MatchPhase.SHUT);
        seats.hand(new Input.Hosts(new HostAct.Unpause()));
        seats.hand(new Input.Hosts(new HostAct.Reveal(1)));
        seats.hand(new Input.Hosts(new HostAct.OpenRound(2, 60_000)));
        assertThat(seats.timers).containsExactly("2:60000");
        assertThat(seats.isTimerHeld()).isFalse();
    }

    @Test
    void whoTakesASeatOverInAShutRoundChangesNothingInIt() {
        table.start();
        assertThat(does(new HostAct.StandIn(Side.US, 0, "match")).isAccepted()).isTrue();
        does(new HostAct.HandBack(Side.US, 0));
        opens(1);
        table.seat("CN").submits("SOY=3");
        table.deadlinePasses();
        assertThat(does(new HostAct.StandIn(Side.CN, 0, "match")).isAccepted()).isTrue();
        assertThat(table.seat("CN").sealed()).isEqualTo("SOY=3");
        reveals(1);
        assertThat(table.referee.reports().get(0).orders().cn().isHold()).isFalse();
        assertThat(table.referee.standIns()).containsOnlyKeys(Seat.CN_HEAD);
    }

    @Test
    void theLastRevealEndsTheMatch() {
        playToTheEnd();
        assertThat(table.referee.phase()).isEqualTo(MatchPhase.OVER);
        assertThat(last()).isInstanceOf(Notice.MatchOver.class);
        isRefused(does(new HostAct.OpenRound(4, 0)), "refused.is-over");
    }

    private void playToTheEnd() {
        table.start();
        for (int round = 1; round <= 3; round++) {
            opens(round);
            table.playRound("PORT=80", "SOY=8");
            reveals(round);
        }
    }

    @Test
    void theRecordIsThatOfAMatchThatIsPlayedFreely() {
        playToTheEnd();
        Table free = new Table(Table.setup(3, 7), Table.terms(60_000));
        free.start();
        for (int round = 1; round <= 3; round++) {
            free.playRound("PORT=80", "SOY=8");
        }
        assertThat(table.referee.chain()).isEqualTo(free.referee.chain());
        String text = RecordText.write(table.referee.record(), Table.RULES.scenario());
        assertThat(RecordReader.read(text, id -> Optional.of(Table.RULES.scenario())))
                .isInstanceOfSatisfying(
                        RecordReading.Read.class,
                        read -> assertThat(Verification.verify(read.match(), Table.RULES))
                                .isInstanceOf(Verification.Verified.class));
    }

    @Test
    void replayGivesTheSamePhaseAtEveryStep() {
        playToTheEnd();
        for (int inputs = 1; inputs <= table.journal.size(); inputs++) {
            Referee again = Referee.replay(Table.RULES, table.setup, table.terms, table.journal.subList(0, inputs));
            Referee once = Referee.replay(Table.RULES, table.setup, table.terms, table.journal.subList(0, inputs - 1));
            once.handle(table.journal.get(inputs - 1));
            assertThat(again.phase()).isEqualTo(once.phase());
            assertThat(again.timer()).isEqualTo(once.timer());
        }
        assertThat(Referee.replay(Table.RULES, table.setup, table.terms, table.journal)
                        .chain())
                .isEqualTo(table.referee.chain());
    }

    @Test
    void aMatchWhoseRoundsFollowByThemselvesHasNoGates() {
        Table free = Table.open(3);
        isRefused(free.hand(new Input.Hosts(new HostAct.Reveal(1))).verdict(), "refused.is-not-shut");
        isRefused(free.hand(new Input.Hosts(new HostAct.OpenRound(1, 0))).verdict(), "refused.is-open");
    }
}
