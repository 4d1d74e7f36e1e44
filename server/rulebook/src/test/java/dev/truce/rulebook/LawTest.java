package dev.truce.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.report.LevelChange;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchSetup.Conditions;
import dev.truce.scenario.Scenarios;
import org.junit.jupiter.api.Test;

/** What courts and statutes of a scenario do to instruments, whatever the sides want. */
class LawTest {
    /** The counter-tariff is outside the truce here, so that the law of round 2 meets no clause; the reciprocal tariff is inside. */
    private static final Rules RULES = Rules.of(Scenarios.load("""
            base: busan-2025-r2
            id: lawful
            titles: {en: "Lawful", zh: "依法"}
            agreement: {clauses: {us.reciprocal_tariff: 10, us.fentanyl_tariff: 20}}
            law:
              - {round: 1, instrument: us.fentanyl_tariff, at_most: 15, en: "a limit", zh: "上限", source: "none"}
              - {round: 2, instrument: us.reciprocal_tariff, level: 20, en: "a duty", zh: "关税", source: "none"}
              - {round: 2, instrument: cn.reciprocal_tariff, level: 84, en: "an answer", zh: "反制", source: "none"}
              - {round: 3, instrument: us.fentanyl_tariff, en: "no limit", zh: "取消上限", source: "none"}
            anchors: {war_us: -36, deep_us: 9, war_cn: -27, deep_cn: 7}
            """, "lawful"));

    private final Play play = new Play(
            RULES, new MatchSetup(0, new Horizon.Fixed(6), RULES.scenario().calendar(), Conditions.NOISE_FREE));

    @Test
    void itMovesAnInstrumentInItsRoundAndTheHolderMayMoveItAfterwards() {
        play.hold();
        assertThat(value(Instrument.CN_RECIPROCAL_TARIFF)).isEqualTo(10);
        RoundReport report = play.hold();
        assertThat(value(Instrument.CN_RECIPROCAL_TARIFF)).isEqualTo(84);
        assertThat(report.fallbacks()).contains(new LevelChange(Instrument.CN_RECIPROCAL_TARIFF, 2, 6));
        play.round("CN.RECIP=0");
        assertThat(value(Instrument.CN_RECIPROCAL_TARIFF)).isZero();
    }

    @Test
    void anOrderOfTheSameRoundKeepsItOut() {
        play.hold();
        play.round("CN.RECIP=2");
        assertThat(value(Instrument.CN_RECIPROCAL_TARIFF)).isEqualTo(10);
    }

    @Test
    void aClauseInForceKeepsItOutSoThatTheLawBreaksNoTreaty() {
        play.hold();
        RoundReport report = play.hold();
        assertThat(value(Instrument.US_RECIPROCAL_TARIFF)).isEqualTo(10);
        assertThat(report.side(Side.US).brokenClauses()).isEmpty();
    }

    @Test
    void whatMovedByLawDoesNotCountAsPressureInItsRoundButInTheNext() {
        play.hold();
        assertThat(play.hold().side(Side.CN).publicEscalation()).isZero();
        assertThat(play.hold().side(Side.CN).publicEscalation()).isPositive();
    }

    @Test
    void aboveALimitAnOrderHasNoMoreEffectThanAtIt() {
        RoundReport report = play.round("US.FENT=5");
        assertThat(value(Instrument.US_FENTANYL_TARIFF)).isEqualTo(15);
        assertThat(report.corrected()).containsExactly(new LevelChange(Instrument.US_FENTANYL_TARIFF, 5, 3));
    }

    @Test
    void anotherStatuteOnTheInstrumentLiftsTheLimit() {
        play.holding(2);
        play.round("US.FENT=5");
        assertThat(value(Instrument.US_FENTANYL_TARIFF)).isEqualTo(25);
    }

    @Test
    void thePathOfTheTruceObeysItToo() {
        assertThat(RULES.scenario().heldLevels(1).get(Instrument.CN_RECIPROCAL_TARIFF))
                .isEqualTo(2);
        assertThat(RULES.scenario().heldLevels(2).get(Instrument.CN_RECIPROCAL_TARIFF))
                .isEqualTo(6);
        assertThat(RULES.trucePath().before(3).levels())
                .isEqualTo(RULES.scenario().heldLevels(2));
        assertThat(RULES.trucePath().points(2, Side.US))
                .isNotEqualTo(RULES.trucePath().points(1, Side.US));
    }

    private double value(Instrument instrument) {
        return RULES.scenario().spec(instrument).rung(play.level(instrument)).value();
    }
}
