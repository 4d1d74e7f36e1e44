package dev.truce.engine.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Portfolio;
import dev.truce.engine.board.Side;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules 1: who decides what in a delegation of one to five seats. */
class DelegationTest {
    @ParameterizedTest(name = "{0} with {1} seats: {2}")
    @CsvSource({
        "US, 1, ''",
        "US, 2, trade",
        "US, 3, trade commerce",
        "US, 4, trade commerce homeland",
        "US, 5, trade commerce homeland -",
        "CN, 2, commerce",
        "CN, 3, commerce agriculture",
        "CN, 5, commerce agriculture transport public-security"
    })
    void inTheUsualDelegationMinistersTakePortfoliosInTheirOrder(Side side, int seats, String held) {
        List<String> words = new ArrayList<>();
        for (Minister minister :
                Delegation.usual(side, DelegationMode.PORTFOLIO, seats).ministers()) {
            words.add(
                    minister.portfolios().isEmpty()
                            ? "-"
                            : minister.portfolios().get(0).word());
        }
        assertThat(String.join(" ", words)).isEqualTo(held);
    }

    @ParameterizedTest(name = "{0}: seat {1}")
    @CsvSource({
        "US_PORT_FEE, 1",
        "US_LICENCE_PACE, 2",
        "US_FENTANYL_TARIFF, 0",
        "US_CHIP_CONTROL, 2",
        "US_RECIPROCAL_TARIFF, 1"
    })
    void inPortfolioModeTheHolderDecidesAndTheHeadTheRest(Instrument instrument, int seat) {
        Delegation three = Delegation.usual(Side.US, DelegationMode.PORTFOLIO, 3);
        assertThat(three.decides(instrument)).isEqualTo(seat);
        assertThat(three.decidedBy(seat)).contains(instrument);
    }

    @ParameterizedTest
    @EnumSource(DelegationMode.class)
    void inEveryDelegationEachInstrumentIsDecidedByExactlyOneSeat(DelegationMode mode) {
        for (Side side : Side.values()) {
            for (int seats = 1; seats <= Delegation.MAX_SEATS; seats++) {
                Delegation delegation = Delegation.usual(side, mode, seats);
                List<Instrument> decided = new ArrayList<>();
                for (int number = 0; number <= Delegation.MAX_MINISTERS; number++) {
                    decided.addAll(delegation.decidedBy(number));
                }
                assertThat(decided).containsExactlyInAnyOrderElementsOf(Instrument.of(side));
            }
        }
    }

    @Test
    void whereTheHeadDecidesMinistersDecideNothing() {
        Delegation five = Delegation.usual(Side.CN, DelegationMode.HEAD, 5);
        assertThat(five.decidedBy(0)).isEqualTo(Instrument.of(Side.CN));
        assertThat(five.decidedBy(1)).isEmpty();
        assertThat(five.holder(Portfolio.CN_COMMERCE)).isEqualTo(1);
    }

    @Test
    void whatAVacantSeatHeldFallsToTheHead() {
        Delegation five = Delegation.usual(Side.CN, DelegationMode.PORTFOLIO, 5);
        Delegation two = five.occupied(List.of(0, 3));
        assertThat(two.ministers()).extracting(Minister::number).containsExactly(3);
        assertThat(two.decides(Instrument.CN_PORT_FEE)).isEqualTo(3);
        assertThat(two.decides(Instrument.CN_SOY_PURCHASES)).isZero();
    }

    @Test
    void oneMinisterMayHoldSeveralPortfolios() {
        Delegation two = new Delegation(
                Side.CN,
                DelegationMode.PORTFOLIO,
                List.of(new Minister(2, List.of(Portfolio.CN_TRANSPORT, Portfolio.CN_COMMERCE))));
        assertThat(two.ministers().get(0).portfolios())
                .as("canonical order")
                .containsExactly(Portfolio.CN_COMMERCE, Portfolio.CN_TRANSPORT);
        List<Instrument> held = new ArrayList<>(Portfolio.CN_COMMERCE.instruments());
        held.addAll(Portfolio.CN_TRANSPORT.instruments());
        assertThat(two.decidedBy(2)).containsExactlyInAnyOrderElementsOf(held);
    }

    @Test
    void whatCannotBeIsRefusedWithWhatWouldBeRight() {
        assertThatThrownBy(() -> new Minister(5, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("seat 5: ministers sit on seats 1..4, the head on 0");
        assertThatThrownBy(() -> new Minister(1, List.of(Portfolio.US_TRADE, Portfolio.US_TRADE)))
                .hasMessage("seat 1: portfolio trade is named twice; name it once");
        assertThatThrownBy(() -> of(new Minister(1, List.of()), new Minister(1, List.of())))
                .hasMessage("US.1 is named twice; ministers sit on seats 1..4, one on each");
        assertThatThrownBy(() -> of(new Minister(1, List.of(Portfolio.CN_TRANSPORT))))
                .hasMessage("US.1 holds transport of CN; portfolios of US are trade, commerce, homeland");
        assertThatThrownBy(() ->
                        of(new Minister(1, List.of(Portfolio.US_TRADE)), new Minister(2, List.of(Portfolio.US_TRADE))))
                .hasMessage("US.2 holds trade, which another seat holds; one seat a portfolio");
        assertThatThrownBy(() -> Delegation.usual(Side.US, DelegationMode.HEAD, 6))
                .hasMessage("6 seats; a delegation has 1..5 seats, the head's included");
    }

    private static Delegation of(Minister... ministers) {
        return new Delegation(Side.US, DelegationMode.PORTFOLIO, List.of(ministers));
    }
}
