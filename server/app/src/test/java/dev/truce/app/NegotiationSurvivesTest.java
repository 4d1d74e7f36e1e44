package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.ServerProcess.Moment;
import dev.truce.app.config.ServerConfig;
import dev.truce.bot.local.InProcessMatch;
import dev.truce.bot.local.Pairing;
import dev.truce.bots.Roster;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferStatus;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.report.Ratification;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.talk.Channel;
import dev.truce.match.Notice;
import dev.truce.match.Recording;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.client.FreePort;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.RoomRequest;
import dev.truce.protocol.message.ServerFrame;
import dev.truce.protocol.message.ServerMessage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Offers and words outlive the server, and are heard exactly once. */
@Tag("jvm")
class NegotiationSurvivesTest {
    private static final long SEED = 11;
    private static final int ROUNDS = 12;
    private static final long STEPS_PER_ROUND = 10_000;

    @TempDir
    Path data;

    private static ServerMessage.Resumed resume(RawClient client, String token, long lastSeq) throws Exception {
        return client.ask(new ClientMessage.Resume(token, lastSeq), ServerMessage.Resumed.class);
    }

    @Test
    void anOpenOfferOfAKilledServerIsAccepted() throws Exception {
        int port = FreePort.next();
        String matchId;
        String usToken;
        String cnToken;
        long heardByUs;
        ClientMessage offer;
        try (ServerProcess server = ServerProcess.start(data, port, Moment.NEVER, 0);
                Talkers table = new Talkers(port, 3)) {
            matchId = table.matchId;
            usToken = table.usToken;
            cnToken = table.cnToken;
            offer = table.offer(1, Talkers.RENEWAL, null);
            table.us.ask(offer, ServerMessage.Saved.class);
            table.us.ask(table.say(1, Channel.OTHER_SIDE, "Shall we?", null), ServerMessage.Saved.class);
            table.us.await(Notice.Said.class, any -> true);
            heardByUs = table.us.lastSeq();
            server.kill();
        }
        try (ServerProcess server = ServerProcess.start(data, port, Moment.NEVER, 0);
                RawClient us = RawClient.greeted(port, Role.PLAYER);
                RawClient cn = RawClient.greeted(port, Role.PLAYER)) {
            assertThat(resume(us, usToken, heardByUs).heardOffers()).isZero();
            assertThat(resume(cn, cnToken, 0).heardOffers()).isZero();
            // The answer may have been lost: the same offer again is the same offer.
            us.ask(offer, ServerMessage.Saved.class);
            Offer open = Talkers.await(cn, Side.US, 1, OfferStatus.OPEN);
            assertThat(cn.await(Notice.Said.class, any -> true).text()).isEqualTo("Shall we?");
            cn.ask(
                    new ClientMessage.Do(matchId, 1, RawClient.key(), new Deed.Accept(open.id(), open.hash())),
                    ServerMessage.Saved.class);
            us.ask(
                    new ClientMessage.Do(matchId, 1, RawClient.key(), new Deed.Ready(true, 0)),
                    ServerMessage.Saved.class);
            assertThat(cn.refused(new ClientMessage.Do(matchId, 1, RawClient.key(), new Deed.Ready(true, 0)))
                            .code())
                    .isEqualTo(RefusalCode.UNHEARD_OFFER);
            cn.ask(
                    new ClientMessage.Do(matchId, 1, RawClient.key(), new Deed.Ready(true, 1)),
                    ServerMessage.Saved.class);
            assertThat(us.await(Notice.RoundResolved.class, any -> true)
                            .view()
                            .ratification()
                            .outcome())
                    .isEqualTo(Ratification.Outcome.ENTERED);
            Talkers.await(cn, Side.US, 1, OfferStatus.ENTERED);
            assertThat(changes(us)).containsExactly(OfferStatus.ACCEPTED);
            assertThat(changes(cn)).containsExactly(OfferStatus.OPEN, OfferStatus.ACCEPTED, OfferStatus.ENTERED);
            assertThat(server.awaitDeath(0)).isFalse();
        }
    }

