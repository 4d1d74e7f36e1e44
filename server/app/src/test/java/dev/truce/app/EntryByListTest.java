package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.classroom.entry.Devices;
import dev.truce.app.config.ServerConfig;
import dev.truce.engine.orders.Refusal;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.ClosingCause;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.ServerMessage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A class of sixty whose students pick their names from the list. */
class EntryByListTest extends HeldClass {
    private static final String TEMPLATE =
            "title: Seminar\nscenario: busan-2025\nus_seats: 3\ncn_seats: 3\nbot: hold\nentry: list\nseed: 7f3a91c2d84be650a1f79c3d5e82b064\n";
    private static final List<String> NAMES =
            IntStream.rangeClosed(1, 60).mapToObj(n -> "Student " + n).toList();

    private final HandTimers timers = new HandTimers();

    private TruceServer start() throws Exception {
        return TruceServer.start(ServerConfig.embedded(data), TestParts.real().withTimers(timers));
    }

    private static String list() {
        StringBuilder list = new StringBuilder("Name,Student number\n");
        NAMES.forEach(name ->
                list.append(name).append(",s").append(NAMES.indexOf(name)).append('\n'));
        return list.toString();
    }

    /** The secret that the own device of a student drew. */
    private static String device(String name) {
        return "device-of-" + name.replace(' ', '-') + "-0123456789";
    }

    private ClientMessage picks(String name, String device) {
        return of(new ClassRequest.Enter(RawClient.key(), code, name, device));
    }

    /** Picks a name with a device that has to wait; returns its number. */
    private int held(RawClient client, String name, String device) throws IOException {
        ClassNews.Entered entered = (ClassNews.Entered)
                client.ask(picks(name, device), ServerMessage.OfClass.class).news();
        assertThat(entered.hasSeat()).isFalse();
        return entered.held();
    }

    private RawClient player(TruceServer server) throws Exception {
        return RawClient.greeted(server.port(), Role.PLAYER);
    }

    /** Waits until a desk sees so many devices that wait. */
    private static ClassNews.Changed waits(RawClient desk, int devices) throws IOException {
        while (true) {
            if (desk.awaitMessage(ServerMessage.OfClass.class).news() instanceof ClassNews.Changed changed
                    && changed.held().size() == devices) {
                return changed;
            }
        }
    }

    private void everybodySitsDown(TruceServer server) throws Exception {
        for (String name : NAMES) {
            try (RawClient student = player(server)) {
                student.ask(picks(name, device(name)), ServerMessage.Seated.class);
            }
        }
    }

    @Test
    void namesAreToldWhileTheDoorsAreOpen() throws Exception {
        try (TruceServer server = start();
                RawClient desk = openClass(server, data, TEMPLATE, list());
                RawClient student = player(server)) {
            assertThat(student.refused(picks("", device("x"))).code()).isEqualTo(ConnectionCode.CLASS_NOT_OPEN);
            assertThat(student.refused(picks("Student 1", device("x"))).code())
                    .isEqualTo(ConnectionCode.CLASS_NOT_OPEN);
            does(desk, "doors open");
            Refusal room = student.refused(new ClientMessage.JoinRoom(RawClient.key(), code, null, "Student 1", false));
            assertThat(room.code()).isEqualTo(ConnectionCode.IS_A_CLASS);
            assertThat(room.legal()).isEqualTo("list");
            Refusal unknown = student.refused(picks("Nobody", device("x")));
            assertThat(unknown.code()).isEqualTo(ConnectionCode.UNKNOWN_MEMBER);
            assertThat(unknown.legal().split("; ")).containsExactlyInAnyOrderElementsOf(NAMES);
            assertThat(student.refused(picks("Student 1", "short")).code()).isEqualTo(ConnectionCode.MALFORMED);
            student.ask(picks("student 1", device("x")), ServerMessage.Seated.class);
        }
    }

