package dev.truce.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StepBudgetTest {
    @Test
    void aBotThatListensIsTold() {
        StepBudget budget = new StepBudget(2);
        assertThat(budget.take()).isTrue();
        assertThat(budget.take()).isTrue();
        assertThat(budget.left()).isZero();
        assertThat(budget.take()).isFalse();
        budget.refill();
        assertThat(budget.take()).isTrue();
    }

    @Test
    void aBotThatGoesOnIsStopped() {
        StepBudget budget = new StepBudget(2);
        for (int round = 1; round <= 2; round++) {
            for (int i = 0; i < 2 + StepBudget.MAX_REFUSED; i++) {
                budget.take();
            }
            assertThatThrownBy(budget::take)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("2 steps");
            budget.refill();
        }
    }
}
