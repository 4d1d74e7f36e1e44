package dev.truce.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.economy.EconomyParameters;
import dev.truce.engine.economy.StartPath;
import dev.truce.engine.economy.TradeResponses;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.scenario.Rung;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.text.TextWidth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the shipped scenario says, against the tables of the rules. */
class BusanTest {
    private final Scenario busan = Scenarios.busan2025R2();

    @Test
    void clausesOfTheTruceSumToOneOnEachSide() {
        for (Side side : Side.values()) {
            double depth = 0;
            for (Clause clause : busan.truce()) {
                if (clause.instrument().holder() == side) {
                    depth += busan.spec(clause.instrument()).depthValues().get(clause.bound());
                }
            }
            assertThat(depth).as(side.name()).isCloseTo(1.0, within(1e-12));
        }
    }

    @Test
    void deepestClausesSumToTwoOnEachSide() {
        for (Side side : Side.values()) {
            double depth = 0;
            for (Instrument instrument : busan.instruments().of(side)) {
                depth += busan.spec(instrument).depthValues().stream()
                        .mapToDouble(v -> v)
                        .max()
                        .orElseThrow();
            }
            assertThat(depth).as(side.name()).isCloseTo(2.0, within(1e-12));
        }
    }

    @Test
    void aClauseAtTheFallbackIsWorthNothing() {
        for (InstrumentSpec spec : busan.instruments()) {
            if (spec.instrument() != Instrument.CN_LICENCE_PACE) {
                assertThat(spec.depthValues().get(spec.fallback()))
                        .as(spec.instrument().id())
                        .isEqualTo(0.0);
            }
        }
        // Its fallback keeps the agreed pace; the clause is valued as if it were one step worse.
        assertThat(busan.spec(Instrument.CN_LICENCE_PACE).depthValues().get(1)).isEqualTo(0.0);
    }

    @Test
    void theTruceBindsSixteenInstrumentsAtTheirStartLevelsForThreeRounds() {
        assertThat(busan.truce()).hasSize(16);
        for (Clause clause : busan.truce()) {
            assertThat(clause.bound()).isEqualTo(busan.spec(clause.instrument()).start());
            assertThat(clause.first()).isEqualTo(1);
            assertThat(clause.last()).isEqualTo(3);
        }
        assertThat(busan.truceCommunique()).isFalse();
        assertThat(busan.truce().stream().map(Clause::instrument))
                .doesNotContain(Instrument.US_SECTION301_TARIFF, Instrument.US_SECTION232_DUTIES);
    }

    @Test
    void startAndFallbackLevelsAreThoseOfTheRulesTable() {
        int[] start = {2, 2, 0, 0, 1, 0, 0, 1, 2, 2, 0, 5, 1, 0, 2, 0, 2, 0};
        int[] fallback = {4, 4, 1, 0, 1, 2, 1, 1, 1, 4, 1, 1, 1, 1, 2, 2, 1, 1};
        for (InstrumentSpec spec : busan.instruments()) {
            assertThat(busan.startLevels().get(spec.instrument()))
                    .as(spec.instrument().id())
                    .isEqualTo(start[spec.instrument().ordinal()]);
            assertThat(spec.fallback())
                    .as(spec.instrument().id())
                    .isEqualTo(fallback[spec.instrument().ordinal()]);
        }
    }

    @Test
    void displayedTariffStandsAtFortySevenAndFallsBackToEightyOne() {
        double start = busan.headlineBase();
        double back = busan.headlineBase();
        for (Instrument layer : List.of(Instrument.US_FENTANYL_TARIFF, Instrument.US_RECIPROCAL_TARIFF)) {
            InstrumentSpec spec = busan.spec(layer);
            start += spec.rung(spec.start()).value();
            back += spec.rung(spec.fallback()).value();
        }
        assertThat(start).isEqualTo(47);
        assertThat(back).isEqualTo(81);
    }

    @Test
    void everyLevelHasItsOwnAsciiWordAndTitlesInBothLanguages() {
        for (InstrumentSpec spec : busan.instruments()) {
            Set<String> words = new LinkedHashSet<>();
            for (Rung rung : spec.ladder()) {
                assertThat(rung.token()).matches("[a-z0-9.-]+");
                assertThat(words.add(rung.token())).as(rung.token()).isTrue();
                assertThat(rung.titles().english()).isNotBlank();
                assertThat(rung.titles().chinese()).isNotBlank();
            }
        }
    }

    @Test
    void everyInstrumentHasTitlesInBothLanguagesAndASource() {
        for (InstrumentSpec spec : busan.instruments()) {
            assertThat(spec.titles().english()).matches("\\p{ASCII}+");
            assertThat(spec.titles().chinese()).containsPattern("\\p{IsHan}");
            assertThat(spec.shortTitles().chinese()).containsPattern("\\p{IsHan}");
            assertThat(TextWidth.width(spec.shortTitles().chinese())).isLessThanOrEqualTo(11);
            assertThat(spec.source()).isNotBlank();
        }
    }

    @Test
    void numbersOfNumericLaddersAreTheirWords() {
        assertThat(busan.spec(Instrument.CN_SOY_PURCHASES).rung(5).value()).isEqualTo(6.25);
        assertThat(busan.spec(Instrument.US_PORT_FEE).rung(4).value()).isEqualTo(140);
        assertThat(busan.spec(Instrument.US_CHIP_CONTROL).levelOf("STRICT")).isEqualTo(2);
    }

    @Test
    void economyIsTheCalibratedOneWithTheStartPathOfTheTruce() {
        assertThat(busan.economy())
                .isEqualTo(EconomyParameters.DEFAULT.withResponses(new TradeResponses(.5, .25, true)));
        assertThat(Scenarios.busan2025R1().economy()).isEqualTo(EconomyParameters.DEFAULT);
        assertThat(busan.economyPath().idleQuarters()).isEqualTo(StartPath.BUSAN_2025.idleQuarters());
        for (int i = 0; i < 4; i++) {
            assertThat(busan.economyPath().quarters().get(i).toString())
                    .isEqualTo(StartPath.BUSAN_2025.quarters().get(i).toString());
        }
    }

    @Test
    void calendarHasTheSummitsAndTheAnniversary() {
        assertThat(busan.calendar().summits()).containsExactly(2, 4, 8, 12);
        assertThat(busan.calendar().quarter(1)).isEqualTo("2026Q1");
        assertThat(busan.calendar().quarter(4)).isEqualTo("2026Q4");
        assertThat(busan.calendar().marks().get(1).round()).isEqualTo(4);
    }
}
