package dev.truce.match.referee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.engine.report.RoundReport;
import dev.truce.engine.round.Resolver;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Input;
import dev.truce.match.MatchTerms;
import dev.truce.match.Recording;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.scenario.Scenarios;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** From a fork on chance is another, and nothing else. */
class ForkTest {
    private static final Rules RULES = Rules.of(Scenarios.busan2025R2());
    private static final int ROUNDS = 10;

    private static MatchTerms terms(Recording recording) {
        return new MatchTerms(0, new MatchTerms.Absence.Hold(), List.of(Viewer.US, Viewer.CN), recording, "a", "b");
    }

    private static List<RoundReport> held(long seed, @Nullable Fork fork) {
        MatchSetup busan = RULES.setup(seed);
        MatchSetup setup = new MatchSetup(seed, new Horizon.Fixed(ROUNDS), busan.calendar(), busan.conditions());
        Referee referee = new Referee(RULES, setup, terms(Recording.NONE), new Resolver(RULES), fork);
        referee.handle(new Input.Hosts(new HostAct.Start()));
        for (int round = 1; round <= ROUNDS; round++) {
            referee.handle(new Input.Does(Seat.US_HEAD, round, "ready-" + round, new Deed.Ready(true, 0)));
            referee.handle(new Input.Does(Seat.CN_HEAD, round, "ready-" + round, new Deed.Ready(true, 0)));
        }
        return referee.reports();
    }

    @Test
    void roundsBeforeTheForkAreThoseOfTheMatchAndLaterOnesAreNot() {
        List<RoundReport> own = held(5, null);
        for (int round = 1; round <= ROUNDS; round++) {
            List<RoundReport> forked = held(5, new Fork(round, 99));
            assertThat(forked.subList(0, round - 1)).isEqualTo(own.subList(0, round - 1));
            assertThat(forked.get(round - 1)).isNotEqualTo(own.get(round - 1));
        }
    }

    @Test
    void theMatchsOwnSeedMakesNoDifferenceAndAForkBehindTheEndNone() {
        assertThat(held(5, new Fork(4, 5))).isEqualTo(held(5, null));
        assertThat(held(5, new Fork(ROUNDS + 1, 99))).isEqualTo(held(5, null));
    }

    @Test
    void whatChanceDidBeforeStaysSoThatTheForkIsNotTheOtherMatch() {
        List<RoundReport> forked = held(5, new Fork(3, 99));
        assertThat(forked.get(2)).isNotEqualTo(held(99, null).get(2));
        assertThat(forked).isEqualTo(held(5, new Fork(3, 99)));
    }

    @Test
    void aForkHasARoundAndNoRecord() {
        assertThatThrownBy(() -> new Fork(0, 1)).isInstanceOf(IllegalArgumentException.class);
        for (Recording recording : List.of(Recording.CHAIN, Recording.TEXT)) {
            assertThatThrownBy(() ->
                            new Referee(RULES, RULES.setup(1), terms(recording), new Resolver(RULES), new Fork(2, 1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("two seeds");
        }
    }
}
