package dev.truce.cli.connect;

import dev.truce.bot.BotFactory;
import dev.truce.bot.wire.BotThread;
import dev.truce.bot.wire.WireBot;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.SeatWish;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.scenario.Scenario;
import dev.truce.protocol.client.NettySeatClient;
import dev.truce.protocol.client.SeatTicket;
import dev.truce.protocol.message.Role;
import dev.truce.scenario.ScenarioFile;
import dev.truce.scenario.Scenarios;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A bot of this program in a seat on a server, with a thread and a connection of its own. */
public final class OwnBot implements AutoCloseable {
    private final ServerCall server;
    private final BotThread thread = BotThread.start("bot");
    private final WireBot bot;
    private @Nullable NettySeatClient client;

    /**
     * Prepares a bot; it connects with {@link #join}, and plays what its match plays, if this program has it.
     *
     * @param seed of its own dice
     * @param steps what it may think in each round
     */
    public OwnBot(ServerCall server, BotFactory factory, Scenario scenario, long seed, long steps) {
        this.server = server;
        this.bot = new WireBot(factory, scenario, OwnBot::edition, seed, steps, thread);
    }

    private static Optional<Scenario> edition(String id, String hash) {
        return Scenarios.edition(id, hash).map(ScenarioFile::scenario);
    }

    /**
     * Takes a seat and plays it until the match is over or this is closed.
     *
     * @param name how others see it
     */
    public SeatTicket join(String code, SeatWish wish, String name) throws FaultException, InterruptedException {
        return take(connection -> connection.join(code, wish.side(), wish.number(), name, true));
    }

    /**
     * The same for a seat that is taken in another way, such as a student's in a class.
     *
     * @param taking asks for the seat
     */
    public SeatTicket take(Function<NettySeatClient, CompletableFuture<Reply<SeatTicket>>> taking)
            throws FaultException, InterruptedException {
        NettySeatClient connection = server.connect(Role.BOT, bot);
        client = connection;
        return server.answer(bot.take(connection, () -> taking.apply(connection)));
    }

    public WireBot seated() {
        return bot;
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
