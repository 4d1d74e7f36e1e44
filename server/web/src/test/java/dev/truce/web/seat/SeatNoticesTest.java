package dev.truce.web.seat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Portfolio;
import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.Delegation;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.delegation.Minister;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.match.Notice;
import dev.truce.match.Occupant;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.scenario.Scenarios;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a seat on the page hears of the host, the clock and its delegation, from the real referee. */
class SeatNoticesTest {
    private static final Scenario SCENARIO = Scenarios.busan2025();
    private static final Rules RULES = Rules.of(SCENARIO);
    private static final Orders DRAFT = Orders.of(List.of(new Order(Instrument.US_FENTANYL_TARIFF, 3)));

    private RoomServer server = new RoomServer(RULES, SCENARIO.hash());

    private RoomEntry joined() {
        RoomEntry room = server.page(null);
        room.join("CODE", null, null, "Lee", "device");
        server.connects(room.line());
        server.heardBy(room);
        return room;
    }

    private static SeatNotices notices(RoomEntry room) {
        return Objects.requireNonNull(Objects.requireNonNull(room.seat()).notices());
    }

    private static Notice newest(RoomEntry room) {
        List<SeatNotices.Told> latest = notices(room).latest();
        return latest.get(latest.size() - 1).notice();
    }

    @Test
    void theTimeLeftIsThatOfTheServerAndIsToldAtItsMarks() {
        server.deadline = server.serverMillis + 70_000;
        RoomEntry room = joined();
        assertThat(notices(room).leftMillis()).isEqualTo(70_000);
        List<String> told = new ArrayList<>();
        for (int second = 0; second < 70; second++) {
            server.pass(room.line(), 1_000);
            server.heardBy(room);
            String left = notices(room).left();
            if (!left.isEmpty() && !told.contains(left)) {
                told.add(left);
            }
        }
        assertThat(told).containsExactly("1:00", "0:15");
        assertThat(notices(room).leftMillis()).isEqualTo(1);
    }

    @Test
    void aServersClockThatSeemsLateWasUnderWay() {
        long[] own = {500};
        ServerClock clock = new ServerClock(() -> own[0]);
        clock.told(9_000, true);
        own[0] = 1_000;
        clock.told(9_400, false);
        assertThat(clock.now()).isEqualTo(9_500);
        clock.told(9_600, false);
        assertThat(clock.now()).isEqualTo(9_600);
        clock.told(7_000, true);
        assertThat(clock.now()).isEqualTo(7_000);
    }

    @Test
    void aPauseStandsUntilTheMatchGoesOn() {
        RoomEntry room = joined();
        server.hosts(new HostAct.Pause());
        server.heardBy(room);
        assertThat(notices(room).deadline().stands()).isTrue();
        assertThat(newest(room)).isInstanceOf(Notice.ClockChanged.class);
        server.hosts(new HostAct.Unpause());
        server.heardBy(room);
        assertThat(notices(room).deadline().stands()).isFalse();
        assertThat(notices(room).latest()).hasSize(2);
    }

    @Test
    void whatTheHostSaysStaysWhileItIsNotTooMuch() {
        RoomEntry room = joined();
        for (int i = 0; i < 2 * SeatNotices.MOST; i++) {
            server.hosts(new HostAct.Announce(0, "number " + i));
        }
        server.heardBy(room);
        assertThat(notices(room).latest()).hasSize(SeatNotices.MOST);
        assertThat(newest(room).toString()).contains("number 47");
    }

    @Test
    void whatTheClockDidInAnEarlierRoundIsForgotten() {
        RoomEntry room = joined();
        server.hosts(new HostAct.Announce(0, "Welcome"));
        server.hosts(new HostAct.Pause());
        server.hosts(new HostAct.Unpause());
        server.does(Seat.US_HEAD, new Deed.Ready(true, 0));
        server.otherIsReady();
        server.heardBy(room);
        assertThat(notices(room).latest())
                .singleElement()
                .satisfies(told -> assertThat(told.notice()).isInstanceOf(Notice.HostActed.class));
    }

    @Test
    void aMinisterSeesTheDraftsAndVotesOfHisDelegation() {
        Delegation us =
                new Delegation(Side.US, DelegationMode.HEAD, List.of(new Minister(1, List.of(Portfolio.US_TRADE))));
        Seat minister = new Seat(Side.US, 1);
        server = new RoomServer(RULES, SCENARIO.hash(), minister, List.of(us));
        RoomEntry room = joined();
        server.says(new ServerMessage.RoomChanged(
                "CODE",
                List.of(
                        new Occupant(Seat.US_HEAD, "Ann", false, true),
                        new Occupant(minister, "Bo", false, true, List.of(Portfolio.US_TRADE))),
                DelegationMode.HEAD,
                false,
                Set.of()));
        server.heardBy(room);
        PageSeat seat = Objects.requireNonNull(room.seat());
        assertThat(seat.board().delegates().advises()).isTrue();
        seat.does(Deed.PutDraft.of(DRAFT), why -> assertThat(why).isNull());
        server.does(Seat.US_HEAD, new Deed.Vote(1, true));
        server.heardBy(room);
        assertThat(seat.board().delegates().drafts()).containsEntry(1, DRAFT);
        assertThat(seat.board().delegates().votes(1)).containsEntry(0, true);
        assertThat(newest(room)).isInstanceOf(Notice.Voted.class);
    }
}
