package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.classroom.ClassList;
import dev.truce.app.classroom.Template;
import dev.truce.app.config.ServerConfig;
import dev.truce.app.host.Catalogue;
import dev.truce.app.host.classes.ClassPlan;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Portfolio;
import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.scenario.Scenario;
import dev.truce.match.Notice;
import dev.truce.match.Occupant;
import dev.truce.match.RoundTerms;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.DelegationWish;
import dev.truce.protocol.message.DelegationWish.HostedMinister;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.RoomRequest;
import dev.truce.protocol.message.ServerFrame;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.scenario.Scenarios;
import dev.truce.store.FaultyStore;
import dev.truce.store.FaultyStore.Fault;
import dev.truce.store.sqlite.SqliteStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rooms in which a side has several seats: who sits where, who may do what, and what is refused. */
class DelegationRoomTest {
    private static final RequestedOrder FEE = new RequestedOrder(Instrument.US_PORT_FEE.ordinal(), 1);
    private static final RequestedOrder CHIPS = new RequestedOrder(Instrument.US_CHIP_CONTROL.ordinal(), 2);

    @TempDir
    Path data;

    private static ClientMessage.CreateRoom wish(int us, int cn, DelegationMode mode, HostedMinister... bots) {
        return wish("busan-2025", us, cn, mode, bots);
    }

    private static ClientMessage.CreateRoom wish(
            String scenario, int us, int cn, DelegationMode mode, HostedMinister... bots) {
        return new ClientMessage.CreateRoom(
                RawClient.key(),
                new RoomRequest(
                        scenario,
                        7L,
                        3,
                        0,
                        null,
                        null,
                        true,
                        new DelegationWish(us, cn, mode, List.of(bots)),
                        RoundTerms.USUAL));
    }

    private static ClientMessage.JoinRoom join(
            String code, @Nullable Side side, @Nullable Integer number, String name) {
        return new ClientMessage.JoinRoom(RawClient.key(), code, side, name, false, number);
    }

    private TruceServer server() throws Exception {
        return TruceServer.start(ServerConfig.embedded(data), TestParts.real());
    }

    private static RawClient guest(TruceServer server) throws Exception {
        return RawClient.greeted(server.port(), Role.PLAYER);
    }

    private static ServerMessage.Seated sit(
            RawClient client, String code, @Nullable Side side, @Nullable Integer number, String name)
            throws Exception {
        return client.ask(join(code, side, number, name), ServerMessage.Seated.class);
    }

    @Test
    void theSettingsOfARoomAreCheckedByName() throws Exception {
        try (TruceServer server = server();
                RawClient client = guest(server)) {
            assertThat(client.refused(wish(0, 1, DelegationMode.HEAD)).field()).isEqualTo("delegations.us_seats");
            Refusal six = client.refused(wish(1, 6, DelegationMode.HEAD));
            assertThat(six.code()).isEqualTo(ConnectionCode.OUT_OF_RANGE);
            assertThat(six.field()).isEqualTo("delegations.cn_seats");
            assertThat(six.legal()).isEqualTo("1..5");
            Refusal nobody =
                    client.refused(wish(2, 2, DelegationMode.HEAD, new HostedMinister(new Seat(Side.US, 1), "skynet")));
            assertThat(nobody.code()).isEqualTo(ConnectionCode.UNKNOWN_BOT);
            assertThat(nobody.field()).isEqualTo("delegations.bots[0].bot");
            for (Seat wrong : List.of(Seat.CN_HEAD, new Seat(Side.CN, 2))) {
                Refusal seat = client.refused(wish(2, 2, DelegationMode.HEAD, new HostedMinister(wrong, "tft")));
                assertThat(seat.code()).isEqualTo(ConnectionCode.OUT_OF_RANGE);
                assertThat(seat.legal()).isEqualTo("US.1 CN.1");
            }
        }
    }

