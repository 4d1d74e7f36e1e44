package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.ServerProcess.Moment;
import dev.truce.bot.wire.BotThread;
import dev.truce.bot.wire.WireBot;
import dev.truce.bot.wire.WireEnd;
import dev.truce.bots.Roster;
import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.Delegation;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.view.Observation;
import dev.truce.match.Notice;
import dev.truce.match.RoundTerms;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.text.RecordReader;
import dev.truce.match.record.text.RecordReading;
import dev.truce.match.record.verify.Verification;
import dev.truce.protocol.client.ConnectionOptions;
import dev.truce.protocol.client.Conversation;
import dev.truce.protocol.client.FreePort;
import dev.truce.protocol.client.NettySeatClient;
import dev.truce.protocol.client.SeatTicket;
import dev.truce.protocol.client.Transport;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.DelegationWish;
import dev.truce.protocol.message.DelegationWish.HostedMinister;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.RoomRequest;
import dev.truce.protocol.message.ServerMessage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ten seats, held by people, by programs over the wire and by bots of the server, whose server is killed in the middle. */
class DelegationMatchTest {
    private static final int ROUNDS = 4;
    private static final long SEED = 11;
    private static final long PATIENCE_SECONDS = 60;
    private static final Scenario SCENARIO = TestParts.CATALOGUE.first().scenario();

    @TempDir
    Path data;

    /** A person in a seat, who comes back by hand. */
    private static final class Person {
        private final Seat seat;
        private RawClient client;
        private String token = "";
        private long heard;

        Person(Seat seat, RawClient client) {
            this.seat = seat;
            this.client = client;
        }

        void sit(String code) throws Exception {
            token = client.ask(
                            new ClientMessage.JoinRoom(
                                    RawClient.key(), code, seat.side(), "Person " + seat, false, seat.number()),
                            ServerMessage.Seated.class)
                    .token();
        }

        void comeBack(int port) throws Exception {
            heard = client.lastSeq();
            client.close();
            client = RawClient.greeted(port, Role.PLAYER);
            ServerMessage.Resumed back =
                    client.ask(new ClientMessage.Resume(token, heard), ServerMessage.Resumed.class);
            assertThat(back.seat()).isEqualTo(seat);
            assertThat(back.nextSeq()).isEqualTo(heard + 1);
            token = back.token();
        }

        /** Drafts, votes, orders what the seat decides, and is ready. */
        void act(String match, DelegationMode mode, int round) throws Exception {
            Observation seen = client.await(
                            Notice.RoundOpened.class,
                            opened -> opened.observation().openRound() == round)
                    .observation();
            List<RequestedOrder> wanted = new ArrayList<>();
            Delegation delegation = Delegation.usual(seat.side(), mode, 5);
            for (var instrument : delegation.decidedBy(seat.number())) {
                wanted.add(
                        new RequestedOrder(instrument.ordinal(), seen.levels().get(instrument)));
            }
            client.ask(
                    new ClientMessage.Do(match, round, "draft-" + round, new Deed.PutDraft(List.of())),
                    ServerMessage.Saved.class);
            client.ask(
                    new ClientMessage.Do(match, round, "vote-" + round, new Deed.Vote(seat.number(), true)),
                    ServerMessage.Saved.class);
            if (mode == DelegationMode.PORTFOLIO || seat.number() == 0) {
                client.ask(
                        new ClientMessage.Do(match, round, "orders-" + round, new Deed.Submit(wanted)),
                        ServerMessage.Saved.class);
            }
            client.ready(match, seat.side(), round);
        }

        void resolved(int round) throws Exception {
            client.await(Notice.RoundResolved.class, resolved -> resolved.view().round() == round);
        }
    }

