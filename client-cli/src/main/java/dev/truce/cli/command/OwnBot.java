package dev.truce.cli.command;

import dev.truce.bot.BotFactory;
import dev.truce.bot.wire.BotThread;
import dev.truce.bot.wire.WireBot;
import dev.truce.engine.Limits;
import dev.truce.engine.scenario.Scenario;
import dev.truce.protocol.client.NettySeatClient;
import dev.truce.protocol.client.SeatTicket;
import dev.truce.protocol.message.Role;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A bot of this program in a seat on a server, with a thread and a connection of its own. */
final class OwnBot implements AutoCloseable {

    private final String host;
    private final int port;
    private final @Nullable SSLContext tls;
    private @Nullable BotThread thread;
    private @Nullable WireBot bot;
    private @Nullable NettySeatClient client;

    /** Remembers where to play; {@link #join} connects. */
    OwnBot(String host, int port, @Nullable SSLContext tls) {
        this.host = host;
        this.port = port;
        this.tls = tls;
    }

    /**
     * Takes a seat and plays it until the match is over or this is closed.
     *
     * @param wish wished seat
     * @param name how others see it
     * @param next what the user may do if it is refused
     */
    SeatTicket join(
            BotFactory factory, Scenario scenario, String code, SeatWish wish, String name, long botSeed, String next)
            throws FaultException, InterruptedException {
        String server = host + ":" + port;
        BotThread thinking = BotThread.start("bot");
        thread = thinking;
        WireBot seated = new WireBot(factory, scenario, botSeed, Limits.STEPS_A_ROUND, thinking);
        bot = seated;
        NettySeatClient connection = ServerCall.answer(
                NettySeatClient.connect(ServerCall.options(host, port, tls, Role.BOT), seated), server, next);
        client = connection;
        return ServerCall.answer(seated.join(connection, code, wish.side(), wish.number(), name), server, next);
    }

    /**
     * Returns the bot.
     *
     * @throws IllegalStateException if it has not joined
     */
    WireBot seated() {
        WireBot seated = bot;
        if (seated == null) {
            throw new IllegalStateException("the bot has not joined");
        }
        return seated;
    }

    @Override
    public void close() {
        if (bot != null) {
            bot.leave();
        }
        if (client != null) {
            client.close();
        }
        if (thread != null) {
            thread.close();
        }
    }
}