    @Test
    void nobodyIsAddedUnderANameOrNumberThatAnotherIsFoundBy() throws Exception {
        try (TruceServer server = start();
                RawClient desk = openClass(server, data, TEMPLATE, list())) {
            Map<String, String> takes = Map.of(
                    "add \"student 1\" \"s99\"", "name student 1",
                    "add \"S1\" \"s99\"", "name S1",
                    "add \"Zed\" \"Student 1\"", "student Student 1");
            for (Map.Entry<String, String> take : takes.entrySet()) {
                Refusal refused = desk.refused(of(wish(take.getKey())));
                assertThat(refused.field() + " " + refused.arguments().get(0)).isEqualTo(take.getValue());
                assertThat(refused.key()).isEqualTo("refused.name_taken." + refused.field());
            }
            does(desk, "add \"Zed\" \"s99\"");
        }
    }

    @Test
    void anotherDeviceWaitsUntilADeskAdmitsItAlsoOverARestart() throws Exception {
        try (TruceServer server = start();
                RawClient desk = openClass(server, data, TEMPLATE, list())) {
            does(desk, "doors open");
            try (RawClient laptop = player(server);
                    RawClient phone = player(server)) {
                laptop.ask(picks("Student 1", device("laptop")), ServerMessage.Seated.class);
                assertThat(held(phone, "Student 1", device("phone"))).isEqualTo(1);
                assertThat(waits(desk, 1).held().get(0).device()).isEqualTo(1);
                assertThat(held(phone, "Student 1", device("phone"))).isEqualTo(1);
                assertThat(desk.refused(of(wish("admit 2"))).code()).isEqualTo(ConnectionCode.UNKNOWN_MEMBER);
            }
        }
        try (TruceServer server = start();
                RawClient desk = enterDesk(server, deskToken);
                RawClient laptop = player(server);
                RawClient phone = player(server)) {
            laptop.ask(picks("Student 1", device("laptop")), ServerMessage.Seated.class);
            assertThat(held(phone, "Student 1", device("phone"))).isEqualTo(1);
            does(desk, "admit 1");
            ClassNews.Entered admitted = (ClassNews.Entered)
                    phone.awaitMessage(ServerMessage.OfClass.class).news();
            assertThat(admitted.hasSeat()).isTrue();
            isSentAway(laptop, ClosingCause.PLACE_REVOKED);
            phone.ask(picks("Student 1", device("phone")), ServerMessage.Seated.class);
            try (RawClient again = player(server)) {
                int number = held(again, "Student 1", device("laptop"));
                does(desk, "refuse " + number);
                assertThat(again.refused(picks("Student 1", device("laptop"))).code())
                        .isEqualTo(ConnectionCode.SEAT_HELD);
            }
        }
        try (TruceServer server = start();
                RawClient phone = player(server);
                RawClient laptop = player(server)) {
            assertThat(laptop.refused(picks("Student 1", device("laptop"))).code())
                    .isEqualTo(ConnectionCode.SEAT_HELD);
            phone.ask(picks("Student 1", device("phone")), ServerMessage.Seated.class);
        }
    }

    @Test
    void aJokerWhoTriesSixtyNamesGetsNoSeatAndBuriesNoDesk() throws Exception {
        try (TruceServer server = start();
                RawClient desk = openClass(server, data, TEMPLATE, list())) {
            does(desk, "doors open");
            everybodySitsDown(server);
            try (RawClient joker = player(server)) {
                for (String name : NAMES) {
                    // One device waits for one seat, and one connection as one device.
                    assertThat(held(joker, name, device("joker"))).isEqualTo(1);
                    assertThat(joker.refused(picks(name, device("other"))).code())
                            .isEqualTo(ConnectionCode.SEAT_HELD);
                }
                assertThat(waits(desk, 1).held()).hasSize(1);
            }
            for (String name : NAMES) {
                try (RawClient joker = player(server)) {
                    held(joker, name, device("joker of " + name));
                }
            }
            waits(desk, 0);
            try (RawClient own = player(server);
                    RawClient new60 = player(server)) {
                own.ask(picks("Student 60", device("Student 60")), ServerMessage.Seated.class);
                int number = held(new60, "Student 60", device("phone"));
                assertThat(number).isGreaterThan(Devices.MAX_WAITING);
                does(desk, "new-key 60");
                isSentAway(own, ClosingCause.PLACE_REVOKED);
            }
        }
    }
}
