package dev.truce.match.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.Statement;
import dev.truce.match.Table;
import dev.truce.match.negotiation.Act;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records keep offers, answers, notices and talk, and a replay does them again. */
class RecordedActsTest {
    private static final MatchRecord MATCH = eventful();

    /** Five rounds with every kind of act that two heads have; drafts are for delegations. */
    private static MatchRecord eventful() {
        Table table = Table.open(5);
        Table.At us = table.seat("US");
        Table.At cn = table.seat("CN");
        us.offers("renewal 4");
        cn.counters("US-1", "US.FENT=5 CN.SOY=8 for 4");
        us.accepts("CN-1");
        us.says(Channel.DELEGATION, "among us");
        cn.says(Channel.OTHER_SIDE, "\"quoted\" \\ - and | more");
        table.everybodyIsReady();
        cn.offers("renewal 2");
        us.refuses("CN-2");
        us.offers("US.PORT=0 for 3");
        us.withdraws("US-2");
        us.says(
                Channel.PUBLIC,
                "Mind.",
                new Statement.Threaten(Instrument.US_PORT_FEE, 2, 4, new Pledge(Instrument.CN_SOY_PURCHASES, 5)));
        us.says(Channel.PUBLIC, "", new Statement.Threaten(Instrument.US_PORT_FEE, 2, 4, null));
        cn.says(Channel.PUBLIC, "", new Statement.Warn());
        cn.says(Channel.PUBLIC, "", new Statement.Reassure());
        table.everybodyIsReady();
        table.everybodyIsReady();
        cn.givesNotice(true);
        table.everybodyIsReady();
        table.everybodyIsReady();
        return table.referee.record();
    }

    private static Verification verify(MatchRecord match) {
        return RecordReplay.of(match, Table.RULES).verification();
    }

    @Test
    void thereIsEveryKindOfAct() {
        assertThat(MATCH.rounds().stream()
                        .flatMap(round -> round.closed().acts().stream())
                        .map(Object::getClass)
                        .distinct())
                .hasSize(Act.class.getPermittedSubclasses().length - 1);
    }

    @Test
    void aReplaySignsAndEndsWhatTheMatchDid() {
        assertThat(verify(MATCH)).isInstanceOf(Verification.Verified.class);
        assertThat(RecordReplay.of(MATCH, Table.RULES)
                        .reports()
                        .get(0)
                        .ratification()
                        .terms())
                .isNotNull();
    }

    @Test
    void theRecordBringsTheActsBack() {
        assertThat(Records.read(Records.text(MATCH))).isEqualTo(MATCH);
    }

    @Test
    void actsAreWrittenForPeople() {
        assertThat(Records.text(MATCH))
                .contains("\n- US offers US-1: 4 rounds private of renewal\n")
                .contains("\n- CN offers CN-1 in answer to US-1: 4 rounds private of US FENT=5 | CN SOY=8\n")
                .contains("\n- US accepts CN-1\n")
                .contains("\n- CN gives notice\n")
                .contains("\n- US.0 says public threaten PORT=80 by 4 unless SOY=6.25: Mind.\n")
                .contains("\n- CN.0 says other_side: \"quoted\" \\ - and | more\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "- US accepts CN-1; - US accepts CN-2",
                "4 rounds private of renewal; 5 rounds private of renewal",
                "4 rounds private of US FENT=5; 4 rounds communique of US FENT=5",
                "US FENT=5 | CN SOY=8; US FENT=0 | CN SOY=8",
                "among us; amongst us",
                "- CN gives notice; - US gives notice"
            })
    void anActThatIsChangedIsFound(String from, String to) {
        String changed = Records.text(MATCH).replace(from, to);
        assertThat(changed).isNotEqualTo(Records.text(MATCH));
        assertThat(verify(Records.read(changed))).isInstanceOf(Verification.Differs.class);
    }

    @Test
    void anActThatIsLeftOutIsFound() {
        List<RecordedRound> rounds = new ArrayList<>(MATCH.rounds());
        for (int i = 0; i < rounds.size(); i++) {
            RecordedRound round = rounds.get(i);
            for (Act act : round.closed().acts()) {
                List<Act> others = new ArrayList<>(round.closed().acts());
                others.remove(act);
                List<RecordedRound> without = new ArrayList<>(rounds);
                without.set(i, new RecordedRound(round.closed().with(others), round.link(), round.annotations()));
                MatchRecord changed = new MatchRecord(
                        MATCH.recordTitle(),
                        MATCH.rulesStamp(),
                        MATCH.setup(),
                        MATCH.start(),
                        without,
                        MATCH.ending(),
                        MATCH.result(),
                        MATCH.hash());
                assertThat(verify(changed)).as("without %s", act).isInstanceOf(Verification.Differs.class);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "- US accepts CN-1; - US  accepts CN-1",
                "- US accepts CN-1; - US accepts CN-01",
                "4 rounds private of renewal; 9 rounds private of renewal",
                "CN SOY=8; CN SOY=7",
                "- CN gives notice; - CN gives notice now",
                "US.0 says delegation: among us; US.0 says aloud: among us"
            })
    void whatIsNoActIsRefusedWithItsPlace(String from, String to) {
        String changed = Records.text(MATCH).replace(from, to);
        assertThat(changed).isNotEqualTo(Records.text(MATCH));
        assertThat(Records.fault(changed).code()).isEqualTo(RecordFault.Code.RECORD_SYNTAX);
        assertThat(Records.fault(changed).line()).isGreaterThan(10);
    }
}
