package dev.truce.rulebook.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.redaction.Belief;
import dev.truce.engine.redaction.Redaction;
import dev.truce.engine.view.Figures;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.Viewer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a viewer's model of the match is made of. */
class BeliefTest {
    @ParameterizedTest
    @EnumSource(Viewer.class)
    void aClientThatHoldsTheViewsRebuildsTheServersBelief(Viewer viewer) {
        for (long seed = 0; seed < 50; seed++) {
            Play play = Play.random(seed, 8);
            Redaction redaction = play.redaction(viewer);
            Belief rebuilt = Belief.start(Play.RULES, play.setup.calendar(), viewer);
            for (RoundView view : play.views(viewer)) {
                rebuilt = rebuilt.absorb(factsOnly(view));
                if (viewer != Viewer.OMNISCIENT) {
                    assertThat(rebuilt.figures()).isEqualTo(view.figures());
                    assertThat(rebuilt.scores()).isEqualTo(view.scores());
                }
            }
            var now = redaction.observe(play.state);
            if (viewer != Viewer.OMNISCIENT) {
                assertThat(rebuilt.supposedState(now))
                        .isEqualTo(redaction.belief().supposedState(now));
            }
            assertThat(rebuilt.tensionTenths()).isEqualTo(now.tensionTenths());
        }
    }

    @Test
    void roundsAreAbsorbedInOrderAndFromOnesOwnViewsOnly() {
        Play play = Play.random(1, 2);
        Belief belief = Belief.start(Play.RULES, play.setup.calendar(), Viewer.US);
        assertThatThrownBy(() -> belief.absorb(play.views(Viewer.US).get(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected round 1 for US");
        assertThatThrownBy(() -> belief.absorb(play.views(Viewer.CN).get(0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> belief.supposedState(play.observe(Viewer.US)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRedactionTakesRoundsInOrder() {
        Play play = Play.random(1, 2);
        Redaction late = new Redaction(Play.RULES, play.setup, Viewer.US);
        assertThatThrownBy(() -> late.view(play.reports.get(1), play.state))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected round 1");
        assertThatThrownBy(() -> late.observe(play.state)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aConstantShortfallIsSupposedRightlyAfterAYearOfReadings() {
        int right = 0;
        for (long seed = 0; seed < 200; seed++) {
            Play play = Play.of(seed);
            for (int i = 0; i < 4; i++) {
                play.round(new JointOrders(Orders.HOLD, Orders.of(new Order(Instrument.CN_FENTANYL_ENFORCEMENT, 0))));
            }
            Redaction us = play.redaction(Viewer.US);
            int supposed = us.belief().likelyLevel(us.observe(play.state), Instrument.CN_FENTANYL_ENFORCEMENT);
            right += supposed == 0 ? 1 : 0;
        }
        // One reading is right seven times in ten; round 4 begins a new memory because the clause has ended.
        assertThat(right).isBetween(120, 170);
    }

    private static RoundView factsOnly(RoundView v) {
        return new RoundView(
                v.viewer(),
                v.round(),
                v.levels(),
                v.orders(),
                v.changes(),
                v.fallbacks(),
                v.prevented(),
                v.corrected(),
                v.events(),
                v.expired(),
                v.treaty(),
                v.change(),
                v.next(),
                v.signals(),
                v.us(),
                v.cn(),
                v.own(),
                new Figures(false, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13),
                List.of(),
                v.ratification());
    }
}
