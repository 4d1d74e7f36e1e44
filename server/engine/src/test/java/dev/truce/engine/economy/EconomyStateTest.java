package dev.truce.engine.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EconomyStateTest {
    @Test
    void aStateThatWasLoadedIsSavedUnchanged() {
        EconomyState state = StartPath.busan();
        Economy economy = new Economy();
        economy.load(state);
        assertThat(economy.save()).isEqualTo(state).hasSameHashCodeAs(state);
    }

    @Test
    void flatValuesRestoreTheState() {
        EconomyState state = StartPath.busan();
        double[] flat = flat(state);
        EconomyState restored = EconomyState.of(flat);
        flat[0] = 99;
        assertThat(restored).isEqualTo(state);
    }

    @Test
    void stepsOfTheKernelDoNotReachASavedState() {
        Economy economy = PolicyPath.atBusan();
        EconomyState before = economy.save();
        double[] flat = flat(before);
        economy.step(PolicyPath.MUTUAL_WAR.policy());
        assertThat(flat(before)).containsExactly(flat);
        assertThat(economy.save()).isNotEqualTo(before);
    }

    @Test
    void oneBitMakesTwoStatesDiffer() {
        EconomyState state = StartPath.busan();
        for (int i = 0; i < state.size(); i++) {
            double[] flat = flat(state);
            flat[i] = Math.nextUp(flat[i]);
            assertThat(EconomyState.of(flat)).isNotEqualTo(state);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "99, wage US",
        "100, wage CN",
        "102, price US SOY",
        "135, output US SOY",
        "168, revenue US",
        "171, reeStock",
        "172, reeAlt",
        "173, chipStock",
        "174, chipAlt"
    })
    void theFlatOrderIsFixed(int index, String name) {
        EconomyState state = StartPath.busan();
        double named = switch (name) {
            case "wage US" -> state.wage(Region.US);
            case "wage CN" -> state.wage(Region.CN);
            case "price US SOY" -> state.price(Region.US, Sector.SOY);
            case "output US SOY" -> state.output(Region.US, Sector.SOY);
            case "revenue US" -> state.tariffRevenue(Region.US);
            case "reeStock" -> state.reeStock();
            case "reeAlt" -> state.reeAlt();
            case "chipStock" -> state.chipStock();
            case "chipAlt" -> state.chipAlt();
            default -> throw new IllegalArgumentException(name);
        };
        assertThat(state.at(index)).isEqualTo(named);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "99, -1", "102, 0", "135, NaN", "168, -1", "174, Infinity"})
    void aValueThatWouldSpreadNaNIsRefusedByIndex(int index, double bad) {
        double[] flat = flat(EconomyState.fresh2024());
        flat[index] = bad;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EconomyState.of(flat))
                .withMessageContaining("values[" + index + "]");
    }

    @Test
    void aWrongNumberOfValuesIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> EconomyState.of(new double[174]));
    }

    @Test
    void outputsOfAnEarlierMatchCannotBeReadAfterALoad() {
        Economy economy = PolicyPath.HOLD_TRUCE.after(1);
        economy.load(StartPath.busan());
        assertThatIllegalStateException().isThrownBy(() -> economy.realIncome(Region.US));
        assertThatIllegalStateException().isThrownBy(() -> economy.flow(Region.US, Region.CN, Sector.SOY));
        assertThatIllegalStateException().isThrownBy(economy::soyMmt);
    }

    @Test
    void theMarketVolumeWithoutADirectiveIsWhatWasBought() {
        Economy economy = Experiments.from2024(new QuarterPolicy(), 1);
        assertThat(economy.soyMarketMmt()).isEqualTo(economy.soyMmt());
        assertThat(economy.soyMmt()).isCloseTo(economy.baselineSoyMmt(), within(1e-12));
    }

    private static double[] flat(EconomyState state) {
        double[] flat = new double[state.size()];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = state.at(i);
        }
        return flat;
    }
}
