package dev.truce.bots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.BotFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RosterTest {
    @Test
    void namesAreLowerCaseWordsInTheOrderOfTheLists() {
        assertThat(Roster.names())
                .containsExactly(
                        "hold",
                        "dove",
                        "truce",
                        "hawk",
                        "tft",
                        "gtft",
                        "grim",
                        "pavlov",
                        "opport",
                        "dealer",
                        "random",
                        "brink",
                        "choker",
                        "audit",
                        "bully",
                        "salami",
                        "match",
                        "stepper",
                        "negotiator",
                        "liar",
                        "step",
                        "learner",
                        "search");
        assertThat(Roster.names()).allMatch(name -> name.matches("[a-z][a-z0-9-]*"));
    }

    @Test
    void theReferencePoolHasTheSixteenStrategiesOfAgreementsEAndTheTwoThatBargain() {
        assertThat(Roster.reference())
                .hasSize(18)
                .extracting(BotFactory::name)
                .contains("negotiator", "liar")
                .doesNotContain("hold", "stepper", "step", "learner", "search");
        assertThat(Roster.pool())
                .hasSize(19)
                .containsAll(Roster.reference())
                .extracting(BotFactory::name)
                .endsWith("step");
        assertThat(Roster.all()).containsAll(Roster.reference());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tft", "TFT", "Tft"})
    void caseDoesNotMatter(String name) {
        assertThat(Roster.find(name)).get().extracting(BotFactory::name).isEqualTo("tft");
    }

    @Test
    void anUnknownNameFindsNothing() {
        assertThat(Roster.find("pigeon")).isEmpty();
        assertThat(Roster.find("")).isEmpty();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "dvoe, dove",
        "DOVES, dove",
        "hwak, hawk",
        "hauk, hawk",
        "tfft, tft",
        "tf, tft",
        "randm, random",
        "hodl, hold"
    })
    void aSlipIsRecognised(String written, String meant) {
        assertThat(Roster.suggestion(written)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pigeon", "x", "grandmaster", "tit-for-tat"})
    void anotherWordGivesNoSuggestion(String written) {
        assertThat(Roster.suggestion(written)).isEmpty();
    }
}
