package dev.truce.cli.command;

import dev.truce.bot.BotSeat;
import dev.truce.bot.wire.BotThread;
import dev.truce.bot.wire.WireBot;
import dev.truce.bot.wire.WireEnd;
import dev.truce.cli.session.SessionQueue;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.Rules;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.RecordTitle;
import dev.truce.match.record.text.RecordReader;
import dev.truce.match.record.text.RecordReading;
import dev.truce.match.record.verify.RecordReplay;
import dev.truce.match.record.verify.Verification;
import dev.truce.protocol.client.Answer;
import dev.truce.protocol.client.NettySeatClient;
import dev.truce.protocol.client.RoomRequest;
import dev.truce.protocol.client.RoomTicket;
import dev.truce.protocol.client.Transport;
import dev.truce.protocol.message.Role;
import dev.truce.tournament.plan.PairSpec;
import dev.truce.tournament.run.Contestant;
import dev.truce.tournament.run.MatchPlayer;
import dev.truce.tournament.run.PlayedMatch;
import dev.truce.tournament.run.SeatConduct;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Plays matches as a class does: in a room of a server, to which both bots have connections over this machine's loop. What was played is
 * what the server's record says.
 */
final class WireMatchPlayer implements MatchPlayer {
    private final LoopbackServers servers;
    private final Transport transport;
    private final Rules rules;
    private final long steps;
    private final Duration patience;

    /**
     * Prepares one.
     *
     * @param rules the rules of the servers' scenario
     * @param steps what a bot may think in each round
     * @param patience how long a match may take
     */
    WireMatchPlayer(LoopbackServers servers, Transport transport, Rules rules, long steps, Duration patience) {
        this.servers = servers;
        this.transport = transport;
        this.rules = rules;
        this.steps = steps;
        this.patience = patience;
    }

    @Override
    public PlayedMatch play(PairSpec pairSpec, int number, Contestant us, Contestant cn) {
        try {
            return servers.use(server -> play(server, pairSpec, number, us, cn));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        } catch (FaultException failed) {
            throw new IllegalStateException(String.join(" ", failed.fault().lines()), failed);
        }
    }

    private PlayedMatch play(EmbeddedServer server, PairSpec pairSpec, int number, Contestant us, Contestant cn)
            throws FaultException, InterruptedException {
        try (NettySeatClient host = ask(
                        server,
                        NettySeatClient.connect(
                                ServerCall.options(server.host(), server.port(), null, Role.PLAYER),
                                new SessionQueue(),
                                transport));
                Place usPlace = new Place(pairSpec, us);
                Place cnPlace = new Place(pairSpec, cn)) {
            RoomTicket room = ask(
                    server,
                    host.createRoom(new RoomRequest(rules.scenario().id(), pairSpec.seed(), 0, 0, null, null, false)));
            usPlace.join(server, room, Side.US);
            cnPlace.join(server, room, Side.CN);
            ask(server, host.start());
            String text = usPlace.end();
            String same = cnPlace.end();
            if (!text.equals(same)) {
                throw new IllegalStateException("the two sides were given different records");
            }
            return played(pairSpec, number, text, usPlace, cnPlace);
        }
    }

    private static <T> T ask(EmbeddedServer server, CompletableFuture<Answer<T>> future)
            throws FaultException, InterruptedException {
        return ServerCall.answer(future, server.address(), "");
    }

    private PlayedMatch played(PairSpec pairSpec, int number, String text, Place us, Place cn) {
        RecordReading reading = RecordReader.read(
                text.getBytes(StandardCharsets.UTF_8),
                id -> id.equals(rules.scenario().id()) ? Optional.of(rules.scenario()) : Optional.empty());
        if (!(reading instanceof RecordReading.Read read)) {
            throw new IllegalStateException("the server's record cannot be read: " + reading);
        }
        MatchRecord record =
                read.match().seededBy(null).with(RecordTitle.of(us.contestant.name(), cn.contestant.name()));
        RecordReplay replay = RecordReplay.of(record, rules);
        if (!(replay.verification() instanceof Verification.Verified)
                || !record.setup().equals(rules.setup(pairSpec.seed()))) {
            throw new IllegalStateException("the server's record is of another match: " + replay.verification());
        }
        return PlayedMatch.replayed(pairSpec, number, rules, record, replay, us.conduct(), cn.conduct());
    }

    /** A bot with its thread and its connection. */
    private final class Place implements AutoCloseable {
        private final Contestant contestant;
        private final BotThread thread = BotThread.start("bot");
        private final WireBot bot;
        private @Nullable NettySeatClient client;

        Place(PairSpec pairSpec, Contestant contestant) {
            this.contestant = contestant;
            this.bot = new WireBot(
                    contestant.seated(),
                    rules.scenario(),
                    BotSeat.seedOf(pairSpec.seed(), BotSeat.HEAD),
                    steps,
                    thread);
        }

        /** Sits down; in a room no two have the same name, so the seats have names here and the record gets those of the bots. */
        void join(EmbeddedServer server, RoomTicket room, Side side) throws FaultException, InterruptedException {
            NettySeatClient connection = ask(
                    server,
                    NettySeatClient.connect(
                            ServerCall.options(server.host(), server.port(), null, Role.BOT), bot, transport));
            client = connection;
            ask(server, bot.join(connection, room.code(), side, null, side.name()));
        }

        /** Waits for the end of the match; returns its record. */
        String end() throws InterruptedException {
            try {
                WireEnd end = bot.ended().get(patience.toMillis(), TimeUnit.MILLISECONDS);
                if (end instanceof WireEnd.Played played) {
                    return played.result().recordText();
                }
                throw new IllegalStateException(contestant.name() + " left its seat: " + end);
            } catch (ExecutionException | TimeoutException lost) {
                throw new IllegalStateException(contestant.name() + " did not hear the end of the match", lost);
            }
        }

        SeatConduct conduct() {
            return SeatConduct.of(bot.conduct());
        }

        @Override
        public void close() {
            bot.leave();
            NettySeatClient connection = client;
            if (connection != null) {
                connection.close();
            }
            thread.close();
        }
    }
}
