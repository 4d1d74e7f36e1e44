package dev.truce.cli.connect;

import dev.truce.bot.BotFactory;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.SeatWish;
import dev.truce.engine.board.Side;
import dev.truce.engine.scenario.Scenario;
import dev.truce.protocol.client.NettySeatClient;
import dev.truce.protocol.client.SeatClient.RoomTicket;
import dev.truce.protocol.client.SeatListener;
import dev.truce.protocol.client.SeatTicket;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.RoomRequest;
import java.util.ArrayList;
import java.util.List;

/** A room that this program opens on a server, with the bots that it seats there: each match that a command starts is started here. */
public final class OwnRoom implements AutoCloseable {
    private final ServerCall server;
    private final NettySeatClient host;
    private final RoomTicket room;
    private final List<OwnBot> bots = new ArrayList<>();

    private OwnRoom(ServerCall server, NettySeatClient host, RoomTicket room) {
        this.server = server;
        this.host = host;
        this.room = room;
    }

    /**
     * Connects and opens a room.
     *
     * @param listener hears what the owner of the room hears
     */
    public static OwnRoom open(ServerCall server, RoomRequest request, SeatListener listener)
            throws FaultException, InterruptedException {
        NettySeatClient host = server.connect(Role.PLAYER, listener);
        try {
            return new OwnRoom(server, host, server.answer(host.createRoom(request)));
        } catch (FaultException | InterruptedException | RuntimeException refused) {
            host.close();
            throw refused;
        }
    }

    public String code() {
        return room.code();
    }

    /** The connection of the room's owner. */
    public NettySeatClient host() {
        return host;
    }

    /** Seats the person who opened the room. */
    public SeatTicket join(Side side, String name) throws FaultException, InterruptedException {
        return server.answer(host.join(room.code(), side, name, false));
    }

    /**
     * Seats a bot, which this room closes.
     *
     * @param name how others see it
     * @param seed of its own dice
     * @param steps what it may think in each round
     */
    public OwnBot seat(BotFactory factory, Scenario scenario, Side side, String name, long seed, long steps)
            throws FaultException, InterruptedException {
        OwnBot bot = new OwnBot(server, factory, scenario, seed, steps);
        bots.add(bot);
        bot.join(room.code(), new SeatWish(side, null), name);
        return bot;
    }

    /** Connects somebody who sees both hands. */
    public NettySeatClient watch(SeatListener listener) throws FaultException, InterruptedException {
        NettySeatClient watcher = server.connect(Role.OMNISCIENT, listener);
        var unused = server.answer(watcher.watch(room.code()));
        return watcher;
    }

    /** Starts the match. */
    public void start() throws FaultException, InterruptedException {
        server.answer(host.start());
    }

    @Override
    public void close() {
        bots.forEach(OwnBot::close);
        host.close();
    }
}
