package dev.truce.engine.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.engine.board.Portfolio;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.Draws;
import dev.truce.engine.chance.Purpose;
import dev.truce.engine.payoff.Component;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules 1 and 8: what a minister is out for follows from the seed, his seat and his portfolios, and from nothing else. */
class BriefTest {
    @ParameterizedTest
    @EnumSource(Portfolio.class)
    void whatAPortfolioStandsForWeighsMoreAndNothingIsOutOfBounds(Portfolio portfolio) {
        Set<Integer> interests = new HashSet<>();
        Set<Integer> others = new HashSet<>();
        for (long seed = 0; seed < 100; seed++) {
            Brief brief = Brief.of(new Minister(1, List.of(portfolio)), portfolio.side(), seed);
            for (Component component : Component.values()) {
                if (component != Component.CHANCE) {
                    (Brief.interests(portfolio).contains(component) ? interests : others).add(brief.percent(component));
                }
            }
            assertThat(brief.percent(Component.CHANCE)).isEqualTo(100);
        }
        assertThat(interests).containsExactlyInAnyOrder(150, 175, 200);
        assertThat(others).containsExactlyInAnyOrder(50, 75, 100, 125);
    }

    @Test
    void theSameSeedGivesTheSameBriefsWhoeverElseSitsThere() {
        for (Side side : Side.values()) {
            Delegation five = Delegation.usual(side, DelegationMode.PORTFOLIO, 5);
            for (Minister minister : five.ministers()) {
                Minister alone =
                        five.occupied(List.of(minister.number())).ministers().get(0);
                assertThat(Brief.of(alone, side, 7)).isEqualTo(Brief.of(minister, side, 7));
            }
        }
    }

    @Test
    void seedSideAndSeatEachMatter() {
        Set<Brief> seen = new HashSet<>();
        for (long seed = 0; seed < 20; seed++) {
            for (Side side : Side.values()) {
                for (int number = 1; number <= Delegation.MAX_MINISTERS; number++) {
                    seen.add(Brief.of(new Minister(number, List.of()), side, seed));
                }
            }
        }
        assertThat(seen).hasSize(20 * 2 * 4);
    }

    @Test
    void aBriefIsDrawnFromAStreamThatNothingElseUses() {
        // G8 (b): what the rules draw is the same whether briefs are drawn in between or not.
        Draws undisturbed = new Draws(42);
        List<Double> before = rulesDraws(undisturbed);
        Draws disturbed = new Draws(42);
        for (int k = 0; k < 80; k++) {
            disturbed.uniform(Purpose.BRIEF, 0, k % 2, k);
        }
        assertThat(rulesDraws(disturbed)).isEqualTo(before);
        Brief brief = Brief.of(new Minister(2, List.of()), Side.CN, 42);
        double chance = new Draws(42).uniform(Purpose.BRIEF, 0, 1, 2 * Component.COUNT + Component.FARM.ordinal());
        assertThat(brief.percent(Component.FARM)).as("the documented key").isEqualTo(50 + 25 * (int) (4 * chance));
    }

    private static List<Double> rulesDraws(Draws draws) {
        List<Double> drawn = new ArrayList<>();
        for (Purpose purpose : Purpose.values()) {
            if (purpose != Purpose.BRIEF) {
                drawn.add(draws.uniform(purpose, 0, 0, 0));
                drawn.add(draws.normal(purpose, 1, 1, 3));
            }
        }
        return drawn;
    }

    @Test
    void aHostMaySetABrief() {
        Brief set = new Brief(Collections.nCopies(Component.COUNT, 300));
        assertThat(Brief.of(new Minister(1, List.of(Portfolio.US_TRADE), set), Side.US, 7))
                .isEqualTo(set);
    }

    @Test
    void weightsAreBounded() {
        assertThatThrownBy(() -> new Brief(List.of(100))).hasMessage("1 weights; a brief has 16, one a component");
        assertThatThrownBy(() -> new Brief(Collections.nCopies(Component.COUNT, 301)))
                .hasMessage("the weight of INCOME is 301 %; weights are 0..300 %");
    }
}
