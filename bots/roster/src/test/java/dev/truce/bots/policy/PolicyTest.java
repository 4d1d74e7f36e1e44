package dev.truce.bots.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.truce.bots.SecondRuleset;
import dev.truce.bots.policy.Maxim.Condition;
import dev.truce.bots.reference.Judgement;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.scenario.Scenario;
import dev.truce.scenario.Scenarios;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyTest {
    private static final String MOVE = "tariff 2 choke 1 compliance 2 port 0 extra none offer 2 accept 2";
    private static final int LARGEST_FILE = 200_000;

    @Test
    void thePoliciesThatShipAreWrittenAsTheyAreRead() {
        assertThat(RULESETS.stream().map(each -> Policy.shipped(each).text()))
                .containsExactly(LearnerPolicy.WITHOUT_LINES, LearnerPolicy.WITH_LINES, LearnerPolicy.WITH_ACCUSATIONS);
    }

    static Stream<Scenario> rulesets() {
        return RULESETS.stream();
    }

    @ParameterizedTest
    @MethodSource("rulesets")
    void aPolicyThatShipsSaysHowItCameAbout(Scenario scenario) {
        Policy policy = Policy.shipped(scenario);
        assertThat(policy.header().get("trained-by")).matches("truce train --bot learner [-a-z0-9 ./]+");
        assertThat(policy.header().get("scenario-hash")).matches("[0-9a-f]{64}");
        assertThat(policy.header())
                .containsEntry("starts-from", scenario.redLines().exist() ? Policy.START_WITH_LINES : Policy.START)
                .containsEntry("ruleset", scenario.ruleset())
                .containsKeys("scenario", "opponents", "training-seeds", "choice-seeds");
        assertThat(policy.size(Side.US)).isPositive();
        assertThat(policy.size(Side.CN)).isPositive();
    }

    private static final List<Scenario> RULESETS =
            List.of(Scenarios.busan2025R1(), SecondRuleset.RULES.scenario(), Scenarios.busan2025());

    static Stream<Arguments> seats() {
        return RULESETS.stream()
                .flatMap(scenario -> Arrays.stream(Side.values()).map(side -> Arguments.of(side, scenario)));
    }

    /** Rules ask about accusations, and say what to do about them, exactly where there are any. */
    @ParameterizedTest
    @MethodSource("seats")
    void anOptimiserTriesWhatThereIsInAScenario(Side side, Scenario scenario) {
        SplitMix64 random = new SplitMix64(6);
        Set<Feature> asked = EnumSet.noneOf(Feature.class);
        Set<Judgement> judged = EnumSet.noneOf(Judgement.class);
        Policy policy = Policy.ofMatch();
        for (int i = 0; i < 2000; i++) {
            policy = policy.varied(side, random, scenario);
            for (Maxim rule : policy.rules(side)) {
                rule.when().forEach(condition -> asked.add(condition.feature()));
                if (rule.then() != null) {
                    judged.add(rule.then().judgement());
                }
            }
        }
        Set<Feature> ofAccusations = EnumSet.of(Feature.ODDS, Feature.TABLED, Feature.AGREED, Feature.TRUCE);
        if (scenario.accusations().exist()) {
            assertThat(asked).containsExactlyInAnyOrder(Feature.values());
            assertThat(judged).containsExactlyInAnyOrder(Judgement.values());
        } else {
            assertThat(asked).isEqualTo(EnumSet.complementOf(EnumSet.copyOf(ofAccusations)));
            assertThat(judged).containsExactly(Judgement.BY_ODDS);
        }
    }

    @Test
    void aMoveThatSaysNothingOfAccusationsLeavesThemToTheOdds() throws PolicyException {
        Policy policy = Policy.read("truce-policy 1\nseat us\nalways -> " + MOVE + "\nalways -> " + MOVE
                + " judge odds\nalways -> " + MOVE + " judge suspend\nseat cn\n");
        assertThat(policy.rules(Side.US))
                .extracting(rule -> Objects.requireNonNull(rule.then()).judgement())
                .containsExactly(Judgement.BY_ODDS, Judgement.BY_ODDS, Judgement.SUSPEND);
    }

    @ParameterizedTest
    @MethodSource("seats")
    void whateverAnOptimiserMakesCanBeWrittenAndRead(Side side, Scenario scenario) throws PolicyException {
        SplitMix64 random = new SplitMix64(5);
        Policy policy = Policy.ofMatch().under(Map.of("trained-by", "truce train"));
        for (int i = 0; i < 300; i++) {
            policy = policy.varied(side, random, scenario);
            Policy read = Policy.read(policy.text());
            assertThat(read.text()).isEqualTo(policy.text());
            assertThat(read.rules(Side.US)).isEqualTo(policy.rules(Side.US));
            assertThat(read.rules(Side.CN)).isEqualTo(policy.rules(Side.CN));
        }
        assertThat(policy.size(side)).isPositive();
        assertThat(policy.size(side.other())).isZero();
    }

    @Test
    void commentsBlankLinesAndIndentsMeanNothing() throws PolicyException {
        Policy policy = Policy.read("truce-policy 1\n# mine\nname: x\n\nseat us\n\talways -> match  \n seat cn\n"
                + "  # none of them\n round < 5 and public >= 0.25 -> " + MOVE + "\n");
        assertThat(policy.text())
                .isEqualTo("truce-policy 1\nname: x\n\nseat us\n  always -> match\n\nseat cn\n"
                        + "  round < 5 and public >= 0.25 -> " + MOVE + "\n");
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        <html>                                               | 1 | found
        truce-policy 2                                       | 1 | found
        truce-policy 1                                       | 1 | ends [seat cn]
        truce-policy 1;seat us                               | 2 | ends [seat cn]
        truce-policy 1;seat cn                               | 2 | seats [seat us, seat cn]
        truce-policy 1;seat us;seat us                       | 3 | seats [seat us, seat cn]
        truce-policy 1;seat us;seat cn;seat cn               | 4 | seats
        truce-policy 1;a: 1;a: 2                             | 3 | twice [a]
        truce-policy 1;no header                             | 2 | header ['no header', seat us]
        truce-policy 1;seat us;round < 3                     | 3 | CONDITION and CONDITION -> MOVE
        truce-policy 1;seat us;round = 3 -> match            | 3 | condition [
        truce-policy 1;seat us;round < 3.0001 -> match       | 3 | condition [
        truce-policy 1;seat us;rounds < 3 -> match           | 3 | feature ['rounds', round summit
        truce-policy 1;seat us;always -> tft                 | 3 | move ['tft', match]
        truce-policy 1;seat us;always -> tariff 6 choke 1 compliance 2 port 0 extra none offer 2 accept 2 | 3 | tariff 6, expected 0..5
        truce-policy 1;seat us;always -> tariff 2 choke 1 compliance 2 port 0 extra none offer 3 accept 2 | 3 | offer 3, expected 0..2
        truce-policy 1;seat us;always -> tariff 2 choke 1 compliance 2 port 0 extra none offer 2 accept 9 | 3 | accept 9, expected 0..2
        truce-policy 1;seat us;always -> tariff 2 choke 1 compliance 2 port 0 extra nice offer 2 accept 2 | 3 | none legal
        truce-policy 1;seat us;always -> tariff 2 choke 1 compliance 2 port 0 extra none offer 2 accept 2 judge harshly | 3 | judge ['harshly', rest odds inspect suspend]
        """)
    void whatIsNoPolicyIsRefusedWithItsLineAndWhatWouldBeRight(String lines, int line, String reason) {
        PolicyException refused = refusal(lines.replace(";", "\n"));
        assertThat(refused.line()).isEqualTo(line);
        assertThat(refused).hasMessageStartingWith("line " + line + ": ").hasMessageContaining(reason);
    }

    @Test
    void aPolicyIsBounded() {
        String start = "truce-policy 1\nseat us\n";
        assertThat(refusal(start + "always -> match\n".repeat(101))).hasMessageContaining("rules [100]");
        assertThat(refusal(start + "round < 9 and ".repeat(6) + "round < 9 -> match"))
                .hasMessageContaining("conditions [7, 6]");
        assertThat(refusal("truce-policy 1\n" + "#\n".repeat(LARGEST_FILE))).hasMessageContaining("large [");
        StringBuilder headers = new StringBuilder("truce-policy 1\n");
        for (int i = 0; i < 41; i++) {
            headers.append("h").append(i).append(": x\n");
        }
        assertThat(refusal(headers.toString())).hasMessageContaining("headers [40, ");
    }

    @Test
    void aRefusalQuotesLittleAndNoControlCharacters() {
        PolicyException refused = refusal("truce-policy 1\nseat us\n\u001b[31m" + "x".repeat(1000));
        assertThat(refused.getMessage()).hasSizeLessThan(200).doesNotContain("\u001b");
    }

    @Test
    void aPolicyHasNoRuleWithTooManyConditions() {
        Condition condition = new Condition(Feature.ROUND, true, 2000);
        assertThatThrownBy(() -> new Maxim(java.util.Collections.nCopies(7, condition), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 6");
    }

    private static PolicyException refusal(String text) {
        return Objects.requireNonNull(catchThrowableOfType(PolicyException.class, () -> Policy.read(text)));
    }
}
