package dev.truce.match.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchSetup.Conditions;
import dev.truce.match.Input;
import dev.truce.match.deed.HostAct;
import dev.truce.match.record.text.RecordReader;
import dev.truce.match.record.text.RecordWords;
import dev.truce.match.record.verify.Verification;
import dev.truce.match.referee.Table;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both forms of a record carry the same. */
class RecordFormsTest {

    static List<MatchRecord> records() {
        Table running = Table.open(5);
        running.playRound("PORT=80", "SOY=3");
        Table abandoned = Table.open(5);
        abandoned.everybodyIsReady();
        abandoned.hand(new Input.Hosts(new HostAct.Abandon("the bell rang")));
        Table abandonedAtOnce = Table.open(5);
        abandonedAtOnce.hand(new Input.Hosts(new HostAct.Abandon("nobody came")));
        Table neverBegun = Table.of(5);
        neverBegun.hand(new Input.Hosts(new HostAct.Abandon("nobody came")));
        return List.of(
                Records.small(),
                Records.atRandom(1, 1),
                Records.atRandom(16, 2),
                Records.atRandom(64, 3),
                Table.of(5).referee.record(),
                running.referee.record(),
                abandoned.referee.record(),
                abandonedAtOnce.referee.record(),
                neverBegun.referee.record(),
                laboratory(new Horizon.Hidden(3, 0.123456789, 9), Conditions.REFERENCE, List.of(2, 5, 9)),
                laboratory(new Horizon.Hidden(1, 0, 1), Conditions.NOISE_FREE, List.of()));
    }

    private static MatchRecord laboratory(Horizon horizon, Conditions conditions, List<Integer> summits) {
        MatchSetup setup = new MatchSetup(
                Long.MIN_VALUE, horizon, Table.RULES.scenario().calendar().withSummits(summits), conditions);
        Table table = new Table(setup, Table.terms(0));
        table.start();
        while (!table.referee.isOver()) {
            table.playRound("FENT=5", "HOLD");
        }
        return table.referee.record();
    }

    @ParameterizedTest
    @MethodSource("records")
    void theTextFormComesBackAndBothFormsFollowFromIt(MatchRecord match) {
        String text = Records.text(match);
        MatchRecord fromText = Records.read(text);
        assertThat(fromText).isEqualTo(match);
        assertThat(Records.text(fromText)).isEqualTo(text);
        assertThat(Records.json(fromText)).isEqualTo(Records.json(match));
    }

    @ParameterizedTest
    @MethodSource("records")
    void whatTheRefereeWroteVerifies(MatchRecord match) {
        assertThat(Verification.verify(match, Table.RULES))
                .isEqualTo(new Verification.Verified(match.rounds().size(), match.hash()));
    }

    @Test
    void theTextFormLooksLikeThis() {
        MatchRecord match = Records.small();
        assertThat(Records.text(match).lines().toList())
                .containsExactly(
                        "[Record \"2\"]",
                        "[Event \"Seminar 3\"]",
                        "[Date \"2026-03-02\"]",
                        "[US \"Group A\"]",
                        "[China \"gtft \\\"1.2\\\" \\\\ 第二组\"]",
                        "[Seed \"42\"]",
                        "[Ruleset \"busan-2.0.0\"]",
                        "[Data \"" + match.rulesStamp().data() + "\"]",
                        "[Scenario \"busan-2025-r2\"]",
                        "[ScenarioHash \"" + match.rulesStamp().scenarioHash() + "\"]",
                        "[Horizon \"fixed 2\"]",
                        "[Summits \"2 4 8 12\"]",
                        "[Conditions \"noise\"]",
                        "[Rounds \"2\"]",
                        "[Start \"" + match.start() + "\"]",
                        "[Result \"" + RecordWords.result(match.result()) + "\"]",
                        "[Ending \"horizon\"]",
                        "",
                        "1. US RECIP=34; PACE=1 | CN HOLD absent #"
                                + match.rounds().get(0).link(),
                        "2. US FENT=15 {\"too early?\"} | CN SOY=0.5; REE5=licensed (CN HOLD) {\"a second thought\"} #"
                                + match.rounds().get(1).link(),
                        "hash sha256:" + match.hash());
        assertThat(match.hash()).startsWith(match.rounds().get(1).link());
    }

    @Test
    void theMachineFormLooksLikeThis() {
        MatchRecord match = Records.small();
        List<String> lines = Records.json(match).lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0))
                .startsWith("{\"truce_record\":2,\"event\":\"Seminar 3\",\"date\":\"2026-03-02\",\"us\":\"Group A\",")
                .contains(
                        "\"seed\":\"42\"",
                        "\"horizon\":{\"fixed\":2},\"summits\":[2,4,8,12],",
                        "\"conditions\":{\"noise\":true,\"perpetual_truce\":false,\"open_chapter\":false},\"rounds\":2,")
                .endsWith("\"ending\":\"horizon\"}");
        assertThat(lines.get(1))
                .isEqualTo("{\"round\":1,\"us\":{\"manner\":\"sealed\",\"orders\":["
                        + "{\"instrument\":\"us.reciprocal_tariff\",\"level\":\"34\"},"
                        + "{\"instrument\":\"us.licence_pace\",\"level\":\"1\"}],\"asides\":[]},"
                        + "\"cn\":{\"manner\":\"absent\",\"orders\":[],\"asides\":[]},\"chain\":\""
                        + match.rounds().get(0).link() + "\"}");
        assertThat(lines.get(3)).isEqualTo("{\"hash\":\"sha256:" + match.hash() + "\"}");
    }

    @Test
    void aRecordOfTheLongestMatchIsFarBelowTheLimits() {
        MatchRecord longest = Records.atRandom(64, 3);
        assertThat(Records.text(longest)).hasSizeLessThan(RecordReader.MAX_BYTES / 8);
        assertThat(Records.json(longest)).hasSizeLessThan(RecordReader.MAX_BYTES / 2);
    }

    @Test
    void anotherDateOrNameIsTheSameMatch() {
        MatchRecord match = Records.small();
        MatchRecord other = match.with(new RecordTitle("", "", "x", "y"));
        assertThat(Verification.verify(other, Table.RULES)).isEqualTo(Verification.verify(match, Table.RULES));
        assertThat(Records.text(other)).doesNotContain("[Event", "[Date");
    }
}
