package dev.truce.tournament;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.BotFactory;
import dev.truce.bots.Roster;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.round.Rules;
import dev.truce.scenario.Scenarios;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StudyGatesTest {
    private static final Rules RULES = Rules.of(Scenarios.busan2025());

    @Test
    void retaliationFailsForALevelThatNothingBeatsEvenIfItIsTheMildest() {
        RetaliationStudy.OfInstrument open = found(Instrument.US_PORT_FEE, 0, List.of(3, 1));
        RetaliationStudy.OfInstrument unused = found(Instrument.US_SECTION301_TARIFF, 0, List.of(0, 4));
        assertThat(StudyGates.retaliation(RetaliationStudy.of(List.of(open))).outcome())
                .isEqualTo(Gate.Outcome.PASSED);
        Gate gate = StudyGates.retaliation(RetaliationStudy.of(List.of(open, unused)));
        assertThat(gate.outcome()).isEqualTo(Gate.Outcome.FAILED);
        assertThat(gate.figures())
                .containsEntry("open", 1)
                .containsEntry("of", 2)
                .containsEntry("best", List.of("us.section301_tariff=0"))
                .containsEntry("harsher", 0);
    }

    @Test
    void aHarsherLevelThatNothingBeatsIsCounted() {
        Gate gate = StudyGates.retaliation(
                RetaliationStudy.of(List.of(found(Instrument.US_AFFILIATES_RULE, 0, List.of(7, 0)))));
        assertThat(gate.outcome()).isEqualTo(Gate.Outcome.FAILED);
        assertThat(gate.figures()).containsEntry("harsher", 1);
    }

    @Test
    void whereNoLevelIsHarsherThanAtTheStartThereIsNoRetaliation() {
        assertThat(found(Instrument.US_SECTION232_DUTIES, 1, List.of(8, 0)).canRetaliate())
                .isFalse();
        assertThat(found(Instrument.US_LICENCE_PACE, 1, List.of(0, 3)).canRetaliate())
                .as("less of a covert instrument is harsher")
                .isTrue();
    }

    @Test
    void learnersWithFewTrialsAreMeasuredButNotJudged() throws InterruptedException {
        Games trained = new RoundRobin(RULES, Roster.reference(), 2).play(5000, 1);
        AttackStudy attack = attack(trained, 2);
        assertThat(attack.attacks()).hasSize(36);
        assertThat(attack.attacks().subList(0, 2))
                .extracting(AttackStudy.Attack::attacker)
                .containsExactly("table", "hold");
        Gate gate = StudyGates.attackers(attack);
        assertThat(gate.outcome()).isEqualTo(Gate.Outcome.NOT_RUN);
        assertThat(gate.notRun()).isEqualTo(Gate.NotRun.SHORTENED);
        assertThat(gate.figures()).containsKeys("most", "top_against");
        assertThat(attack(trained, 1).attacks()).isEqualTo(attack.attacks());
    }

    private static AttackStudy attack(Games trained, int threads) throws InterruptedException {
        BotFactory hold = Roster.find("hold").orElseThrow();
        return AttackStudy.run(RULES, trained, 9000, 6, 2, List.of(hold), threads, () -> {});
    }

    @Test
    void whatWasNotMeasuredIsNeverAPass() {
        assertThat(List.of(
                        StudyGates.search(null),
                        StudyGates.attackers(null),
                        StudyGates.retaliation(null),
                        StudyGates.snapBack(null)))
                .allSatisfy(gate -> assertThat(gate.outcome()).isEqualTo(Gate.Outcome.NOT_RUN));
    }

    private static RetaliationStudy.OfInstrument found(Instrument instrument, int start, List<Integer> challenged) {
        return new RetaliationStudy.OfInstrument(
                instrument, List.of(0, 1), List.of("0", "1"), start, Map.of("hawk", 0, "tft", 1), challenged);
    }
}
