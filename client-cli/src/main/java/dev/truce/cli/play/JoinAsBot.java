package dev.truce.cli.play;

import dev.truce.bot.BotFactory;
import dev.truce.bot.wire.WireEnd;
import dev.truce.cli.connect.BotConduct;
import dev.truce.cli.connect.OwnBot;
import dev.truce.cli.connect.ServerCall;
import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.Limits;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.text.TextWidth;
import dev.truce.protocol.client.ClientCode;
import dev.truce.protocol.client.NettySeatClient;
import dev.truce.protocol.client.SeatTicket;
import dev.truce.story.words.NumberText;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code truce join CODE --bot BOT}: a bot takes the seat, plays the match, and says at the end how it went. */
public final class JoinAsBot {
    /** A class plays a day at most. */
    private static final long LONGEST_HOURS = 24;

    private final ServerCall server;
    private final Printer printer;

    JoinAsBot(ServerCall server, Printer printer) {
        this.server = server;
        this.printer = printer;
    }

    /**
     * Plays, and returns the exit code.
     *
     * @param code code of the room or class
     * @param taking asks for the seat
     */
    int play(
            BotFactory bot,
            Scenario scenario,
            String code,
            Function<NettySeatClient, CompletableFuture<Reply<SeatTicket>>> taking,
            @Nullable Long wishedSeed)
            throws FaultException, InterruptedException {
        long seed = wishedSeed == null ? new SecureRandom().nextLong() : wishedSeed;
        try (OwnBot seat = new OwnBot(server, bot, scenario, seed, Limits.STEPS_A_ROUND)) {
            SeatTicket ticket = seat.take(taking);
            printer.lines(TextWidth.wrap(
                    "", Texts.of("join.bot", bot.name(), code, server.address(), JoinCommand.title(ticket.seat()))));
            WireEnd end = seat.seated().ended().get(LONGEST_HOURS, TimeUnit.HOURS);
            if (seat.seated().seed().chosen()) {
                printer.lines(TextWidth.wrap("", Texts.of("facts.seed-chosen")));
            }
            printer.notes(BotConduct.lines(ticket.side(), seat.seated().conduct()));
            if (end instanceof WireEnd.Played played) {
                printer.lines(List.of(Texts.of(
                        "join.bot.over",
                        played.result().rounds(),
                        NumberText.decimals(played.result().us().score(), 1),
                        NumberText.decimals(played.result().cn().score(), 1))));
                return ExitCodes.OK;
            }
            WireEnd.Left left = (WireEnd.Left) end;
            throw FaultException.failed(UsageFault.of(
                    left.why().code().name(),
                    Texts.of(left.why()),
                    Texts.of("fault.unchanged.room"),
                    left.why().code() == ClientCode.SCENARIO_DIFFERS
                            ? Texts.of("fault.next.bot-scenario", code, bot.name())
                            : Texts.of("fault.next.again")));
        } catch (ExecutionException | TimeoutException broken) {
            throw FaultException.failed(
                    UsageFault.of(
                            "UNREACHABLE",
                            Texts.of("fault.unreachable", server.address()),
                            Texts.of("fault.unchanged.room"),
                            Texts.of("fault.next.again")),
                    broken);
        }
    }
}
