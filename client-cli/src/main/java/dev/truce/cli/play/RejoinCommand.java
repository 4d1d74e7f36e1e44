package dev.truce.cli.play;

import dev.truce.cli.connect.ServerCall;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.ServerAddress;
import dev.truce.cli.option.Settings;
import dev.truce.cli.option.TlsOptions;
import dev.truce.cli.seat.Console;
import dev.truce.cli.seat.SessionQueue;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.text.Texts;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.text.TextWidth;
import dev.truce.match.Seat;
import dev.truce.protocol.client.NettySeatClient;
import dev.truce.protocol.client.ResumeTicket;
import dev.truce.protocol.client.SeatTicket;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Plain {@code truce}: goes back to the seat that was taken last. */
public final class RejoinCommand {
    private final Settings settings;

    /** @param settings options of the command line */
    public RejoinCommand(Settings settings) {
        this.settings = settings;
    }

    /** Returns the seat to go back to, if there is one. */
    public Optional<SavedSeat> seat() {
        try {
            return SavedSeat.load(settings.folder());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Goes back to a seat and plays it; returns the exit code. */
    public int rejoin(SavedSeat seat) throws FaultException, InterruptedException {
        Path folder = settings.folder();
        SSLContext context = seat.tls() ? new TlsOptions().systemTrust() : null;
        ServerAddress server = new ServerAddress(seat.host(), seat.port());
        Printer printer = settings.printer(false);
        try (Console console = ConsoleChoice.open(settings, printer, null, folder)) {
            SessionQueue mailbox = new SessionQueue();
            ServerCall call = ServerCall.to(server, context, Texts.of("fault.next.rejoin", server));
            NettySeatClient.Resumption back = call.resume(new ResumeTicket(seat.token(), 0), mailbox);
            try (NettySeatClient client = back.client()) {
                Seat place =
                        back.place().seat() == null ? seat.seat() : back.place().seat();
                SeatTicket ticket = new SeatTicket(
                        back.place().matchId(), back.place().code(), place, seat.token(), seat.opponent());
                Scenario scenario = call.scenario(client);
                console.show(
                        TextWidth.wrap("", Texts.of("join.again", ticket.code(), server, JoinCommand.title(place))));
                return SessionStart.session(
                                settings,
                                console,
                                mailbox,
                                client,
                                ticket,
                                scenario,
                                true,
                                new SeatKeeper(folder, seat).plays(scenario))
                        .run();
            }
        }
    }
}
