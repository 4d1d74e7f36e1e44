package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.config.ServerConfig;
import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bot.line.BotName;
import dev.truce.bot.line.ChildLimits;
import dev.truce.bot.local.InProcessMatch;
import dev.truce.bot.local.Pairing;
import dev.truce.bot.local.Played;
import dev.truce.bot.wire.BotThread;
import dev.truce.bot.wire.WireBot;
import dev.truce.bots.Roster;
import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.MatchSetup;
import dev.truce.match.Notice;
import dev.truce.match.Recording;
import dev.truce.match.RoundTerms;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.RecordedRound;
import dev.truce.match.record.text.RecordReader;
import dev.truce.match.record.text.RecordReading;
import dev.truce.protocol.client.ConnectionOptions;
import dev.truce.protocol.client.NettySeatClient;
import dev.truce.protocol.client.Transport;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.DelegationWish;
import dev.truce.protocol.message.DelegationWish.HostedMinister;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.RoomRequest;
import dev.truce.protocol.message.ServerMessage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The law of hosts: the same bots with the same seed play the same match in process, as programs that speak the line protocol, over
 * the wire, and as bots of the server. One chain, offers and answers included.
 */
class FourHostsTest {
    private static final Rules RULES = TestParts.CATALOGUE.first();
    private static final long SEED = 11;
    private static final int ROUNDS = 8;
    /** As many as the server gives its bots. */
    private static final long STEPS = 10_000;

    private static final long PATIENCE_SECONDS = 120;
    private static final ChildLimits PATIENT = ChildLimits.USUAL.within(60_000);

    @TempDir
    Path data;

    @ParameterizedTest
    @CsvSource({"tft, negotiator", "negotiator, dealer"})
    void theSameBotsPlayTheSameMatch(String us, String cn) throws Exception {
        oneChain(us, cn);
    }

    static Stream<Arguments> reference() {
        List<String> names = Roster.reference().stream().map(BotFactory::name).toList();
        return IntStream.range(0, names.size())
                .mapToObj(i -> Arguments.of(names.get(i), names.get((i + 5) % names.size())));
    }

    @ParameterizedTest
    @MethodSource("reference")
    @Tag("hosts")
    void theReferenceBotsPlayTheSameMatch(String us, String cn) throws Exception {
        oneChain(us, cn);
    }

    /** At least one of the pairs above has to negotiate, or the law says little. */
    @Test
    void thereAreOffersAndAnswersInIt() {
        BotFactory us = Roster.find("negotiator").orElseThrow();
        BotFactory cn = Roster.find("dealer").orElseThrow();
        List<Deed> deeds = new ArrayList<>();
        for (RecordedRound round : inProcess(RULES.setup(SEED), us, cn).rounds()) {
            round.closed().deeds().forEach(done -> deeds.add(done.deed()));
        }
        assertThat(deeds).hasAtLeastOneElementOfType(Deed.MakeOffer.class);
        assertThat(deeds).hasAtLeastOneElementOfType(Deed.Accept.class);
    }

