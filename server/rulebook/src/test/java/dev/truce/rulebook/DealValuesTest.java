package dev.truce.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.truce.engine.bargain.Bounds;
import dev.truce.engine.bargain.DealValues;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What gifts and packages are worth under the second ruleset, against the published table. */
class DealValuesTest {
    private static final DealValues VALUES = DealValues.of(Play.RULES);
    private static final double[] NOTHING_GUARDED = new double[Instrument.COUNT];

    /** The published table was made by another implementation; it agrees to every digit that is printed. */
    @ParameterizedTest
    @CsvSource({
        "us.fentanyl_tariff,      -.37, 3.62",
        "us.reciprocal_tariff,     .02, 1.92",
        "us.section232_duties,    -.66,  .42",
        "us.chip_control,         -.99, 1.25",
        "us.licence_pace,        -2.36, 1.07",
        "cn.reciprocal_tariff,    -.09, 2.27",
        "cn.soy_purchases,        -.76, 2.74",
        "cn.rare_earths_april,    -.59, 1.29",
        "cn.fentanyl_enforcement, -1.02, 3.75"
    })
    void aGiftIsWorthWhatThePublishedTableSays(String id, double toHolder, double toOther) {
        Instrument gift = Instrument.all().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(VALUES.toHolder(gift)).isCloseTo(toHolder, within(.0051));
        assertThat(VALUES.toOther(gift)).isCloseTo(toOther, within(.0051));
    }

    @Test
    void theTruceIsWorthNothingMoreThanItself() {
        Bounds truce =
                Bounds.inForce(Play.RULES.start(Play.noiseFree(12).setup()).treaty(), 1);
        for (Side side : Side.values()) {
            assertThat(VALUES.value(side, truce, NOTHING_GUARDED)).isCloseTo(0, within(1e-9));
            assertThat(VALUES.depth(truce, side)).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void aGuardedGiftCostsItsHolderTheLineAndTheOtherNothing() {
        double[] guarded = new double[Instrument.COUNT];
        guarded[Instrument.US_CHIP_CONTROL.ordinal()] = .5;
        Bounds bounds = after(List.of(Instrument.US_CHIP_CONTROL, Instrument.CN_FENTANYL_ENFORCEMENT));
        assertThat(VALUES.value(Side.US, bounds, guarded) - VALUES.value(Side.US, bounds, NOTHING_GUARDED))
                .isCloseTo(-3.5, within(1e-9));
        assertThat(VALUES.value(Side.CN, bounds, guarded)).isEqualTo(VALUES.value(Side.CN, bounds, NOTHING_GUARDED));
    }

    @Test
    void aPackageOfAllGiftsIsTheDeepSet() {
        Bounds all = after(Instrument.all());
        assertThat(VALUES.depth(all, Side.US)).isCloseTo(2, within(1e-9));
        assertThat(VALUES.depth(all, Side.CN)).isCloseTo(2, within(1e-9));
        assertThat(VALUES.depth(after(List.of()))).isCloseTo(1, within(1e-9));
    }

    private static Bounds after(List<Instrument> given) {
        return Bounds.after(
                Play.RULES.layers(),
                Play.RULES.start(Play.noiseFree(12).setup()).treaty(),
                VALUES.giving(given),
                2,
                true);
    }
}
