package dev.truce.bots.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.truce.bots.policy.Maxim.Condition;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {
    private static final String MOVE = "tariff 2 choke 1 compliance 2 port 0 extra none offer 2 accept 2";
    private static final int LARGEST_FILE = 200_000;

    @Test
    void thePoliciesThatShipAreWrittenAsTheyAreRead() {
        assertThat(Policy.shipped(true).text()).isEqualTo(LearnerPolicy.WITH_LINES);
        assertThat(Policy.shipped(false).text()).isEqualTo(LearnerPolicy.WITHOUT_LINES);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPolicyThatShipsSaysHowItCameAbout(boolean lines) {
        Map<String, String> header = Policy.shipped(lines).header();
        assertThat(header.get("trained-by")).matches("truce train --bot learner [-a-z0-9 ./]+");
        assertThat(header.get("scenario-hash")).matches("[0-9a-f]{64}");
        assertThat(header)
                .containsEntry("starts-from", lines ? Policy.START_WITH_LINES : Policy.START)
                .containsKeys("scenario", "ruleset", "opponents", "starts-from", "training-seeds", "choice-seeds");
        assertThat(Policy.shipped(lines).size(Side.US)).isPositive();
        assertThat(Policy.shipped(lines).size(Side.CN)).isPositive();
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void whateverAnOptimiserMakesCanBeWrittenAndRead(Side side) throws PolicyException {
        SplitMix64 random = new SplitMix64(5);
        Policy policy = Policy.ofMatch().under(Map.of("trained-by", "truce train"));
        for (int i = 0; i < 300; i++) {
            policy = policy.varied(side, random);
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
