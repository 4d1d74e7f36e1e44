package dev.truce.engine.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class QuarterPolicyTest {
    private final QuarterPolicy policy = new QuarterPolicy();

    @ParameterizedTest
    @CsvSource({
        "SOY, .22, .13",
        "AGF, .37, .35",
        "ENE, .30, .30",
        "CHM, .29, .30",
        "MET, .49, .35",
        "MCH, .345, .34",
        "ELC, .12, .30",
        "SEM, .35, .20",
        "VEH, .48, .32",
        "CON, .335, .35",
        "SVC, 0, 0"
    })
    void layersAddUpBySectorAtBusan(Sector s, double us, double cn) {
        policy.layers(.10, .10, 1, .10);
        assertThat(policy.usDuty(s)).isCloseTo(us, within(1e-15));
        assertThat(policy.cnDuty(s)).isCloseTo(cn, within(1e-15));
    }

    @Test
    void layersAreAddedInThePublishedOrder() {
        policy.layers(.144, .53, .6, .12);
        assertThat(policy.usDuty(Sector.MCH)).isEqualTo(.13 + ((.144 + .53 * .95) + .6 * .02));
        assertThat(policy.cnDuty(Sector.AGF)).isEqualTo(.25 + .12);
    }

    @Test
    void furtherDutiesComeOnTopOfTheLayers() {
        policy.layers(0, 0, 0, 0).addUsDuty(Sector.ELC, .25).addCnDuty(Sector.SOY, .10);
        assertThat(policy.usDuty(Sector.ELC)).isEqualTo(.02 + .25);
        assertThat(policy.cnDuty(Sector.SOY)).isEqualTo(.03 + .10);
    }

    @Test
    void aDirectDutyReplacesTheLayersOfItsSector() {
        policy.layers(.2, .2, 1, .2).usDuty(Sector.CON, .05).cnDuty(Sector.CON, .07);
        assertThat(policy.usDuty(Sector.CON)).isEqualTo(.05);
        assertThat(policy.cnDuty(Sector.CON)).isEqualTo(.07);
        assertThat(policy.usDuty(Sector.SOY)).isEqualTo(.02 + .4);
    }

    @Test
    void resetReturnsEveryInputToNoPolicy() {
        policy.layers(1, 1, 1, 1).ice(1, 1).soy(9).ree(.1).chip(.1).row(1, 1).addUsDuty(Sector.SOY, 1);
        policy.reset();
        Economy used = Experiments.from2024(policy, 3);
        Economy fresh = Experiments.from2024(new QuarterPolicy(), 3);
        assertThat(used.save()).isEqualTo(fresh.save());
        assertThat(policy.usWedge()).isEqualTo(new QuarterPolicy().usWedge());
    }

    @Test
    void basisPointsOnTheWireGiveTheSameDoubleAsTheLiteral() {
        assertThat(1440 / 10000.0).isEqualTo(.144);
        assertThat(10 / 10000.0).isEqualTo(.001);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 2700", "1000, 1000, 4700", "2000, 1000, 5700", "2000, 12500, 17200"})
    void theHeadlineIsAdditive(int fent, int recUs, int headline) {
        assertThat(QuarterPolicy.headlineBasisPoints(fent, recUs)).isEqualTo(headline);
    }

    static Stream<Map.Entry<String, DoubleConsumer>> rateSetters() {
        QuarterPolicy p = new QuarterPolicy();
        return Stream.of(
                Map.entry("fent", x -> p.layers(x, 0, 0, 0)),
                Map.entry("recUs", x -> p.layers(0, x, 0, 0)),
                Map.entry("k232", x -> p.layers(0, 0, x, 0)),
                Map.entry("recCn", x -> p.layers(0, 0, 0, x)),
                Map.entry("iceUs", x -> p.ice(x, 0)),
                Map.entry("iceCn", x -> p.ice(0, x)),
                Map.entry("rowUs", x -> p.row(x, 0)),
                Map.entry("rowCn", x -> p.row(0, x)),
                Map.entry("usDuty", x -> p.usDuty(Sector.SOY, x)),
                Map.entry("usDuty", x -> p.addUsDuty(Sector.SOY, x)),
                Map.entry("cnDuty", x -> p.cnDuty(Sector.SOY, x)),
                Map.entry("cnDuty", x -> p.addCnDuty(Sector.SOY, x)),
                Map.entry("ree", p::ree),
                Map.entry("chip", p::chip));
    }

    @ParameterizedTest
    @MethodSource("rateSetters")
    void aNumberOutOfRangeIsRefusedByName(Map.Entry<String, DoubleConsumer> setter) {
        for (double bad :
                new double[] {-0.01, 100.01, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> setter.getValue().accept(bad))
                    .withMessageStartingWith(setter.getKey());
        }
    }

    @Test
    void aSoyaDirectiveThatIsNoNumberIsRefused() {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1001}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> policy.soy(bad))
                    .withMessageStartingWith("soy");
        }
    }

    @Test
    void servicesCarryNoDuty() {
        Sector s = Sector.SVC;
        assertThatIllegalArgumentException().isThrownBy(() -> policy.usDuty(s, .1));
        assertThatIllegalArgumentException().isThrownBy(() -> policy.cnDuty(s, .1));
        assertThatIllegalArgumentException().isThrownBy(() -> policy.addUsDuty(s, .1));
        assertThatIllegalArgumentException().isThrownBy(() -> policy.addCnDuty(s, .1));
    }

    @Test
    void anAdditionThatWouldLeaveTheRangeIsRefused() {
        policy.usDuty(Sector.SOY, 60);
        assertThatIllegalArgumentException().isThrownBy(() -> policy.addUsDuty(Sector.SOY, 60));
        assertThat(policy.usDuty(Sector.SOY)).isEqualTo(60);
    }
}
