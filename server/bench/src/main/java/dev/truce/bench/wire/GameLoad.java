package dev.truce.bench.wire;

import dev.truce.bench.setting.BenchException;
import dev.truce.bot.wire.BotThread;
import dev.truce.bot.wire.WireBot;
import dev.truce.bot.wire.WireEnd;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Reply;
import dev.truce.protocol.client.ConnectionOptions;
import dev.truce.protocol.client.Conversation;
import dev.truce.protocol.client.NettySeatClient;
import dev.truce.protocol.client.SeatTicket;
import dev.truce.protocol.client.Transport;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.RoomRequest;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Plays scripted matches on a server of matches: a new room, two new connections, all rounds, and so on with the next. */
final class GameLoad implements WireBenchmark.Load {
    /** Threads for connections, and as many for bots, whose scripts cost next to nothing. */
    static final int THREADS = 2;

    /** A server that is gone is given up at once. */
    private static final Conversation.Waits WAITS = new Conversation.Waits(5_000, 20_000, 100, 100, 1_000);

    private final int port;
    private final List<MatchScript> scripts;
    private final MoveMeter meter;
    private final Transport transport = Transport.start(THREADS);
    private final List<BotThread> threads = new ArrayList<>();
    private final CompletableFuture<Void> failure = new CompletableFuture<>();
    private final Set<NettySeatClient> clients = ConcurrentHashMap.newKeySet();
    private volatile boolean isClosed;

    /**
     * Prepares a load.
     *
     * @param port the server's port on the loop
     * @param scripts what is played, one after the other
     * @param meter hears of the moves
     */
    GameLoad(int port, List<MatchScript> scripts, MoveMeter meter) {
        this.port = port;
        this.scripts = scripts;
        this.meter = meter;
        for (int i = 0; i < THREADS; i++) {
            threads.add(BotThread.start("bench-bot"));
        }
    }

    @Override
    public void keepPlaying(int matches) {
        for (int i = 0; i < matches; i++) {
            playOn(i, i);
        }
    }

    private void playOn(int place, int number) {
        MatchScript script = scripts.get(number % scripts.size());
        var unused = play(script, threads.get(place % THREADS)).whenComplete((match, failed) -> {
            if (isClosed) {
                return;
            }
            if (failed != null) {
                failure.completeExceptionally(failed);
                return;
            }
            meter.matchEnded();
            playOn(place, number + 1);
        });
    }

    /** Plays one match to its end; completes with its id. */
    CompletableFuture<String> play(MatchScript script) {
        return play(script, threads.get(0));
    }

    private CompletableFuture<String> play(MatchScript script, BotThread thread) {
        Place us = new Place(script, Side.US, thread);
        Place cn = new Place(script, Side.CN, thread);
        RoomRequest wish =
                new RoomRequest(script.scenario().id(), script.seed(), script.rounds(), 0, null, null, false);
        CompletableFuture<String> played = us.connect()
                .thenCompose(host -> done(host.createRoom(wish))
                        .thenCompose(room -> us.join(host, room.code())
                                .thenCompose(seated -> cn.connect())
                                .thenCompose(other -> cn.join(other, room.code()))
                                .thenCompose(seated -> done(host.start()))
                                .thenCompose(started -> us.ended())
                                .thenCompose(over -> cn.ended())
                                .thenApply(over -> room.matchId())));
        return played.whenComplete((match, failed) -> {
            us.leave();
            cn.leave();
        });
    }

    private static <T> CompletableFuture<T> done(CompletableFuture<Reply<T>> asked) {
        return asked.thenApply(answer -> answer.orThrow(BenchException::refused));
    }

    @Override
    public CompletableFuture<Void> failure() {
        return failure;
    }

    @Override
    public void close() {
        isClosed = true;
        clients.forEach(NettySeatClient::close);
        threads.forEach(BotThread::close);
        transport.close();
    }

    /** A side of a match with its bot and its connection. */
    private final class Place {
        private final Side side;
        private final WireBot bot;
        private volatile Runnable leaving = () -> {};

        Place(MatchScript script, Side side, BotThread thread) {
            this.side = side;
            this.bot = new WireBot(script.bot(side), script.scenario(), 1, 0, thread);
        }

        CompletableFuture<NettySeatClient> connect() {
            ConnectionOptions options = ConnectionOptions.of(
                            InetAddress.getLoopbackAddress().getHostAddress(), port, Role.BOT, "truce-bench")
                    .withWaits(WAITS);
            return done(NettySeatClient.connect(options, bot, transport)).thenApply(client -> {
                clients.add(client);
                leaving = () -> {
                    clients.remove(client);
                    client.close();
                };
                return client;
            });
        }

        CompletableFuture<SeatTicket> join(NettySeatClient client, String code) {
            return done(bot.join(new TimedClient(client, meter), code, side, null, side.name()));
        }

        CompletableFuture<WireEnd.Played> ended() {
            return bot.ended().thenApply(end -> {
                if (end instanceof WireEnd.Left left) {
                    throw new BenchException(
                            side + " left its match: " + left.why().facts());
                }
                return (WireEnd.Played) end;
            });
        }

        void leave() {
            bot.leave();
            leaving.run();
        }
    }
}
