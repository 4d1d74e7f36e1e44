package dev.truce.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.report.LevelChange;
import dev.truce.engine.report.RoundEvent;
import dev.truce.engine.report.RoundReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Agreements A1: the life of the 301 investigation and of its tariff. */
class InvestigationTest {
    /** A match without a treaty, which would pause the investigation whenever it is not ordered. */
    private static Play free() {
        Play play = Play.noiseFree(12, 2, 4, 8, 12);
        play.become(Records.with(play.state(), "treaty", Treaty.NONE));
        return play;
    }

    @Test
    void theTrucePausesItUnlessItIsOrderedInEveryRound() {
        Play held = Play.noiseFree(12);
        held.round("US.S301=1");
        assertThat(held.hold().after().get(Instrument.US_SECTION301_INVESTIGATION))
                .isZero();
        Play ordered = Play.noiseFree(12);
        ordered.round("US.S301=1");
        ordered.round("US.S301=1");
        assertThat(ordered.round("US.S301=1").after().get(Instrument.US_SECTION301_INVESTIGATION))
                .isEqualTo(2);
    }

    /** One column a round: order (- for none), then the level; 0 paused, 1 active, 2 concluded. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
                    - - - -,         0 0 0 1
                    1 - - - -,       1 1 2 2 2
                    1 1 1 1 1,       1 1 2 2 2
                    1 0 1 - - -,     1 0 1 1 2 2
                    1 - 0 1 - -,     1 1 0 1 1 2
                    1 - - 0 0 1 - -, 1 1 2 0 0 1 1 2
                    0 0 0 0 0,       0 0 0 0 0
                    - - - 0 - -,     0 0 0 0 0 0
                    - - - - - - 0 -, 0 0 0 1 1 2 0 0
                    """)
    void itIsActiveForTwoRoundsAndConcludesInTheThird(String orders, String levels) {
        // Some wait for the truce to end, which makes the investigation active.
        Play play = orders.startsWith("-") || orders.startsWith("0") ? Play.noiseFree(12, 2, 4, 8, 12) : free();
        StringBuilder seen = new StringBuilder();
        for (String order : orders.split(" ")) {
            play.round(order.equals("-") ? "" : "US.S301=" + order);
            seen.append(play.level(Instrument.US_SECTION301_INVESTIGATION)).append(' ');
        }
        assertThat(seen.toString().trim()).isEqualTo(levels);
    }

    @Test
    void itsConclusionIsNewsOnce() {
        Play play = free();
        play.round("US.S301=1");
        assertThat(play.hold().events()).doesNotContain(RoundEvent.INVESTIGATION_CONCLUDED);
        assertThat(play.hold().events()).contains(RoundEvent.INVESTIGATION_CONCLUDED);
        assertThat(play.hold().events()).doesNotContain(RoundEvent.INVESTIGATION_CONCLUDED);
    }

    @Test
    void pausingTakesItsTariffAway() {
        Play play = free();
        play.round("US.S301=1");
        play.hold();
        play.round("US.DUTY301=2");
        assertThat(play.level(Instrument.US_SECTION301_TARIFF)).isEqualTo(2);
        assertThat(play.hold().after().get(Instrument.US_SECTION301_TARIFF)).isEqualTo(2);
        RoundReport paused = play.round("US.S301=0");
        assertThat(paused.after().get(Instrument.US_SECTION301_TARIFF)).isZero();
        assertThat(paused.corrected()).containsExactly(new LevelChange(Instrument.US_SECTION301_TARIFF, 2, 0));
    }

    @Test
    void itsTariffRaisesTheWedgeButNotTheFlowsOfOtherSectors() {
        Play with = free();
        Play without = free();
        for (Play play : new Play[] {with, without}) {
            play.round("US.S301=1");
            play.hold();
        }
        double raised = with.round("US.DUTY301=2").economy().usWedge();
        double held = without.hold().economy().usWedge();
        // A quarter of the imports of 2024 in machinery, electronics, chips and vehicles: 242 of 438.8 bn.
        assertThat(raised - held).isBetween(.25 * .54, .25 * .56);
    }
}
