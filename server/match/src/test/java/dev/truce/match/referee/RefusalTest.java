package dev.truce.match.referee;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.orders.Verdict;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.Statement;
import dev.truce.match.Input;
import dev.truce.match.Refusals;
import dev.truce.match.Ruling;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every code that orders can meet, and which one is told when several apply. */
class RefusalTest {
    private static final Set<RefusalCode> OF_ORDERS =
            EnumSet.range(RefusalCode.UNKNOWN_MATCH, RefusalCode.CONFLICTING_ORDERS);
    private static final int PORT = Instrument.US_PORT_FEE.ordinal();

    @Test
    void aThreatIsForARoundThatTheMatchHas() {
        Table table = Table.open(3);
        for (int by : new int[] {1, 3}) {
            assertThat(table.seat("US")
                            .says(Channel.PUBLIC, "", new Statement.Threaten(Instrument.US_PORT_FEE, 2, by, null)))
                    .isInstanceOf(Verdict.Accepted.class);
        }
        assertThat(table.seat("US")
                        .says(Channel.PUBLIC, "", new Statement.Threaten(Instrument.US_PORT_FEE, 2, 4, null)))
                .isInstanceOfSatisfying(Verdict.Rejected.class, rejected -> {
                    assertThat(rejected.refusal().code()).isEqualTo(RefusalCode.BAD_TEXT);
                    assertThat(rejected.refusal().key()).isEqualTo("refused.bad_text.end");
                    assertThat(rejected.refusal().legal()).isEqualTo("1..3");
                });
    }

    /** A submission of the US that has all the given faults, to a match in which the codes before the orders apply as given. */
    private static Verdict submitWith(Set<RefusalCode> faults) {
        if (faults.contains(RefusalCode.UNKNOWN_MATCH)) {
            return new Verdict.Rejected(Refusals.unknownMatch());
        }
        Table table = Table.of(3);
        if (!faults.contains(RefusalCode.WRONG_PHASE) || faults.contains(RefusalCode.MOVE_ID_REUSED)) {
            table.start();
        }
        if (faults.contains(RefusalCode.MOVE_ID_REUSED)) {
            table.seat("US").sends("used", 1, "FENT=5");
        }
        if (faults.contains(RefusalCode.WRONG_PHASE)) {
            table.hand(new Input.Hosts(new HostAct.Abandon("the bell rang")));
        }
        Seat seat = faults.contains(RefusalCode.NOT_SEATED) ? new Seat(Side.US, 1) : Seat.US_HEAD;
        int round = faults.contains(RefusalCode.STALE_ROUND) ? 2 : 1;
        String moveId = faults.contains(RefusalCode.MOVE_ID_REUSED) ? "used" : "fresh";
        Ruling ruling = table.hand(new Input.Does(seat, round, moveId, new Deed.Submit(ordersWith(faults))));
        if (ruling.verdict() instanceof Verdict.Rejected) {
            assertThat(ruling.effects()).isEmpty();
        }
        return ruling.verdict();
    }

    private static List<RequestedOrder> ordersWith(Set<RefusalCode> faults) {
        List<RequestedOrder> orders = new ArrayList<>();
        if (faults.contains(RefusalCode.TOO_MANY_ORDERS)) {
            orders.addAll(Collections.nCopies(10, new RequestedOrder(PORT, 1)));
        }
        if (faults.contains(RefusalCode.CONFLICTING_ORDERS)) {
            orders.add(new RequestedOrder(PORT, 1));
            orders.add(new RequestedOrder(PORT, 2));
        }
        if (faults.contains(RefusalCode.NOT_YET_LEGAL)) {
            orders.add(new RequestedOrder(Instrument.US_CHIP_CONTROL.ordinal(), 0));
        }
        if (faults.contains(RefusalCode.LEVEL_NOT_ON_LADDER)) {
            orders.add(new RequestedOrder(Instrument.US_FENTANYL_TARIFF.ordinal(), 6));
        }
        if (faults.contains(RefusalCode.NOT_YOUR_INSTRUMENT)) {
            orders.add(new RequestedOrder(Instrument.CN_PORT_FEE.ordinal(), 1));
        }
        if (faults.contains(RefusalCode.UNKNOWN_INSTRUMENT)) {
            orders.add(new RequestedOrder(Instrument.COUNT, 1));
        }
        return orders;
    }

