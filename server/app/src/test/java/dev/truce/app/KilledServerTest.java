package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.ServerProcess.Moment;
import dev.truce.app.config.ServerConfig;
import dev.truce.bot.wire.BotThread;
import dev.truce.bot.wire.WireBot;
import dev.truce.bot.wire.WireEnd;
import dev.truce.bots.Roster;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.scenario.Scenario;
import dev.truce.protocol.client.ConnectionOptions;
import dev.truce.protocol.client.Conversation;
import dev.truce.protocol.client.FreePort;
import dev.truce.protocol.client.NettySeatClient;
import dev.truce.protocol.client.Saved;
import dev.truce.protocol.client.SeatClient.RoomTicket;
import dev.truce.protocol.client.Transport;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.RoomRequest;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A match whose server dies again and again ends with the record of an undisturbed one. */
@Execution(ExecutionMode.CONCURRENT)
@Tag("jvm")
class KilledServerTest {
    private static final int ROUNDS = 40;
    private static final long SEED = 7;
    private static final long PATIENCE_SECONDS = 120;
    private static final Scenario SCENARIO = TestParts.CATALOGUE.first().scenario();

    @TempDir
    Path data;

    /** Returns in which of its writes each server dies; {@link KilledServerCampaignTest} has more of them die. */
    int[] plan() {
        return new int[] {12, 1, 2, 5};
    }

    /** Returns how many servers at most are killed at random moments. */
    int kills() {
        return 2;
    }

    /** Two bots that connect over TCP and come back by themselves. */
    private static final class Players implements AutoCloseable {
        private final Transport transport = Transport.start(1);
        private final BotThread thread = BotThread.start("bots");
        private final WireBot us = bot("random", 1);
        private final WireBot cn = bot("tft", 2);
        private final NettySeatClient usClient;
        private final NettySeatClient cnClient;

        Players(int port) throws Exception {
            usClient = connect(port, us);
            cnClient = connect(port, cn);
        }

        private WireBot bot(String name, long seed) {
            return new WireBot(Roster.find(name).orElseThrow(), SCENARIO, seed, 1_000, thread);
        }

        private NettySeatClient connect(int port, WireBot bot) throws Exception {
            ConnectionOptions options = ConnectionOptions.of("127.0.0.1", port, Role.BOT, "test")
                    .withWaits(new Conversation.Waits(5_000, 20_000, 20, 100, 120_000));
            return done(NettySeatClient.connect(options, bot, transport));
        }

        /** Opens the room and begins the match; from then on it plays by itself. */
        void begin() throws Exception {
            RoomTicket room =
                    done(usClient.createRoom(new RoomRequest("busan-2025", SEED, ROUNDS, 0, null, null, false)));
            done(us.join(usClient, room.code(), Side.US));
            done(cn.join(cnClient, room.code(), Side.CN));
            CompletableFuture<Reply<Saved>> started = usClient.start();
            assertThat(started.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isInstanceOf(Reply.Done.class);
        }

        boolean isOver() {
            return us.ended().isDone() && cn.ended().isDone();
        }

        String record() throws Exception {
            String record = record(us);
            assertThat(record(cn)).isEqualTo(record);
            assertThat(us.conduct().faults()).isEmpty();
            assertThat(cn.conduct().faults()).isEmpty();
            return record;
        }

        private static String record(WireBot bot) throws Exception {
            WireEnd end = bot.ended().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(end).isInstanceOf(WireEnd.Played.class);
            return ((WireEnd.Played) end).result().recordText();
        }

        private static <T> T done(CompletableFuture<Reply<T>> future) throws Exception {
            Reply<T> answer = future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(answer).isInstanceOf(Reply.Done.class);
            return ((Reply.Done<T>) answer).value();
        }

        @Override
        public void close() {
            usClient.close();
            cnClient.close();
            thread.close();
            transport.close();
        }
    }

    private String undisturbed() throws Exception {
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data.resolve("calm")), TestParts.real());
                Players players = new Players(server.port())) {
            players.begin();
            return players.record();
        }
    }

    @Test
    void atEveryKindOfMomentOfAWrite() throws Exception {
        String expected = undisturbed();
        int port = FreePort.next();
        Path directory = data.resolve("planned");
        int[] plan = plan();
        int deaths = 0;
        ServerProcess server = ServerProcess.start(directory, port, Moment.BEFORE_COMMIT, plan[0]);
        try (Players players = new Players(port)) {
            players.begin();
            while (deaths < plan.length && server.awaitDeath(20_000)) {
                deaths++;
                Moment next = deaths == plan.length
                        ? Moment.NEVER
                        : deaths % 2 == 0 ? Moment.BEFORE_COMMIT : Moment.AFTER_COMMIT;
                server = ServerProcess.start(directory, port, next, plan[deaths % plan.length]);
            }
            assertThat(players.record()).isEqualTo(expected);
            assertThat(deaths).isEqualTo(plan.length);
        } finally {
            server.close();
        }
    }

    @Test
    void atRandomMoments() throws Exception {
        String expected = undisturbed();
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int port = FreePort.next();
        Path directory = data.resolve("random");
        int kills = 0;
        ServerProcess server = ServerProcess.start(directory, port, Moment.NEVER, 0);
        try (Players players = new Players(port)) {
            players.begin();
            while (!players.isOver() && kills < kills()) {
                if (server.awaitDeath(10 + random.nextInt(240))) {
                    throw new AssertionError("the server died by itself, seed " + seed);
                }
                if (!players.isOver()) {
                    server.kill();
                    kills++;
                    server = ServerProcess.start(directory, port, Moment.NEVER, 0);
                }
            }
            assertThat(players.record()).as("seed %d", seed).isEqualTo(expected);
            assertThat(kills).as("kills, seed %d", seed).isPositive();
        } finally {
            server.close();
        }
    }
}
