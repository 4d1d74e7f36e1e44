package dev.truce.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.card.Card;
import dev.truce.engine.card.CardKind;
import dev.truce.engine.scenario.CardRules;
import dev.truce.engine.scenario.CardRules.Played;
import dev.truce.engine.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a scenario says about shock cards. */
class CardSectionTest {
    private static Scenario with(String cards) {
        return Scenarios.load(Scenarios.text("busan-2025-r2") + "\n" + cards + "\n", "mine");
    }

    @Test
    void withoutTheSectionAScenarioHasTheUsualNumbersAndTheHashItAlwaysHad() {
        assertThat(Scenarios.busan2025R2().cards()).isEqualTo(CardRules.DEFAULT);
        assertThat(with("cards: {effects: {mine_step: 0.1}, played: []}").hash())
                .isEqualTo(Scenarios.busan2025R2().hash());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "effects: {harvest_loss: 0.2}",
                "effects: {mine_step: 0.2}",
                "effects: {strike_cost: 0.02}",
                "effects: {election_swing: 0.2}",
                "effects: {panic_income: 20}",
                "played: [{round: 3, card: harvest-failure}]",
                "played: [{round: 3, card: leak CN.SOY}]"
            })
    void everyNumberAndEveryCardIsInTheHash(String section) {
        assertThat(with("cards: {" + section + "}").hash())
                .isNotEqualTo(Scenarios.busan2025R2().hash());
    }

    @Test
    void aScenarioPlaysCardsByRound() {
        Scenario scenario = with("cards: {played: [{round: 3, card: leak CN.SOY}, {round: 3, card: market-panic},"
                + " {round: 5, card: election-swing us}]}");
        assertThat(scenario.cards().played()).hasSize(3);
        assertThat(scenario.cards().played().get(0)).isEqualTo(new Played(3, Card.leak(Instrument.CN_SOY_PURCHASES)));
        assertThat(scenario.cards().of(3)).extracting(Card::kind).containsExactly(CardKind.LEAK, CardKind.MARKET_PANIC);
        assertThat(scenario.cards().of(4)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "cards: {played: [{round: 3, card: flood}]}; harvest-failure, mine-opening",
                "cards: {played: [{round: 3, card: leak}]}; US.PACE, CN.SOY",
                "cards: {played: [{round: 3, card: leak US.PORT}]}; US.PACE, CN.SOY",
                "cards: {played: [{round: 3, card: port-strike US}]}; port-strike US",
                "cards: {played: [{round: 3, card: election-swing EU}]}; US, CN",
                "cards: {played: [{round: 65, card: port-strike}]}; 1.0, 64.0",
                "cards: {played: [{round: 3, card: leak US.PACE}, {round: 3, card: leak CN.PACE}]}; 3, leak US.PACE",
                "cards: {effects: {harvest_loss: 1.5}}; 0.0, 1.0",
                "cards: {effects: {harvest_los: 0.5}}; harvest_loss",
                "cards: {play: []}; played"
            })
    void aMistakeIsNamedWithWhatWouldBeRight(String section, String named) {
        assertThatThrownBy(() -> with(section))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining(named);
    }
}