    @Test
    void ordersWithoutAFaultAreAccepted() {
        assertThat(submitWith(EnumSet.noneOf(RefusalCode.class)).isAccepted()).isTrue();
    }

    static Set<RefusalCode> ofOrders() {
        return OF_ORDERS;
    }

    @ParameterizedTest
    @MethodSource("ofOrders")
    void everyCodeIsTold(RefusalCode code) {
        assertThat(submitWith(EnumSet.of(code)).code()).isEqualTo(code);
    }

    static List<Set<RefusalCode>> pairs() {
        List<Set<RefusalCode>> pairs = new ArrayList<>();
        for (RefusalCode one : OF_ORDERS) {
            for (RefusalCode two : OF_ORDERS) {
                if (one.ordinal() < two.ordinal()) {
                    pairs.add(EnumSet.of(one, two));
                }
            }
        }
        return pairs;
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void ofTwoFaultsTheFirstInTheTableIsTold(Set<RefusalCode> two) {
        assertThat(submitWith(two).code()).isEqualTo(two.iterator().next());
    }

    @ParameterizedTest
    @MethodSource("ofOrders")
    void whenAllApplyFromHereOnThisOneIsTold(RefusalCode first) {
        Set<RefusalCode> rest = EnumSet.range(first, RefusalCode.CONFLICTING_ORDERS);
        assertThat(submitWith(rest).code()).isEqualTo(first);
    }

    @Test
    void aRefusalNamesTheFieldAndWhatWouldBeRight() {
        Table table = Table.open(3);
        assertThat(submitWith(EnumSet.of(RefusalCode.LEVEL_NOT_ON_LADDER)))
                .isInstanceOfSatisfying(Verdict.Rejected.class, rejected -> {
                    assertThat(rejected.refusal().field()).isEqualTo("orders[0].level");
                    assertThat(rejected.refusal().legal()).isEqualTo("0 5 10 15 20 25");
                });
        assertThat(table.seat("US").sends("a", 2, "HOLD").verdict())
                .isEqualTo(new Verdict.Rejected(Refusal.of(RefusalCode.STALE_ROUND, "round")
                        .naming(2, 1)
                        .legal(1)));
        assertThat(table.hand(new Input.Does(new Seat(Side.CN, 3), 1, table.nextMoveId(), new Deed.Ready(true, 0)))
                        .verdict())
                .isInstanceOfSatisfying(Verdict.Rejected.class, rejected -> {
                    assertThat(rejected.code()).isEqualTo(RefusalCode.NOT_SEATED);
                    assertThat(rejected.refusal().legal()).isEqualTo("US.head, CN.head");
                });
    }

    @Test
    void allKindsOfInputAreRefusedOutsideTheirRound() {
        Table table = Table.open(3);
        table.everybodyIsReady();
        List<Input> late = List.of(
                new Input.Does(Seat.US_HEAD, 1, "a", new Deed.Submit(List.of())),
                new Input.Does(Seat.US_HEAD, 1, "b", new Deed.Undo()),
                new Input.Does(Seat.US_HEAD, 1, table.nextMoveId(), new Deed.Ready(true, 0)),
                new Input.Does(Seat.US_HEAD, 1, "c", new Deed.MakeOffer(new Terms.Renewal(4, false), null)),
                new Input.Does(Seat.US_HEAD, 1, "d", new Deed.Accept(new OfferId(Side.CN, 1), "")),
                new Input.Does(Seat.US_HEAD, 1, "e", new Deed.Refuse(new OfferId(Side.CN, 1))),
                new Input.Does(Seat.US_HEAD, 1, "f", new Deed.Withdraw(new OfferId(Side.US, 1))),
                new Input.Does(Seat.US_HEAD, 1, "g", new Deed.GiveNotice(true)),
                new Input.Does(Seat.US_HEAD, 1, "h", new Deed.Say(Channel.PUBLIC, "Too late.", null)),
                Input.Hosts.timeUp(1, 0));
        for (Input input : late) {
            Ruling ruling = table.hand(input);
            assertThat(ruling.verdict()).isInstanceOfSatisfying(Verdict.Rejected.class, rejected -> {
                assertThat(rejected.code()).isEqualTo(RefusalCode.STALE_ROUND);
                assertThat(rejected.refusal().legal()).isEqualTo("2");
            });
            assertThat(ruling.effects()).isEmpty();
        }
    }
}
