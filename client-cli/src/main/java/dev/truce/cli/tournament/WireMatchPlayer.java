package dev.truce.cli.tournament;

import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bot.wire.WireBot;
import dev.truce.bot.wire.WireEnd;
import dev.truce.cli.connect.EmbeddedServer;
import dev.truce.cli.connect.LoopbackServers;
import dev.truce.cli.connect.OwnRoom;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.seat.SessionQueue;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.Rules;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.RecordTitle;
import dev.truce.match.record.text.RecordReader;
import dev.truce.match.record.text.RecordReading;
import dev.truce.match.record.verify.RecordReplay;
import dev.truce.match.record.verify.Verification;
import dev.truce.protocol.client.Transport;
import dev.truce.protocol.message.RoomRequest;
import dev.truce.tournament.plan.PairSpec;
import dev.truce.tournament.run.Contestant;
import dev.truce.tournament.run.MatchPlayer;
import dev.truce.tournament.run.PlayedMatch;
import dev.truce.tournament.run.SeatConduct;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Plays matches as a class does: in a room of a server, to which both bots have connections over this machine's loop. What was played is
 * what the server's record says.
 */
public final class WireMatchPlayer implements MatchPlayer {
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
        RoomRequest request = new RoomRequest(rules.scenario().id(), pairSpec.seed(), 0, 0, null, null, false);
        try (OwnRoom room = OwnRoom.open(server.call(transport, ""), request, new SessionQueue())) {
            WireBot usBot = seat(room, pairSpec, us.seated(pairSpec.index(), number), Side.US);
            WireBot cnBot = seat(room, pairSpec, cn.seated(pairSpec.index(), number), Side.CN);
            room.start();
            String text = end(us, usBot);
            if (!text.equals(end(cn, cnBot))) {
                throw new IllegalStateException("the two sides were given different records");
            }
            return played(
                    pairSpec,
                    number,
                    text,
                    RecordTitle.of(us.name(), cn.name()),
                    SeatConduct.of(usBot.conduct()),
                    SeatConduct.of(cnBot.conduct()));
        }
    }

    /** Seats a bot; in a room no two have the same name, so the seats have names here and the record gets those of the bots. */
    private WireBot seat(OwnRoom room, PairSpec pairSpec, BotFactory playing, Side side)
            throws FaultException, InterruptedException {
        long seed = BotSeat.seedOf(pairSpec.seed(), BotSeat.HEAD);
        return room.seat(playing, rules.scenario(), side, side.name(), seed, steps)
                .seated();
    }

    /** Waits for the end of the match; returns its record. */
    private String end(Contestant contestant, WireBot bot) throws InterruptedException {
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

    private PlayedMatch played(
            PairSpec pairSpec, int number, String text, RecordTitle title, SeatConduct us, SeatConduct cn) {
        RecordReading reading = RecordReader.read(
                text.getBytes(StandardCharsets.UTF_8),
                named -> named.scenario().equals(rules.scenario().id())
                        ? Optional.of(rules.scenario())
                        : Optional.empty());
        if (!(reading instanceof RecordReading.Read read)) {
            throw new IllegalStateException("the server's record cannot be read: " + reading);
        }
        MatchRecord record = read.match().seededBy(null).with(title);
        RecordReplay replay = RecordReplay.of(record, rules);
        if (!(replay.verification() instanceof Verification.Verified)
                || !record.setup().equals(rules.setup(pairSpec.seed()))) {
            throw new IllegalStateException("the server's record is of another match: " + replay.verification());
        }
        return PlayedMatch.replayed(pairSpec, number, rules, record, replay, us, cn);
    }
}
