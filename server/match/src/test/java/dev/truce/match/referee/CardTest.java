package dev.truce.match.referee;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.card.Card;
import dev.truce.engine.card.CardKind;
import dev.truce.engine.orders.Verdict;
import dev.truce.engine.report.RoundEvent;
import dev.truce.engine.round.Rules;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Input;
import dev.truce.match.Notice;
import dev.truce.match.Ruling;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.text.RecordJson;
import dev.truce.match.record.text.RecordReader;
import dev.truce.match.record.text.RecordReading;
import dev.truce.match.record.text.RecordText;
import dev.truce.match.record.verify.RecordReplay;
import dev.truce.match.record.verify.Verification;
import dev.truce.scenario.Scenarios;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The host plays shock cards: all hear of them, they take effect in their round, and records keep them. */
class CardTest {
    private static String code(Ruling ruling) {
        return ruling.verdict() instanceof Verdict.Rejected rejected
                ? rejected.code().name()
                : "accepted";
    }

    private static List<Notice.CardPlayed> heard(Table table, Viewer viewer) {
        return table.told(viewer).stream()
                .filter(Notice.CardPlayed.class::isInstance)
                .map(Notice.CardPlayed.class::cast)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Viewer.class)
    void everybodyHearsOfACardOfTheOpenRoundAtOnceAndOfALaterOneWhenItsRoundOpens(Viewer viewer) {
        Table table = Table.open(4);
        table.hand(new Input.Hosts(new HostAct.PlayCard(1, "market-panic")));
        table.hand(new Input.Hosts(new HostAct.PlayCard(2, "leak cn.soy")));
        Notice panic = new Notice.CardPlayed(1, Card.of(CardKind.MARKET_PANIC));
        Notice leak = new Notice.CardPlayed(2, Card.leak(Instrument.CN_SOY_PURCHASES));
        assertThat(heard(table, viewer)).containsExactly((Notice.CardPlayed) panic);
        assertThat(table.referee.history(viewer)).contains(panic).doesNotContain(leak);
        table.everybodyIsReady();
        assertThat(heard(table, viewer)).containsExactly((Notice.CardPlayed) panic, (Notice.CardPlayed) leak);
        assertThat(table.referee.history(viewer)).contains(leak).doesNotContain(panic);
        assertThat(table.referee.reports().get(0).events()).contains(RoundEvent.MARKET_PANIC);
        table.everybodyIsReady();
        assertThat(table.referee.reports().get(1).events()).contains(RoundEvent.LEAK_CN_SOY_PURCHASES);
    }

    @ParameterizedTest
    @CsvSource({
        "2, flood, UNKNOWN_CARD",
        "2, '', UNKNOWN_CARD",
        "2, leak, WRONG_TARGET",
        "2, leak US.PORT, WRONG_TARGET",
        "2, leak US.PACE CN.PACE, WRONG_TARGET",
        "2, election-swing, WRONG_TARGET",
        "2, election-swing EU, WRONG_TARGET",
        "2, mine-opening US, WRONG_TARGET",
        "2, leak CN.PACE, CARD_PLAYED",
        "2, election-swing CN, CARD_PLAYED",
        "3, leak CN.PACE, accepted",
        "2, port-strike, accepted",
        "2, leak us.licence_pace, accepted",
        "5, port-strike, NO_SUCH_ROUND",
        "5, flood, UNKNOWN_CARD",
        "1, port-strike, STALE_ROUND",
        "0, port-strike, STALE_ROUND"
    })
    void aCardThatCannotBePlayedIsRefusedAndChangesNothing(int round, String card, String expected) {
        Table table = Table.open(4);
        table.everybodyIsReady();
        table.hand(new Input.Hosts(new HostAct.PlayCard(2, "leak US.PACE")));
        table.hand(new Input.Hosts(new HostAct.PlayCard(2, "election-swing US")));
        int journaled = table.journal.size();
        assertThat(code(table.hand(new Input.Hosts(new HostAct.PlayCard(round, card)))))
                .isEqualTo(expected);
        boolean another = expected.equals("accepted") && !card.equals("leak us.licence_pace");
        assertThat(table.journal).hasSize(journaled + (another ? 1 : 0));
    }