    /** A minister who holds nothing that the scenario has could only press a button, and the others would wait for it. */
    @Test
    void aRoomHasNoSeatForAPortfolioOfWhichTheScenarioHasNothing() throws Exception {
        Scenario less = Scenarios.load("""
                base: busan-2025
                id: less
                titles: {en: "Less", zh: "少"}
                anchors: computed
                instruments: {us.port_fee: none, cn.port_fee: none}
                """, "less.yaml");
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), Parts.real(List.of(less)));
                RawClient client = guest(server)) {
            for (int seats = 4; seats <= 5; seats++) {
                Refusal refused = client.refused(wish("less", 1, seats, DelegationMode.PORTFOLIO));
                assertThat(refused.code()).isEqualTo(ConnectionCode.OUT_OF_RANGE);
                assertThat(refused.field()).isEqualTo("delegations.cn_seats");
                assertThat(refused.key()).isEqualTo("refused.out_of_range.portfolio");
                assertThat(refused.arguments()).containsExactly("CN.3", "transport");
                assertThat(refused.legal()).isEqualTo("1..3");
            }
            for (ClientMessage.CreateRoom right :
                    List.of(wish("less", 5, 3, DelegationMode.PORTFOLIO), wish("less", 5, 5, DelegationMode.HEAD))) {
                try (RawClient host = guest(server)) {
                    host.ask(right, ServerMessage.RoomCreated.class);
                }
            }
            String template = "title: Seminar\nscenario: less\nmode: portfolio\nus_seats: 2\ncn_seats: %d\n";
            Catalogue catalogue = Catalogue.of(List.of(less));
            Supplier<Reply<ClassList>> unasked = () -> {
                throw new AssertionError("the list is not looked at");
            };
            Reply<ClassPlan> four =
                    ClassPlan.of(Template.read(template.formatted(4), "template"), catalogue, unasked, () -> 0);
            assertThat(((Reply.Refused<ClassPlan>) four).refusal().field()).isEqualTo("template.cn_seats");
            assertThat(((Reply.Refused<ClassPlan>) four).refusal().legal()).isEqualTo("1..3");
        }
    }

    @Test
    void everySeatHasAnOccupantAndAPortfolioAndTheFreeOnesAreNamed() throws Exception {
        try (TruceServer server = server();
                RawClient host = guest(server);
                RawClient trade = guest(server);
                RawClient head = guest(server);
                RawClient cn = guest(server);
                RawClient late = guest(server)) {
            String code = host.ask(
                            wish(3, 1, DelegationMode.PORTFOLIO, new HostedMinister(new Seat(Side.US, 2), "tft")),
                            ServerMessage.RoomCreated.class)
                    .roomCode();
            assertThat(sit(trade, code, Side.US, 1, "Mei").seat()).isEqualTo(new Seat(Side.US, 1));
            ServerMessage.RoomChanged room = trade.awaitMessage(ServerMessage.RoomChanged.class);
            assertThat(room.mode()).isEqualTo(DelegationMode.PORTFOLIO);
            assertThat(room.seats())
                    .containsExactly(
                            new Occupant(Seat.US_HEAD, "", false, false, List.of(Portfolio.US_HOMELAND)),
                            new Occupant(new Seat(Side.US, 1), "Mei", false, true, List.of(Portfolio.US_TRADE)),
                            new Occupant(new Seat(Side.US, 2), "tft", true, true, List.of(Portfolio.US_COMMERCE)),
                            new Occupant(Seat.CN_HEAD, "", false, false, Portfolio.of(Side.CN)));

            Refusal taken = late.refused(join(code, Side.US, 2, "Lee"));
            assertThat(taken.code()).isEqualTo(ConnectionCode.SEAT_TAKEN);
            assertThat(taken.legal()).isEqualTo("US.head CN.head");
            Refusal none = late.refused(join(code, Side.CN, 1, "Lee"));
            assertThat(none.code()).isEqualTo(ConnectionCode.NO_SUCH_SEAT);
            assertThat(none.legal()).isEqualTo("US.head CN.head");
            assertThat(sit(head, code, Side.US, null, "Ann").seat()).isEqualTo(Seat.US_HEAD);
            Refusal full = late.refused(join(code, Side.US, null, "Lee"));
            assertThat(full.code()).isEqualTo(ConnectionCode.SIDE_TAKEN);
            assertThat(full.legal()).isEqualTo("CN.head");
            assertThat(sit(cn, code, null, null, "Bo").seat()).isEqualTo(Seat.CN_HEAD);
            assertThat(late.refused(join(code, null, null, "Lee")).code()).isEqualTo(ConnectionCode.ROOM_FULL);
        }
    }

    @Test
    void ofManyWhoComeAtOnceEachGetsASeatOfHisOwnAndTheRestHearThatTheRoomIsFull() throws Exception {
        try (TruceServer server = server();
                RawClient host = guest(server)) {
            String code = host.ask(wish(5, 5, DelegationMode.HEAD), ServerMessage.RoomCreated.class)
                    .roomCode();
            List<RawClient> guests = new ArrayList<>();
            try {
                for (int i = 0; i < 13; i++) {
                    guests.add(guest(server));
                }
                List<Long> asked = new ArrayList<>();
                for (int i = 0; i < guests.size(); i++) {
                    asked.add(guests.get(i).send(join(code, null, null, "Guest " + i)));
                }
                Set<String> seats = new TreeSet<>();
                int refused = 0;
                for (int i = 0; i < guests.size(); i++) {
                    ServerMessage answer = answer(guests.get(i), asked.get(i));
                    if (answer instanceof ServerMessage.Seated seated) {
                        assertThat(seats.add(seated.seat().toString())).isTrue();
                    } else {
                        assertThat(((ServerMessage.Refused) answer).refusal().code())
                                .isEqualTo(ConnectionCode.ROOM_FULL);
                        refused++;
                    }
                }
                assertThat(seats).hasSize(10);
                assertThat(refused).isEqualTo(3);
            } finally {
                for (RawClient guest : guests) {
                    guest.close();
                }
            }
        }
    }

    private static ServerMessage answer(RawClient client, long request) throws Exception {
        while (true) {
            ServerFrame frame = client.next();
            if (frame.replyTo() == request) {
                return frame.body();
            }
        }
    }

    @Test
    void nobodySitsDownBetweenTheWishToStartAndItsAcknowledgement() throws Exception {
        AtomicReference<FaultyStore> store = new AtomicReference<>();
        Parts parts = TestParts.real().withStore(directory -> {
            store.set(new FaultyStore(SqliteStore.open(directory), Fault.NONE, 0));
            return store.get();
        });
        ServerMessage.RoomCreated room;
        String token;
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), parts);
                RawClient us = guest(server);
                RawClient cn = guest(server);
                RawClient late = guest(server)) {
            room = us.ask(wish(3, 2, DelegationMode.HEAD), ServerMessage.RoomCreated.class);
            token = sit(us, room.roomCode(), Side.US, 0, "Ann").token();
            sit(cn, room.roomCode(), Side.CN, 0, "Bo");
            CountDownLatch disk = new CountDownLatch(1);
            store.get().holdUp(disk);
            long started = us.send(new ClientMessage.Direct(room.matchId(), new HostAct.Start(), 0));
            us.ask(new ClientMessage.Ping(1), ServerMessage.Pong.class);
            long joined = late.send(join(room.roomCode(), null, null, "Late"));
            // Neither is answered before the disk answers; these round trips give the server the time to put both
            // before the match.
            for (int i = 0; i < 50; i++) {
                us.ask(new ClientMessage.Ping(i), ServerMessage.Pong.class);
            }
            disk.countDown();
            assertThat(((ServerMessage.Refused) answer(late, joined)).refusal().code())
                    .isEqualTo(ConnectionCode.ROOM_STARTED);
            assertThat(answer(us, started)).isInstanceOf(ServerMessage.Saved.class);
            assertSeatsOf(us);
        }
        try (TruceServer server = server();
                RawClient us = guest(server)) {
            us.ask(new ClientMessage.Resume(token, 0), ServerMessage.Resumed.class);
            assertSeatsOf(us);
        }
    }

    private static void assertSeatsOf(RawClient client) throws Exception {
        ServerMessage.MatchStarted match = client.awaitMessage(ServerMessage.MatchStarted.class);
        assertThat(match.seats()).extracting(Occupant::seat).containsExactly(Seat.US_HEAD, Seat.CN_HEAD);
        assertThat(match.seats().get(0).portfolios()).isEqualTo(Portfolio.of(Side.US));
    }

    @Test
    void theHeadsOrdersBindAndAMinisterDraftsAndVotesOnceOnEach() throws Exception {
        try (TruceServer server = server();
                RawClient head = guest(server);
                RawClient trade = guest(server);
                RawClient cn = guest(server)) {
            ServerMessage.RoomCreated room = head.ask(wish(2, 1, DelegationMode.HEAD), ServerMessage.RoomCreated.class);
            sit(head, room.roomCode(), Side.US, 0, "Ann");
            sit(trade, room.roomCode(), Side.US, 1, "Mei");
            sit(cn, room.roomCode(), Side.CN, 0, "Bo");
            head.ask(new ClientMessage.Direct(room.matchId(), new HostAct.Start(), 0), ServerMessage.Saved.class);
            String match = room.matchId();
            trade.await(Notice.RoundOpened.class, any -> true);
            assertThat(trade.refused(new ClientMessage.Do(match, 1, "a", new Deed.Submit(List.of())))
                            .code())
                    .isEqualTo(RefusalCode.ONLY_THE_HEAD);
            Seat mei = new Seat(Side.US, 1);
            assertThat(head.refused(new ClientMessage.Do(match, 1, "b", new Deed.Vote(mei.number(), true)))
                            .code())
                    .isEqualTo(RefusalCode.UNKNOWN_DRAFT);
            trade.ask(
                    new ClientMessage.Do(match, 1, "c", new Deed.PutDraft(List.of(FEE, CHIPS))),
                    ServerMessage.Saved.class);
            Notice.Drafted drafted = head.await(Notice.Drafted.class, any -> true);
            assertThat(drafted.seat()).isEqualTo(mei);
            assertThat(drafted.orders().list()).hasSize(2);
            ClientMessage vote = new ClientMessage.Do(match, 1, "d", new Deed.Vote(mei.number(), true));
            head.ask(vote, ServerMessage.Saved.class);
            head.ask(vote, ServerMessage.Saved.class);
            assertThat(head.refused(new ClientMessage.Do(match, 1, "d", new Deed.Vote(mei.number(), false)))
                            .code())
                    .isEqualTo(RefusalCode.MOVE_ID_REUSED);
            assertThat(cn.refused(new ClientMessage.Do(match, 1, "e", new Deed.Vote(mei.number(), false)))
                            .code())
                    .as("the other side's draft is none for China")
                    .isEqualTo(RefusalCode.UNKNOWN_DRAFT);
            head.ask(
                    new ClientMessage.Do(match, 1, RawClient.key(), new Deed.Ready(true, 0)),
                    ServerMessage.Saved.class);
            trade.ask(
                    new ClientMessage.Do(match, 1, RawClient.key(), new Deed.Ready(true, 0)),
                    ServerMessage.Saved.class);
            cn.ask(new ClientMessage.Do(match, 1, RawClient.key(), new Deed.Ready(true, 0)), ServerMessage.Saved.class);
            Notice.RoundResolved resolved = cn.await(Notice.RoundResolved.class, any -> true);
            assertThat(resolved.view().levels().get(Instrument.US_PORT_FEE))
                    .as("a draft binds nobody")
                    .isZero();
            head.await(Notice.RoundResolved.class, any -> true);
            List<Notice> told = told(head.events());
            assertThat(told.stream().filter(Notice.Voted.class::isInstance))
                    .containsExactly(new Notice.Voted(Seat.US_HEAD, 1, mei, true));
            assertThat(told(cn.events()))
                    .noneMatch(notice -> notice instanceof Notice.Drafted || notice instanceof Notice.Voted);
            assertThat(cn.events()).extracting(ServerFrame::seq).doesNotHaveDuplicates();
            assertThat(cn.lastSeq()).isEqualTo(cn.events().size());
        }
    }

    private static List<Notice> told(List<ServerFrame> events) {
        return events.stream()
                .map(frame -> ((ServerMessage.Told) frame.body()).notice())
                .toList();
    }

    @Test
    void aMinisterOrdersWhatHeHoldsAndHearsHisBriefAlone() throws Exception {
        try (TruceServer server = server();
                RawClient head = guest(server);
                RawClient trade = guest(server);
                RawClient commerce = guest(server);
                RawClient cn = guest(server)) {
            ServerMessage.RoomCreated room =
                    head.ask(wish(3, 1, DelegationMode.PORTFOLIO), ServerMessage.RoomCreated.class);
            Map<RawClient, Integer> seats = Map.of(head, 0, trade, 1, commerce, 2);
            for (Map.Entry<RawClient, Integer> seat : seats.entrySet()) {
                sit(seat.getKey(), room.roomCode(), Side.US, seat.getValue(), "Guest " + seat.getValue());
            }
            String token = sit(cn, room.roomCode(), Side.CN, 0, "Bo").token();
            head.ask(new ClientMessage.Direct(room.matchId(), new HostAct.Start(), 0), ServerMessage.Saved.class);
            String match = room.matchId();
            Refusal wrong = trade.refused(new ClientMessage.Do(match, 1, "a", new Deed.Submit(List.of(CHIPS))));
            assertThat(wrong.code()).isEqualTo(RefusalCode.NOT_YOUR_INSTRUMENT);
            trade.ask(new ClientMessage.Do(match, 1, "b", new Deed.Submit(List.of(FEE))), ServerMessage.Saved.class);
            for (RawClient client : List.of(head, trade, commerce, cn)) {
                client.ready(match, client == cn ? Side.CN : Side.US, 1);
            }
            for (RawClient client : List.of(head, trade, commerce, cn)) {
                List<Notice> heard = new ArrayList<>();
                Notice last = client.await(Notice.class, notice -> {
                    heard.add(notice);
                    return notice instanceof Notice.RoundResolved;
                });
                assertThat(((Notice.RoundResolved) last).view().levels().get(Instrument.US_PORT_FEE))
                        .isEqualTo(1);
                List<Notice> briefs = heard.stream()
                        .filter(Notice.BriefGiven.class::isInstance)
                        .toList();
                if (client == trade || client == commerce) {
                    assertThat(briefs).hasSize(1);
                    assertThat(((Notice.BriefGiven) briefs.get(0)).seat())
                            .isEqualTo(new Seat(Side.US, seats.getOrDefault(client, 0)));
                } else {
                    assertThat(briefs).isEmpty();
                }
            }
            try (RawClient again = guest(server)) {
                again.ask(new ClientMessage.Resume(token, 0), ServerMessage.Resumed.class);
                again.await(Notice.RoundResolved.class, any -> true);
                assertThat(told(again.events())).noneMatch(Notice.BriefGiven.class::isInstance);
            }
        }
    }
}
