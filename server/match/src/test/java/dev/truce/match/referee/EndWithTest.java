package dev.truce.match.referee;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.Verdict;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.state.Ending;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.Statement;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Input;
import dev.truce.match.MatchPhase;
import dev.truce.match.Notice;
import dev.truce.match.RoundTerms.RoundPace;
import dev.truce.match.deed.HostAct;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.text.RecordReader;
import dev.truce.match.record.text.RecordReading;
import dev.truce.match.record.text.RecordText;
import dev.truce.match.record.verify.Verification;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Another last round than was agreed. */
class EndWithTest {
    private final Table table = Table.open(6);

    private static Verdict does(Table at, HostAct act) {
        return at.hand(new Input.Hosts(act)).verdict();
    }

    private Verdict endsWith(int round) {
        return does(table, new HostAct.EndWith(round));
    }

    @Test
    void theMatchEndsWithTheRoundThatIsSetAndEverybodyHearsOfIt() {
        assertThat(endsWith(3).isAccepted()).isTrue();
        for (Viewer viewer : Viewer.values()) {
            assertThat(table.told(viewer)).endsWith(new Notice.HorizonSet(3));
            assertThat(table.referee.history(viewer)).contains(new Notice.HorizonSet(3));
        }
        table.everybodyIsReady();
        assertThat(table.told(Viewer.CN))
                .last()
                .isInstanceOfSatisfying(
                        Notice.RoundOpened.class,
                        opened -> assertThat(opened.observation().knownRounds()).isEqualTo(3));
        table.everybodyIsReady();
        assertThat(table.referee.phase()).isEqualTo(MatchPhase.OPEN);
        table.everybodyIsReady();
        assertThat(table.referee.phase()).isEqualTo(MatchPhase.OVER);
        assertThat(table.referee.state().round()).isEqualTo(3);
        assertThat(table.referee.state().ending()).isEqualTo(Ending.HORIZON);
    }

    @Test
    void onlyARoundThatHasNotOpenedAndWasAgreedCanBecomeTheLast() {
        table.everybodyIsReady();
        for (int round : new int[] {0, 1, 2, 7}) {
            Verdict verdict = endsWith(round);
            assertThat(verdict.code()).isEqualTo(RefusalCode.NO_SUCH_ROUND);
            assertThat(verdict.refusal().legal()).isEqualTo("3..6");
        }
        assertThat(endsWith(4).isAccepted()).isTrue();
        assertThat(endsWith(6).isAccepted()).isTrue();
        assertThat(endsWith(3).isAccepted()).isTrue();
    }

    @Test
    void aMatchThatHasNotBegunOrStandsBetweenRoundsMayEndWithTheNext() {
        Table gated = new Table(Table.setup(4, 7), Table.terms(0).withPace(RoundPace.GATED));
        assertThat(does(gated, new HostAct.EndWith(1)).isAccepted()).isTrue();
        assertThat(does(gated, new HostAct.EndWith(4)).isAccepted()).isTrue();
        gated.start();
        does(gated, new HostAct.OpenRound(1, 0));
        gated.everybodyIsReady();
        does(gated, new HostAct.Reveal(1));
        assertThat(does(gated, new HostAct.EndWith(2)).isAccepted()).isTrue();
        does(gated, new HostAct.OpenRound(2, 0));
        gated.everybodyIsReady();
        does(gated, new HostAct.Reveal(2));
        assertThat(gated.referee.isOver()).isTrue();
        isVerified(gated);
    }

    @Test
    void nobodyEndsAMatchWhoseEndNobodyKnows() {
        MatchSetup hidden = new MatchSetup(
                7, new Horizon.Hidden(4, 0.5, 8), Table.RULES.scenario().calendar(), MatchSetup.Conditions.PLAY);
        Table unknown = new Table(hidden, Table.terms(0));
        unknown.start();
        assertThat(does(unknown, new HostAct.EndWith(5)).refusal().key()).isEqualTo("refused.end-unknown");
    }

    @Test
    void aCardAfterTheLastRoundIsRefused() {
        endsWith(3);
        assertThat(does(table, new HostAct.PlayCard(4, "leak CN.SOY")).code()).isEqualTo(RefusalCode.NO_SUCH_ROUND);
    }