    private static NettySeatClient connect(int port, WireBot bot, Transport transport) throws Exception {
        ConnectionOptions options = ConnectionOptions.of("127.0.0.1", port, Role.BOT, "test")
                .withWaits(new Conversation.Waits(5_000, 20_000, 20, 100, 120_000));
        return done(NettySeatClient.connect(options, bot, transport).get(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    private static <T> T done(Reply<T> answer) {
        assertThat(answer).isInstanceOf(Reply.Done.class);
        return ((Reply.Done<T>) answer).value();
    }

    @ParameterizedTest
    @EnumSource(DelegationMode.class)
    void tenSeatsPlayThroughADeathOfTheServerToARecordThatVerifies(DelegationMode mode) throws Exception {
        int port = FreePort.next();
        ServerProcess server = ServerProcess.start(data, port, Moment.NEVER, 0);
        List<NettySeatClient> clients = new ArrayList<>();
        List<Person> people = new ArrayList<>();
        try (Transport transport = Transport.start(1);
                BotThread thread = BotThread.start("bots")) {
            for (Seat seat : List.of(Seat.US_HEAD, new Seat(Side.US, 3), new Seat(Side.CN, 2))) {
                people.add(new Person(seat, RawClient.greeted(port, Role.PLAYER)));
            }
            Person creator = people.get(0);
            ServerMessage.RoomCreated room = creator.client.ask(
                    new ClientMessage.CreateRoom(
                            RawClient.key(),
                            new RoomRequest(
                                    "busan-2025",
                                    SEED,
                                    ROUNDS,
                                    0,
                                    null,
                                    "hawk",
                                    true,
                                    new DelegationWish(
                                            5,
                                            5,
                                            mode,
                                            List.of(
                                                    new HostedMinister(new Seat(Side.US, 2), "tft"),
                                                    new HostedMinister(new Seat(Side.US, 4), "dove"),
                                                    new HostedMinister(new Seat(Side.CN, 1), "hawk"),
                                                    new HostedMinister(new Seat(Side.CN, 3), "grim"))),
                                    RoundTerms.USUAL)),
                    ServerMessage.RoomCreated.class);
            for (Person person : people) {
                person.sit(room.roomCode());
            }
            List<WireBot> bots = new ArrayList<>();
            for (Seat seat : List.of(new Seat(Side.US, 1), new Seat(Side.CN, 4))) {
                WireBot bot = new WireBot(Roster.find("hawk").orElseThrow(), SCENARIO, 5, 1_000, thread);
                NettySeatClient client = connect(port, bot, transport);
                clients.add(client);
                bots.add(bot);
                SeatTicket ticket =
                        done(bot.join(client, room.roomCode(), seat.side(), seat.number(), "Program " + seat)
                                .get(PATIENCE_SECONDS, TimeUnit.SECONDS));
                assertThat(ticket.seat()).isEqualTo(seat);
            }
            creator.client.ask(
                    new ClientMessage.Direct(room.matchId(), new HostAct.Start(), 0), ServerMessage.Saved.class);
            for (int round = 1; round <= ROUNDS; round++) {
                if (round == 3) {
                    server.kill();
                    server = ServerProcess.start(data, port, Moment.NEVER, 0);
                    for (Person person : people) {
                        person.comeBack(port);
                    }
                }
                for (Person person : people) {
                    person.act(room.matchId(), mode, round);
                }
                for (Person person : people) {
                    person.resolved(round);
                }
            }
            Notice.MatchOver over = creator.client.await(Notice.MatchOver.class, any -> true);
            for (WireBot bot : bots) {
                WireEnd end = bot.ended().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                assertThat(((WireEnd.Played) end).result()).isEqualTo(over);
                assertThat(bot.conduct().faults()).isEmpty();
            }
            MatchRecord record = read(over.recordText());
            assertThat(record.delegations()).extracting(Delegation::seats).containsExactly(5, 5);
            assertThat(Verification.verify(record, TestParts.CATALOGUE.first()))
                    .isInstanceOf(Verification.Verified.class);
            long scored = creator.client.events().stream()
                    .filter(frame -> frame.body() instanceof ServerMessage.Told told
                            && told.notice() instanceof Notice.MinistersScored)
                    .count();
            assertThat(scored).isEqualTo(mode == DelegationMode.PORTFOLIO ? 1 : 0);
        } finally {
            clients.forEach(NettySeatClient::close);
            for (Person person : people) {
                person.client.close();
            }
            server.close();
        }
    }

    private static MatchRecord read(String text) {
        RecordReading reading = RecordReader.read(text, hash -> Optional.of(SCENARIO));
        assertThat(reading).isInstanceOf(RecordReading.Read.class);
        return ((RecordReading.Read) reading).match();
    }
}