    @Test
    void nothingIsPlayedInAMatchThatIsOver() {
        Table table = Table.open(1);
        table.everybodyIsReady();
        assertThat(code(table.hand(new Input.Hosts(new HostAct.PlayCard(2, "port-strike")))))
                .isEqualTo("WRONG_PHASE");
    }

    @Test
    void whoIsQuickerDoesNotMatter() {
        Table one = Table.open(3);
        Table two = Table.open(3);
        one.hand(new Input.Hosts(new HostAct.PlayCard(1, "market-panic")));
        one.hand(new Input.Hosts(new HostAct.PlayCard(1, "harvest-failure")));
        two.hand(new Input.Hosts(new HostAct.PlayCard(1, "harvest-failure")));
        two.hand(new Input.Hosts(new HostAct.PlayCard(1, "market-panic")));
        one.everybodyIsReady();
        two.everybodyIsReady();
        assertThat(one.referee.chain()).isEqualTo(two.referee.chain());
    }

    @Test
    void theJournalBringsCardsBackAlsoThoseThatWait() {
        Table table = Table.open(4);
        table.hand(new Input.Hosts(new HostAct.PlayCard(1, "mine-opening")));
        table.hand(new Input.Hosts(new HostAct.PlayCard(3, "election-swing CN")));
        table.everybodyIsReady();
        Referee again = Referee.replay(Table.RULES, table.setup, table.terms, table.journal);
        assertThat(again.stateHash()).isEqualTo(table.referee.stateHash());
        table.everybodyIsReady();
        table.everybodyIsReady();
        again = Referee.replay(Table.RULES, table.setup, table.terms, table.journal);
        assertThat(again.chain()).isEqualTo(table.referee.chain());
        assertThat(again.reports().get(2).events()).contains(RoundEvent.ELECTION_SWING_CN);
    }

    private static MatchRecord eventful() {
        Table table = Table.open(4);
        table.hand(new Input.Hosts(new HostAct.PlayCard(1, "market-panic")));
        table.hand(new Input.Hosts(new HostAct.PlayCard(1, "harvest-failure")));
        table.hand(new Input.Hosts(new HostAct.PlayCard(2, "leak CN.SOY")));
        table.seat("US").offers("renewal 4");
        table.everybodyIsReady();
        table.everybodyIsReady();
        table.everybodyIsReady();
        table.everybodyIsReady();
        return table.referee.record();
    }

    private static MatchRecord read(String text) {
        RecordReading reading = RecordReader.read(text, hash -> Optional.of(Scenarios.busan2025R2()));
        assertThat(reading).isInstanceOf(RecordReading.Read.class);
        return ((RecordReading.Read) reading).match();
    }

    @Test
    void aRecordBringsTheCardsBackAndAReplayPlaysThem() {
        MatchRecord match = eventful();
        String text = RecordText.write(match, Scenarios.busan2025R2());
        assertThat(text).contains("\n- CARD harvest-failure\n- CARD market-panic\n- US OFFER");
        assertThat(text).contains("\n- CARD leak CN.SOY\n");
        assertThat(read(text)).isEqualTo(match);
        String json = RecordJson.write(match, Scenarios.busan2025R2());
        assertThat(json).contains("\n{\"card\":\"leak CN.SOY\"}\n");
        RecordReplay replay = RecordReplay.of(match, Table.RULES);
        assertThat(replay.verification()).isInstanceOf(Verification.Verified.class);
        assertThat(replay.views().get(1).events()).contains(RoundEvent.LEAK_CN_SOY_PURCHASES);
    }

