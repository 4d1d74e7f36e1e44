package dev.truce.bots.posture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.scenario.Scenarios;
import org.junit.jupiter.api.Test;

class CompiledTest {
    @Test
    void botsOfTwoScenariosThatArePlayedAtTheSameTimeShareTheirRules() {
        Scenario busan = Scenarios.busan2025();
        Scenario geneva = Scenarios.named("geneva-2025");
        Rules first = Compiled.of(busan);
        Rules second = Compiled.of(geneva);
        assertThat(second).isNotSameAs(first);
        assertThat(Compiled.of(busan)).isSameAs(first);
        assertThat(Compiled.of(geneva)).isSameAs(second);
        StrategyTables tables = StrategyTables.of(busan);
        assertThat(StrategyTables.of(geneva).rules()).isSameAs(second);
        assertThat(StrategyTables.of(busan)).isSameAs(tables);
        assertThat(tables.rules()).isSameAs(first);
    }
}
