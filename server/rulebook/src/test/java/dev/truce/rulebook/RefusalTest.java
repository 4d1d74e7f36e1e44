package dev.truce.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.orders.LegalLevels.Reason;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.orders.Verdict;
import dev.truce.engine.orders.Verdict.Rejected;
import dev.truce.engine.round.Resolver;
import dev.truce.engine.state.MatchState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules 4: refusals are values with a code, the first in order of precedence, and refuse the whole submission. */
class RefusalTest {
    private static final List<RefusalCode> JUDGED_BY_THE_RULES = List.of(
            RefusalCode.TOO_MANY_ORDERS,
            RefusalCode.UNKNOWN_INSTRUMENT,
            RefusalCode.NOT_YOUR_INSTRUMENT,
            RefusalCode.LEVEL_NOT_ON_LADDER,
            RefusalCode.NOT_YET_LEGAL,
            RefusalCode.CONFLICTING_ORDERS);

    static IntStream everySetOfFaults() {
        return IntStream.range(1, 1 << JUDGED_BY_THE_RULES.size());
    }

    @ParameterizedTest
    @MethodSource("everySetOfFaults")
    void theFirstCodeIsToldWhateverOtherFaultsThereAreAndInWhateverOrder(int faults) {
        List<RequestedOrder> submission = new ArrayList<>();
        RefusalCode first = null;
        for (int i = JUDGED_BY_THE_RULES.size() - 1; i >= 0; i--) {
            if ((faults >> i & 1) == 1) {
                first = JUDGED_BY_THE_RULES.get(i);
                submission.addAll(fault(first));
            }
        }
        assertThat(check(submission).code()).isEqualTo(first);
        Collections.reverse(submission);
        assertThat(check(submission).code()).isEqualTo(first);
    }

