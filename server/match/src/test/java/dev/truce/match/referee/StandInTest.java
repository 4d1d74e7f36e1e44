package dev.truce.match.referee;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.Verdict;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Input;
import dev.truce.match.Notice;
import dev.truce.match.Seat;
import dev.truce.match.deed.HostAct;
import dev.truce.match.deed.SeatHolder;
import dev.truce.match.deed.Takeover;
import dev.truce.match.record.OrdersOrigin;
import dev.truce.match.record.text.RecordReader;
import dev.truce.match.record.text.RecordReading;
import dev.truce.match.record.text.RecordText;
import dev.truce.match.record.verify.Verification;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Bots that act on the seats of persons, and the return of those. */
class StandInTest {
    private final Table table = Table.open(3);

    private static Verdict does(Table at, HostAct act) {
        return at.hand(new Input.Hosts(act)).verdict();
    }

    private Verdict standsIn(String bot) {
        return does(table, new HostAct.StandIn(Side.CN, 0, bot));
    }

    private Verdict handsBack() {
        return does(table, new HostAct.HandBack(Side.CN, 0));
    }

    @Test
    void whatAPersonHasSealedIsVoidWhenABotComes() {
        table.seat("CN").submits("SOY=3");
        table.seat("CN").isReady();
        table.seat("CN").offers("renewal 4");
        assertThat(standsIn("negotiator").isAccepted()).isTrue();
        assertThat(table.seat("CN").sealed()).isEmpty();
        assertThat(table.referee.isReady(Seat.CN_HEAD)).isFalse();
        assertThat(table.offer("CN-1").isOpen()).isTrue();
        assertThat(table.told(Viewer.US))
                .contains(new Notice.SeatChanged(Seat.CN_HEAD, 1, new SeatHolder.Bot("negotiator")));
        assertThat(table.told(Viewer.US)).endsWith(new Notice.SeatStatus(Seat.CN_HEAD, 1, false, false));
        assertThat(table.referee.standIns()).containsEntry(Seat.CN_HEAD, "negotiator");
    }

    @Test
    void whatABotHasSealedStaysWhenThePersonComesBack() {
        standsIn("negotiator");
        table.seat("CN").submits("SOY=8");
        table.seat("CN").isReady();
        assertThat(handsBack().isAccepted()).isTrue();
        assertThat(table.seat("CN").sealed()).isEqualTo("SOY=8");
        assertThat(table.referee.isReady(Seat.CN_HEAD)).isFalse();
        table.everybodyIsReady();
        assertThat(table.referee.record().rounds().get(0).closed().hosting().takeovers())
                .containsExactly(
                        new Takeover(Side.CN, 0, new SeatHolder.Bot("negotiator")),
                        new Takeover(Side.CN, 0, new SeatHolder.Person()));
    }

    @Test
    void aDraftAndTheVotesOnItGoWithItsSeat() {
        Table team = Table.open(3, DelegationMode.HEAD, 3);
        team.at("US.1").drafts("PORT=80");
        team.at("US.2").drafts("FENT=0");
        team.at("US.1").votes("US.2", true);
        assertThat(does(team, new HostAct.StandIn(Side.US, 1, "match")).isAccepted())
                .isTrue();
        assertThat(team.at("US.head").votes("US.1", true).code()).isEqualTo(RefusalCode.UNKNOWN_DRAFT);
        assertThat(team.at("US.head").votes("US.2", true).isAccepted()).isTrue();
        team.everybodyIsReady();
        assertThat(team.referee.record().rounds().get(0).closed().deeds()).hasSize(2);
    }

    @Test
    void onlyWhatChangesASeatIsTaken() {
        assertThat(handsBack().code()).isEqualTo(RefusalCode.WRONG_PHASE);
        standsIn("match");
        assertThat(standsIn("match").code()).isEqualTo(RefusalCode.WRONG_PHASE);
        assertThat(standsIn("negotiator").isAccepted()).isTrue();
        assertThat(standsIn("NO BOT").code()).isEqualTo(RefusalCode.WRONG_PHASE);
        assertThat(does(table, new HostAct.StandIn(Side.CN, 3, "match")).code()).isEqualTo(RefusalCode.NOT_SEATED);
    }

    @Test
    void aRecordSaysWhoActedAndIsVerified() {
        standsIn("negotiator");
        table.playRound("PORT=80", "SOY=8");
        handsBack();
        String shown = does(table, new HostAct.Advance(2, "")).refusal().legal();
        does(table, new HostAct.Advance(2, shown));
        table.playRound("HOLD", "HOLD");
        assertThat(table.referee.record().rounds().get(0).closed().cn()).isEqualTo(OrdersOrigin.STAND_IN);
        String text = RecordText.write(table.referee.record(), Table.RULES.scenario());
        assertThat(text).contains("| CN SOY=8 stand-in #", "\n- CN BOT negotiator\n", "\n- CN PERSON\n- ADVANCED\n");
        assertThat(verified(text)).isInstanceOf(Verification.Verified.class);
        for (String lost : new String[] {"- CN BOT negotiator\n", "- CN PERSON\n", "- ADVANCED\n"}) {
            assertThat(verified(text.replace(lost, ""))).as(lost).isInstanceOf(Verification.Differs.class);
        }
        assertThat(verified(text.replace(" stand-in", ""))).isInstanceOf(Verification.Differs.class);
        assertThat(verified(text.replace("- CN PERSON\n", "- CN BOT negotiator\n")))
                .isInstanceOfSatisfying(
                        Verification.Differs.class,
                        differs -> assertThat(differs.what()).isEqualTo("holders"));
        Referee again = Referee.replay(Table.RULES, table.setup, table.terms, table.journal);
        assertThat(again.chain()).isEqualTo(table.referee.chain());
    }

    private static Verification verified(String text) {
        return RecordReader.read(text, id -> Optional.of(Table.RULES.scenario())) instanceof RecordReading.Read read
                ? Verification.verify(read.match(), Table.RULES)
                : new Verification.Differs(0, "text", "", text);
    }
}