    @ParameterizedTest
    @CsvSource({
        "- CARD leak CN.SOY, - CARD leak CN.PACE",
        "- CARD market-panic, - CARD port-strike",
        "- CARD harvest-failure, - CARD mine-opening"
    })
    void aCardThatIsChangedIsFound(String from, String to) {
        String text = RecordText.write(eventful(), Scenarios.busan2025R2());
        String changed = text.replace(from, to);
        if (to.equals("- CARD port-strike")) {
            assertThat(changed).isNotEqualTo(text);
        }
        assertThat(RecordReplay.of(read(changed), Table.RULES).verification()).isInstanceOf(Verification.Differs.class);
        assertThat(RecordReplay.of(read(text.replace(from + "\n", "")), Table.RULES)
                        .verification())
                .isInstanceOf(Verification.Differs.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- CARD Leak CN.SOY",
                "- CARD leak cn.soy",
                "- CARD leak  CN.SOY",
                "- CARD flood",
                "- CARD leak",
                "- CARD "
            })
    void aCardThatNoRecordWritesIsRefused(String line) {
        String text = RecordText.write(eventful(), Scenarios.busan2025R2()).replace("- CARD leak CN.SOY", line);
        assertThat(RecordReader.read(text, hash -> Optional.of(Scenarios.busan2025R2())))
                .isInstanceOf(RecordReading.Unreadable.class);
    }

    @Test
    void cardsStandOnceInTheOrderOfTheirKindsAndBeforeTheActs() {
        String text = RecordText.write(eventful(), Scenarios.busan2025R2());
        for (String wrong : List.of(
                text.replace(
                        "- CARD harvest-failure\n- CARD market-panic\n",
                        "- CARD market-panic\n- CARD harvest-failure\n"),
                text.replace("- CARD leak CN.SOY\n", "- CARD leak CN.SOY\n- CARD leak CN.SOY\n"),
                text.replace("- CARD leak CN.SOY\n", "- CARD leak US.PACE\n- CARD leak CN.SOY\n"))) {
            assertThat(RecordReader.read(wrong, hash -> Optional.of(Scenarios.busan2025R2())))
                    .isInstanceOf(RecordReading.Unreadable.class);
        }
    }

    @Test
    void theScenarioPlaysItsCardsInEveryMatch() {
        Rules rules = Rules.of(Scenarios.load(
                Scenarios.text("busan-2025-r2") + "\ncards: {played: [{round: 2, card: election-swing US}]}\n",
                "mine"));
        Referee referee = new Referee(rules, Table.setup(3, 7), Table.terms(0));
        referee.handle(new Input.Hosts(new HostAct.Start()));
        ready(referee);
        assertThat(referee.history(Viewer.CN)).contains(new Notice.CardPlayed(2, Card.swing(Side.US)));
        assertThat(code(referee.handle(new Input.Hosts(new HostAct.PlayCard(2, "election-swing CN")))))
                .isEqualTo("CARD_PLAYED");
        ready(referee);
        ready(referee);
        assertThat(referee.reports().get(1).events()).contains(RoundEvent.ELECTION_SWING_US);
        MatchRecord match = referee.record();
        assertThat(RecordReplay.of(match, rules).verification()).isInstanceOf(Verification.Verified.class);
        String without = RecordText.write(match, rules.scenario()).replace("- CARD election-swing US\n", "");
        RecordReading reading = RecordReader.read(without, hash -> Optional.of(rules.scenario()));
        Verification found =
                RecordReplay.of(((RecordReading.Read) reading).match(), rules).verification();
        assertThat(found).isInstanceOfSatisfying(Verification.Differs.class, differs -> {
            assertThat(differs.round()).isEqualTo(2);
            assertThat(differs.what()).isEqualTo("cards");
        });
    }

    private static void ready(Referee referee) {
        int round = referee.openRound();
        referee.handle(new Input.Does(Seat.US_HEAD, round, "ready-" + round, new Deed.Ready(true, 0)));
        referee.handle(new Input.Does(Seat.CN_HEAD, round, "ready-" + round, new Deed.Ready(true, 0)));
    }
}