    @Test
    void ministersWithPortfoliosPlayTheSameMatchOverTheWireAndOnTheServer() throws Exception {
        Map<Seat, String> bots = new LinkedHashMap<>();
        bots.put(Seat.US_HEAD, "tft");
        bots.put(new Seat(Side.US, 1), "dove");
        bots.put(new Seat(Side.US, 2), "hawk");
        bots.put(Seat.CN_HEAD, "negotiator");
        DelegationMode mode = DelegationMode.PORTFOLIO;
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), TestParts.real())) {
            DelegationWish hosted = new DelegationWish(
                    3,
                    1,
                    mode,
                    List.of(
                            new HostedMinister(new Seat(Side.US, 1), "dove"),
                            new HostedMinister(new Seat(Side.US, 2), "hawk")));
            MatchRecord expected = hosted(server, "tft", "negotiator", hosted);
            assertThat(expected.delegations()).hasSize(2);
            assertSame("wire", overTheWire(server, bots, new DelegationWish(3, 1, mode, List.of())), expected);
        }
    }

    private void oneChain(String us, String cn) throws Exception {
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), TestParts.real())) {
            MatchRecord expected = hosted(server, us, cn, DelegationWish.HEADS_ALONE);
            assertThat(expected.rounds()).hasSize(ROUNDS);
            MatchSetup setup = expected.setup();
            assertSame(
                    "in process",
                    inProcess(
                            setup,
                            Roster.find(us).orElseThrow(),
                            Roster.find(cn).orElseThrow()),
                    expected);
            assertSame(
                    "child process",
                    inProcess(
                            setup,
                            BotName.known(RosterProgram.command(us)).bot(PATIENT),
                            BotName.known(RosterProgram.command(cn)).bot(PATIENT)),
                    expected);
            Map<Seat, String> bots = new LinkedHashMap<>();
            bots.put(Seat.US_HEAD, us);
            bots.put(Seat.CN_HEAD, cn);
            assertSame("wire", overTheWire(server, bots, DelegationWish.HEADS_ALONE), expected);
        }
    }

    /** Names of players and the origin of the seed are not part of a chain. */
    private static void assertSame(String host, MatchRecord played, MatchRecord expected) {
        assertThat(played.setup()).as(host).isEqualTo(expected.setup());
        assertThat(played.rounds()).as(host).isEqualTo(expected.rounds());
        assertThat(played.result()).as(host).isEqualTo(expected.result());
        assertThat(played.hash()).as(host).isEqualTo(expected.hash());
    }

    private static MatchRecord inProcess(MatchSetup setup, BotFactory us, BotFactory cn) {
        Pairing pairing = new Pairing(us, cn, BotSeat.seedOf(SEED, BotSeat.HEAD), STEPS);
        Played played = new InProcessMatch(RULES).play(setup, pairing, Recording.CHAIN);
        assertThat(played.us().faults()).isEmpty();
        assertThat(played.cn().faults()).isEmpty();
        return Objects.requireNonNull(played.record());
    }

    private static ServerMessage.RoomCreated room(
            RawClient creator, @Nullable String us, @Nullable String cn, DelegationWish delegations) throws Exception {
        return creator.ask(
                new ClientMessage.CreateRoom(
                        RawClient.key(),
                        new RoomRequest(
                                RULES.scenario().id(), SEED, ROUNDS, 0, us, cn, true, delegations, RoundTerms.USUAL)),
                ServerMessage.RoomCreated.class);
    }

    private static MatchRecord hosted(TruceServer server, String us, String cn, DelegationWish delegations)
            throws Exception {
        try (RawClient creator = RawClient.greeted(server.port(), Role.OMNISCIENT)) {
            ServerMessage.RoomCreated room = room(creator, us, cn, delegations);
            return started(creator, room);
        }
    }

    /** Starts a match and returns its record. */
    private static MatchRecord started(RawClient creator, ServerMessage.RoomCreated room) throws Exception {
        creator.ask(
                new ClientMessage.JoinRoom(RawClient.key(), room.roomCode(), null, "", false),
                ServerMessage.Watching.class);
        creator.ask(new ClientMessage.Direct(room.matchId(), new HostAct.Start(), 0), ServerMessage.Saved.class);
        String text = creator.await(Notice.MatchOver.class, any -> true).recordText();
        RecordReading reading = RecordReader.read(text, hash -> Optional.of(RULES.scenario()));
        return ((RecordReading.Read) reading).match();
    }

    private static MatchRecord overTheWire(TruceServer server, Map<Seat, String> bots, DelegationWish delegations)
            throws Exception {
        List<NettySeatClient> clients = new ArrayList<>();
        try (Transport transport = Transport.start(1);
                BotThread thread = BotThread.start("bots");
                RawClient creator = RawClient.greeted(server.port(), Role.OMNISCIENT)) {
            ServerMessage.RoomCreated room = room(creator, null, null, delegations);
            List<WireBot> players = new ArrayList<>();
            for (Map.Entry<Seat, String> each : bots.entrySet()) {
                Seat seat = each.getKey();
                BotFactory factory = Roster.find(each.getValue()).orElseThrow();
                long seed = BotSeat.seedOf(SEED, seat.number());
                WireBot bot = new WireBot(factory, RULES.scenario(), seed, STEPS, thread);
                ConnectionOptions options = ConnectionOptions.of("127.0.0.1", server.port(), Role.BOT, "test");
                NettySeatClient client =
                        done(NettySeatClient.connect(options, bot, transport).get(PATIENCE_SECONDS, TimeUnit.SECONDS));
                clients.add(client);
                done(bot.join(client, room.roomCode(), seat.side(), seat.number(), "Program " + seat)
                        .get(PATIENCE_SECONDS, TimeUnit.SECONDS));
                players.add(bot);
            }
            MatchRecord record = started(creator, room);
            for (WireBot bot : players) {
                bot.ended().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                assertThat(bot.conduct().faults()).isEmpty();
                bot.leave();
            }
            return record;
        } finally {
            clients.forEach(NettySeatClient::close);
        }
    }

    private static <T> T done(Reply<T> answer) {
        assertThat(answer).isInstanceOf(Reply.Done.class);
        return ((Reply.Done<T>) answer).value();
    }
}
