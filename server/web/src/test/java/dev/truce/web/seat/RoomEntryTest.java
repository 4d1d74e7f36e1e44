package dev.truce.web.seat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.match.Seat;
import dev.truce.match.deed.AskedOrders;
import dev.truce.match.deed.Deed;
import dev.truce.protocol.client.LinkState;
import dev.truce.protocol.client.ResumeTicket;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.scenario.Scenarios;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A seat in a room over the bytes of a WebSocket, against the real referee. */
class RoomEntryTest {
    private static final Scenario SCENARIO = Scenarios.busan2025();

    private final RoomServer server = new RoomServer(Rules.of(SCENARIO), SCENARIO.hash());
    private final List<String> answers = new ArrayList<>();

    private RoomEntry room(RoomServer at, @Nullable ResumeTicket kept) {
        return at.page(kept);
    }

    private RoomEntry joined(RoomServer at) {
        RoomEntry room = room(at, null);
        room.join("CODE", null, null, "Lee", "device");
        at.connects(room.line());
        hear(at, room);
        return room;
    }

    private static void hear(RoomServer at, RoomEntry room) {
        at.heardBy(room);
    }

    private void does(RoomEntry room, Deed deed) {
        int before = answers.size();
        seat(room)
                .does(deed, why -> answers.add(why == null ? "done" : why.code().name()));
        assertThat(answers).as("nothing is said before the server has answered").hasSize(before);
    }

    /** Does what is refused at once. */
    private void does(RoomEntry room, Deed deed, String code) {
        seat(room)
                .does(deed, why -> answers.add(why == null ? "done" : why.code().name()));
        assertThat(answers).endsWith(code);
    }

    private static PageSeat seat(RoomEntry room) {
        return Objects.requireNonNull(room.seat());
    }

    @Test
    void whoJoinsByCodeSeesTheOpenRound() {
        RoomEntry room = joined(server);
        assertThat(room.refusal()).isNull();
        assertThat(room.link()).isInstanceOf(LinkState.Up.class);
        assertThat(seat(room).opponent()).isEqualTo("HAWK");
        assertThat(seat(room).board().openRound()).isEqualTo(1);
    }

    @Test
    void whatIsDoneReachesTheRefereeAndTheNextRoundComes() {
        RoomEntry room = joined(server);
        does(room, AskedOrders.submit(Orders.HOLD));
        does(room, new Deed.Ready(true, 0));
        hear(server, room);
        assertThat(answers).containsExactly("done", "done");
        server.otherIsReady();
        hear(server, room);
        assertThat(seat(room).board().openRound()).isEqualTo(2);
        assertThat(server.keys).doesNotHaveDuplicates();
    }

    @Test
    void whatTheRefereeRefusesIsSaid() {
        RoomEntry room = joined(server);
        does(room, new Deed.Accept(new OfferId(Side.CN, 1), "0123456789abcdef"));
        hear(server, room);
        assertThat(answers).containsExactly("UNKNOWN_OFFER");
        does(room, new Deed.Ready(true, 0));
        hear(server, room);
        assertThat(answers).containsExactly("UNKNOWN_OFFER", "done");
    }

    @Test
    void framesComeInPiecesAndTogether() {
        RoomEntry room = room(server, null);
        room.join("CODE", null, null, "Lee", "device");
        server.connects(room.line());
        for (byte[] answers = server.answers(); answers.length > 0; answers = server.answers()) {
            for (int at = 0; at < answers.length; at += 3) {
                room.line().heard(Arrays.copyOfRange(answers, at, Math.min(answers.length, at + 3)));
            }
        }
        assertThat(seat(room).board().openRound()).isEqualTo(1);
    }

    @Test
    void aLostLinkComesBackToTheSamePlaceAndMissesNothing() {
        RoomEntry room = joined(server);
        does(room, new Deed.Ready(true, 0));
        hear(server, room);
        server.drop();
        room.line().dropped();
        assertThat(room.link()).isInstanceOf(LinkState.Lost.class);
        assertThat(((RoomSeat) seat(room)).hearing().isLinkLost()).isTrue();
        server.otherIsReady();
        server.wakeNewest(room.line());
        assertThat(server.wantsToOpen()).isTrue();
        server.connects(room.line());
        hear(server, room);
        assertThat(((RoomSeat) seat(room)).hearing().isLinkLost()).isFalse();
        assertThat(seat(room).board().openRound()).isEqualTo(2);
        assertThat(Objects.requireNonNull(room.ticket()).token()).isEqualTo("token2");
    }

    @Test
    void anotherPageOpensTheSeatWithItsTicket() {
        RoomEntry first = joined(server);
        ResumeTicket ticket =
                new ResumeTicket(Objects.requireNonNull(first.ticket()).token(), 0);
        server.drop();
        RoomEntry second = room(server, ticket);
        second.comeBack(false);
        server.connects(second.line());
        hear(server, second);
        assertThat(seat(second).board().openRound()).isEqualTo(1);
        assertThat(seat(second).board().side()).isEqualTo(Seat.US_HEAD.side());
    }

    @Test
    void aSeatThatIsOpenedElsewhereIsLostHere() {
        RoomEntry room = joined(server);
        server.says(new ServerMessage.TakenOver());
        hear(server, room);
        assertThat(room.link()).isInstanceOf(LinkState.TakenOver.class);
        does(room, new Deed.Ready(true, 0), "TAKEN_OVER");
        assertThat(server.wantsToOpen()).isFalse();
    }

    @Test
    void whatIsSealedIsKnownHereAndAfterAReload() {
        Orders orders = Orders.of(List.of(new Order(Instrument.US_FENTANYL_TARIFF, 3)));
        RoomEntry first = joined(server);
        does(first, AskedOrders.submit(orders));
        assertThat(seat(first).sealed()).as("the server has not answered").isNull();
        hear(server, first);
        assertThat(seat(first).sealed()).isEqualTo(orders);
        ResumeTicket ticket =
                new ResumeTicket(Objects.requireNonNull(first.ticket()).token(), 0);
        server.drop();
        server.sealed = orders;
        RoomEntry second = room(server, ticket);
        second.comeBack(false);
        server.connects(second.line());
        hear(server, second);
        assertThat(seat(second).sealed()).isEqualTo(orders);
        does(second, new Deed.Undo());
        hear(server, second);
        assertThat(seat(second).sealed()).isNull();
    }

    @Test
    void bytesThatAreNoFrameEndTheConnection() {
        RoomEntry room = joined(server);
        room.line().heard(new byte[] {3, -1, -1, -1});
        assertThat(server.isOpen()).isFalse();
        server.connects(room.line());
        room.line().heard(new byte[] {-1, -1, -1, 127});
        assertThat(server.isOpen()).as("longer than any frame").isFalse();
    }

    @Test
    void aRoomOfOtherRulesIsNotPlayed() {
        RoomEntry room = joined(new RoomServer(Rules.of(SCENARIO), "0000"));
        assertThat(room.seat()).isNull();
        assertThat(Objects.requireNonNull(room.refusal()).code().name()).isEqualTo("SCENARIO_DIFFERS");
    }
}
