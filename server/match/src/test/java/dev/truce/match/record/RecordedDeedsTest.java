package dev.truce.match.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.Statement;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.Done;
import dev.truce.match.record.text.RecordFault;
import dev.truce.match.record.verify.RecordReplay;
import dev.truce.match.record.verify.Verification;
import dev.truce.match.referee.Table;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records keep offers, answers, notices and talk, and a replay does them again. */
class RecordedDeedsTest {
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
    void thereIsEveryKindOfDeedThatHeadsAloneLeaveInARecord() {
        assertThat(MATCH.rounds().stream()
                        .flatMap(round -> round.closed().deeds().stream())
                        .<Class<?>>map(done -> done.deed().getClass())
                        .distinct())
                .containsExactlyInAnyOrder(
                        Deed.MakeOffer.class,
                        Deed.Accept.class,
                        Deed.Refuse.class,
                        Deed.Withdraw.class,
                        Deed.GiveNotice.class,
                        Deed.Say.class);
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
    void theRecordBringsTheDeedsBack() {
        assertThat(Records.read(Records.text(MATCH))).isEqualTo(MATCH);
    }

    @Test
    void deedsAreWrittenForPeople() {
        assertThat(Records.text(MATCH))
                .contains("\n- US OFFER {RENEW; for 4}\n")
                .contains("\n- CN COUNTER US-1 {US.FENT<=5; CN.SOY>=8; until r")
                .containsPattern("\n- US ACCEPT CN-1 #[0-9a-f]{16}\n")
                .contains("\n- CN NOTICE\n")
                .contains("\n- US THREATEN PORT=80 by r4 unless CN.SOY>=6.25 SAY all \"Mind.\"\n")
                .contains("\n- CN SAY other \"\\\"quoted\\\" \\\\ - and | more\"\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- US ACCEPT CN-1| - US ACCEPT CN-2",
                "{RENEW; for 4}| {RENEW; for 5}",
                "CN.SOY>=8; until r5}| CN.SOY>=8; until r5; communique}",
                "US.FENT<=5| US.FENT<=0",
                "among us| amongst us",
                "- CN NOTICE| - US NOTICE"
            })
    void aDeedThatIsChangedIsFound(String from, String to) {
        String changed = Records.text(MATCH).replace(from, to);
        assertThat(changed).isNotEqualTo(Records.text(MATCH));
        assertThat(verify(Records.read(changed))).isInstanceOf(Verification.Differs.class);
    }

    @Test
    void aDeedThatIsLeftOutIsFound() {
        List<RecordedRound> rounds = new ArrayList<>(MATCH.rounds());
        for (int i = 0; i < rounds.size(); i++) {
            RecordedRound round = rounds.get(i);
            for (Done done : round.closed().deeds()) {
                List<Done> others = new ArrayList<>(round.closed().deeds());
                others.remove(done);
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
                assertThat(verify(changed)).as("without %s", done).isInstanceOf(Verification.Differs.class);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- US ACCEPT CN-1| - US  ACCEPT CN-1",
                "- US ACCEPT CN-1| - US accept CN-1",
                "- US ACCEPT CN-1| - US.0 ACCEPT CN-1",
                "{RENEW; for 4}| {RENEW; for 9}",
                "CN.SOY>=8| CN.SOY>=7",
                "- CN NOTICE| - CN NOTICE now",
                "- CN NOTICE| - CN HOLD",
                "- CN NOTICE| - CN READY",
                "- CN NOTICE| - CN UNDO",
                "SAY own| SAY aloud"
            })
    void whatIsNoDeedIsRefusedWithItsPlace(String from, String to) {
        String changed = Records.text(MATCH).replace(from, to);
        assertThat(changed).isNotEqualTo(Records.text(MATCH));
        assertThat(Records.fault(changed).code()).isEqualTo(RecordFault.Code.RECORD_SYNTAX);
        assertThat(Records.fault(changed).line()).isGreaterThan(10);
    }
}