    @Test
    void theRecordSaysWhenItWasSetAndIsVerified() {
        table.everybodyIsReady();
        endsWith(4);
        endsWith(3);
        table.playRound("PORT=80", "SOY=8");
        table.everybodyIsReady();
        String text = isVerified(table);
        assertThat(text).contains("\"fixed 6\"", "\n- END 3\n");
        assertThat(verified(text.replace("- END 3\n", ""))).isInstanceOf(Verification.Differs.class);
        assertThat(verified(text.replace("- END 3\n", "- END 4\n"))).isInstanceOf(Verification.Differs.class);
        for (String wrong : new String[] {"- END 1\n", "- END 7\n"}) {
            assertThat(verified(text.replace("- END 3\n", wrong)))
                    .isInstanceOfSatisfying(
                            Verification.Differs.class,
                            differs -> assertThat(differs.what()).isEqualTo("end"));
        }
        Referee again = Referee.replay(Table.RULES, table.setup, table.terms, table.journal);
        assertThat(again.chain()).isEqualTo(table.referee.chain());
    }

    @Test
    void whatIsSaidOfALaterEndIsVerifiedToo() {
        table.everybodyIsReady();
        assertThat(endsWith(4).isAccepted()).isTrue();
        table.everybodyIsReady();
        assertThat(endsWith(6).isAccepted()).isTrue();
        Instrument port = Instrument.US_PORT_FEE;
        int level = Table.RULES.scenario().spec(port).levelOf("80");
        Statement threat = new Statement.Threaten(port, level, 6, null);
        assertThat(table.seat("US").says(Channel.PUBLIC, "", threat).isAccepted())
                .isTrue();
        // Of several ends in one round the record has the last.
        assertThat(endsWith(5).isAccepted()).isTrue();
        table.everybodyIsReady();
        assertThat(isVerified(table)).contains("\n- END 5\n- US THREATEN PORT=80 by r6\n");
        table.everybodyIsReady();
        table.everybodyIsReady();
        assertThat(table.referee.isOver()).isTrue();
        isVerified(table);
    }

    @Test
    void anOfferOfARoundThatWasToBeTheLastIsVerifiedToo() {
        Table gated = new Table(Table.setup(4, 7), Table.terms(0).withPace(RoundPace.GATED));
        gated.start();
        does(gated, new HostAct.OpenRound(1, 0));
        does(gated, new HostAct.EndWith(2));
        gated.everybodyIsReady();
        does(gated, new HostAct.Reveal(1));
        does(gated, new HostAct.EndWith(4));
        does(gated, new HostAct.OpenRound(2, 0));
        assertThat(gated.seat("US").offers("deep 4").isAccepted()).isTrue();
        gated.everybodyIsReady();
        does(gated, new HostAct.Reveal(2));
        does(gated, new HostAct.OpenRound(3, 0));
        assertThat(gated.seat("CN").accepts("US-1").isAccepted()).isTrue();
        gated.everybodyIsReady();
        does(gated, new HostAct.Reveal(3));
        isVerified(gated);
    }

    @Test
    void theRecordKnowsOfHowManyRoundsEverybodyKnewInEachRound() {
        table.everybodyIsReady();
        assertThat(endsWith(4).isAccepted()).isTrue();
        table.everybodyIsReady();
        assertThat(endsWith(5).isAccepted()).isTrue();
        table.everybodyIsReady();
        MatchRecord match = table.referee.record();
        assertThat(List.of(match.knownRounds(0), match.knownRounds(1), match.knownRounds(2), match.knownRounds(3)))
                .containsExactly(6, 6, 4, 5);
    }

    private static String isVerified(Table at) {
        String text = RecordText.write(at.referee.record(), Table.RULES.scenario());
        assertThat(verified(text)).isInstanceOf(Verification.Verified.class);
        return text;
    }

    private static Verification verified(String text) {
        return RecordReader.read(text, id -> Optional.of(Table.RULES.scenario())) instanceof RecordReading.Read read
                ? Verification.verify(read.match(), Table.RULES)
                : new Verification.Differs(0, "text", "", text);
    }
}
