package dev.truce.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.conduct.Covert;
import dev.truce.engine.conduct.Escalation;
import dev.truce.engine.scenario.InstrumentSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Agreements A1-A3, G1 and G2: what levels are worth and what they amount to. */
class MappingTest {
    private static final Levels BUSAN = Macros.TRUCE.levels;

    @ParameterizedTest
    @EnumSource
    void busanIsWorthOneAndTheDeepSetTwoOnEachSide(Side side) {
        assertThat(depth(side, BUSAN)).isCloseTo(1, within(1e-12));
        assertThat(depth(side, Macros.DEEP.levels)).isCloseTo(2, within(1e-12));
    }

    @Test
    void theTruceSetHasDepthOneAndIncludesTwoStandstillClausesOfNoValue() {
        Treaty truce = Play.RULES.start(Play.RULES.setup(1)).treaty();
        assertThat(Play.RULES.depthValues().depth(truce, Side.US, 1)).isCloseTo(1, within(1e-12));
        assertThat(Play.RULES.depthValues().depth(truce, Side.CN, 3)).isCloseTo(1, within(1e-12));
        assertThat(Play.RULES.depthValues().agreed(truce, 4)).isZero();
        for (Instrument standstill : List.of(Instrument.US_CHIP_CONTROL, Instrument.CN_RARE_EARTHS_APRIL)) {
            Clause clause = Objects.requireNonNull(truce.on(standstill));
            assertThat(Play.RULES.depthValues().of(standstill, clause.bound())).isZero();
        }
        assertThat(truce.on(Instrument.US_SECTION301_TARIFF)).isNull();
        assertThat(truce.on(Instrument.US_SECTION232_DUTIES)).isNull();
    }

    @Test
    void theDeepSetWithoutTheChapterIsWorthLessToTheUsOnly() {
        Levels withoutChapter = Macros.DEEP.levels.with(Instrument.US_CHIP_CONTROL, 1);
        assertThat(depth(Side.US, withoutChapter)).isCloseTo(1.8, within(1e-12));
        assertThat(depth(Side.CN, withoutChapter)).isCloseTo(2, within(1e-12));
    }

    @Test
    void chokepointsAreAsAvailableAsAgreedAtBusan() {
        assertThat(Play.RULES.mapping().rareEarths(BUSAN, 2)).isCloseTo(.85, within(1e-12));
        assertThat(Play.RULES.mapping().chips(BUSAN, 2)).isCloseTo(.75, within(1e-12));
    }

    @Test
    void chokepointsTightenWhenTheirInstrumentsFallBack() {
        Levels fallen = fallback();
        assertThat(Play.RULES.mapping().chips(fallen, 1)).isCloseTo(.5575, within(1e-12));
        assertThat(Play.RULES.mapping().rareEarths(fallen, 2)).isCloseTo(.80, within(1e-12));
    }

    @Test
    void paceThreeLetsMoreRareEarthsThroughButNoMoreChips() {
        assertThat(Play.RULES.mapping().rareEarths(BUSAN, 3)).isCloseTo(.90, within(1e-12));
        assertThat(Play.RULES.mapping().chips(BUSAN, 3)).isCloseTo(.75, within(1e-12));
        assertThat(Play.RULES.mapping().rareEarths(Macros.DEEP.levels, 3)).isEqualTo(1);
        assertThat(Play.RULES.mapping().chips(Macros.WAR.levels, 0)).isZero();
    }

    @Test
    void everythingAtItsFallbackIsAnEscalationOfThreePoints() {
        Levels fallen = fallback();
        Covert covert = Play.RULES.mapping().covert(fallen);
        Escalation escalation = Play.RULES.escalation();
        assertThat(escalation.ofPublic(Side.US, fallen)).isCloseTo(2.6268, within(5e-5));
        assertThat(escalation.ofPublic(Side.CN, fallen)).isCloseTo(2.4268, within(5e-5));
        assertThat(escalation.total(escalation.ofPublic(Side.US, fallen), covert.compliance(Side.US)))
                .isCloseTo(3.1268, within(5e-5));
        assertThat(escalation.total(escalation.ofPublic(Side.CN, fallen), covert.compliance(Side.CN)))
                .isCloseTo(3.1768, within(5e-5));
        assertThat(escalation.tariff(Side.US, fallen)).isCloseTo(1.4118, within(5e-5));
    }

    @ParameterizedTest(name = "{0} MMT are {1} notches")
    @CsvSource({
        "0, 0",
        ".5, 0",
        "1.5, .4",
        "3, 1",
        "4.5, 1.46153846153846",
        "6.25, 2",
        "8, 2.63636363636364",
        "9, 3",
        "10, 3"
    })
    void soyaCountsInNotches(double mmt, double notches) {
        assertThat(Covert.soyNotch(mmt)).isCloseTo(notches, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"0", ".4", "1", "1.7", "2", "2.5", "3"})
    void notchesOfSoyaConvertBackToTonnes(double notches) {
        assertThat(Covert.soyNotch(Covert.soyMmt(notches))).isCloseTo(notches, within(1e-12));
    }

    @ParameterizedTest(name = "soya {0}, enforcement {1}, pace {2}: compliance {3}")
    @CsvSource({
        "2, 2, 2, 2",
        "2, 2, 3, 2",
        "2, 2, 0, 1",
        "1, 2, 2, 1.5",
        "2, 1, 2, 1.5",
        "0, 0, 0, 0",
        "3, 3, 2, 3",
        "1, 0, 1, 0"
    })
    void eachChineseCovertInstrumentCountsHalfANotch(double soy, double enforcement, double pace, double compliance) {
        Covert covert = new Covert(2, pace, enforcement, soy, Covert.soyMmt(soy));
        assertThat(covert.compliance(Side.CN)).isCloseTo(compliance, within(1e-12));
        assertThat(covert.compliance(Side.US)).isEqualTo(2);
    }

    private static Levels fallback() {
        int[] levels = new int[Instrument.COUNT];
        for (InstrumentSpec spec : Play.RULES.scenario().instruments()) {
            levels[spec.instrument().ordinal()] = spec.fallback();
        }
        return Levels.of(levels);
    }

    private static double depth(Side side, Levels bounds) {
        List<Clause> clauses = new ArrayList<>();
        for (Instrument instrument : Instrument.all()) {
            clauses.add(new Clause(instrument, bounds.get(instrument), 1, 1, 1));
        }
        return Play.RULES.depthValues().depth(Treaty.of(clauses, false, 1), side, 1);
    }
}