    private static List<OfferStatus> changes(RawClient client) {
        List<OfferStatus> changes = new ArrayList<>();
        for (ServerFrame frame : client.events()) {
            if (frame.body() instanceof ServerMessage.Told told
                    && told.notice() instanceof Notice.OfferChanged changed) {
                changes.add(changed.offer().status());
            }
        }
        return changes;
    }

    @Test
    void whoComesBackIsToldHowManyOffersHeHadHeard() throws Exception {
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), TestParts.real());
                Talkers table = new Talkers(server.port(), 3);
                RawClient again = RawClient.greeted(server.port(), Role.PLAYER)) {
            for (int number = 1; number <= 3; number++) {
                table.us.ask(table.offer(1, Talkers.RENEWAL, null), ServerMessage.Saved.class);
                Offer offer = Talkers.await(table.cn, Side.US, number, OfferStatus.OPEN);
                table.us.ask(table.withdraw(1, offer.id()), ServerMessage.Saved.class);
                Talkers.await(table.cn, Side.US, number, OfferStatus.WITHDRAWN);
            }
            ServerMessage.Resumed back = resume(again, table.cnToken, table.cn.lastSeq());
            assertThat(back.heardOffers()).isEqualTo(3);
            again.ask(
                    new ClientMessage.Do(table.matchId, 1, RawClient.key(), new Deed.Ready(true, back.heardOffers())),
                    ServerMessage.Saved.class);
        }
    }

    @Test
    void anOpenBookShowsSecretsOfResolvedRoundsOnlyInOneStreamWithoutGaps() throws Exception {
        String watchToken;
        String usToken;
        String cnToken;
        String matchId;
        List<Notice> before;
        long heard;
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), TestParts.real());
                Talkers table = new Talkers(server.port(), 3);
                RawClient projector = RawClient.greeted(server.port(), Role.OMNISCIENT)) {
            watchToken = projector
                    .ask(
                            new ClientMessage.JoinRoom(RawClient.key(), table.roomCode, null, "", false),
                            ServerMessage.Watching.class)
                    .token();
            usToken = table.usToken;
            cnToken = table.cnToken;
            matchId = table.matchId;
            table.us.ask(table.offer(1, Talkers.RENEWAL, null), ServerMessage.Saved.class);
            table.us.ask(table.say(1, Channel.DELEGATION, "between us", null), ServerMessage.Saved.class);
            table.us.ask(table.say(1, Channel.OTHER_SIDE, "Shall we?", null), ServerMessage.Saved.class);
            table.us.ask(table.say(1, Channel.PUBLIC, "We are open.", null), ServerMessage.Saved.class);
            assertThat(projector.await(Notice.Said.class, any -> true).channel())
                    .isEqualTo(Channel.PUBLIC);
            assertThat(secrets(projector)).isEmpty();
            heard = projector.lastSeq();
        }
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), TestParts.real());
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient cn = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient projector = RawClient.greeted(server.port(), Role.OMNISCIENT)) {
            resume(us, usToken, 0);
            resume(cn, cnToken, 0);
            watchToken = resume(projector, watchToken, heard).token();
            us.ask(
                    new ClientMessage.Do(matchId, 1, RawClient.key(), new Deed.Ready(true, 0)),
                    ServerMessage.Saved.class);
            cn.ask(
                    new ClientMessage.Do(matchId, 1, RawClient.key(), new Deed.Ready(true, 1)),
                    ServerMessage.Saved.class);
            projector.await(
                    Notice.RoundOpened.class, opened -> opened.observation().openRound() == 2);
            before = secrets(projector);
            assertThat(before).hasSize(3);
            assertThat(projector.events().get(0).seq()).isEqualTo(heard + 1);
            cn.ask(
                    new ClientMessage.Do(matchId, 2, RawClient.key(), new Deed.Say(Channel.DELEGATION, "now us", null)),
                    ServerMessage.Saved.class);
        }
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), TestParts.real());
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient cn = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient projector = RawClient.greeted(server.port(), Role.OMNISCIENT)) {
            resume(us, usToken, 0);
            resume(cn, cnToken, 0);
            resume(projector, watchToken, 0);
            projector.await(
                    Notice.RoundOpened.class, opened -> opened.observation().openRound() == 2);
            assertThat(secrets(projector)).as("told again after a restart").isEqualTo(before);
            us.ask(
                    new ClientMessage.Do(matchId, 2, RawClient.key(), new Deed.Ready(true, 0)),
                    ServerMessage.Saved.class);
            cn.ask(
                    new ClientMessage.Do(matchId, 2, RawClient.key(), new Deed.Ready(true, 1)),
                    ServerMessage.Saved.class);
            projector.await(
                    Notice.RoundResolved.class, resolved -> resolved.view().round() == 2);
            assertThat(secrets(projector)).hasSize(4);
            assertThat(projector.events().stream().mapToLong(ServerFrame::seq))
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, projector.lastSeq())
                            .boxed()
                            .toList());
        }
    }

    /** What a client has heard that the public does not hear. */
    private static List<Notice> secrets(RawClient client) {
        List<Notice> secrets = new ArrayList<>();
        for (ServerFrame frame : client.events()) {
            if (frame.body() instanceof ServerMessage.Told told
                    && (told.notice() instanceof Notice.OfferChanged
                            || told.notice() instanceof Notice.Said said && said.channel() != Channel.PUBLIC)) {
                secrets.add(told.notice());
            }
        }
        return secrets;
    }

    @Test
    void hostedBotsNegotiateAsTheyDoInProcess() throws Exception {
        for (String[] pair : new String[][] {{"match", "gtft"}, {"dealer", "match"}}) {
            String inProcess = inProcess(pair[0], pair[1]);
            assertThat(inProcess)
                    .as("%s v %s", pair[0], pair[1])
                    .contains(" OFFER ")
                    .contains(" ACCEPT ");
            assertThat(hosted(pair[0], pair[1], false)).isEqualTo(inProcess);
            assertThat(hosted(pair[0], pair[1], true)).isEqualTo(inProcess);
        }
    }

    private static String inProcess(String us, String cn) throws Exception {
        Rules rules = TestParts.CATALOGUE.first();
        MatchSetup setup = new MatchSetup(
                SEED, new Horizon.Fixed(ROUNDS), rules.scenario().calendar(), MatchSetup.Conditions.PLAY);
        Pairing pairing =
                new Pairing(Roster.find(us).orElseThrow(), Roster.find(cn).orElseThrow(), botSeed(), STEPS_PER_ROUND);
        return new InProcessMatch(rules)
                .play(setup, pairing, Recording.TEXT)
                .result()
                .recordText();
    }

    /** As the handbook says: the first 8 bytes of SHA-256 over a word and the match's seed. */
    private static long botSeed() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update("truce bots".getBytes(StandardCharsets.US_ASCII));
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(SEED).array());
        return ByteBuffer.wrap(digest.digest()).getLong();
    }

    private String hosted(String us, String cn, boolean restarts) throws Exception {
        Path directory = data.resolve(us + cn + restarts);
        TruceServer server = TruceServer.start(ServerConfig.embedded(directory), TestParts.real());
        RawClient watcher = RawClient.greeted(server.port(), Role.OBSERVER);
        try {
            ServerMessage.RoomCreated room = watcher.ask(
                    new ClientMessage.CreateRoom(
                            RawClient.key(), new RoomRequest("busan-2025", SEED, ROUNDS, 0, us, cn, false)),
                    ServerMessage.RoomCreated.class);
            String token = watcher.ask(
                            new ClientMessage.JoinRoom(RawClient.key(), room.roomCode(), null, "", false),
                            ServerMessage.Watching.class)
                    .token();
            watcher.ask(new ClientMessage.Direct(room.matchId(), new HostAct.Start(), 0), ServerMessage.Saved.class);
            if (restarts) {
                watcher.await(
                        Notice.RoundOpened.class, opened -> opened.observation().openRound() == ROUNDS / 3);
                watcher.close();
                server.close();
                server = TruceServer.start(ServerConfig.embedded(directory), TestParts.real());
                watcher = RawClient.greeted(server.port(), Role.OBSERVER);
                resume(watcher, token, 0);
            }
            // Only a room says who chose the seed.
            return watcher.await(Notice.MatchOver.class, any -> true)
                    .recordText()
                    .replace("[SeedBy \"creator\"]\n", "");
        } finally {
            watcher.close();
            server.close();
        }
    }
}