    private static List<RequestedOrder> fault(RefusalCode code) {
        return switch (code) {
            case TOO_MANY_ORDERS -> Collections.nCopies(10, request(Instrument.US_PORT_FEE, 0));
            case UNKNOWN_INSTRUMENT -> List.of(new RequestedOrder(18, 0));
            case NOT_YOUR_INSTRUMENT -> List.of(request(Instrument.CN_PORT_FEE, 0));
            case LEVEL_NOT_ON_LADDER -> List.of(request(Instrument.US_PORT_FEE, 5));
            case NOT_YET_LEGAL -> List.of(request(Instrument.US_CHIP_CONTROL, 0));
            case CONFLICTING_ORDERS ->
                List.of(request(Instrument.US_FENTANYL_TARIFF, 1), request(Instrument.US_FENTANYL_TARIFF, 2));
            // The referee judges these: the match, the seat, the moment, offers and talk.
            default -> throw new AssertionError(code);
        };
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        UNKNOWN_INSTRUMENT  | orders[0].instrument | FENT RECIP S301 DUTY301 DUTY232 PORT AFFIL CHIP PACE
        NOT_YOUR_INSTRUMENT | orders[0].instrument | FENT RECIP S301 DUTY301 DUTY232 PORT AFFIL CHIP PACE
        LEVEL_NOT_ON_LADDER | orders[0].level      | 0 50 80 110 140
        NOT_YET_LEGAL       | orders[0].level      | licensed strict embargo
        TOO_MANY_ORDERS     | orders               | 9
        CONFLICTING_ORDERS  | orders[1].level      | 5 10
        """)
    void aRefusalNamesTheFieldAndWhatWouldBeRight(RefusalCode code, String field, String legal) {
        assertThat(check(fault(code))).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.code()).isEqualTo(code);
            assertThat(rejected.refusal().field()).isEqualTo(field);
            assertThat(rejected.refusal().legal()).isEqualTo(legal);
            assertThat(rejected.refusal().key()).startsWith("refused.");
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Instrument.COUNT, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void anIndexOutsideTheBoardIsAnUnknownInstrument(int index) {
        assertThat(check(List.of(new RequestedOrder(index, 0))).code()).isEqualTo(RefusalCode.UNKNOWN_INSTRUMENT);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 6, 128, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void anIndexOutsideTheLadderIsRefused(int level) {
        assertThat(check(List.of(request(Instrument.US_FENTANYL_TARIFF, level))).code())
                .isEqualTo(RefusalCode.LEVEL_NOT_ON_LADDER);
    }

    @Test
    void nothingIsAcceptedOnceTheMatchIsOver() {
        MatchState over = Play.noiseFree(1).holding(1).state();
        assertThat(Play.RULES
                        .check(Play.RULES.setup(1), over, Side.US, List.of())
                        .code())
                .isEqualTo(RefusalCode.WRONG_PHASE);
    }

    @ParameterizedTest
    @EnumSource
    void noOrdersAndOrdersForThePresentLevelsAreAccepted(Side side) {
        Play play = Play.noiseFree(12);
        assertThat(Play.RULES.check(play.setup(), play.state(), side, List.of()))
                .isEqualTo(new Verdict.Accepted(Orders.HOLD));
        Orders hold = Orders.all(
                Play.RULES.scenario().instruments().of(side), play.state().levels());
        assertThat(Play.RULES.check(play.setup(), play.state(), side, requests(hold)))
                .isEqualTo(new Verdict.Accepted(hold));
    }

    @Test
    void theSameOrderTwiceCountsOnce() {
        assertThat(check(Collections.nCopies(2, request(Instrument.US_PORT_FEE, 1))))
                .isEqualTo(new Verdict.Accepted(Orders.of(new Order(Instrument.US_PORT_FEE, 1))));
    }

    /** Orders of the rounds before, then the orders to be judged. The truce pauses the investigation where it is not ordered again. */
    @ParameterizedTest(name = "after [{0}], {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        ''                       | US.DUTY301=1            | NOT_YET_LEGAL
        ''                       | US.S301=2               | NOT_YET_LEGAL
        ''                       | US.DUTY301=0            | accepted
        US.S301=1                | US.DUTY301=1            | NOT_YET_LEGAL
        US.S301=1,               | US.DUTY301=1 US.S301=1  | NOT_YET_LEGAL
        US.S301=1,US.S301=1      | US.DUTY301=2 US.S301=1  | accepted
        US.S301=1,US.S301=1      | US.DUTY301=2 US.S301=0  | NOT_YET_LEGAL
        US.S301=1,US.S301=1      | US.DUTY301=2            | NOT_YET_LEGAL
        US.S301=1,US.S301=1,US.S301=1 | US.DUTY301=1       | accepted
        US.S301=1,US.S301=1,US.S301=1 | US.DUTY301=1 US.S301=1 | accepted
        US.S301=1,US.S301=1,US.S301=1 | US.S301=2          | NOT_YET_LEGAL
        US.S301=1,US.S301=1,US.S301=1 | US.S301=1          | accepted
        US.S301=1,US.S301=1,US.S301=0 | US.DUTY301=1       | NOT_YET_LEGAL
        US.S301=1,US.S301=0      | US.DUTY301=1 US.S301=1  | NOT_YET_LEGAL
        ''                       | US.CHIP=0               | NOT_YET_LEGAL
        """)
    void legalityIsJudgedAsTheLegalityPhaseOfTheRoundWillFindIt(String history, String orders, String verdict) {
        Play play = Play.noiseFree(12, 2, 4, 8, 12);
        if (!history.isEmpty()) {
            Arrays.stream(history.split(",", -1)).forEach(play::round);
        }
        Orders us = Play.orders(orders).us();
        Refusal.Code refusal = Play.RULES
                .check(play.setup(), play.state(), Side.US, requests(us))
                .code();
        assertThat(refusal == null ? "accepted" : refusal.name()).isEqualTo(verdict);
        if (refusal == null) {
            play.round(orders);
        } else {
            assertThatThrownBy(() -> play.round(orders)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aRefusedTariffSaysThatAClausePausesItsInvestigation() {
        Play play = Play.noiseFree(12, 2, 4, 8, 12);
        play.round("US.S301=1");
        play.round("US.S301=1");
        Refusal refused = Play.RULES
                .check(play.setup(), play.state(), Side.US, List.of(request(Instrument.US_SECTION301_TARIFF, 1)))
                .refusal();
        assertThat(refused.key()).isEqualTo("refused.not_yet_legal.clause-pauses");
        assertThat(refused.legal()).isEqualTo("0");
        play.round("US.S301=1 US.DUTY301=1");
        assertThat(play.level(Instrument.US_SECTION301_TARIFF)).isEqualTo(1);
    }

    @Test
    void anInvestigationThatFellToActiveAllowsItsTariffInRoundSix() {
        Play play = Play.noiseFree(12, 2, 4, 8, 12).holding(4);
        assertThat(reasons(play, Instrument.US_SECTION301_TARIFF)).containsOnly(Reason.INVESTIGATION_NOT_CONCLUDED);
        play.hold();
        assertThat(reasons(play, Instrument.US_SECTION301_TARIFF)).isEmpty();
    }

    @Test
    void chipsOpenIsLegalWhileAChapterBindsAndNotARoundLonger() {
        Play play = Play.noiseFree(12, 2, 4, 8, 12).holding(1);
        play.round("", Play.terms(1, "US.CHIP=0"));
        assertThat(reasons(play, Instrument.US_CHIP_CONTROL)).isEmpty();
        play.round("US.CHIP=0");
        assertThat(reasons(play, Instrument.US_CHIP_CONTROL)).containsOnly(Reason.NO_TECHNOLOGY_CHAPTER);
        play.hold();
        assertThat(play.level(Instrument.US_CHIP_CONTROL)).isEqualTo(1);
    }

    @Test
    void resolvingWithTheOtherSidesInstrumentIsAFaultOfTheCaller() {
        Play play = Play.noiseFree(12);
        Orders foreign = Orders.of(new Order(Instrument.CN_PORT_FEE, 1));
        assertThatThrownBy(() -> play.round(new JointOrders(foreign, Orders.HOLD)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cn.port_fee");
    }

    @Test
    void resolvingAMatchThatIsOverIsAFaultOfTheCaller() {
        Play play = Play.noiseFree(1).holding(1);
        assertThatThrownBy(() -> new Resolver(Play.RULES).resolve(play.setup(), play.state(), JointOrders.HOLD))
                .isInstanceOf(IllegalStateException.class);
    }

    private static List<Reason> reasons(Play play, Instrument instrument) {
        for (LegalLevels levels : Play.RULES.legal(play.setup(), play.state(), instrument.holder())) {
            if (levels.instrument() == instrument) {
                return levels.withheld().stream()
                        .map(LegalLevels.Withheld::reason)
                        .toList();
            }
        }
        throw new AssertionError(instrument);
    }

    private static Verdict check(List<RequestedOrder> submission) {
        Play play = Play.noiseFree(12, 2, 4, 8, 12);
        return Play.RULES.check(play.setup(), play.state(), Side.US, submission);
    }

    private static RequestedOrder request(Instrument instrument, int level) {
        return new RequestedOrder(instrument.ordinal(), level);
    }

    static List<RequestedOrder> requests(Orders orders) {
        return orders.list().stream().map(RequestedOrder::of).toList();
    }
}
