package dev.truce.bots.bargain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.scenario.RedLineRules;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Guesses about red lines, by hand. */
class LineBeliefsTest {
    private static final Instrument GIVEN = Instrument.CN_RECIPROCAL_TARIFF;
    private static final Instrument KEPT = Instrument.CN_SOY_PURCHASES;
    private static final List<Instrument> CANDIDATES =
            List.of(GIVEN, KEPT, Instrument.CN_RARE_EARTHS_APRIL, Instrument.CN_FENTANYL_ENFORCEMENT);
    private static final RedLineRules RULES = new RedLineRules(
            2,
            new BySide<>(7.0, 5.6),
            List.of(4, 8),
            1,
            new BySide<>(
                    List.of(Instrument.US_FENTANYL_TARIFF, Instrument.US_RECIPROCAL_TARIFF, Instrument.US_CHIP_CONTROL),
                    CANDIDATES));

    private final LineBeliefs beliefs = new LineBeliefs(RULES, CANDIDATES);

    @Test
    void atFirstAllAreAlike() {
        assertThat(beliefs.of(GIVEN)).isEqualTo(.5);
        assertThat(beliefs.of(KEPT)).isEqualTo(.5);
    }

    @Test
    void whatIsGivenIsNotGuardedAndTheRestProbablyIs() {
        beliefs.offered(List.of(GIVEN));
        assertThat(beliefs.of(GIVEN)).isEqualTo(.03);
        assertThat(beliefs.of(KEPT)).isCloseTo(.5 + .4 * .5, within(1e-12));
        beliefs.offered(List.of(GIVEN));
        assertThat(beliefs.of(KEPT)).isCloseTo(.5 + .4 * .7, within(1e-12));
    }

    @Test
    void whatASideSignsItHardlyGuards() {
        beliefs.signed(List.of(GIVEN));
        assertThat(beliefs.of(GIVEN)).isCloseTo(.05 * .5, within(1e-12));
        assertThat(beliefs.of(KEPT)).as("what was not asked for").isEqualTo(.5);
        beliefs.signed(List.of(GIVEN));
        assertThat(beliefs.of(GIVEN)).as("as sure as it may be").isEqualTo(.02);
    }

    @Test
    void silenceMakesWhatWasAskedForALittleMoreLikely() {
        beliefs.offered(List.of(GIVEN));
        beliefs.unanswered(List.of(GIVEN, KEPT));
        assertThat(beliefs.of(GIVEN)).as("what was given once stays cold").isEqualTo(.03);
        assertThat(beliefs.of(KEPT)).isCloseTo(.7 + .15 * .3, within(1e-12));
    }

    @Test
    void aWordCountsAsFarAsTheSpeakerIsBelieved() {
        beliefs.said(KEPT, 1);
        assertThat(beliefs.of(KEPT)).isCloseTo(.75, within(1e-12));
        beliefs.said(GIVEN, .5);
        assertThat(beliefs.of(GIVEN)).isCloseTo(.625, within(1e-12));
        beliefs.said(GIVEN, 0);
        assertThat(beliefs.of(GIVEN)).isCloseTo(.625, within(1e-12));
        beliefs.said(Instrument.CN_PORT_FEE, 1);
        assertThat(beliefs.of(Instrument.CN_PORT_FEE)).isZero();
    }

    @Test
    void aDateMovesHalfOfWhatIsKnown() {
        beliefs.offered(List.of(GIVEN));
        beliefs.redrawn();
        assertThat(beliefs.of(GIVEN)).isCloseTo(.015 + .97 / 2, within(1e-12));
        assertThat(beliefs.of(KEPT)).isCloseTo(.35 + .3 / 2, within(1e-12));
    }

    @Test
    void nothingIsEverCertain() {
        for (int i = 0; i < 30; i++) {
            beliefs.unanswered(List.of(KEPT));
        }
        assertThat(beliefs.of(KEPT)).isEqualTo(.97);
    }
}
