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
import dev.truce.match.Occupant;
import dev.truce.match.Seat;
import dev.truce.match.deed.AskedOrders;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.scenario.Scenarios;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.heard.Telling;
import dev.truce.story.words.Language;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What a seat on the page hears of the host, the clock and its delegation, from the real referee. */
class RoomSeatTest {
    private static final Scenario SCENARIO = Scenarios.busan2025();
    private static final Rules RULES = Rules.of(SCENARIO);
    private static final Seat MINISTER = new Seat(Side.US, 1);
    private static final Orders DRAFT = Orders.of(List.of(new Order(Instrument.US_FENTANYL_TARIFF, 3)));

    private static final Wording WORDS = new Wording(SCENARIO, Bundles.of(Language.EN), UnaryOperator.identity());

    private RoomServer server = new RoomServer(RULES, SCENARIO.hash());

    private RoomEntry joined() {
        RoomEntry room = server.page(null);
        room.join("CODE", null, null, "Lee", "device");
        server.connects(room.line());
        server.heardBy(room);
        return room;
    }

    private static RoomSeat seat(RoomEntry room) {
        return Objects.requireNonNull(room.seat());
    }

    private static String newest(RoomEntry room) {
        List<Telling> listed = seat(room).listed();
        return listed.get(listed.size() - 1).text(WORDS);
    }

    @Test
    void theTimeLeftIsThatOfTheServerAndIsToldAtItsMarks() {
        server.deadline = server.serverMillis + 70_000;
        RoomEntry room = joined();
        assertThat(seat(room).leftMillis()).isEqualTo(70_000);
        List<String> told = new ArrayList<>();
        for (int second = 0; second < 70; second++) {
            server.pass(room.line(), 1_000);
            server.heardBy(room);
            String left = seat(room).hearing().left();
            if (!left.isEmpty() && !told.contains(left)) {
                told.add(left);
            }
        }
        assertThat(told).containsExactly("1:00", "0:15");
        assertThat(seat(room).leftMillis()).isEqualTo(1);
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
        assertThat(seat(room).hearing().deadline().stands()).isTrue();
        assertThat(newest(room)).startsWith("PAUSED by who opened the room.");
        server.hosts(new HostAct.Unpause());
        server.heardBy(room);
        assertThat(seat(room).hearing().deadline().stands()).isFalse();
        assertThat(seat(room).listed()).hasSize(2);
    }

    @Test
    void whatTheHostSaysStaysWhileItIsNotTooMuch() {
        RoomEntry room = joined();
        for (int i = 0; i < 2 * RoomSeat.MAX_LINES; i++) {
            server.hosts(new HostAct.Announce(0, "number " + i));
        }
        server.heardBy(room);
        assertThat(seat(room).listed()).hasSize(RoomSeat.MAX_LINES);
        assertThat(newest(room)).contains("number 47");
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
        assertThat(seat(room).listed())
                .singleElement()
                .satisfies(told -> assertThat(told.text(WORDS)).isEqualTo("Announcement: Welcome"));
    }

    @Test
    void whatTheClockDidIsForgottenAtTheEndOfTheMatch() {
        RoomEntry room = joined();
        server.hosts(new HostAct.Announce(0, "Welcome"));
        server.hosts(new HostAct.Pause());
        server.hosts(new HostAct.Abandon("closed"));
        server.heardBy(room);
        assertThat(seat(room).board().over()).isNotNull();
        assertThat(seat(room).listed())
                .as("what the instructor did stays, what the clock did goes")
                .hasSize(2)
                .allMatch(told -> told.kind() == Telling.Kind.HOST);
    }

    /** A minister of trade sits down, named Bo. */
    private RoomEntry minister() {
        Delegation us =
                new Delegation(Side.US, DelegationMode.HEAD, List.of(new Minister(1, List.of(Portfolio.US_TRADE))));
        server = new RoomServer(RULES, SCENARIO.hash(), MINISTER, List.of(us));
        RoomEntry room = joined();
        headIs(room, "Ann");
        return room;
    }

    private void headIs(RoomEntry room, String name) {
        server.says(new ServerMessage.RoomChanged(
                "CODE",
                List.of(
                        new Occupant(Seat.US_HEAD, name, false, true),
                        new Occupant(MINISTER, "Bo", false, true, List.of(Portfolio.US_TRADE))),
                DelegationMode.HEAD,
                false,
                Set.of()));
        server.heardBy(room);
    }

    @Test
    void whatWasToldSaysTheSameWhateverIsHeardLater() {
        RoomEntry room = minister();
        PageSeat seat = seat(room);
        Map<Telling, String> told = new LinkedHashMap<>();
        List<Runnable> happens = List.of(
                () -> server.hosts(new HostAct.Announce(0, "Welcome")),
                () -> server.hosts(new HostAct.Pause()),
                () -> server.hosts(new HostAct.Unpause()),
                () -> seat.does(AskedOrders.draft(DRAFT), why -> assertThat(why).isNull()),
                () -> server.does(Seat.US_HEAD, AskedOrders.draft(DRAFT)),
                () -> server.does(Seat.US_HEAD, new Deed.Vote(1, true)),
                () -> headIs(room, "Dan"),
                () -> server.does(Seat.US_HEAD, AskedOrders.submit(DRAFT)),
                () -> server.does(Seat.US_HEAD, new Deed.Ready(true, 0)),
                () -> server.otherIsReady(),
                () -> seat.does(new Deed.Ready(true, 0), why -> assertThat(why).isNull()));
        for (Runnable each : happens) {
            each.run();
            server.heardBy(room);
            seat(room).listed().forEach(telling -> told.putIfAbsent(telling, telling.text(WORDS)));
        }
        assertThat(seat.board().openRound()).isEqualTo(2);
        assertThat(seat.board().level(Instrument.US_FENTANYL_TARIFF)).isEqualTo(3);
        assertThat(told.values())
                .contains(
                        "0 head, Ann drafts: FENT 10->15.",
                        Bundles.inEnglish("told.vote.yes", "0 head, Ann", "1 trade, Bo"));
        told.forEach(
                (telling, text) -> assertThat(telling.text(WORDS)).as("later").isEqualTo(text));
        assertThat(seat(room).listed())
                .as("drafts and votes of a round that is closed")
                .noneMatch(telling -> telling.kind() == Telling.Kind.COUNSEL);
    }

    @Test
    void aMinisterSeesTheDraftsAndVotesOfHisDelegation() {
        RoomEntry room = minister();
        PageSeat seat = seat(room);
        assertThat(seat.board().delegates().advises()).isTrue();
        seat.does(AskedOrders.draft(DRAFT), why -> assertThat(why).isNull());
        server.does(Seat.US_HEAD, new Deed.Vote(1, true));
        server.heardBy(room);
        assertThat(seat.board().delegates().drafts()).containsEntry(1, DRAFT);
        assertThat(seat.board().delegates().votes(1)).containsEntry(0, true);
        assertThat(newest(room)).isEqualTo(Bundles.inEnglish("told.vote.yes", "0 head, Ann", "1 trade, Bo"));
    }
}
