package dev.truce.cli.watch;

import dev.truce.cli.connect.CodeOptions;
import dev.truce.cli.connect.ServerCall;
import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.json.MatchLines;
import dev.truce.cli.option.ConsoleChoice;
import dev.truce.cli.option.InputFile;
import dev.truce.cli.option.Settings;
import dev.truce.cli.option.WholeNumber;
import dev.truce.cli.record.Debriefs;
import dev.truce.cli.seat.Console;
import dev.truce.cli.seat.SessionQueue;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.scenario.Scenario;
import dev.truce.match.Notice;
import dev.truce.protocol.client.NettySeatClient;
import dev.truce.protocol.client.NettySeatClient.WatchTicket;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.Role;
import dev.truce.story.print.Json;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code truce watch [HOST:PORT] CODE}: watches a match, or with {@code --table} that of a table of a class: what is public of it. */
@Command(name = "watch")
public final class WatchCommand implements Callable<Integer> {
    private static final int MAX_KEY = 100;

    @Mixin
    private final Settings settings = new Settings();

    @Mixin
    private final CodeOptions where = new CodeOptions();

    @Option(
            names = "--table",
            paramLabel = "N",
            descriptionKey = "option.watch-table",
            converter = WholeNumber.Table.class)
    private @Nullable Integer table;

    @Option(names = "--desk-key", paramLabel = "FILE", descriptionKey = "option.board-key")
    private @Nullable Path deskKey;

    @Option(names = "--json", descriptionKey = "option.watch-json")
    private boolean json;

    @Override
    public Integer call() throws FaultException, InterruptedException {
        Printer printer = settings.printer(json);
        Integer number = table;
        ServerCall server = where.call("truce watch");
        String key = deskKey == null
                ? ""
                : InputFile.text(deskKey, MAX_KEY, Texts.of("fault.next.desk-key"))
                        .strip();
        SessionQueue mailbox = new SessionQueue();
        try (NettySeatClient client = server.connect(Role.OBSERVER, mailbox)) {
            WatchTicket ticket = ticket(server, client, key);
            Scenario scenario = server.scenario(client);
            if (json) {
                return json(printer, scenario, mailbox);
            }
            String match = number == null ? ticket.code() : Texts.of("watch.table", ticket.code(), number);
            try (Console console = ConsoleChoice.open(settings, printer, null, settings.folder())) {
                return new Watching(match, scenario, settings.look(), console, mailbox, InstantSource.system()).run();
            }
        }
    }

    /** Watches a match of which all is known. */
    public static int beside(Settings settings, Console console, ServerCall server, String code)
            throws FaultException, InterruptedException {
        SessionQueue mailbox = new SessionQueue();
        try (NettySeatClient client = server.connect(Role.OBSERVER, mailbox)) {
            WatchTicket ticket = server.answer(client.watch(code));
            Scenario scenario = server.scenario(client);
            return new Watching(ticket.code(), scenario, settings.look(), console, mailbox, InstantSource.system())
                    .run();
        }
    }

    private WatchTicket ticket(ServerCall server, NettySeatClient client, String key)
            throws FaultException, InterruptedException {
        Integer number = table;
        if (number != null) {
            return server.answer(client.watch(where.code(), number, key));
        }
        Reply<WatchTicket> reply = server.reply(client.watch(where.code()));
        if (reply instanceof Reply.Refused<WatchTicket> refused
                && refused.refusal().code() == ConnectionCode.IS_A_CLASS) {
            throw FaultException.failed(UsageFault.of(
                    ConnectionCode.IS_A_CLASS.name(),
                    Texts.of("watch.is-a-class"),
                    Texts.of("fault.unchanged.nothing-joined"),
                    server.next() + " --table N"));
        }
        return server.answer(CompletableFuture.completedFuture(reply));
    }

    private int json(Printer printer, Scenario scenario, SessionQueue mailbox)
            throws FaultException, InterruptedException {
        Broadcast broadcast = Broadcast.json(Texts.wording(scenario), settings.look(), printer);
        Notice.MatchOver over = broadcast.untilOver(mailbox);
        printer.raw(Json.write(new MatchLines(scenario)
                .end(
                        over,
                        Debriefs.rounds(over.recordText(), scenario),
                        broadcast.board().proceedings().ledger(),
                        null)));
        return ExitCodes.OK;
    }
}
